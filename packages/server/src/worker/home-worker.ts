/**
 * A home worker: the thread that owns an engine and everything that runs on it. It opens the engine, then obeys the main thread's messages.
 * Which engine is a parameter, so that tests can put another one behind the same wire.
 */

import type { MessagePort } from 'node:worker_threads';
import { type Engine, type EngineOptions, type Session, SqlError } from '@sprocket/engine';
import { protocolFor } from '@sprocket/tds';
import type { Log } from '../log.ts';
import { loginAnswer } from './login-answer.ts';
import type { FromWorker, LoginError, ToWorker, WorkerOptions } from './messages.ts';
import { Output } from './output.ts';
import { SessionRunner } from './session-runner.ts';

export type OpenEngine = (options: EngineOptions) => Promise<Engine>;

type Login = Extract<ToWorker, { readonly kind: 'login' }>;

/** A connection of which the worker knows. `runner` is there once it is logged in. */
interface Client {
  readonly output: Output;
  runner: SessionRunner | undefined;
  gone: boolean;
}

/** How often a shutdown looks whether all requests have ended. */
const SHUTDOWN_POLL = 10;
/** What is left of the grace period for the engine when requests had to be cancelled. */
const ENGINE_GRACE = 1000;
/** Errors that come before 18456 when a login's database cannot be used. */
const LOGIN_FAILED = 18456;

/** Opens the engine and serves. Resolves when the worker is ready or has reported why it is not. */
export async function runHomeWorker(port: MessagePort, options: WorkerOptions, openEngine: OpenEngine): Promise<void> {
  const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, [...transfer]);
  const log: Log = (level, event, fields = {}) => post({ kind: 'log', level, event, fields: plainFields(fields) });
  try {
    const engine = await openEngine({ ...options, log });
    const worker = new HomeWorkerThread(engine, options.serverName, log, post);
    port.on('message', (message: ToWorker) => worker.receive(message));
    post({ kind: 'ready', generatedPassword: engine.generatedPassword, problems: engine.problems().length });
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

type Post = (message: FromWorker, transfer?: readonly ArrayBuffer[]) => void;

class HomeWorkerThread {
  readonly #engine: Engine;
  readonly #serverName: string;
  readonly #log: Log;
  readonly #post: Post;
  readonly #clients = new Map<number, Client>();
  #closing: boolean = false;

  constructor(engine: Engine, serverName: string, log: Log, post: Post) {
    this.#engine = engine;
    this.#serverName = serverName;
    this.#log = log;
    this.#post = post;
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'request':
        return this.#clients.get(message.connection)?.runner?.receive(message);
      case 'sent':
        return this.#clients.get(message.connection)?.output.sent(message.total);
      case 'attention':
        return this.#clients.get(message.connection)?.runner?.attention();
      case 'login':
        void this.#login(message);
        return;
      case 'close':
        return this.#close(message.connection);
      case 'metrics':
        return this.#post({ kind: 'metrics', id: message.id, metrics: this.#engine.metrics() });
      case 'shutdown':
        void this.#shutdown(message.graceMilliseconds);
        return;
    }
  }

  async #login(login: Login): Promise<void> {
    const { connection, descriptor, shared, request } = login;
    const output = new Output({
      descriptor,
      shared,
      post: (bytes) => this.#post({ kind: 'output', connection, bytes }, [bytes.buffer as ArrayBuffer]),
    });
    const client: Client = { output, runner: undefined, gone: false };
    this.#clients.set(connection, client);
    try {
      const session = await this.#engine.login(request);
      if (client.gone || this.#closing) session.close();
      else this.#welcome(login, client, session);
    } catch (error) {
      this.#post({ kind: 'login refused', connection, errors: this.#loginErrors(error, request.user) });
    }
  }

  #welcome({ connection, terms, shared, request }: Login, client: Client, session: Session): void {
    const protocol = protocolFor(terms.tdsVersion, { utf8: terms.utf8, json: terms.json });
    const { database, id: spid } = session;
    client.runner = new SessionRunner({
      session,
      output: client.output,
      protocol,
      packetSize: terms.packetSize,
      serverName: this.#serverName,
      shared,
      log: this.#log,
      hangUp: (reason) => this.#post({ kind: 'hang up', connection, reason }),
      malformed: (reason) => this.#post({ kind: 'malformed', connection, reason }),
    });
    // The main thread must know before the client does, or the client's next message would find a connection that is not open.
    this.#post({ kind: 'logged in', connection, sessionId: spid, database });
    client.output.write(loginAnswer({ terms, protocol, spid, serverName: this.#serverName, database, language: request.language }));
  }

  #loginErrors(error: unknown, user: string): LoginError[] {
    if (!(error instanceof SqlError)) {
      this.#log('error', 'internal error at login', { stack: error instanceof Error ? error.stack : String(error) });
      return [loginFailed(user)];
    }
    const { number, severity, state, message } = error;
    const first = { number, severity, state, message };
    return error.severity < 14 ? [first, loginFailed(user)] : [first];
  }

  #close(connection: number): void {
    const client = this.#clients.get(connection);
    if (client === undefined) return;
    this.#clients.delete(connection);
    client.gone = true;
    client.output.close();
    client.runner?.close();
  }

  async #shutdown(graceMilliseconds: number): Promise<void> {
    this.#closing = true;
    const runners = [...this.#clients.values()].flatMap((client) => client.runner ?? []);
    for (const runner of runners) runner.closeWhenIdle('server shutdown');
    const inTime = await waitFor(() => runners.every((runner) => runner.idle), graceMilliseconds);
    if (!inTime) for (const runner of runners) runner.cancel();
    await this.#engine.close(ENGINE_GRACE);
    this.#post({ kind: 'closed' });
  }
}

function loginFailed(user: string): LoginError {
  return { number: LOGIN_FAILED, severity: 14, state: 1, message: `Login failed for user '${user}'.` };
}

/** Polls a condition; false when it did not come true in time. */
async function waitFor(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, SHUTDOWN_POLL));
  }
  return true;
}

/** Fields must survive the way to the other thread. */
function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = (value: unknown) => (value instanceof Error ? value.message : typeof value === 'function' ? undefined : value);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}
