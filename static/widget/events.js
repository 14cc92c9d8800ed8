/** Server-sent events read from a fetch: EventSource can neither POST nor send headers. */

const SILENCE_MILLISECONDS = 35_000; // heartbeats come every 10 to 15 s

/** Each event of the answer as `{id, name, data}`; ends where the connection ends. */
export async function* eventsOf(response, abort) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  let watch = 0;
  const listen = () => {
    clearTimeout(watch);
    watch = setTimeout(() => abort.abort(), SILENCE_MILLISECONDS);
  };
  try {
    for (;;) {
      listen();
      const { done, value } = await reader.read();
      if (done) return;
      buffer += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const event = parse(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    clearTimeout(watch);
  }
}

/** One block of lines; a comment is a heartbeat and no event. */
function parse(block) {
  const fields = { id: null, event: 'message', data: '' };
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) || [];
    if (name === 'data') fields.data += value;
    else if (name) fields[name] = value;
  }
  if (!fields.data) return null;
  return { id: fields.id, name: fields.event, data: JSON.parse(fields.data) };
}
