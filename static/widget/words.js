/** The panel's sentences, dates and times in the visitor's language. */
import { de } from './i18n/de.js';
import { en } from './i18n/en.js';
import { es } from './i18n/es.js';
import { fr } from './i18n/fr.js';
import { ur } from './i18n/ur.js';

const LANGUAGES = { de, en, es, fr, ur };
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export class Words {
  constructor(locale, language) {
    this.texts = LANGUAGES[language];
    this.locale = locale;
    this.isEnglish = language === 'en';
  }

  /** The sentence of that key; `{name}` stands for `values.name`. */
  say(key, values = {}) {
    return this.texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** E.g. `14:05`. */
  time(instant, timeZone) {
    return this.format(instant, { hour: 'numeric', minute: '2-digit', timeZone });
  }

  /** E.g. `Tuesday, 24 November`. */
  day(instant, timeZone) {
    return this.format(instant, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  }

  /** E.g. `Tuesday 24 November 2026 at 14:05`. */
  moment(instant, timeZone) {
    return this.format(instant, { dateStyle: 'full', timeStyle: 'short', timeZone });
  }

  /** E.g. `14:05 – 14:35`. */
  span(start, end, timeZone) {
    const options = { hour: 'numeric', minute: '2-digit', timeZone };
    return this.formatter(options).formatRange(new Date(start), new Date(end));
  }

  /** E.g. `Central European Standard Time`: the name then, for summer and winter differ. */
  zone(instant, timeZone) {
    return this.zoneName(instant, timeZone, 'long');
  }

  /** E.g. `GMT+1`: tells apart the two hours of the night in which the clocks go back. */
  offset(instant, timeZone) {
    return this.zoneName(instant, timeZone, 'shortOffset');
  }

  zoneName(instant, timeZone, timeZoneName) {
    const parts = this.formatter({ timeZoneName, timeZone }).formatToParts(new Date(instant));
    return parts.find((part) => part.type === 'timeZoneName').value;
  }

  format(instant, options) {
    return this.formatter(options).format(new Date(instant));
  }

  /** A zone the browser does not know is answered in the browser's own. */
  formatter(options) {
    try {
      return new Intl.DateTimeFormat(this.locale, options);
    } catch {
      return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: undefined });
    }
  }

  /** The hours in the visitor's words, with the zone where theirs is another one. */
  hours(label, timeZone) {
    const now = new Date();
    if (!timeZone || this.offset(now, timeZone) === this.offset(now)) return this.week(label);
    return `${this.week(label)} (${this.offset(now, timeZone)})`;
  }

  /** `mon-fri 09:00-17:00; closed …` in the visitor's words; other labels stay as they are. */
  week(label) {
    const weekly = label.toLowerCase().split(';').filter((part) => !/^\s*closed/.test(part));
    if (!weekly.every((part) => /^\s*[a-z]{3}\b[-a-z, ]* [-\d:, ]+$/.test(part))) return label;
    const name = (day) => this.format(Date.UTC(2026, 1, 1 + DAYS.indexOf(day)), {
      weekday: 'short', timeZone: 'UTC',
    });
    return weekly.join(', ').trim()
      .replace(/\b(sun|mon|tue|wed|thu|fri|sat)\b/g, name)
      .replace(/(\S)-(\S)/g, '$1–$2')
      .replace(/\s+,/g, ',');
  }

  /** How long to wait, in round words. */
  wait(seconds) {
    if (!seconds) return this.say('a_moment');
    if (seconds <= 90) return this.say('seconds', { count: seconds });
    return this.say('minutes', { count: Math.ceil(seconds / 60) });
  }
}
