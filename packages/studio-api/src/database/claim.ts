/**
 * The data folder belongs to one process at a time. The claim is a lock that the operating system holds for the process, through an otherwise empty
 * SQLite file, so it ends with the process however that ends.
 */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from '../configuration.ts';

/** Returns how to give the folder back. Throws ConfigurationError when another process has it. */
export function claimFolder(folder: string): () => void {
  const lock = new DatabaseSync(path.join(folder, 'studio.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS claim (n); COMMIT');
    return () => lock.close();
  } catch (error) {
    lock.close();
    const taken = error instanceof Error && /locked|busy/i.test(error.message);
    throw new ConfigurationError(`the folder ${folder} ${taken ? 'is in use by another workbench' : 'cannot be used'}`);
  }
}
