/** The few words the page needs before the panel is there, and which language they are in. */

const WORDS = {
  en: ['Open chat', 'Close chat', 'new messages: ', 'The chat could not be loaded. Check your connection and try again.'],
  de: ['Chat öffnen', 'Chat schließen', 'neue Nachrichten: ', 'Der Chat konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut.'],
  fr: ['Ouvrir le chat', 'Fermer le chat', 'nouveaux messages : ', 'Le chat n’a pas pu être chargé. Vérifiez la connexion et réessayez.'],
  es: ['Abrir el chat', 'Cerrar el chat', 'mensajes nuevos: ', 'No se pudo cargar el chat. Compruebe la conexión e inténtelo de nuevo.'],
  ur: ['چیٹ کھولیں', 'چیٹ بند کریں', 'نئے پیغامات: ', 'چیٹ نہیں کھل سکی۔ اپنا کنکشن دیکھیں اور دوبارہ کوشش کریں۔'],
};

/** The first of the wanted locales that has an interface, and its language; English otherwise. */
export function chooseLocale(wanted) {
  for (const locale of wanted) {
    const language = String(locale || '').toLowerCase().split(/[-_]/)[0];
    if (Object.hasOwn(WORDS, language)) return { locale: String(locale).replace('_', '-'), language };
  }
  return { locale: 'en', language: 'en' };
}

export function launcherWords(language) {
  const [open, close, unread, failed] = WORDS[language];
  return { open, close, unread, failed };
}
