/**
 * A socket with the encryption that its client chooses: none, TLS inside PRELOGIN packets for the whole connection or for the login alone
 * (TDS 7.x), or TLS before anything else (TDS 8.0, known by the first byte, which is that of a ClientHello). Whoever stands above sees clear bytes only.
 */

import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { EarlyBytes } from '../session/early-bytes.ts';
import { TlsTunnel } from '../tls-tunnel.ts';

/** First byte of a TLS handshake record. */
const TLS_HANDSHAKE = 0x16;
const TDS_8_PROTOCOL = 'tds/8.0';

/** Secure contexts made once for all connections. */
export interface TlsContexts {
  /** TLS 1.2 alone, for TDS 7.x. */
  readonly wrapped: SecureContext;
  /** TLS 1.2 and 1.3, for TDS 8.0. */
  readonly strict: SecureContext;
}

export interface TransportOptions {
  /** A word that the main thread sets when everything must stop. */
  readonly stop: Int32Array;
  /** Undefined: the server does not encrypt. */
  readonly contexts: TlsContexts | undefined;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** The connection must end: a TLS failure. Failures of the network show up as the socket's `close`. */
  readonly onError: (error: Error) => void;
}

export type Encryption = 'none' | 'wrapped' | 'strict';

type Done = (error?: Error | null) => void;

export class Transport {
  /** What a busy request reads of the socket by itself. */
  readonly early: EarlyBytes;
  readonly #socket: Socket;
  readonly #options: TransportOptions;
  #tunnel: TlsTunnel | undefined;
  #encryption: Encryption = 'none';
  #receive: (bytes: Buffer) => void;

  constructor(socket: Socket, options: TransportOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#receive = (bytes) => this.#receiveFirst(bytes);
    this.early = new EarlyBytes({ descriptor: () => this.#descriptor(), stop: options.stop });
    socket.on('data', (bytes: Buffer) => {
      this.receiveEarly();
      this.#receive(bytes);
    });
  }

  get encryption(): Encryption {
    return this.#encryption;
  }

  write(bytes: Uint8Array, done: Done = () => {}): void {
    if (this.#tunnel !== undefined) this.#tunnel.write(bytes, done);
    else this.#socket.write(bytes, done);
  }

  /** Takes in what a busy request has read, in a turn of its own: TLS may still be handing over the request. */
  receiveEarlySoon(): void {
    if (this.early.waiting) setImmediate(() => this.receiveEarly());
  }

  /** Takes in what a busy request has read. */
  receiveEarly(): void {
    const bytes = this.early.take();
    if (bytes !== undefined) this.#receive(bytes);
  }

  /** Closes the socket after what was written. */
  end(): void {
    const close = () => this.#socket.end(() => this.#socket.destroy());
    if (this.#tunnel !== undefined) this.#tunnel.end(close);
    else close();
  }

  /** From here on the client speaks TLS inside PRELOGIN packets. */
  startWrapped(): void {
    if (this.#options.contexts !== undefined) this.#startTunnel('wrapped', { secureContext: this.#options.contexts.wrapped });
  }

  /** Back to plain bytes, after a login that alone was encrypted. */
  stopWrapped(): void {
    this.#tunnel?.stop();
    this.#tunnel = undefined;
    this.#encryption = 'none';
    this.#receive = (bytes) => this.#options.onBytes(bytes);
  }

  #receiveFirst(bytes: Buffer): void {
    this.#receive = (more) => this.#options.onBytes(more);
    if (bytes[0] === TLS_HANDSHAKE && this.#options.contexts !== undefined) {
      this.#startTunnel('strict', { secureContext: this.#options.contexts.strict, ALPNProtocols: [TDS_8_PROTOCOL] });
    }
    this.#receive(bytes);
  }

  #startTunnel(encryption: 'wrapped' | 'strict', side: { readonly secureContext: SecureContext; readonly ALPNProtocols?: string[] }): void {
    const tunnel = new TlsTunnel({
      wrapped: encryption === 'wrapped',
      start: (stream) => new TLSSocket(stream, { isServer: true, ...side }),
      writeRaw: (bytes, done) => this.#socket.write(bytes, done),
      onClear: (bytes) => this.#options.onBytes(bytes),
      onError: (error) => this.#options.onError(error),
    });
    this.#tunnel = tunnel;
    this.#encryption = encryption;
    this.#receive = (bytes) => this.#guard(() => tunnel.receive(bytes));
  }

  /** The socket's descriptor while it is open and the platform has one, else -1. */
  #descriptor(): number {
    if (this.#socket.destroyed || process.platform === 'win32') return -1;
    // Node has no public way to it.
    const handle: unknown = Reflect.get(this.#socket, '_handle');
    const descriptor: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
    return typeof descriptor === 'number' ? descriptor : -1;
  }

  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#options.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
