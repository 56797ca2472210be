/** Framing: messages survive any packet size and any chunking, and what is not a packet is refused. */
import {
  frameMessage,
  type Message,
  MessageReader,
  type MessageReaderOptions,
  MessageWriter,
  PacketStatus,
  PacketType,
  ProtocolError,
  TokenWriter,
} from '@sprocket/tds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunked, cuts } from './arbitraries.ts';
import { hex, unhex } from './hex.ts';

const messages = fc.array(
  fc.record({
    type: fc.constantFrom(PacketType.SQL_BATCH, PacketType.RPC, PacketType.TABULAR_RESULT),
    payload: fc.uint8Array({ maxLength: 3000 }),
  }),
  { maxLength: 5 },
);

test('messages survive any packet size and any chunks', () => {
  fc.assert(
    fc.property(messages, fc.integer({ min: 512, max: 4096 }), cuts, (sent, packetSize, places) => {
      const stream = Buffer.concat(sent.map(({ type, payload }) => frameMessage(payload, { type, packetSize })));
      const received = readAll(chunked(stream, places), { maxPacketSize: packetSize });
      expect(received.map(({ type, payload }) => ({ type, payload: new Uint8Array(payload) }))).toEqual(sent);
      expect(received.every((message) => message.last && !message.ignored)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a message in one packet is a view into its chunk', () => {
  const chunk = frameMessage(Uint8Array.of(1, 2, 3), { type: PacketType.RPC, packetSize: 4096 });
  const [message] = readAll([chunk]);
  expect(message?.payload.buffer).toBe(chunk.buffer);
});

test('packets have the header of the specification', () => {
  const framed = frameMessage(new Uint8Array(505), {
    type: PacketType.SQL_BATCH,
    packetSize: 512,
    status: PacketStatus.RESET_CONNECTION,
    spid: 0x0102,
  });
  expect(hex(framed.slice(0, 8))).toBe('01 08 02 00 01 02 01 00');
  expect(hex(framed.slice(512))).toBe('01 01 00 09 01 02 02 00 00');
});

test('an attention is a header alone', () => {
  const framed = frameMessage(new Uint8Array(0), { type: PacketType.ATTENTION, packetSize: 4096 });
  expect(hex(framed)).toBe('06 01 00 08 00 00 01 00');
  expect(readAll([framed])).toMatchObject([{ type: PacketType.ATTENTION, last: true }]);
});

test('the status of all packets of a message counts', () => {
  const stream = frameMessage(new Uint8Array(1000), {
    type: PacketType.RPC,
    packetSize: 512,
    status: PacketStatus.RESET_CONNECTION_SKIP_TRAN,
  });
  expect(readAll([stream])[0]?.status).toBe(PacketStatus.RESET_CONNECTION_SKIP_TRAN | PacketStatus.END_OF_MESSAGE);
});

test('a message that the client takes back is marked', () => {
  const stream = [unhex('01 00 00 0a 00 00 01 00 aa bb'), unhex('01 03 00 08 00 00 02 00')];
  expect(readAll(stream)).toMatchObject([{ ignored: true, last: true }]);
});

test('an attention drops the message that it interrupts', () => {
  const received = readAll([unhex('01 00 00 0a 00 00 01 00 aa bb'), unhex('06 01 00 08 00 00 01 00'), unhex('01 01 00 09 00 00 01 00 cc')]);
  expect(received.map(({ type, payload }) => [type, hex(payload)])).toEqual([
    [PacketType.ATTENTION, ''],
    [PacketType.SQL_BATCH, 'cc'],
  ]);
});

test('streamed types come packet by packet', () => {
  const payload = Uint8Array.from({ length: 1200 }, (_, i) => i);
  const stream = frameMessage(payload, { type: PacketType.BULK_LOAD, packetSize: 512 });
  const parts = readAll(chunked(stream, [700]), { streamed: [PacketType.BULK_LOAD], maxMessageSize: 600 });
  expect(parts.map(({ last }) => last)).toEqual([false, false, true]);
  expect(Buffer.concat(parts.map((part) => part.payload))).toEqual(Buffer.from(payload));
});

describe('what is refused', () => {
  test.each([
    ['an unknown type', '55 01 00 08 00 00 01 00', /packet type 0x55/],
    ['a length below the header', '01 01 00 07 00 00 01 00', /7 bytes is shorter/],
    ['a length above the limit', '01 01 10 01 00 00 01 00', /4097 bytes is longer than the limit of 4096/],
    ['a packet inside another message', '01 00 00 08 00 00 01 00 03 01 00 08 00 00 02 00', /type 0x3 inside a message of type 0x1/],
  ])('%s', (_what, bytes, message) => {
    const read = () => readAll([unhex(bytes)], { maxPacketSize: 4096 });
    expect(read).toThrow(ProtocolError);
    expect(read).toThrow(message);
  });

  test('a message beyond the limit', () => {
    const stream = frameMessage(new Uint8Array(2000), { type: PacketType.RPC, packetSize: 512 });
    expect(() => readAll([stream], { maxMessageSize: 1000 })).toThrow(/more than 1000 bytes/);
  });

  test('any bytes, without anything but a ProtocolError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), cuts, (bytes, places) => {
        try {
          readAll(chunked(bytes, places));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the rest of a stream can be taken over', () => {
  const reader = new MessageReader();
  reader.push(unhex('12 01 00 09 00 00 01 00 ff 16 03'));
  expect(reader.next()?.type).toBe(PacketType.PRELOGIN);
  expect(hex(reader.takeRest())).toBe('16 03');
  expect(reader.next()).toBeUndefined();
});

describe('MessageWriter', () => {
  test('sends full packets early and the rest at the end, numbered', () => {
    const w = new TokenWriter();
    const out = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: 512, spid: 51 });
    w.bytes(new Uint8Array(1008).fill(1));
    const first = out.fullPackets(w)!;
    expect([first.length, w.length]).toEqual([512, 504]);
    expect(out.fullPackets(w)).toBeUndefined();
    w.byte(2);
    const second = out.fullPackets(w)!;
    const last = out.end(w);
    expect(hex(first.slice(0, 8))).toBe('04 00 02 00 00 33 01 00');
    expect(hex(second.slice(0, 8))).toBe('04 00 02 00 00 33 02 00');
    expect(hex(last)).toBe('04 01 00 09 00 33 03 00 02');
    expect(w.length).toBe(0);
  });

  test('flushes short packets for what must not wait', () => {
    const w = new TokenWriter();
    const out = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: 512 });
    expect(out.flush(w)).toBeUndefined();
    w.byte(1);
    expect(hex(out.flush(w)!)).toBe('04 00 00 09 00 00 01 00 01');
    expect(hex(out.end(w))).toBe('04 01 00 08 00 00 02 00');
    expect(hex(out.end(w))).toBe('04 01 00 08 00 00 01 00');
  });

  test('packet numbers wrap at 256', () => {
    const w = new TokenWriter();
    const out = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: 512 });
    w.bytes(new Uint8Array(504 * 300));
    const packets = out.end(w);
    expect([packets[6], packets[512 * 255 + 6], packets[512 * 256 + 6]]).toEqual([1, 0, 1]);
  });
});

test('a writer gives large memory back', () => {
  const w = new TokenWriter();
  w.bytes(new Uint8Array(3_000_000).fill(5));
  const taken = w.take();
  w.byte(1);
  expect([taken.length, taken[2_999_999], w.buffer.length < 100_000]).toEqual([3_000_000, 5, true]);
});

function readAll(chunks: readonly Uint8Array[], options: MessageReaderOptions = {}): Message[] {
  const reader = new MessageReader(options);
  const received: Message[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let message = reader.next(); message !== undefined; message = reader.next()) received.push(message);
  }
  return received;
}
