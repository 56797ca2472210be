import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimFolder } from '../src/database/claim.ts';
import { type OpenDatabase, openDatabase } from '../src/database/database.ts';
import { isUnstorable, violatedUnique } from '../src/database/errors.ts';
import { users } from '../src/database/schema/schema.ts';
import { freshDatabase } from './support/postgres.ts';
import { copyTemplate } from './support/template.ts';

let dataDir: string;
let data: OpenDatabase;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'studio-database-'));
  const databaseUrl = await freshDatabase();
  if (databaseUrl === undefined) await copyTemplate(dataDir);
  data = await openDatabase({ dataDir, databaseUrl });
});
afterAll(async () => {
  await data?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('queries at the same time get their own answers, beside transactions too', async () => {
  const ask = async (queries: Pick<OpenDatabase['database'], 'execute'>, number: number) => {
    const { rows } = await queries.execute<{ n: number }>(sql`SELECT ${number}::int AS n`);
    return rows[0]?.n;
  };
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  const answers = await Promise.all(
    numbers.map((number) =>
      number % 5 === 0
        ? data.database.transaction(async (tx) => {
            expect(await ask(tx, number + 1000)).toBe(number + 1000);
            return ask(tx, number);
          })
        : ask(data.database, number),
    ),
  );
  expect(answers).toEqual(numbers);
});

test('a transaction that fails leaves nothing', async () => {
  const failing = data.database.transaction(async (tx) => {
    await tx.insert(users).values({ email: 'gone@example.org', name: 'Gone' });
    throw new Error('expected');
  });
  await expect(failing).rejects.toThrow('expected');
  expect(await data.database.$count(users)).toBe(0);
});

test('a collision tells the name of the index', async () => {
  const insert = (email: string) => data.database.insert(users).values({ email, name: 'Twice' });
  await insert('twice@example.org');
  const collision: unknown = await insert('twice@example.org').catch((error: unknown) => error);
  expect(violatedUnique(collision)).toBe('users_email');
  expect(violatedUnique(new Error('other'))).toBeUndefined();
  const unstorable: unknown = await insert('nul\u0000@example.org').catch((error: unknown) => error);
  expect(isUnstorable(unstorable)).toBe(true);
});

test('a server that cannot be used is named by its setting', async () => {
  const unreachable = openDatabase({ dataDir, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
  await expect(unreachable).rejects.toThrow('the database of SPROCKET_STUDIO_DATABASE_URL cannot be used: ECONNREFUSED');
});

test('a folder belongs to one at a time', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-claim-'));
  const release = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow('is in use by another workbench');
  release();
  claimFolder(folder)();
  rmSync(folder, { recursive: true });
});
