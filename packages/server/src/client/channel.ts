/**
 * The client's side of a socket: bytes in and out, plain or encrypted in the three ways that TDS knows. The mirror image of the gateway's transport.
 */

import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { TlsTunnel } from '../tls-tunnel.ts';
import { ClientError } from './client-error.ts';

export interface ChannelOptions {
  readonly host: string;
  readonly port: number;
  readonly connectTimeout: number;
  /** Accept a certificate that no authority has signed, or for another name. */
  readonly trustCertificate: boolean;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onEnd: (error: Error) => void;
}

export class Channel {
  readonly #options: ChannelOptions;
  readonly #socket: Socket;
  #secure: TLSSocket | undefined;
  #wrapped: TlsTunnel | undefined;
  #receive: (bytes: Buffer) => void;

  constructor(options: ChannelOptions, socket: Socket) {
    this.#options = options;
    this.#socket = socket;
    this.#receive = options.onBytes;
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('error', (error) => options.onEnd(new ClientError(error.message)));
    socket.on('close', () => options.onEnd(new ClientError('the server closed the connection')));
  }

  get encrypted(): boolean {
    return this.#secure !== undefined || this.#wrapped !== undefined;
  }

  write(bytes: Uint8Array, done: () => void = () => {}): void {
    if (this.#wrapped !== undefined) this.#wrapped.write(bytes, done);
    else (this.#secure ?? this.#socket).write(bytes, done);
  }

  pause(): void {
    (this.#secure ?? this.#socket).pause();
  }

  resume(): void {
    (this.#secure ?? this.#socket).resume();
  }

  close(): void {
    this.#socket.destroy();
  }

  /** TLS before anything else: TDS 8.0. */
  startStrict(): Promise<void> {
    this.#socket.removeAllListeners('data');
    const secure = connectTls({ socket: this.#socket, ALPNProtocols: ['tds/8.0'], ...this.#verification(true) });
    secure.on('data', (bytes: Buffer) => this.#options.onBytes(bytes));
    this.#secure = secure;
    return handshake(secure);
  }

  /** TLS 1.2 inside PRELOGIN packets. Where it is for the login alone, the certificate says nothing worth checking, as with every SQL client. */
  async startWrapped(options: { readonly loginOnly: boolean }): Promise<void> {
    const { promise: begun, resolve } = Promise.withResolvers<TLSSocket>();
    const wrapped = new TlsTunnel({
      wrapped: true,
      start: (tunnel) => {
        const secure = connectTls({
          socket: tunnel,
          minVersion: 'TLSv1.2',
          maxVersion: 'TLSv1.2',
          ...this.#verification(!options.loginOnly),
        });
        resolve(secure);
        return secure;
      },
      writeRaw: (bytes, done) => this.#socket.write(bytes, done),
      onClear: (bytes) => this.#options.onBytes(bytes),
      onError: (error) => this.#options.onEnd(new ClientError(error.message)),
    });
    this.#receive = (bytes) => wrapped.receive(bytes);
    await handshake(await begun);
    wrapped.stopWrapping();
    this.#wrapped = wrapped;
  }

  /** Back to plain bytes, when only the login was to be encrypted. */
  stopWrapped(): void {
    this.#wrapped?.stop();
    this.#wrapped = undefined;
    this.#receive = this.#options.onBytes;
  }

  #verification(wanted: boolean): { rejectUnauthorized: boolean; servername: string } {
    const { host, trustCertificate } = this.#options;
    // Names only: TLS does not allow an address here.
    return { rejectUnauthorized: wanted && !trustCertificate, servername: /^[\d.:]+$/.test(host) ? '' : host };
  }
}

/** Connects the socket. Rejects with a ClientError. */
export function openChannel(options: ChannelOptions): Promise<Channel> {
  const { host, port, connectTimeout } = options;
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host, port, noDelay: true });
    const fail = (reason: string) => {
      socket.destroy();
      reject(new ClientError(`cannot connect to ${host}:${port}: ${reason}`));
    };
    socket.setTimeout(connectTimeout, () => fail('no answer in time'));
    socket.once('error', (error) => fail(error.message));
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('error');
      resolve(new Channel(options, socket));
    });
  });
}

function handshake(secure: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    secure.once('secureConnect', resolve);
    secure.once('error', (error) => reject(new ClientError(`TLS: ${error.message}`)));
  });
}
