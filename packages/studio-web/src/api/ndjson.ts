/** Lines of a byte stream as they arrive. The last line may come without its line feed; empty lines are keep-alives and are left out. */

export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = pieces.pop() ?? '';
      yield* pieces.filter((line) => line.trim() !== '');
    }
    rest += decoder.decode();
    if (rest.trim() !== '') yield rest;
  } finally {
    // Also when the consumer leaves the loop early: the server sees the connection close and cancels its work.
    await reader.cancel().catch(() => undefined);
  }
}
