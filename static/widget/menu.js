/** A menu button: arrows move, Escape closes and gives the focus back. */
import { h } from './dom.js';
import { icon } from './icons.js';

export class Menu {
  /**
   * `items`: `[icon, label, action, {isOn, isThere}]`. With `isOn` it is a switch; where `isThere`
   * says no when the menu opens, it is left out.
   */
  constructor(label, items) {
    this.refreshers = [];
    this.items = items.map((item) => this.entry(...item));
    this.list = h('div', {
      class: 'menu', role: 'menu', 'aria-label': label, hidden: true,
      onkeydown: (event) => this.pressed(event),
    }, ...this.items);
    this.button = h('button', {
      class: 'button quiet icon-only', type: 'button', 'aria-label': label, 'aria-haspopup': 'menu',
      'aria-expanded': 'false', onclick: () => (this.isOpen ? this.close(true) : this.open()),
    }, icon('more'));
    this.element = h('div', { class: 'menu-frame', onfocusout: (event) => this.left(event) }, this.button, this.list);
  }

  entry(picture, text, action, { isOn, isThere } = {}) {
    const entry = h('button', {
      class: 'menu-item', type: 'button', role: isOn ? 'menuitemcheckbox' : 'menuitem', tabindex: '-1',
      onclick: () => { this.close(true); action(); },
    }, icon(picture), text);
    if (isOn) {
      entry.append(h('span', { class: 'tick' }, icon('check')));
      this.refreshers.push(() => entry.setAttribute('aria-checked', String(isOn())));
    }
    if (isThere) this.refreshers.push(() => { entry.hidden = !isThere(); });
    return entry;
  }

  get isOpen() {
    return !this.list.hidden;
  }

  open() {
    for (const refresh of this.refreshers) refresh();
    this.list.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.items[0].focus();
  }

  close(giveBack) {
    if (!this.isOpen) return;
    this.list.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (giveBack) this.button.focus();
  }

  left(event) {
    if (!this.element.contains(event.relatedTarget)) this.close(false);
  }

  pressed(event) {
    const items = this.items.filter((item) => !item.hidden);
    const at = items.indexOf(event.target);
    const last = items.length - 1;
    const next = {
      ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, Home: 0, End: last,
    }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close(true);
    }
    if (next === undefined) return;
    event.preventDefault();
    items[next].focus();
  }
}
