/**
 * BACKUP DATABASE, RESTORE and database snapshots as a session runs them. They are no data definition: they take no lock of a database while they copy it, run in no
 * transaction, and fire no trigger. Backups of keys and certificates are made elsewhere.
 */

import { type Backup, type CreateDatabase, nvarchar, type Restore, type Statement } from '@sprocket/tsql';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { keyFileStatement } from '../../catalog/ddl/keys/index.ts';
import { permitCreateDatabase } from '../../catalog/ddl/permit/drop.ts';
import { unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import type { SessionCore } from '../session-core.ts';
import { backupDatabase } from './backup.ts';
import { fileListOnly, headerOnly, labelOnly, verifyOnly } from './contents.ts';
import { restoreDatabase } from './restore.ts';
import { terminating } from './run.ts';
import { createSnapshot, revertDatabase } from './snapshot.ts';
import { type Tail, tailOf } from './tail.ts';

/** Statements that copy databases whole: backups of them and their logs, what reads backups, and snapshots. */
export const copiesDatabase = (statement: Statement): statement is Backup | Restore | CreateDatabase =>
  statement.kind === 'createDatabase'
    ? statement.snapshotOf !== null
    : (statement.kind === 'backup' || statement.kind === 'restore') && keyFileStatement(statement) === undefined;

export function* copyDatabase(statement: Backup | Restore | CreateDatabase, core: SessionCore, context: DdlContext): Steps<void> {
  if (statement.kind !== 'createDatabase') return yield* runBackup(statement, core, context);
  yield* createSnapshot(statement, statement.snapshotOf?.value ?? '', core, context);
}

function* runBackup(statement: Backup | Restore, core: SessionCore, context: DdlContext): Steps<void> {
  const words = `${statement.kind.toUpperCase()} ${statement.what}`;
  const run = RUN[words];
  if (run === undefined) throw unsupported(words);
  const tail = tailOf(statement, context);
  const name = nameOf(statement, context);
  yield* terminating(WORDS[words] ?? words, context, () => run({ statement, name, tail, core, context }));
}

interface Work {
  readonly statement: Backup | Restore;
  readonly name: string;
  readonly tail: Tail;
  readonly core: SessionCore;
  readonly context: DdlContext;
}

const RUN: Readonly<Record<string, (work: Work) => Steps<void>>> = {
  'BACKUP DATABASE': ({ name, tail, core, context }) => backupDatabase('DATABASE', name, tail, core, context),
  'BACKUP LOG': ({ name, tail, core, context }) => backupDatabase('LOG', name, tail, core, context),
  'RESTORE DATABASE': ({ name, tail, core, context }) =>
    tail.snapshot === null ? restoreDatabase(name, tail, core, context) : revertDatabase(name, tail.snapshot, core, context),
  'RESTORE HEADERONLY': reads(headerOnly),
  'RESTORE FILELISTONLY': reads(fileListOnly),
  'RESTORE LABELONLY': reads(labelOnly),
  'RESTORE VERIFYONLY': reads(verifyOnly),
};

/** Looking into backups is for those who may make databases of them. */
function reads(run: (tail: Tail, core: SessionCore, context: DdlContext) => Steps<void>) {
  return ({ tail, core, context }: Work): Steps<void> => {
    permitCreateDatabase(context);
    return run(tail, core, context);
  };
}

/** What 3013 calls statements by other names. */
const WORDS: Readonly<Record<string, string>> = {
  'RESTORE FILELISTONLY': 'RESTORE FILELIST',
  'RESTORE VERIFYONLY': 'VERIFY DATABASE',
};

function nameOf({ name }: Backup | Restore, context: DdlContext): string {
  if (name === null) return '';
  return name.kind === 'variable' ? String(context.evaluate(name, nvarchar(128)) ?? '') : name.value;
}
