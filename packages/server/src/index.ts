/**
 * The process around the engine: sockets, threads, logins, configuration, logs, health, metrics and the command line. Programs use it through the
 * command `sprocket`; tests and benchmarks start a server through this index.
 */
export { type ClientOptions, connectClient, TdsClient } from './client/tds-client.ts';
export { ConfigurationError } from './config/configuration-error.ts';
export { loadConfig } from './config/load.ts';
export type { Config } from './config/settings.ts';
export type { Address } from './listen.ts';
export { createLog, type Log, silentLog } from './log.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
