/**
 * The same tests on a real PostgreSQL: where its binaries are installed and the run asks for it with STUDIO_TEST_POSTGRES (the address of a server),
 * every API that a test starts gets a database of its own there.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The address of a new, empty database; undefined when the run uses the embedded one. */
export async function freshDatabase(): Promise<string | undefined> {
  const server = process.env.STUDIO_TEST_POSTGRES;
  if (server === undefined) return undefined;
  const name = `studio_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
