/**
 * Keys outside the catalogs: the service master key of the server, and the files of BACKUP CERTIFICATE. The service master key is made when it is first
 * needed and lies in the data directory, readable to the server's own user alone; without it nothing that it sealed can be opened. Backups lie in a
 * folder of their own, which no path leads out of.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { KeyFiles } from '../catalog/ddl/context.ts';
import { sqlError } from '../errors.ts';

const KEY_BYTES = 32;
/** Read and write for the owner. */
const PRIVATE = 0o600;

/** Reads the key once, or makes it. */
export function serviceMasterKey(dataDirectory: string): () => Uint8Array {
  let key: Uint8Array | undefined;
  return () => {
    key ??= storedKey(join(dataDirectory, 'service-master.key'));
    return key;
  };
}

function storedKey(file: string): Uint8Array {
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  writeFileSync(file, key, { mode: PRIVATE, flag: 'wx', flush: true });
  return key;
}

export function keyFiles(dataDirectory: string): KeyFiles {
  const folder = resolve(dataDirectory, 'keys');
  return {
    read: (path) => {
      const file = within(folder, path);
      if (file === undefined || !existsSync(file)) throw sqlError(15208);
      return new Uint8Array(readFileSync(file));
    },
    write: (path, bytes) => {
      const file = within(folder, path);
      if (file === undefined || existsSync(file)) throw sqlError(15240, path);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, bytes, { mode: PRIVATE, flag: 'wx' });
    },
  };
}

/** The file that a path means; undefined outside the folder. */
function within(folder: string, path: string): string | undefined {
  const file = resolve(folder, path);
  const inside = relative(folder, file);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside ? undefined : file;
}
