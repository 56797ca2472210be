/**
 * Statements about keys and certificates, by the words that the tree calls them. They are parsed as lists of tokens and read here. Opening and closing
 * changes the session alone and writes nothing.
 */

import type { Administrative, Backup, ObjectName, Restore } from '@sprocket/tsql';
import type { Steps } from '../../../run/contracts.ts';
import { nameText } from '../../find.ts';
import type { DdlContext } from '../context.ts';
import { alterAsymmetricKey, createAsymmetricKey, dropAsymmetricKey } from './asymmetric.ts';
import { alterCertificate, backupCertificate, createCertificate, dropCertificate } from './certificate.ts';
import { type Clauses, clauses } from './clauses.ts';
import { alterMasterKey, closeMasterKey, createMasterKey, dropMasterKey, openMasterKey } from './master-key.ts';
import { backupMasterKey, restoreMasterKey } from './master-key-file.ts';
import { addSignature, dropSignature } from './signature.ts';
import {
  alterSymmetricKey,
  closeAllSymmetricKeys,
  closeSymmetricKey,
  createSymmetricKey,
  dropSymmetricKey,
  openSymmetricKey,
} from './symmetric.ts';

type Run = (name: string, from: Clauses, context: DdlContext) => void;
type Wait = (name: string, from: Clauses, context: DdlContext) => Steps<void>;

const RUN: Readonly<Record<string, Run>> = {
  'CREATE MASTER KEY': (_, from, context) => createMasterKey(from, context),
  'ALTER MASTER KEY': (_, from, context) => alterMasterKey(from, context),
  'OPEN MASTER KEY': (_, from, context) => openMasterKey(from, context),
  'CLOSE MASTER KEY': (_, from, context) => closeMasterKey(from, context),
  'ALTER CERTIFICATE': alterCertificate,
  'ALTER ASYMMETRIC KEY': alterAsymmetricKey,
  'CREATE SYMMETRIC KEY': createSymmetricKey,
  'ALTER SYMMETRIC KEY': alterSymmetricKey,
  'OPEN SYMMETRIC KEY': openSymmetricKey,
  'CLOSE SYMMETRIC KEY': (name, from, context) =>
    name === '' ? closeAllSymmetricKeys(from, context) : closeSymmetricKey(name, from, context),
  'ADD SIGNATURE': (_, from, context) => addSignature(from, false, context),
  'ADD COUNTER SIGNATURE': (_, from, context) => addSignature(from, true, context),
  'DROP SIGNATURE': (_, from, context) => dropSignature(from, context),
};

/** Making a pair of keys takes a while, in which other sessions run. */
const WAIT: Readonly<Record<string, Wait>> = {
  'CREATE CERTIFICATE': createCertificate,
  'CREATE ASYMMETRIC KEY': createAsymmetricKey,
};

/** What is executed, as the tree calls it. */
export const KEY_STATEMENTS: ReadonlySet<string> = new Set([...Object.keys(RUN), ...Object.keys(WAIT)]);

export function* runKeyStatement({ what, names, clauses: items }: Administrative, context: DdlContext): Steps<void> {
  const [name] = names;
  const text = name === undefined ? '' : nameText(name);
  const from = clauses(items, text || what.split(' ').at(-1));
  const wait = WAIT[what];
  if (wait !== undefined) yield* wait(text, from, context);
  else RUN[what]?.(text, from, context);
}

/** Only the session's key ring changes. */
export const changesSessionOnly = (what: string): boolean => what.startsWith('OPEN ') || what.startsWith('CLOSE ');

/** DROP, by the class of the object. */
export const DROP_KEYS: Readonly<Record<string, (context: DdlContext, name: ObjectName) => void>> = {
  CERTIFICATE: (context, name) => dropCertificate(nameText(name), context),
  'ASYMMETRIC KEY': (context, name) => dropAsymmetricKey(nameText(name), context),
  'SYMMETRIC KEY': (context, name) => dropSymmetricKey(nameText(name), context),
};

export { dropMasterKey };

type Files = (name: string, from: Clauses, context: DdlContext) => void;

/** Keys in files; other backups are not made here. */
const FILES: Readonly<Record<string, Files>> = {
  'BACKUP CERTIFICATE': backupCertificate,
  'BACKUP MASTER KEY': (_, from, context) => backupMasterKey(from, context),
  'RESTORE MASTER KEY': (_, from, context) => restoreMasterKey(from, context),
};

/** What is executed, as a user writes it. */
export const KEY_FILE_STATEMENTS: readonly string[] = Object.keys(FILES);

/** Undefined for what is no key. */
export function keyFileStatement({ kind, what, name, clauses: items }: Backup | Restore): ((context: DdlContext) => void) | undefined {
  const run = FILES[`${kind.toUpperCase()} ${what}`];
  return run && ((context) => run(name?.kind === 'identifier' ? name.value : '', clauses(items, what.split(' ').at(-1)), context));
}
