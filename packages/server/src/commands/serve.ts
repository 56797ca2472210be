/**
 * `sprocket serve`: the server alone, until a signal ends it. One line on standard output says that it is ready and where; logs go to standard error.
 */

import { flagList } from '../config/document.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/settings.ts';
import { createLog, type Log } from '../log.ts';
import { type RunningServer, startServer } from '../server.ts';
import { PRODUCT, PRODUCT_VERSION } from '../version.ts';
import type { Command } from './command.ts';

/** How long a shutdown may take beyond the grace period. */
const LAST_RESORT = 5000;

export const serveCommand: Command = {
  help: () =>
    `sprocket serve: runs the server until SIGTERM or SIGINT\n\nSettings, each also in sprocket.yaml and the environment:\n\n${flagList()}\n`,
  run: async (args) => {
    const { config, log } = prepare(args);
    const server = await startServer({ config, log });
    announce(server);
    return untilStopped(server, config, log);
  },
};

/** Settings and the log that they ask for. */
export function prepare(args: readonly string[]): { readonly config: Config; readonly log: Log } {
  const { config, file, unknownVariables } = loadConfig({ args, environment: process.env, workingDirectory: process.cwd() });
  const pretty = config.logFormat === 'pretty' || (config.logFormat === 'auto' && process.stderr.isTTY);
  const log = createLog({ level: config.logLevel, format: pretty ? 'pretty' : 'json', write: (line) => process.stderr.write(line) });
  if (file !== undefined) log('info', 'settings read', { file });
  for (const variable of unknownVariables) log('warn', 'unknown variable ignored', { variable });
  return { config, log };
}

/** The ready line, and the password that nobody will see again. */
export function announce(server: RunningServer, workbench?: string): void {
  const { tds, http, generatedPassword } = server;
  if (generatedPassword !== undefined)
    process.stdout.write(`The password of the login sa is ${generatedPassword} (generated now, shown only this once)\n`);
  const studio = workbench === undefined ? '' : `workbench at ${workbench}, `;
  process.stdout.write(
    `${PRODUCT} ${PRODUCT_VERSION} is ready: ${studio}SQL Server clients at ${tds.host},${tds.port}, health and metrics at http://${urlHost(http.host)}:${http.port}\n`,
  );
}

/** Resolves with the first signal that asks the process to end; a second one ends it at once. */
export function signalled(log: Log): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        log('info', 'stopping', { signal });
        process.once(signal, () => process.exit(1));
        resolve(undefined);
      });
    }
  });
}

/** Runs until a signal, SHUTDOWN or the death of a worker; the exit status. `beforeClose` ends what uses the server. */
export async function untilStopped(server: RunningServer, config: Config, log: Log, beforeClose = async () => {}): Promise<number> {
  const asked = server.stopped.then((noWait) => ({ noWait }));
  const death = await Promise.race([signalled(log), server.died, asked]);
  if (typeof death === 'string') {
    log('error', 'a home worker died', { reason: death });
    await beforeClose();
    return 1;
  }
  const deadline = setTimeout(() => endAtOnce(log), config.shutdownGraceSeconds * 1000 + LAST_RESORT);
  await beforeClose();
  await server.close(death?.noWait);
  clearTimeout(deadline);
  log('info', 'stopped');
  return 0;
}

/** A request inside one long step of the storage engine cannot be stopped, nor can its thread. What is committed is safe; nothing else has to be. */
function endAtOnce(log: Log): void {
  log('error', 'a running request does not stop: the process ends now');
  process.kill(process.pid, 'SIGKILL');
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
