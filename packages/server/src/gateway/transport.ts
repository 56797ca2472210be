/**
 * A socket with the encryption that its client chooses: none, TLS inside PRELOGIN packets for the whole connection or for the login alone
 * (TDS 7.x), or TLS before anything else (TDS 8.0, known by the first byte, which is that of a ClientHello). Whoever stands above sees clear bytes only.
 */

import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { WrappedTls } from '../wrapped-tls.ts';

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
  /** Undefined: the server does not encrypt. */
  readonly contexts: TlsContexts | undefined;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** The connection must end: a TLS failure. Failures of the network show up as the socket's `close`. */
  readonly onError: (error: Error) => void;
}

export type Encryption = 'none' | 'wrapped' | 'strict';

type Done = (error?: Error | null) => void;

export class Transport {
  readonly #socket: Socket;
  readonly #options: TransportOptions;
  #wrapped: WrappedTls | undefined;
  #strict: TLSSocket | undefined;
  #receive: (bytes: Buffer) => void;

  constructor(socket: Socket, options: TransportOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#receive = (bytes) => this.#receiveFirst(bytes);
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  get encryption(): Encryption {
    if (this.#strict !== undefined) return 'strict';
    return this.#wrapped === undefined ? 'none' : 'wrapped';
  }

  /** The descriptor of a plain connection where the platform has one, else -1. */
  get descriptor(): number {
    if (this.encryption !== 'none') return -1;
    // Node has no public way to a socket's descriptor; where the handle has none, answers go through this thread.
    const handle: unknown = Reflect.get(this.#socket, '_handle');
    const descriptor: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
    return typeof descriptor === 'number' && process.platform !== 'win32' ? descriptor : -1;
  }

  write(bytes: Uint8Array, done: Done = () => {}): void {
    if (this.#wrapped !== undefined) this.#wrapped.write(bytes, done);
    else (this.#strict ?? this.#socket).write(bytes, done);
  }

  /** Closes the socket after what was written. */
  end(): void {
    (this.#strict ?? this.#socket).end(() => this.#socket.destroy());
  }

  /** From here on the client speaks TLS inside PRELOGIN packets. */
  startWrapped(context: SecureContext): void {
    const wrapped = new WrappedTls({
      start: (tunnel) => new TLSSocket(tunnel, { isServer: true, secureContext: context }),
      writeRaw: (bytes, done) => this.#socket.write(bytes, done),
      onClear: (bytes) => this.#options.onBytes(bytes),
      onError: (error) => this.#options.onError(error),
    });
    this.#wrapped = wrapped;
    this.#receive = (bytes) => this.#guard(() => wrapped.receive(bytes));
  }

  /** Back to plain bytes, after a login that alone was encrypted. */
  stopWrapped(): void {
    this.#wrapped?.stop();
    this.#wrapped = undefined;
    this.#receive = (bytes) => this.#options.onBytes(bytes);
  }

  #receiveFirst(bytes: Buffer): void {
    this.#receive = (more) => this.#options.onBytes(more);
    if (bytes[0] === TLS_HANDSHAKE && this.#options.contexts !== undefined) this.#startStrict(this.#options.contexts.strict, bytes);
    else this.#options.onBytes(bytes);
  }

  #startStrict(context: SecureContext, first: Buffer): void {
    this.#socket.removeAllListeners('data');
    this.#socket.pause();
    this.#socket.unshift(first);
    const strict = new TLSSocket(this.#socket, { isServer: true, secureContext: context, ALPNProtocols: [TDS_8_PROTOCOL] });
    strict.on('data', (bytes: Buffer) => this.#options.onBytes(bytes));
    strict.on('error', (error) => this.#options.onError(error));
    this.#strict = strict;
  }

  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#options.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
