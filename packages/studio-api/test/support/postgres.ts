/** The same tests run twice: on the embedded database, and in a project of their own on a real PostgreSQL (see postgres.setup.ts). */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './postgres.setup.ts';

/** The address of a new, empty database on the real PostgreSQL; undefined when the run uses the embedded one. */
export async function freshDatabase(): Promise<string | undefined> {
  const server = inject('studioPostgres');
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
