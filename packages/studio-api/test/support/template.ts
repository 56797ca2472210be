/**
 * An embedded database with its tables, made once and copied for every test: creating one takes seconds, copying and opening it a quarter of one.
 *
 * The copy is kept under the hash of the migrations. Test files run side by side, so it is made in a folder of its own and moved into place.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/database/database.ts';

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/studio-api', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Puts a fresh database into a data folder. */
export async function copyTemplate(dataDir: string): Promise<void> {
  const template = path.join(CACHE, migrationsHash());
  if (!existsSync(template)) await makeTemplate(template);
  cpSync(path.join(template, 'database'), path.join(dataDir, 'database'), { recursive: true });
}

async function makeTemplate(template: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const dataDir = mkdtempSync(path.join(CACHE, 'making-'));
  const { close } = await openDatabase({ dataDir, databaseUrl: undefined });
  await close();
  try {
    renameSync(dataDir, template);
  } catch {
    // Somebody else was quicker.
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(sql|json)$/.test(name)) hash.update(name).update(readFileSync(path.join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
