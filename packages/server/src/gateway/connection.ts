/**
 * One client from accept to close. It goes through phases: prelogin, login, authenticating, open; in each only certain messages are allowed.
 * Once open, messages are passed to the home worker as they are; an attention is seen here first, so it works while the worker is busy.
 * Whatever is malformed ends the connection with a log line and nothing else.
 */

import type { Socket } from 'node:net';
import {
  DEFAULT_PACKET_SIZE,
  decodeLogin7,
  decodePrelogin,
  frameMessage,
  type Login7,
  type Message,
  MessageReader,
  PacketType,
  ProtocolError,
  TdsVersion,
} from '@sprocket/tds';
import type { Config } from '../config/settings.ts';
import type { GatewayCounters } from '../http/server-metrics.ts';
import type { Log } from '../log.ts';
import type { LoginError, WireTerms } from '../worker/messages.ts';
import { closeGate, newSharedState, raiseInterrupt } from '../worker/shared-state.ts';
import type { ConnectionHandler, HomeWorker } from './home-worker.ts';
import type { Lockout } from './lockout.ts';
import { decideEncryption, lockedOut, loginRequest, preloginAnswer, unsupportedLogin, wireTerms } from './login.ts';
import { loginRefusal } from './login-refusal.ts';
import { type TlsContexts, Transport } from './transport.ts';

/** What all connections share. */
export interface ConnectionServices {
  readonly config: Config;
  readonly contexts: TlsContexts | undefined;
  readonly worker: HomeWorker;
  readonly lockout: Lockout;
  readonly counters: GatewayCounters;
  readonly log: Log;
}

type Phase = 'prelogin' | 'login' | 'authenticating' | 'open' | 'closed';

/** Nobody needs more before a login. [MS-TDS] 2.2.6.4: LOGIN7 is shorter than 128 KB. */
const MAX_LOGIN_MESSAGE = 128 * 1024;
const MEGABYTE = 1024 * 1024;
/** Login errors that count as wrong credentials. */
const LOGIN_FAILED = 18456;

const REQUESTS: ReadonlySet<number> = new Set([
  PacketType.SQL_BATCH,
  PacketType.RPC,
  PacketType.BULK_LOAD,
  PacketType.TRANSACTION_MANAGER_REQUEST,
]);

export class Connection implements ConnectionHandler {
  readonly #id: number;
  readonly #socket: Socket;
  readonly #services: ConnectionServices;
  readonly #transport: Transport;
  readonly #shared = newSharedState();
  readonly #address: string;
  readonly #loginTimer: NodeJS.Timeout;
  #reader = new MessageReader({ maxMessageSize: MAX_LOGIN_MESSAGE });
  #phase: Phase = 'prelogin' as Phase;
  #encryptsLoginOnly: boolean = false;
  #user = '';
  #terms: Pick<WireTerms, 'tdsVersion' | 'packetSize'> = { tdsVersion: TdsVersion.TDS_7_4, packetSize: DEFAULT_PACKET_SIZE };
  #sent = 0;

  constructor(id: number, socket: Socket, services: ConnectionServices, onClose: () => void) {
    this.#id = id;
    this.#socket = socket;
    this.#services = services;
    this.#address = socket.remoteAddress ?? '';
    this.#transport = new Transport(socket, {
      contexts: services.contexts,
      onBytes: (bytes) => this.#receive(bytes),
      onError: (error) => this.#fail('TLS failed', error.message),
    });
    this.#loginTimer = setTimeout(
      () => this.#fail('login timeout', 'no complete login in time'),
      services.config.loginTimeoutSeconds * 1000,
    );
    closeGateBeforeSocket(socket, this.#shared);
    // The socket closes by itself afterwards.
    socket.on('error', (error) => services.log('debug', 'connection broken', { connection: id, reason: error.message }));
    socket.on('close', () => this.#closed(onClose));
    services.worker.register(id, this);
    services.log('debug', 'connection opened', { connection: id, address: this.#address });
  }

  /** Ends the connection after what was written to it. */
  close(reason: string): void {
    if (this.#phase === 'closed') return;
    this.#services.log('debug', 'connection closing', { connection: this.#id, reason });
    this.#phase = 'closed';
    this.#transport.end();
  }

  /** Makes the request that runs stop, however busy its thread is. */
  interrupt(): void {
    raiseInterrupt(this.#shared);
  }

  loggedIn(sessionId: number, database: string): void {
    if (this.#phase !== 'authenticating') return;
    clearTimeout(this.#loginTimer);
    this.#services.lockout.succeeded(this.#user, this.#address);
    const rest = this.#reader.takeRest();
    this.#reader = new MessageReader({ maxMessageSize: this.#services.config.maxRequestMegabytes * MEGABYTE });
    this.#phase = 'open';
    this.#services.log('debug', 'login', { connection: this.#id, session: sessionId, user: this.#user, database, address: this.#address });
    if (rest.length > 0) this.#receive(rest);
  }

  loginRefused(errors: readonly LoginError[]): void {
    const { lockout, counters, log } = this.#services;
    const reason = errors.map((error) => `${error.number} state ${error.state}`).join(', ');
    counters.loginsFailed++;
    log('warn', 'login failed', { connection: this.#id, user: this.#user, address: this.#address, reason });
    const wrongCredentials = errors.length === 1 && errors[0]?.number === LOGIN_FAILED;
    const delay = wrongCredentials ? lockout.failed(this.#user, this.#address) : 0;
    setTimeout(() => this.#refuse(errors), delay);
  }

  output(bytes: Uint8Array): void {
    this.#transport.write(bytes, () => {
      this.#sent += bytes.length;
      this.#services.worker.send({ kind: 'sent', connection: this.#id, total: this.#sent });
    });
  }

  hangUp(reason: string): void {
    this.#services.log('info', 'connection ended', { connection: this.#id, reason });
    this.close(reason);
  }

  malformed(reason: string): void {
    this.#fail('malformed input', reason);
  }

  #receive(bytes: Uint8Array): void {
    this.#services.counters.bytesReceived += bytes.length;
    try {
      this.#reader.push(bytes);
      for (let message = this.#next(); message !== undefined; message = this.#next()) this.#handle(message);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#fail('malformed input', error.message);
    }
  }

  /** Messages behind a login wait until it is decided. */
  #next(): Message | undefined {
    return this.#phase === 'authenticating' || this.#phase === 'closed' ? undefined : this.#reader.next();
  }

  #handle(message: Message): void {
    if (this.#phase === 'open') return this.#forward(message);
    // Old clients log in without a PRELOGIN.
    if (this.#phase === 'prelogin' && message.type === PacketType.PRELOGIN) return this.#prelogin(message);
    if (message.type === PacketType.TDS7_LOGIN) return this.#login(message);
    throw new ProtocolError(`A message of type 0x${message.type.toString(16)} before the login`);
  }

  #prelogin(message: Message): void {
    const asked = decodePrelogin(message.payload);
    const decision = decideEncryption(this.#services.config.tlsMode, this.#transport.encryption, asked.encryption);
    const payload = preloginAnswer(asked, decision.answer);
    this.#transport.write(frameMessage(payload, { type: PacketType.TABULAR_RESULT, packetSize: DEFAULT_PACKET_SIZE }));
    this.#phase = 'login';
    if (decision.next === 'refusal') return this.close('the server requires encryption');
    if (decision.next === 'plain login' || this.#services.contexts === undefined) return;
    this.#encryptsLoginOnly = decision.next === 'encrypted login';
    this.#transport.startWrapped(this.#services.contexts.wrapped);
  }

  #login(message: Message): void {
    const login = decodeLogin7(message.payload);
    if (this.#services.config.tlsMode === 'required' && this.#transport.encryption === 'none')
      return this.close('the server requires encryption');
    if (this.#services.config.tlsMode === 'strict' && this.#transport.encryption !== 'strict')
      return this.close('the server requires TDS 8.0');
    if (this.#encryptsLoginOnly) this.#transport.stopWrapped();
    const terms = wireTerms(login);
    this.#user = login.userName;
    this.#terms = terms;
    this.#phase = 'authenticating';
    const refusal = this.#refusalOf(login);
    if (refusal !== undefined) return this.loginRefused([refusal]);
    const request = loginRequest(login, { address: this.#address, encrypted: this.#transport.encryption !== 'none' }, this.#shared);
    const descriptor = this.#transport.descriptor;
    this.#services.worker.send({ kind: 'login', connection: this.#id, request, terms, shared: this.#shared, descriptor });
  }

  #refusalOf(login: Login7): LoginError | undefined {
    return this.#services.lockout.isLocked(login.userName, this.#address) ? lockedOut(login.userName) : unsupportedLogin(login);
  }

  #refuse(errors: readonly LoginError[]): void {
    if (this.#phase !== 'authenticating') return;
    this.#transport.write(loginRefusal(errors, this.#terms, this.#services.config.serverName));
    this.close('login failed');
  }

  #forward(message: Message): void {
    if (message.type === PacketType.ATTENTION) {
      this.interrupt();
      this.#services.worker.send({ kind: 'attention', connection: this.#id });
      return;
    }
    if (!REQUESTS.has(message.type)) throw new ProtocolError(`A message of type 0x${message.type.toString(16)} after the login`);
    // A copy of its own: posting a view would copy the whole chunk behind it.
    const payload = new Uint8Array(message.payload);
    this.#services.worker.send({ kind: 'request', connection: this.#id, type: message.type, status: message.status, payload });
  }

  #fail(event: string, reason: string): void {
    if (this.#phase === 'closed') return;
    this.#phase = 'closed';
    this.#services.counters.protocolErrors++;
    this.#services.log('warn', `connection closed: ${event}`, { connection: this.#id, address: this.#address, reason });
    this.#socket.destroy();
  }

  #closed(onClose: () => void): void {
    clearTimeout(this.#loginTimer);
    this.#phase = 'closed';
    this.interrupt();
    this.#services.worker.unregister(this.#id);
    this.#services.log('debug', 'connection closed', { connection: this.#id });
    onClose();
  }
}

/** The operating system may give the descriptor to another file as soon as the socket closes, so the worker must have let go of it by then. */
function closeGateBeforeSocket(socket: Socket, shared: Int32Array): void {
  const destroy = socket._destroy.bind(socket);
  socket._destroy = (error, callback) => {
    closeGate(shared);
    destroy(error, callback);
  };
}
