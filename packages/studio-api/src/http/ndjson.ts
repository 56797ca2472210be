/**
 * An answer of one JSON document a line, written as things happen.
 *
 * The writer waits while the browser is slower than the source, and learns through a signal that the browser has gone.
 */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';

export interface NdjsonWriter<Event> {
  /** Resolves when there is room for more. Throws an AbortError when the reader has gone. */
  readonly write: (event: Event) => Promise<void>;
  /** Aborted when the reader has gone before the end. */
  readonly signal: AbortSignal;
}

/** The body that the method of an operation with answer `ndjson` returns. An error of `produce` ends the answer in its middle. */
export function ndjson<Event>(produce: (writer: NdjsonWriter<Event>) => Promise<void>): Readable {
  const stream = new PassThrough();
  const gone = new AbortController();
  let complete = false;
  stream.on('close', () => {
    if (!complete) gone.abort();
  });
  // Whoever waits for room hears of the end through the signal; the error itself belongs to nobody.
  stream.on('error', () => undefined);
  const write = async (event: Event) => {
    gone.signal.throwIfAborted();
    if (!stream.write(`${JSON.stringify(event)}\n`)) await once(stream, 'drain', { signal: gone.signal });
  };
  const run = async () => {
    try {
      await produce({ write, signal: gone.signal });
      complete = true;
      stream.end();
    } catch (error) {
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void run();
  return stream;
}
