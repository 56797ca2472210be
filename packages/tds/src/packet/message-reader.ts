/**
 * Received bytes to messages, incrementally: whoever owns the socket pushes chunks and takes what has become
 * complete. A message in one packet is a view into the chunk; one in several packets is joined. Bulk loads can be
 * endless, so types named as streamed come out packet by packet. An attention may interrupt a message that the
 * client never finishes; what was received of it is dropped. A limit on the size of a message bounds the memory
 * that a client can take.
 */
import { ByteQueue } from '../bytes/byte-queue.ts';
import { ProtocolError } from '../protocol-error.ts';
import { HEADER_LENGTH, MAX_PACKET_SIZE, type PacketHeader, PacketStatus, PacketType, readHeader } from './header.ts';

/** A message, or a part of one if its type is streamed. */
export interface Message {
  /** A PacketType. */
  readonly type: number;
  /** The PacketStatus bits of all its packets. */
  readonly status: number;
  readonly payload: Uint8Array;
  /** The message ends here; always true if its type is not streamed. */
  readonly last: boolean;
  /** The client takes the message back: it must not be executed. */
  readonly ignored: boolean;
}

export interface MessageReaderOptions {
  /** The longest packet that is accepted, header included. */
  readonly maxPacketSize?: number;
  /** The most bytes of one message; streamed messages are not limited. */
  readonly maxMessageSize?: number;
  /** Packet types that are handed out packet by packet. */
  readonly streamed?: readonly number[];
}

const DEFAULT_MAX_MESSAGE_SIZE = 256 * 1024 * 1024;

/** Assembles messages from chunks of any size. */
export class MessageReader {
  /** The longest packet that is accepted; the login negotiates it. */
  maxPacketSize: number;
  readonly #maxMessageSize: number;
  readonly #streamed: ReadonlySet<number>;
  readonly #queue = new ByteQueue();
  #parts: Uint8Array[] = [];
  #size = 0;
  #status = 0;
  /** The type of the message whose packets are being collected. */
  #type: number | null = null;

  constructor(options: MessageReaderOptions = {}) {
    this.maxPacketSize = options.maxPacketSize ?? MAX_PACKET_SIZE;
    this.#maxMessageSize = options.maxMessageSize ?? DEFAULT_MAX_MESSAGE_SIZE;
    this.#streamed = new Set(options.streamed ?? []);
  }

  /** Takes over a chunk: it must not be changed afterwards. */
  push(chunk: Uint8Array): void {
    this.#queue.append(chunk);
  }

  /** The next message that has arrived completely. Throws a ProtocolError at the first packet that is wrong. */
  next(): Message | undefined {
    for (let header = this.#header(); header !== undefined; header = this.#header()) {
      const payload = this.#takePayload(header);
      const message = this.#accept(header, payload);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  /** The bytes that were received but belong to no message yet; TLS begins with them after PRELOGIN. */
  takeRest(): Uint8Array {
    const rest = this.#queue.bytes.subarray(this.#queue.start, this.#queue.end);
    this.#queue.consumeTo(this.#queue.end);
    return rest;
  }

  /** The header of the next packet if all of it is there. */
  #header(): PacketHeader | undefined {
    const queue = this.#queue;
    if (queue.length < HEADER_LENGTH) return undefined;
    const header = readHeader(queue.bytes, queue.start, this.maxPacketSize);
    return queue.length < header.length ? undefined : header;
  }

  #takePayload(header: PacketHeader): Uint8Array {
    const { bytes, start } = this.#queue;
    this.#queue.consumeTo(start + header.length);
    return bytes.subarray(start + HEADER_LENGTH, start + header.length);
  }

  #accept(header: PacketHeader, payload: Uint8Array): Message | undefined {
    if (this.#type !== null && this.#type !== header.type) this.#interrupt(header.type);
    this.#status |= header.status;
    const last = (header.status & PacketStatus.END_OF_MESSAGE) !== 0;
    if (this.#streamed.has(header.type)) return this.#emit(header.type, payload, last);
    this.#collect(payload);
    if (last) return this.#emit(header.type, this.#join(), true);
    this.#type = header.type;
    return undefined;
  }

  #interrupt(type: number): void {
    if (type !== PacketType.ATTENTION)
      throw new ProtocolError(`A packet of type 0x${type.toString(16)} inside a message of type 0x${this.#type!.toString(16)}`);
    this.#reset();
  }

  #collect(payload: Uint8Array): void {
    this.#size += payload.length;
    if (this.#size > this.#maxMessageSize) throw new ProtocolError(`A message of more than ${this.#maxMessageSize} bytes`);
    this.#parts.push(payload);
  }

  #join(): Uint8Array {
    return this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts, this.#size);
  }

  #emit(type: number, payload: Uint8Array, last: boolean): Message {
    const status = this.#status;
    if (last) this.#reset();
    else this.#type = type;
    return { type, status, payload, last, ignored: (status & PacketStatus.IGNORE) !== 0 };
  }

  #reset(): void {
    this.#parts = [];
    this.#size = 0;
    this.#status = 0;
    this.#type = null;
  }
}
