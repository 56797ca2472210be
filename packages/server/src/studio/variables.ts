/** What the workbench's process is told: where it listens and keeps its data, and the server beside it as its managed environment. */

import type { Config } from '../config/settings.ts';

/** The server that the workbench may use without anybody setting it up. */
export interface ManagedServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly login: string;
  readonly password: string;
}

export function studioVariables(config: Config, managed: ManagedServer | undefined): Record<string, string> {
  return {
    SPROCKET_HOST: config.host,
    SPROCKET_STUDIO_PORT: String(config.studioPort),
    SPROCKET_DATA_DIR: config.dataDir,
    LOG_LEVEL: process.env.LOG_LEVEL ?? logLevel(config),
    ...(managed === undefined ? {} : managedVariables(config, managed)),
  };
}

/** On a terminal, a line for every request would bury everything else. */
function logLevel(config: Config): string {
  return config.logLevel === 'info' && process.stderr.isTTY ? 'warn' : config.logLevel;
}

function managedVariables(config: Config, { host, port, database, login, password }: ManagedServer): Record<string, string> {
  return {
    SPROCKET_STUDIO_MANAGED_HOST: reachable(host),
    SPROCKET_STUDIO_MANAGED_PORT: String(port),
    SPROCKET_STUDIO_MANAGED_DATABASE: database,
    SPROCKET_STUDIO_MANAGED_LOGIN: login,
    SPROCKET_STUDIO_MANAGED_PASSWORD: password,
    SPROCKET_STUDIO_MANAGED_ENCRYPT: config.tlsMode === 'off' ? 'off' : 'on',
  };
}

/** An address that stands for every one is not one to connect to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
