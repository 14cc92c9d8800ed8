/**
 * The conversation as this tab knows it: turns in order, each a message of the visitor's and our
 * reply. It says what happened to whoever subscribed; it draws nothing.
 *
 * A turn: `{id, text, at, status, problem, retryAfter, reply: {text, cards, at} | null, mine}`.
 * `status`: queued · waiting (offline) · sending · streaming · resuming · failed · done.
 * `mine`: this tab carries the turn; the others get its state from this one.
 */
import { Refused } from './service.js';

const IDENTITY_FIELDS = ['name', 'email', 'phone'];
const SIGNATURE = /^[0-9a-f]{64}$/i;
const NOT_AGAIN = new Set(['failed_long', 'failed_input', 'failed_site', 'consent_missing']);

export class Conversation {
  constructor({ service, memory, tabs, about, ready, emit }) {
    this.service = service;
    this.memory = memory;
    this.tabs = tabs;
    this.about = about; // () => what goes out with a message: zone, locale, page, identity
    this.ready = ready; // refuses what must not go out yet
    this.emit = emit;
    this.turns = [];
    this.id = null; // the service's, known from the first answer on
    this.listeners = [];
    this.chain = Promise.resolve();
    tabs.listen((said) => this.hear(said));
  }

  /** `listener(kind, turn)`; kind: turn · answered · order · reset · restored (with the answer). */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  tell(kind, turn) {
    for (const listener of this.listeners) listener(kind, turn);
  }

  /** What a rating is about; null while nothing was answered. */
  get chat() {
    const { id, memory: { clientId } } = this;
    const answered = this.turns.some((turn) => turn.status === 'done');
    return id && clientId && answered ? { clientId, conversationId: id } : null;
  }

  get isEmpty() {
    return this.turns.length === 0;
  }

  /** What was said before this page was opened. Throws Refused when it cannot be fetched. */
  async restore() {
    const { pending } = this.memory;
    if (this.memory.clientId) {
      const held = await this.service.conversation();
      if (held) {
        this.id = held.conversation_id;
        this.show(held.messages);
        this.tell('restored', held);
      }
      else if (Object.keys(pending).length === 0) this.memory.forget();
    }
    for (const [id, { text, at }] of Object.entries(pending)) this.takeUp(id, text, at);
  }

  /** The service's messages, put together as turns; what this tab is carrying stays as it is. */
  show(messages) {
    const held = new Map();
    for (const message of messages) {
      const id = message.message_id;
      if (message.role === 'user') held.set(id, this.find(id) || oldTurn(message));
      const turn = held.get(id);
      if (message.role === 'assistant' && turn && !turn.mine) {
        turn.reply = { text: message.text, cards: message.cards || [], at: message.at };
        turn.status = 'done';
      }
    }
    this.turns = [...held.values(), ...this.turns.filter((turn) => !held.has(turn.id))];
    for (const turn of this.turns) this.tell('turn', turn);
    this.tell('order');
  }

  /** A message that had no answer yet when the page was left. */
  takeUp(id, text, at) {
    const known = this.find(id);
    if (known && (known.mine || known.reply)) {
      this.memory.dropPending(id);
      return;
    }
    const turn = known || newTurn(id, text, at, true);
    if (!known) this.turns.push(turn);
    turn.mine = true;
    turn.accepted = Boolean(known);
    this.queue(turn);
  }

  send(text) {
    const turn = newTurn(newId(), text, new Date().toISOString(), true);
    this.turns.push(turn);
    this.emit('message', { role: 'user', text, message_id: turn.id });
    this.queue(turn);
    return turn;
  }

  /** Says a failed message again: the same message, not another one. */
  retry(id) {
    const turn = this.find(id);
    if (!turn || turn.status !== 'failed') return;
    turn.mine = true;
    turn.accepted = false;
    turn.lastEventId = null;
    this.queue(turn);
  }

  /** Ends the conversation here, at the service and in the other tabs. */
  async reset() {
    const { clientId } = this.memory;
    this.end();
    this.tabs.say({ kind: 'reset' });
    if (clientId) await this.service.reset(clientId);
  }

  end() {
    this.memory.forget();
    this.clear();
  }

  /** Takes everything off the screen; what is stored may be another conversation's already. */
  clear() {
    for (const turn of this.turns) turn.abandoned = true;
    this.turns = [];
    this.id = null;
    this.tell('reset');
  }

  /** One after another: a second message must not overtake the first, which makes our key. */
  queue(turn) {
    turn.status = 'queued';
    turn.problem = null;
    turn.reply = null;
    this.memory.keepPending(turn.id, { text: turn.text, at: turn.at });
    this.changed(turn);
    this.chain = this.chain.then(() => this.carry(turn));
  }

  async carry(turn) {
    if (turn.abandoned) return;
    turn.carried = true; // by this tab, which is the one to sound
    turn.request = { content: turn.text, ...this.about() };
    this.move(turn, 'sending');
    try {
      const data = await this.service.say(turn, {
        ready: () => this.ready(),
        event: (name, event) => this.hearEvent(turn, name, event),
        lost: () => this.move(turn, 'resuming'),
        offline: () => this.move(turn, 'waiting'),
      });
      if (!turn.abandoned) this.finish(turn, data);
    } catch (error) {
      if (!turn.abandoned) this.fail(turn, error);
      if (!(error instanceof Refused)) throw error;
    }
  }

  hearEvent(turn, name, event) {
    if (turn.abandoned) return;
    if (name === 'start') {
      this.memory.keepClient(event.client_id);
      this.id = event.conversation_id;
      turn.reply = { text: '', cards: [], at: null };
    }
    turn.reply = turn.reply || { text: '', cards: [], at: null };
    if (name === 'token') turn.reply.text += event.text;
    if (name === 'card') turn.reply.cards.push(event);
    this.move(turn, 'streaming');
  }

  /** What `done` says is the whole truth, whatever came before it. */
  finish(turn, data) {
    this.memory.keepClient(data.client_id);
    this.id = data.conversation_id;
    this.memory.dropPending(turn.id);
    const at = data.at || new Date().toISOString();
    turn.reply = { text: data.reply, cards: data.cards, at };
    turn.mine = false;
    this.move(turn, 'done');
    this.tell('answered', turn);
    this.report(turn, data);
  }

  report(turn, data) {
    this.emit('message', { role: 'assistant', text: data.reply, message_id: turn.id });
    for (const card of data.cards) {
      if (card.type === 'lead_saved') this.emit('lead', { ...card.fields });
      if (card.type.startsWith('meeting_')) {
        this.emit('meeting', { status: card.meeting.status, ...card.meeting });
      }
    }
  }

  fail(turn, error) {
    turn.problem = error instanceof Refused ? error.kind : 'failed_service';
    turn.reason = error.message;
    turn.retryAfter = error.retryAfter;
    turn.reply = null;
    // What may still succeed is said again after a reload; what was refused is not.
    if (NOT_AGAIN.has(turn.problem)) this.memory.dropPending(turn.id);
    this.move(turn, 'failed');
  }

  move(turn, status) {
    if (turn.abandoned) return;
    turn.status = status;
    this.changed(turn);
  }

  changed(turn) {
    this.tell('turn', turn);
    if (turn.mine || turn.status === 'done') this.tabs.share(this.memory.clientId, turn);
  }

  /** What another tab of the same browser says. */
  hear(said) {
    if (said.kind === 'reset') this.end();
    if (said.kind === 'turn') this.hearTurn(said);
    if (said.kind === 'left') {
      const turn = this.find(said.id);
      // Whoever is left takes over; asking for the rest of a stream twice changes nothing.
      if (turn && !turn.mine && !turn.reply?.at) this.takeOver(turn, said.lastEventId);
    }
  }

  hearTurn({ clientId, turn: theirs }) {
    if (clientId && clientId !== this.memory.clientId) {
      if (this.memory.clientId && !this.isEmpty) this.clear();
      this.memory.keepClient(clientId);
    }
    const turn = this.find(theirs.id);
    if (turn && turn.mine) return;
    if (turn) Object.assign(turn, theirs, { mine: false });
    else this.turns.push({ ...theirs, mine: false });
    const shown = turn || this.turns.at(-1);
    this.tell('turn', shown);
    if (shown.status === 'done') this.tell('answered', shown);
  }

  takeOver(turn, lastEventId) {
    turn.mine = true;
    turn.accepted = true;
    turn.lastEventId = lastEventId;
    this.memory.keepPending(turn.id, { text: turn.text, at: turn.at });
    this.chain = this.chain.then(() => this.carry(turn));
  }

  /** The page goes away: the other tabs are told what it was carrying. */
  leave() {
    for (const turn of this.turns) {
      if (turn.mine && turn.status !== 'failed') {
        this.tabs.say({ kind: 'left', id: turn.id, lastEventId: turn.lastEventId });
      }
    }
  }

  find(id) {
    return this.turns.find((turn) => turn.id === id);
  }
}

function newTurn(id, text, at, mine) {
  return { id, text, at, mine, status: 'queued', problem: null, reply: null, lastEventId: null };
}

/** A turn that the service told of; without a reply yet until it is told. */
function oldTurn({ message_id: id, text, at }) {
  return { ...newTurn(id, text, at, false), status: 'done' };
}

/** What the site knows of the visitor, as fields of the request. */
export function identityFields(identity) {
  const fields = {};
  for (const name of IDENTITY_FIELDS) {
    if (identity[name] && typeof identity[name] === 'string') fields[name] = identity[name];
  }
  const { user_id: userId, expires, signature } = identity;
  if (SIGNATURE.test(signature) && Number.isInteger(Number(expires))) {
    // What the site's server signed, letter for letter; without it all of this counts as typed.
    fields.identity = { email: fields.email, expires: Number(expires), signature };
    if (userId !== undefined && userId !== null) fields.identity.user_id = String(userId);
  }
  return fields;
}

/** A UUID; `crypto.randomUUID` exists on HTTPS pages only. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
