/**
 * Sessions in the database, for the library that keeps their cookies.
 *
 * A row is found by the hash of the cookie's id. It ends after a time without use, a session without a user much sooner; using it moves the end
 * once a fair part of the time is over, so that most requests only read.
 */
import { createHash } from 'node:crypto';
import type { FastifySessionOptions } from '@fastify/session';
import { and, eq, gt, lt, ne } from 'drizzle-orm';
import type { Session } from 'fastify';
import type { Database, Queries } from '../database/database.ts';
import { sessions } from '../database/schema/schema.ts';

declare module 'fastify' {
  interface Session {
    userId?: string;
    csrfToken?: string;
    /** A login at the OpenID Connect provider that has begun. */
    oidc?: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly invitation?: string };
  }
}

type SessionStore = NonNullable<FastifySessionOptions['store']>;

const HOUR = 3_600_000;
const LIFE = { anonymous: 12 * HOUR, user: 7 * 24 * HOUR } as const;

export function sessionStore(database: Database): SessionStore {
  return {
    get: (id, callback) => settle(load(database, id), callback),
    set: (id, session, callback) => settle(save(database, id, session), callback),
    destroy: (id, callback) => settle(destroy(database, id), callback),
  };
}

/** Ends every session of a user but the one named. */
export async function endOtherSessions(queries: Queries, userId: string, keptId: string): Promise<void> {
  await queries.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.idHash, hash(keptId))));
}

export async function removeExpiredSessions(database: Database): Promise<void> {
  await database.delete(sessions).where(lt(sessions.expiresAt, new Date()));
}

function settle<Result>(work: Promise<Result>, callback: (error: unknown, result?: Result) => void): void {
  work.then(
    (result) => callback(null, result),
    (error: unknown) => callback(error),
  );
}

async function load(database: Database, id: string): Promise<Session | null> {
  const idHash = hash(id);
  const [row] = await database
    .select()
    .from(sessions)
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, new Date())));
  if (row === undefined) return null;
  const life = lifeOf(row.userId);
  if (row.expiresAt.getTime() - Date.now() < 0.9 * life) {
    await database
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() + life) })
      .where(eq(sessions.idHash, idHash));
  }
  return row.data as unknown as Session;
}

async function save(database: Database, id: string, session: Session): Promise<void> {
  const userId = session.userId ?? null;
  // The copy drops what the library hangs on the object beside its data.
  const data = JSON.parse(JSON.stringify(session)) as Record<string, unknown>;
  const row = { userId, data, expiresAt: new Date(Date.now() + lifeOf(userId)) };
  await database
    .insert(sessions)
    .values({ idHash: hash(id), ...row })
    .onConflictDoUpdate({ target: sessions.idHash, set: row });
}

async function destroy(database: Database, id: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.idHash, hash(id)));
}

function lifeOf(userId: string | null): number {
  return userId === null ? LIFE.anonymous : LIFE.user;
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
