/**
 * The data folder belongs to one server at a time: a second one would write to the same databases with caches and locks of its own. The claim is a
 * lock that the operating system holds for the process, through an otherwise empty SQLite file, so it ends with the process however that ends.
 */

import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from './config/configuration-error.ts';
import type { Config } from './config/settings.ts';
import { reasonOf } from './system-reason.ts';

const LOCK_FILE = 'sprocket.lock';

/** Checks the folders of the settings and claims the data folder. Returns how to give it back. Throws ConfigurationError. */
export function claimFolders(config: Config): () => void {
  const { dataDir, proceduresDir } = config;
  attempt(`dataDir ${dataDir} cannot be used`, () => {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  if (proceduresDir !== '') attempt(`proceduresDir ${proceduresDir} cannot be read`, () => readdirSync(proceduresDir));
  const lock = claim(dataDir);
  return () => lock.close();
}

function claim(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(path.join(dataDir, LOCK_FILE));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS claim (n); COMMIT');
    return lock;
  } catch (error) {
    lock.close();
    const taken = error instanceof Error && /locked|busy/i.test(error.message);
    throw new ConfigurationError(`dataDir ${dataDir} ${taken ? 'is in use by another server' : `cannot be used: ${reasonOf(error)}`}`);
  }
}

function attempt(what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    throw new ConfigurationError(`${what}: ${reasonOf(error)}`);
  }
}
