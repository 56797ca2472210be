/**
 * The application data: one driver and one set of migrations for the embedded PostgreSQL and for a real one.
 *
 * The embedded one runs in a worker thread behind a Unix socket, so that a long query of it does not hold up the event loop and the rest of the API
 * knows PostgreSQL alone. It has a single session, and therefore one connection: inside a transaction every query must go through the
 * transaction's handle, or it waits for itself until it fails; and a transaction that waits for anything else holds up everybody.
 */
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations';
import pg from 'pg';
import { type Configuration, ConfigurationError } from '../configuration.ts';
import { startEmbedded } from './embedded.ts';
import { codeOf } from './errors.ts';
import * as schema from './schema/schema.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = NodePgTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>;
/** What a function takes that only reads or writes and does not care whether a transaction is open. */
export type Queries = Database | Transaction;

export interface OpenDatabase {
  readonly database: Database;
  readonly embedded: boolean;
  /** Resolves with the reason when the embedded database cannot go on. */
  readonly died: Promise<string>;
  readonly close: () => Promise<void>;
}

/** The same distance from `src/database` and from `dist/database`. */
const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Opens the data and brings its tables up to date. Throws ConfigurationError when another process has the data folder. */
export async function openDatabase(configuration: Pick<Configuration, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  const embedded = configuration.databaseUrl === undefined ? await startEmbedded(configuration.dataDir) : undefined;
  const pool = new pg.Pool(embedded?.connection ?? { connectionString: configuration.databaseUrl, max: 10 });
  // A connection that breaks while idle is replaced by the pool; the next query reports what is still wrong.
  pool.on('error', () => undefined);
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  const database = drizzle(pool, { schema });
  try {
    await migrateAlone(pool);
  } catch (error) {
    await close();
    throw embedded === undefined ? explain(error) : error;
  }
  return { database, embedded: embedded !== undefined, died: embedded?.died ?? new Promise(() => {}), close };
}

/** Several servers may start at the same time on one PostgreSQL: one of them migrates, the others wait. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const connection = drizzle(client);
    await connection.execute(sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(connection, { migrationsFolder: MIGRATIONS });
    await connection.execute(sql`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
  } finally {
    client.release();
  }
}

/** A server that does not answer, or does not let us in, is a matter of the settings. */
function explain(error: unknown): unknown {
  const code = codeOf(error);
  const outside = typeof code === 'string' && (/^E[A-Z]+$/.test(code) || /^(28|3D|08)/.test(code));
  return outside ? new ConfigurationError(`the database of SPROCKET_STUDIO_DATABASE_URL cannot be used: ${code}`) : error;
}

const MIGRATION_LOCK = 7_310_001;
