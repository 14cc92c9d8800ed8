/**
 * The service over HTTP. One turn is said with one `message_id` however often the connection
 * breaks: first as a stream, then resumed after the event seen last, then asked for whole.
 */
import { eventsOf } from './events.js';

const PAUSES = [400, 800, 1600, 3000, 5000, 8000];
const STREAMS_BEFORE_JSON = 3; // something on the way does not let streams through
const PASSING = new Set([502, 503, 504]);
const PASSING_PAUSE_SECONDS = 5;
const ANSWER_MILLISECONDS = { stream: 30_000, whole: 120_000 };

/** The service said no; `kind` names the sentence the visitor gets. */
export class Refused extends Error {
  constructor(status, message, retryAfter = 0) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    this.isFinal = false; // the service has tried all it could: only the visitor tries again
  }

  get kind() {
    if (this.status === 0) return 'failed_network';
    if (this.status === 429) return 'failed_limit';
    if (this.status === 428) return 'consent_missing';
    if (this.status === 413) return 'failed_long';
    if (this.status === 403) return 'failed_site';
    return this.status >= 500 ? 'failed_service' : 'failed_input';
  }
}

export class Service {
  constructor(base, memory) {
    this.base = base;
    this.memory = memory;
  }

  config() {
    return this.json('gemini/widget-config');
  }

  /** The open conversation; null when there is none any more. */
  async conversation() {
    try {
      return await this.json('gemini/conversation', { headers: this.holder() });
    } catch (error) {
      if (error.status === 404) return null;
      throw error;
    }
  }

  rate({ clientId, conversationId }, score, comment) {
    const body = { client_id: clientId, conversation_id: conversationId, score };
    if (comment) body.comment = comment;
    return this.json('gemini/rating', this.posted(body));
  }

  reset(clientId) {
    return this.json('gemini/reset', this.posted({ client_id: clientId }));
  }

  /**
   * Says one turn; resolves to the data of `done`. `turn` has `id` and `request`; `accepted` when
   * the service has it already; `lastEventId` when part of the answer is here.
   * `hooks`: `ready()`, which may refuse, `event(name, data)`, `lost()`, `offline()`.
   */
  async say(turn, hooks) {
    let failures = 0;
    let resume = turn.accepted;
    for (;;) {
      await untilOnline(hooks);
      await hooks.ready();
      const whole = failures >= STREAMS_BEFORE_JSON;
      try {
        const answer = await this.once(turn, hooks, resume && !whole, whole);
        if (answer) return answer;
        resume = true; // the stream ended before its end
        if (turn.progressed) failures = 0;
      } catch (error) {
        if (error instanceof Refused && !mayPass(error, failures)) {
          if (!(resume && error.status === 404 && !error.isFinal)) throw error;
          resume = false; // the service does not know the message: say it again
        } else if (turn.progressed) {
          resume = true;
          failures = 0;
        }
      }
      turn.progressed = false;
      if (failures >= PAUSES.length) throw new Refused(0, '');
      hooks.lost();
      await new Promise((done) => setTimeout(done, PAUSES[failures]));
      failures += 1;
    }
  }

  /** One attempt; the data of `done`, or null when the connection ended too early. */
  async once(turn, hooks, resume, whole) {
    const abort = new AbortController();
    const patience = ANSWER_MILLISECONDS[whole ? 'whole' : 'stream'];
    const timer = setTimeout(() => abort.abort(), patience);
    const [url, options] = this.request(turn, resume, whole);
    const response = await fetch(url, { ...options, signal: abort.signal })
      .finally(() => clearTimeout(timer));
    if (!response.ok) throw await refusal(response);
    if (!/event-stream/.test(response.headers.get('Content-Type'))) {
      return (await response.json()).data;
    }
    for await (const { id, name, data } of eventsOf(response, abort)) {
      turn.progressed = true;
      if (id) turn.lastEventId = id;
      if (name === 'done') return data;
      if (name === 'error') throw failed(data);
      hooks.event(name, data);
    }
    return null;
  }

  request(turn, resume, whole) {
    if (resume) {
      const headers = { Accept: 'text/event-stream', ...this.holder() };
      if (turn.lastEventId) headers['Last-Event-ID'] = turn.lastEventId;
      return [
        `${this.base}gemini/stream/${turn.id}`,
        { headers, credentials: 'omit', cache: 'no-store' },
      ];
    }
    const accept = whole ? 'application/json' : 'text/event-stream';
    const body = { ...turn.request, message_id: turn.id };
    if (this.memory.clientId) body.client_id = this.memory.clientId;
    return [`${this.base}gemini/train`, this.posted(body, accept)];
  }

  holder() {
    return this.memory.clientId ? { 'X-Client-Id': this.memory.clientId } : {};
  }

  posted(body, accept = 'application/json') {
    return {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept },
      body: JSON.stringify(body),
      credentials: 'omit',
    };
  }

  async json(path, options) {
    let response;
    try {
      response = await fetch(this.base + path, { credentials: 'omit', ...options });
    } catch {
      throw new Refused(0, '');
    }
    if (!response.ok) throw await refusal(response);
    return (await response.json()).data;
  }
}

/** Whether the same request may succeed in a moment: a restart, a proxy without its server. */
function mayPass(error, failures) {
  return !error.isFinal && PASSING.has(error.status) && error.retryAfter <= PASSING_PAUSE_SECONDS && failures < 3;
}

/** The stream's own `error` event. */
function failed(data) {
  const error = new Refused(data.status || 500, data.message, data.retry_after);
  error.isFinal = true;
  return error;
}

async function refusal(response) {
  const retryAfter = Number(response.headers.get('Retry-After')) || 0;
  let message = '';
  try {
    const body = await response.json();
    const [first] = (body.data && body.data.errors) || [];
    message = first ? first.message : body.message;
  } catch {
    // Not ours: a proxy's page. Its status says enough.
  }
  return new Refused(response.status, message || String(response.status), retryAfter);
}

function untilOnline(hooks) {
  if (navigator.onLine !== false) return Promise.resolve();
  hooks.offline();
  return new Promise((done) => window.addEventListener('online', done, { once: true }));
}
