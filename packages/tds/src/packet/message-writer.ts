/**
 * Messages to packets. A whole message is framed in one step; a long answer is framed as it grows, full packets
 * first, so that rows leave while others are still being produced. The payload is copied once, into memory that
 * then belongs to the socket.
 */
import type { TokenWriter } from '../bytes/token-writer.ts';
import { HEADER_LENGTH, PacketStatus, writeHeader } from './header.ts';

export interface FrameOptions {
  /** A PacketType. */
  readonly type: number;
  /** The negotiated size of a packet, header included. */
  readonly packetSize: number;
  /** PacketStatus bits of the first packet, for a reset of the connection. */
  readonly status?: number;
  /** The server process id, which servers put into every header. */
  readonly spid?: number;
}

/** Frames a whole message. An empty one, such as an attention, is a header alone. */
export function frameMessage(payload: Uint8Array, options: FrameOptions): Uint8Array {
  return frame(payload, options, { firstId: 1, last: true, status: options.status ?? 0 });
}

/** Frames one answer while it is being written. */
export class MessageWriter {
  readonly #options: FrameOptions;
  #nextId = 1;

  constructor(options: FrameOptions) {
    this.#options = options;
  }

  /** Takes as many full packets out of `w` as it has and leaves the rest; undefined if there is not one. */
  fullPackets(w: TokenWriter): Uint8Array | undefined {
    const room = this.#options.packetSize - HEADER_LENGTH;
    // The last packet must not be empty, so a packet that is just full waits.
    const count = Math.floor((w.length - 1) / room);
    if (count <= 0) return undefined;
    const packets = this.#frame(w.buffer.subarray(0, count * room), false);
    w.discard(count * room);
    return packets;
  }

  /** Takes everything out of `w` at once, in packets that may be short: for messages that must not wait. */
  flush(w: TokenWriter): Uint8Array | undefined {
    return w.length === 0 ? undefined : this.#frame(w.take(), false);
  }

  /** Takes the rest out of `w` and ends the message; the writer can begin the next one. */
  end(w: TokenWriter): Uint8Array {
    const packets = this.#frame(w.take(), true);
    this.#nextId = 1;
    return packets;
  }

  #frame(payload: Uint8Array, last: boolean): Uint8Array {
    const status = this.#nextId === 1 ? (this.#options.status ?? 0) : 0;
    const packets = frame(payload, this.#options, { firstId: this.#nextId, last, status });
    this.#nextId += packetCount(payload.length, this.#options.packetSize);
    return packets;
  }
}

interface Position {
  readonly firstId: number;
  readonly last: boolean;
  readonly status: number;
}

function frame(payload: Uint8Array, options: FrameOptions, position: Position): Uint8Array {
  const room = options.packetSize - HEADER_LENGTH;
  const count = packetCount(payload.length, options.packetSize);
  const framed = Buffer.allocUnsafe(payload.length + count * HEADER_LENGTH);
  for (let i = 0, at = 0; i < count; i++) {
    const part = payload.subarray(i * room, (i + 1) * room);
    writeHeader(framed, at, {
      type: options.type,
      status: (i === 0 ? position.status : 0) | (position.last && i === count - 1 ? PacketStatus.END_OF_MESSAGE : 0),
      length: part.length + HEADER_LENGTH,
      spid: options.spid ?? 0,
      packetId: (position.firstId + i) & 0xff,
    });
    framed.set(part, at + HEADER_LENGTH);
    at += part.length + HEADER_LENGTH;
  }
  return framed;
}

function packetCount(length: number, packetSize: number): number {
  return Math.max(1, Math.ceil(length / (packetSize - HEADER_LENGTH)));
}
