/** The other tabs of this browser on the same site, kept in step. */

export class Tabs {
  constructor(base, memory, onStorage) {
    this.listener = () => {};
    this.waiting = new Map();
    if ('BroadcastChannel' in window) {
      this.channel = new BroadcastChannel(`parley:${new URL(base).host}`);
      this.channel.onmessage = ({ data }) => this.listener(data);
    }
    // Without channels the stored key still tells that something changed elsewhere.
    window.addEventListener('storage', (event) => {
      const before = memory.clientId;
      if (event.key !== memory.key || this.channel) return;
      if (memory.reread() !== before) onStorage();
    });
  }

  listen(listener) {
    this.listener = listener;
  }

  say(message) {
    if (this.channel) this.channel.postMessage(message);
  }

  /** Tells how a turn stands now; while words stream in, once per frame is enough. */
  share(clientId, turn) {
    if (!this.channel) return;
    const scheduled = this.waiting.has(turn.id);
    this.waiting.set(turn.id, { kind: 'turn', clientId, turn: snapshot(turn) });
    if (turn.status !== 'streaming') this.flush();
    else if (!scheduled) setTimeout(() => this.flush(), 50);
  }

  flush() {
    for (const message of this.waiting.values()) this.channel.postMessage(message);
    this.waiting.clear();
  }
}

function snapshot({ id, text, at, status, problem, reason, retryAfter, reply, lastEventId }) {
  return structuredClone({ id, text, at, status, problem, reason, retryAfter, reply, lastEventId });
}
