/**
 * One client from accept to close. It goes through phases: prelogin, login, authenticating, open; in each only certain messages are allowed.
 * Once open, messages go to the session's runner. Whatever is malformed ends the connection with a log line and nothing else.
 */

import type { Socket } from 'node:net';
import { type Engine, type Session, SqlError } from '@sprocket/engine';
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
  protocolFor,
  TdsVersion,
} from '@sprocket/tds';
import type { Config } from '../config/settings.ts';
import type { GatewayCounters } from '../http/server-metrics.ts';
import type { Log } from '../log.ts';
import { loginAnswer } from '../session/login-answer.ts';
import { loginRefusal } from '../session/login-refusal.ts';
import { Output } from '../session/output.ts';
import { SessionRunner } from '../session/session-runner.ts';
import type { Lockout } from './lockout.ts';
import {
  decideEncryption,
  type LoginError,
  lockedOut,
  loginErrors,
  loginRequest,
  preloginAnswer,
  unsupportedLogin,
  type WireTerms,
  wireTerms,
} from './login.ts';
import { type TlsContexts, Transport } from './transport.ts';

/** What all connections share. */
export interface ConnectionServices {
  readonly config: Config;
  readonly contexts: TlsContexts | undefined;
  readonly engine: Engine;
  readonly lockout: Lockout;
  readonly counters: GatewayCounters;
  readonly log: Log;
  /** A word that the main thread sets when everything must stop. */
  readonly stop: Int32Array;
}

type Phase = 'prelogin' | 'login' | 'authenticating' | 'open' | 'closed';

/** Nobody needs more before a login. [MS-TDS] 2.2.6.4: LOGIN7 is shorter than 128 KB. */
const MAX_LOGIN_MESSAGE = 128 * 1024;
const MEGABYTE = 1024 * 1024;
/** The login error that means wrong credentials. */
const LOGIN_FAILED = 18456;

const REQUESTS: ReadonlySet<number> = new Set([
  PacketType.SQL_BATCH,
  PacketType.RPC,
  PacketType.BULK_LOAD,
  PacketType.TRANSACTION_MANAGER_REQUEST,
]);

export class Connection {
  readonly #id: number;
  readonly #socket: Socket;
  readonly #services: ConnectionServices;
  readonly #transport: Transport;
  readonly #output: Output;
  readonly #address: string;
  readonly #loginTimer: NodeJS.Timeout;
  #reader = new MessageReader({ maxMessageSize: MAX_LOGIN_MESSAGE });
  #phase: Phase = 'prelogin' as Phase;
  #encryptsLoginOnly: boolean = false;
  #user = '';
  #terms: Pick<WireTerms, 'tdsVersion' | 'packetSize'> = { tdsVersion: TdsVersion.TDS_7_4, packetSize: DEFAULT_PACKET_SIZE };
  #runner: SessionRunner | undefined;

  constructor(id: number, socket: Socket, services: ConnectionServices, onClose: () => void) {
    this.#id = id;
    this.#socket = socket;
    this.#services = services;
    this.#address = socket.remoteAddress ?? '';
    this.#transport = new Transport(socket, {
      contexts: services.contexts,
      stop: services.stop,
      onBytes: (bytes) => this.#receive(bytes),
      onError: (error) => this.#fail('TLS failed', error.message),
    });
    this.#output = new Output((bytes, done) => this.#transport.write(bytes, done));
    this.#loginTimer = setTimeout(
      () => this.#fail('login timeout', 'no complete login in time'),
      services.config.loginTimeoutSeconds * 1000,
    );
    // The socket closes by itself afterwards.
    socket.on('error', (error) => services.log('debug', 'connection broken', { connection: id, reason: error.message }));
    socket.on('close', () => this.#closed(onClose));
    services.log('debug', 'connection opened', { connection: id, address: this.#address });
  }

  /** No request is running. */
  get idle(): boolean {
    return this.#runner?.idle ?? true;
  }

  /** Ends the connection after what was written to it. */
  close(reason: string): void {
    if (this.#phase === 'closed') return;
    this.#services.log('debug', 'connection closing', { connection: this.#id, reason });
    this.#phase = 'closed';
    this.#output.whenSent(() => this.#transport.end());
  }

  /** Ends the connection after the request that runs. */
  closeWhenIdle(reason: string): void {
    if (this.#runner === undefined) this.close(reason);
    else this.#runner.closeWhenIdle(reason);
  }

  /** Makes the request that runs stop. */
  cancel(): void {
    this.#runner?.cancel();
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
    if (decision.next === 'plain login') return;
    this.#encryptsLoginOnly = decision.next === 'encrypted login';
    this.#transport.startWrapped();
  }

  #login(message: Message): void {
    const login = decodeLogin7(message.payload);
    const { encryption } = this.#transport;
    const { tlsMode } = this.#services.config;
    if (tlsMode === 'required' && encryption === 'none') return this.close('the server requires encryption');
    if (tlsMode === 'strict' && encryption !== 'strict') return this.close('the server requires TDS 8.0');
    if (this.#encryptsLoginOnly) this.#transport.stopWrapped();
    const terms = wireTerms(login);
    this.#user = login.userName;
    this.#terms = terms;
    this.#phase = 'authenticating';
    const refusal = this.#refusalOf(login);
    if (refusal === undefined) void this.#authenticate(login, terms);
    else this.#refuse([refusal]);
  }

  #refusalOf(login: Login7): LoginError | undefined {
    return this.#services.lockout.isLocked(login.userName, this.#address) ? lockedOut(login.userName) : unsupportedLogin(login);
  }

  async #authenticate(login: Login7, terms: WireTerms): Promise<void> {
    const { engine, log } = this.#services;
    const { early, encryption } = this.#transport;
    const request = loginRequest(login, {
      address: this.#address,
      encrypted: encryption !== 'none',
      interrupted: () => early.interrupted(),
      ended: () => this.closeWhenIdle('the session was killed'),
    });
    try {
      const session = await engine.login(request);
      // The client may have gone in the meantime.
      if (this.#phase === 'authenticating') this.#welcome(session, terms, login.language);
      else session.close();
    } catch (error) {
      if (!(error instanceof SqlError))
        log('error', 'internal error at login', { stack: error instanceof Error ? error.stack : String(error) });
      this.#refuse(loginErrors(error, login.userName));
    }
  }

  #welcome(session: Session, terms: WireTerms, language: string): void {
    const { config, lockout, log } = this.#services;
    const protocol = protocolFor(terms.tdsVersion, { utf8: terms.utf8 });
    clearTimeout(this.#loginTimer);
    lockout.succeeded(this.#user, this.#address);
    this.#output.follow(() => session.flushing);
    this.#runner = new SessionRunner({
      session,
      output: this.#output,
      protocol,
      packetSize: terms.packetSize,
      serverName: config.serverName,
      early: this.#transport.early,
      log,
      hangUp: (reason) => this.#hangUp(reason),
      malformed: (reason) => this.#fail('malformed input', reason),
      onIdle: () => this.#transport.receiveEarlySoon(),
    });
    const { id: spid, database } = session;
    log('debug', 'login', { connection: this.#id, session: spid, user: this.#user, database, address: this.#address });
    this.#output.write(loginAnswer({ terms, protocol, spid, serverName: config.serverName, database, language }));
    const rest = this.#reader.takeRest();
    this.#reader = new MessageReader({ maxMessageSize: config.maxRequestMegabytes * MEGABYTE });
    this.#phase = 'open';
    if (rest.length > 0) this.#receive(rest);
  }

  /** Answers a login that failed; wrong credentials are answered later and later. */
  #refuse(errors: readonly LoginError[]): void {
    const { lockout, counters, log, config } = this.#services;
    const reason = errors.map((error) => `${error.number} state ${error.state}`).join(', ');
    counters.loginsFailed++;
    log('warn', 'login failed', { connection: this.#id, user: this.#user, address: this.#address, reason });
    const wrongCredentials = errors.length === 1 && errors[0]?.number === LOGIN_FAILED;
    const delay = wrongCredentials ? lockout.failed(this.#user, this.#address) : 0;
    setTimeout(() => {
      if (this.#phase !== 'authenticating') return;
      this.#output.write(loginRefusal(errors, this.#terms, config.serverName));
      this.close('login failed');
    }, delay);
  }

  #forward(message: Message): void {
    if (message.type === PacketType.ATTENTION) this.#runner?.attention();
    else if (REQUESTS.has(message.type)) this.#runner?.receive(message);
    else throw new ProtocolError(`A message of type 0x${message.type.toString(16)} after the login`);
  }

  #hangUp(reason: string): void {
    this.#services.log('info', 'connection ended', { connection: this.#id, reason });
    this.close(reason);
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
    this.#output.close();
    this.#runner?.close();
    this.#services.log('debug', 'connection closed', { connection: this.#id });
    onClose();
  }
}
