/** The few words the page needs before the panel is there, and which language they are in. */

const WORDS = {
  en: ['Open chat', 'Close chat', 'new messages: ', 'The chat could not be loaded. Check your connection and try again.'],
  de: ['Chat öffnen', 'Chat schließen', 'neue Nachrichten: ', 'Der Chat konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut.'],
  fr: ['Ouvrir le chat', 'Fermer le chat', 'nouveaux messages : ', 'Le chat n’a pas pu être chargé. Vérifiez la connexion et réessayez.'],
  es: ['Abrir el chat', 'Cerrar el chat', 'mensajes nuevos: ', 'No se pudo cargar el chat. Compruebe la conexión e inténtelo de nuevo.'],
  ur: ['چیٹ کھولیں', 'چیٹ بند کریں', 'نئے پیغامات: ', 'چیٹ نہیں کھل سکی۔ اپنا کنکشن دیکھیں اور دوبارہ کوشش کریں۔'],
};

/**
 * The first of the wanted locales that has an interface, and its language; English otherwise.
 * A page says `en`, a browser `en-GB`: the browser knows how its reader writes dates.
 */
export function chooseLocale(wanted) {
  const locales = wanted.filter(Boolean).map((locale) => String(locale).replace('_', '-'));
  const locale = locales.find((each) => Object.hasOwn(WORDS, languageOf(each))) || 'en';
  const language = languageOf(locale);
  const closer = locales.find((each) => languageOf(each) === language && each.includes('-'));
  return { locale: locale.includes('-') ? locale : closer || locale, language };
}

function languageOf(locale) {
  return locale.toLowerCase().split('-')[0];
}

export function launcherWords(language) {
  const [open, close, unread, failed] = WORDS[language];
  return { open, close, unread, failed };
}
