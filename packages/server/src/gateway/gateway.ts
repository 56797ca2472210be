/**
 * The door for SQL Server clients: listens, counts, and gives every socket a Connection. It knows nothing of what travels inside.
 */

import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Certificate } from '../certificate/self-signed.ts';
import type { Config } from '../config/settings.ts';
import type { GatewayCounters } from '../http/server-metrics.ts';
import type { Log } from '../log.ts';
import { Connection, type ConnectionServices } from './connection.ts';
import type { HomeWorker } from './home-worker.ts';
import { Lockout } from './lockout.ts';
import type { TlsContexts } from './transport.ts';

export interface GatewayOptions {
  readonly config: Config;
  readonly certificate: Certificate | undefined;
  readonly worker: HomeWorker;
  readonly counters: GatewayCounters;
  readonly log: Log;
}

const KEEP_ALIVE_DELAY = 30_000;
/** Connections may wait here while the main thread is busy. */
const BACKLOG = 1024;

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #services: ConnectionServices;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  #nextId = 1;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#services = {
      ...options,
      contexts: options.certificate === undefined ? undefined : tlsContexts(options.certificate),
      lockout: new Lockout({ attempts: options.config.lockoutAttempts, lockMilliseconds: options.config.lockoutMinutes * 60_000 }),
    };
    this.#server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_DELAY }, (socket) =>
      this.#accept(socket),
    );
  }

  /** The server to listen with. */
  get server(): Server {
    return this.#server;
  }

  static readonly backlog = BACKLOG;

  /** Takes no more connections; those that are open live on. */
  stopAccepting(): void {
    this.#server.close();
  }

  /** Makes every running request stop. */
  interruptAll(): void {
    for (const connection of this.#connections) connection.interrupt();
  }

  /** Closes every connection after what was written to it. */
  closeConnections(): void {
    for (const connection of this.#connections) connection.close('server shutdown');
  }

  #accept(socket: Socket): void {
    const { counters, config, log } = this.#options;
    if (this.#connections.size >= config.maxConnections) {
      counters.connectionsRefused++;
      log('warn', 'connection refused: limit reached', { limit: config.maxConnections, address: socket.remoteAddress });
      socket.destroy();
      return;
    }
    counters.connectionsTotal++;
    counters.connections++;
    const connection = new Connection(this.#nextId++, socket, this.#services, () => {
      counters.connections--;
      this.#connections.delete(connection);
    });
    this.#connections.add(connection);
  }
}

function tlsContexts(certificate: Certificate): TlsContexts {
  const pair = { cert: certificate.certificate, key: certificate.key };
  return {
    wrapped: createSecureContext({ ...pair, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }),
    strict: createSecureContext({ ...pair, minVersion: 'TLSv1.2' }),
  };
}
