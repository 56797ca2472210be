/** A copy of a database file as it is at one moment, made by SQLite on a thread of its own while others go on writing. */

import { backup as copyPages, DatabaseSync } from 'node:sqlite';

/** All pages in one step: while it takes, the copy sees one state of the database. */
const ALL_PAGES = 2 ** 30;

export async function copyOf(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    await copyPages(source, copy, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}
