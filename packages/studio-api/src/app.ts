/**
 * Puts the API together: settings, application data, plugins, features. `createApp` is what the process and the tests start; what it returns is
 * ready to listen, and closing it closes the database too.
 */
import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { removeExpiredSessions } from './accounts/session.store.ts';
import { appModule, type Foundation } from './app.module.ts';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
import { openDatabase } from './database/database.ts';
import { serveDocumentation } from './http/documentation.ts';
import { registerPlugins, reportRequests, requestId } from './http/plugins.ts';
import { BODY_LIMIT } from './http/problem.filter.ts';
import { serveWeb } from './http/web.ts';
import { createLogger, nestLogger } from './observability/logger.ts';
import { Metrics } from './observability/metrics.ts';
import { startTracing, traceRequests } from './observability/tracing.ts';
import { loadSecrets } from './secrets.ts';

export interface App {
  readonly nest: NestFastifyApplication;
  readonly configuration: Configuration;
  /** Listens where the configuration says; returns the address. */
  readonly listen: () => Promise<string>;
  /** Resolves with the reason when the application data is gone for good: only a new process can help. */
  readonly died: Promise<string>;
  readonly close: () => Promise<void>;
}

const HOUR = 3_600_000;

/** Settings that are not given come from the environment's variables. Throws ConfigurationError. */
export async function createApp(options: Partial<Configuration> = {}): Promise<App> {
  const configuration = { ...readConfiguration(process.env), ...options };
  const logger = createLogger(configuration.logLevel);
  const secrets = loadSecrets(configuration);
  const stopTracing = configuration.otlpEndpoint === undefined ? undefined : await startTracing(configuration.otlpEndpoint);
  const data = await openDatabase(configuration);
  const foundation = { configuration, logger, secrets, database: data.database };
  try {
    const nest = await createNest(foundation);
    const housekeeping = setInterval(() => void removeExpiredSessions(data.database).catch(() => undefined), HOUR).unref();
    const close = async () => {
      clearInterval(housekeeping);
      await nest.close();
      await data.close();
      await stopTracing?.();
    };
    const listen = async () => {
      await listenOn(nest, configuration);
      return nest.getUrl();
    };
    return { nest, configuration, listen, died: data.died, close };
  } catch (error) {
    await data.close();
    throw error;
  }
}

async function listenOn(nest: NestFastifyApplication, { host, port }: Configuration): Promise<void> {
  try {
    await nest.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new ConfigurationError(`cannot listen on ${host}, port ${port} (SPROCKET_STUDIO_PORT): ${code}`);
  }
}

async function createNest(foundation: Foundation): Promise<NestFastifyApplication> {
  const { configuration, logger } = foundation;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    logger: false,
    trustProxy: configuration.secureCookies,
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
    // A browser keeps its connections open; a stopping server closes those that are idle.
    forceCloseConnections: 'idle',
  });
  const nest = await NestFactory.create<NestFastifyApplication>(appModule(foundation), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  if (configuration.otlpEndpoint !== undefined) traceRequests(server);
  await registerPlugins(server, foundation);
  reportRequests(server, foundation, nest.get(Metrics));
  nest.setGlobalPrefix('api');
  serveDocumentation(nest);
  await nest.init();
  await serveWeb(server, configuration.webRoot);
  await server.ready();
  return nest;
}
