/** The conversation as a text file for the visitor to keep. */
import { cardText } from './cards.js';
import { h } from './dom.js';
import { plain } from './markdown.js';

export function downloadTranscript(turns, words, business) {
  const blob = new Blob([transcriptText(turns, words, business)], { type: 'text/plain;charset=utf-8' });
  const href = URL.createObjectURL(blob);
  const anchor = h('a', { href, download: `chat-${new Date().toISOString().slice(0, 10)}.txt` });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function transcriptText(turns, words, business) {
  const parts = [words.say('transcript', { business })];
  for (const turn of turns) {
    parts.push(said(words, 'you', turn.at, turn.text));
    if (!turn.reply) continue;
    const facts = turn.reply.cards.map((card) => `[${cardText(card, words)}]`);
    parts.push(said(words, 'assistant', turn.reply.at || turn.at, [plain(turn.reply.text), ...facts].join('\n')));
  }
  return `${parts.join('\n\n')}\n`;
}

function said(words, who, at, text) {
  return `${words.say('said', { who: words.say(who), time: words.moment(at) })}\n${text}`;
}
