/** What the visitor agrees to before the first message, where the business asks for it. */
import { h } from './dom.js';

export class Consent {
  constructor(words) {
    this.words = words;
    this.text = ''; // what the business asks for; empty: nothing
    this.given = false;
    this.label = h('span', { dir: 'auto' });
    this.box = h('input', {
      type: 'checkbox', 'aria-describedby': 'parley-consent',
      onchange: () => { this.given = this.box.checked; this.show(''); },
    });
    this.problem = h('p', { class: 'error', id: 'parley-consent', role: 'alert' });
    this.element = h('div', { class: 'consent', hidden: true },
      h('label', { class: 'check' }, this.box, this.label), this.problem);
  }

  /** `address`: where the business explains itself. */
  describe(text, address) {
    this.text = text || '';
    this.label.replaceChildren(this.text, ...(address ? [' ', privacyLink(address, this.words)] : []));
    this.show('');
  }

  get isMissing() {
    return Boolean(this.text) && !this.given;
  }

  /** The conversation that is under way has it already, or there is one no more. */
  settle(given) {
    this.given = given || this.box.checked;
    this.show('');
  }

  show(problem) {
    this.element.hidden = !this.text || (this.given && !this.box.checked);
    this.problem.textContent = problem;
    this.box.setAttribute('aria-invalid', String(Boolean(problem)));
  }

  demand() {
    this.show(this.words.say('consent_missing'));
    this.box.focus();
  }

  /** Once a message went out under it, it needs no room any more. */
  withdraw() {
    this.element.hidden = true;
  }
}

export function privacyLink(address, words) {
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words.say('privacy'));
}
