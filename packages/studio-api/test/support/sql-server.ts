/**
 * A real SQL server for the API to work on: a Sprocket server of the test's own, or the one that STUDIO_TEST_SQL_SERVER names
 * (`mssql://login:password@host:port`), which may be any SQL Server.
 */
import { startServer } from '../../../../tests/clients/fixture.ts';
import { type ConnectionSettings, PoolRegistry } from '../../src/environments/pools.ts';
import type { Row } from '../../src/environments/session.ts';

export interface SqlServer {
  /** Runs batches in a database, past the API; the rows of the last one. */
  readonly run: (database: string, ...batches: readonly string[]) => Promise<readonly Row[]>;
  /** Makes an empty database. */
  readonly database: (name: string) => Promise<void>;
  readonly settings: (database: string) => ConnectionSettings;
  readonly stop: () => Promise<void>;
}

export async function startSqlServer(command: 'serve' | 'start' = 'serve'): Promise<SqlServer> {
  const { address, stop } = await serverToUse(command);
  const pools = new PoolRegistry();
  const settings = (database: string): ConnectionSettings => ({ ...address, database, encrypt: true, trustServerCertificate: true });
  const run = (database: string, ...batches: readonly string[]) =>
    pools.use({ id: database, revision: 1 }, settings(database), async (session) => {
      let rows: readonly Row[] = [];
      for (const batch of batches) rows = await session.rows(batch);
      return rows;
    });
  return {
    run,
    settings,
    database: async (name) => {
      await run('master', `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`);
    },
    stop: async () => {
      await pools.closeAll();
      await stop();
    },
  };
}

async function serverToUse(command: 'serve' | 'start') {
  const given = process.env.STUDIO_TEST_SQL_SERVER;
  if (given !== undefined) {
    const url = new URL(given);
    const address = { host: url.hostname, port: Number(url.port || 1433), login: url.username, password: decodeURIComponent(url.password) };
    return { address, stop: async () => undefined };
  }
  const server = await startServer({ command, args: command === 'start' ? ['--workbench', 'off'] : [], startTimeout: 55_000 });
  const { host, port, password } = server;
  return { address: { host, port, login: 'sa', password }, stop: async () => void (await server.stop()) };
}
