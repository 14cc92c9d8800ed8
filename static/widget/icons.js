/** The panel's icons. */
import { drawing } from './dom.js';

const FACE = ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M9 9.8v.6M15 9.8v.6'];
const STROKES = {
  down: ['m6 9.5 6 6 6-6'],
  close: ['M6.5 6.5l11 11M17.5 6.5l-11 11'],
  more: ['M5.5 12h.01M12 12h.01M18.5 12h.01'],
  send: ['M12 19V5.5M6 11l6-6 6 6'],
  person: ['M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z', 'M5 20a7 7 0 0 1 14 0'],
  download: ['M12 4.5v10.5M7.5 11l4.5 4.5L16.5 11M5 19.5h14'],
  restart: ['M5 12a7 7 0 1 1 2.2 5.1', 'M4.6 19.6v-4.1h4.1'],
  calendar: ['M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4'],
  check: ['m5.5 12.5 4.3 4.3 8.7-9.3'],
  clock: ['M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', 'M12 7.5V12l3 2'],
  cross: ['M7 7l10 10M17 7 7 17'],
  video: ['M4 7.5h10.5v9H4zM14.5 11l5.5-3v8l-5.5-3z'],
  pencil: ['M5 19l.8-3.6L15.6 5.6l2.8 2.8-9.8 9.8z'],
  warning: ['M12 5 3.8 19h16.4zM12 10.5v3.5M12 16.6h.01'],
  sound: ['M5 9.8v4.4h3l4 3.3v-11l-4 3.3z', 'M15.5 9.3a4 4 0 0 1 0 5.4M18 7a7.2 7.2 0 0 1 0 10'],
  silence: ['M5 9.8v4.4h3l4 3.3v-11l-4 3.3z', 'm15.5 10 4 4M19.5 10l-4 4'],
  star: ['m12 4.6 2.3 4.7 5.1.7-3.7 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1L4.6 10l5.1-.7z'],
  score_1: [...FACE, 'M8.5 16.6c.9-1.7 2.1-2.5 3.5-2.5s2.6.8 3.5 2.5'],
  score_2: [...FACE, 'M9 16c.9-.8 1.9-1.2 3-1.2s2.1.4 3 1.2'],
  score_3: [...FACE, 'M9 15.3h6'],
  score_4: [...FACE, 'M9 14.4c.9.9 1.9 1.3 3 1.3s2.1-.4 3-1.3'],
  score_5: [...FACE, 'M8.2 13.7h7.6c-.5 2-1.9 3.2-3.8 3.2s-3.3-1.2-3.8-3.2z'],
  offline: ['M4 4l16 16', 'M8.6 16.2a5 5 0 0 1 6.8 0', 'M5.2 12.8a9.6 9.6 0 0 1 4.6-2.6',
    'M18.8 12.8a9.6 9.6 0 0 0-4.3-2.5M2.8 9.4a13 13 0 0 1 3.6-2.3M21.2 9.4A13 13 0 0 0 11 5.7M12 19.4h.01'],
};

/** Three dots want a wider pen, the faces, which are shown larger, a finer one. */
const WIDTHS = { more: '2.6', score: '1.4' };

/** The icon of that name. */
export function icon(name) {
  return drawing(STROKES[name], WIDTHS[name.split('_')[0]]);
}
