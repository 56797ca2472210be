/**
 * The one folder whose files BULK INSERT and OPENROWSET(BULK …) may read. A name is looked up in the folder; a path is taken when it lies inside, with
 * symbolic links followed first, so that nothing else on the machine can be reached.
 */

import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { BulkFile } from '@sprocket/engine';

/** As Windows numbers it in messages of SQL Server. */
const ACCESS_DENIED = '5(Access is denied.)';

/** Reads files below `folder`. */
export function bulkFilesIn(folder: string): (written: string) => BulkFile {
  return (written) => {
    try {
      const home = realpathSync(folder);
      const file = realpathSync(path.resolve(home, written.replaceAll('\\', '/')));
      const inside = path.relative(home, file);
      if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return { kind: 'refused', reason: ACCESS_DENIED };
      return { kind: 'bytes', bytes: readFileSync(file) };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'refused', reason: ACCESS_DENIED };
    }
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
