/**
 * TLS over somebody else's socket. TDS 8.0 is plain TLS. TDS 7.x wraps the handshake into PRELOGIN packets and lets bare TLS records follow
 * ([MS-TDS] 2.2.6.5 and 3.2.5.2): incoming bytes tell the two apart by themselves, because a packet starts with its type and a record with 0x14 to
 * 0x17; outgoing bytes are wrapped until the first bare record arrives or, at the client, which speaks first after the handshake, until that is
 * complete. Wrapped TLS is 1.2 only: session tickets of 1.3 would follow the handshake and find neither form.
 */

import { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';

const PRELOGIN = 0x12;
/** First bytes of TLS records: change cipher spec, alert, handshake, application data. */
const FIRST_RECORD = 0x14;
const LAST_RECORD = 0x17;
const HEADER_LENGTH = 8;
const END_OF_MESSAGE = 0x01;
/** Packets before the login are at most this long. */
const PACKET_LENGTH = 4096;

type Done = (error?: Error | null) => void;

export interface TlsTunnelOptions {
  /** The handshake comes in PRELOGIN packets. */
  readonly wrapped: boolean;
  /** Begins one side of TLS over the given stream. */
  readonly start: (tunnel: Duplex) => TLSSocket;
  readonly writeRaw: (bytes: Uint8Array, done: Done) => void;
  readonly onClear: (bytes: Buffer) => void;
  readonly onError: (error: Error) => void;
}

/** One end of a TLS conversation. */
export class TlsTunnel {
  readonly #options: TlsTunnelOptions;
  readonly #tunnel: Duplex;
  readonly #tls: TLSSocket;
  #pending: Buffer = Buffer.alloc(0);
  #wrapping: boolean;
  /** Packets have ended and records have begun on the way in. */
  #bare: boolean;
  #stopped: boolean = false;

  constructor(options: TlsTunnelOptions) {
    this.#options = options;
    this.#wrapping = options.wrapped;
    this.#bare = !options.wrapped;
    this.#tunnel = new Duplex({
      read: () => {},
      write: (chunk: Buffer, _encoding, done) => this.#writeTunnel(chunk, done),
    });
    this.#tls = options.start(this.#tunnel);
    this.#tls.on('data', (bytes: Buffer) => options.onClear(bytes));
    this.#tls.on('error', (error) => this.#stopped || options.onError(error));
  }

  /** Bytes as they came from the network. Throws for a malformed packet. */
  receive(bytes: Uint8Array): void {
    this.#pending =
      this.#pending.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([this.#pending, bytes]);
    while (this.#pending.length > 0 && this.#receiveOne());
  }

  /** The handshake is complete: the client sends bare records from now on. */
  stopWrapping(): void {
    this.#wrapping = false;
  }

  /** Encrypts and sends. */
  write(bytes: Uint8Array, done: Done): void {
    this.#tls.write(bytes, done);
  }

  /** Says goodbye after what was written. */
  end(done: () => void): void {
    this.#tls.end(done);
  }

  /** Ends the encryption and leaves the socket open: after a login that alone was encrypted. */
  stop(): void {
    this.#stopped = true;
    this.#tls.destroy();
    this.#tunnel.destroy();
  }

  /** Passes on one packet's contents or all bare records; false when more bytes are needed. */
  #receiveOne(): boolean {
    if (this.#bare || isRecord(this.#pending[0]!)) {
      this.#bare = true;
      this.#wrapping = false;
      // Pushing may run a whole request, which may bring more bytes: nothing must be left here to be pushed twice.
      const records = this.#pending;
      this.#pending = Buffer.alloc(0);
      this.#tunnel.push(records);
      return true;
    }
    if (this.#pending.length < HEADER_LENGTH) return false;
    const length = this.#pending.readUInt16BE(2);
    if (length <= HEADER_LENGTH) throw new Error(`a TLS packet of ${length} bytes`);
    if (this.#pending.length < length) return false;
    const packet = this.#pending.subarray(HEADER_LENGTH, length);
    this.#pending = this.#pending.subarray(length);
    this.#tunnel.push(packet);
    return true;
  }

  #writeTunnel(chunk: Buffer, done: Done): void {
    if (this.#stopped) done();
    else this.#options.writeRaw(this.#wrapping ? wrap(chunk) : chunk, done);
  }
}

function isRecord(first: number): boolean {
  return first >= FIRST_RECORD && first <= LAST_RECORD;
}

function wrap(bytes: Buffer): Buffer {
  const packets: Buffer[] = [];
  const room = PACKET_LENGTH - HEADER_LENGTH;
  for (let from = 0; from < bytes.length; from += room) {
    const part = bytes.subarray(from, from + room);
    const header = Buffer.alloc(HEADER_LENGTH);
    header[0] = PRELOGIN;
    header[1] = from + room >= bytes.length ? END_OF_MESSAGE : 0;
    header.writeUInt16BE(part.length + HEADER_LENGTH, 2);
    packets.push(header, part);
  }
  return Buffer.concat(packets);
}
