/**
 * What is kept in the visitor's browser, and only from the first message on: the conversation's
 * key, and whether an answer sounds, for all tabs; for this tab, whether the panel was open and which messages are unanswered.
 *
 * Storage may be forbidden, full or cleared at any time: everything works without it until reload.
 */
export class Memory {
  constructor(base) {
    this.key = `parley:${new URL(base).host}`;
    const { client_id: clientId, sound } = this.read('localStorage');
    this.clientId = clientId || null;
    this.sound = sound === true;
    this.tab = this.read('sessionStorage');
  }

  get wasOpen() {
    return this.tab.open === true;
  }

  /** Messages that were sent and not yet answered: message id → `{text, at}`. */
  get pending() {
    return Object(this.tab.pending);
  }

  keepClient(clientId) {
    if (clientId === this.clientId) return;
    this.clientId = clientId;
    this.writeShared();
  }

  keepSound(on) {
    this.sound = on;
    if (this.clientId) this.writeShared();
  }

  writeShared() {
    this.write('localStorage', { client_id: this.clientId, sound: this.sound || undefined });
  }

  /** Another tab began, changed or ended the conversation: what the browser holds now. */
  reread() {
    this.clientId = this.read('localStorage').client_id || null;
    return this.clientId;
  }

  keepOpen(open) {
    this.tab.open = open;
    if (this.clientId || Object.keys(this.pending).length) this.write('sessionStorage', this.tab);
  }

  keepPending(id, message) {
    this.tab.pending = { ...this.pending, [id]: message };
    this.write('sessionStorage', this.tab);
  }

  dropPending(id) {
    const { [id]: answered, ...others } = this.pending;
    this.tab.pending = others;
    if (answered) this.write('sessionStorage', this.tab);
  }

  forget() {
    this.clientId = null;
    this.tab = { open: this.tab.open };
    for (const area of ['localStorage', 'sessionStorage']) {
      try {
        window[area].removeItem(this.key);
      } catch {
        // Nothing was stored where nothing can be.
      }
    }
  }

  read(area) {
    try {
      return JSON.parse(window[area].getItem(this.key)) || {};
    } catch {
      return {};
    }
  }

  write(area, value) {
    try {
      window[area].setItem(this.key, JSON.stringify(value));
    } catch {
      // Private mode or a sandboxed frame: this page view remembers, the next one does not.
    }
  }
}
