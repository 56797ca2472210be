/**
 * BACKUP and RESTORE MASTER KEY: the master key of a database in a file, sealed by a password of its own. Restored, it takes the place of the one that
 * is there; the server opens a restored key only when that is asked for again.
 */

import { randomBytes } from 'node:crypto';
import { SqlError, sqlError, unsupported } from '../../../errors.ts';
import { hexOf, type Protection } from '../../cryptography/model.ts';
import { keysOf, masterKeyOf } from '../../cryptography/ring.ts';
import { sealWithPassword, unsealWithPassword } from '../../cryptography/seal.ts';
import type { DdlContext } from '../context.ts';
import { type Clauses, password } from './clauses.ts';
import { replaceMasterKey } from './master-key.ts';
import { commitKeys, requireOnDatabase } from './store.ts';

/** `BACKUP MASTER KEY TO FILE = '…' ENCRYPTION BY PASSWORD = '…'` */
export function backupMasterKey(from: Clauses, context: DdlContext): void {
  requireOnDatabase(context, 'CONTROL');
  from.expect('TO', 'FILE', '=');
  const file = from.text();
  from.expect('ENCRYPTION', 'BY');
  const word = password(from);
  from.end();
  const { salt, bits } = sealWithPassword(masterKeyOf(context.catalogs.current(), context.keys), word);
  context.keyFiles.write(file, Buffer.from(`${MARK}${salt}\n${bits}\n`));
}

const MARK = 'database master key\n';

/** `RESTORE MASTER KEY FROM FILE = '…' DECRYPTION BY PASSWORD = '…' ENCRYPTION BY PASSWORD = '…'` */
export function restoreMasterKey(from: Clauses, context: DdlContext): void {
  requireOnDatabase(context, 'CONTROL');
  from.expect('FROM', 'FILE', '=');
  const stored = storedKey(from.text(), context);
  from.expect('DECRYPTION', 'BY');
  const key = unsealWithPassword(stored, password(from));
  from.expect('ENCRYPTION', 'BY');
  const word = password(from);
  if (from.accept('FORCE')) throw unsupported('RESTORE MASTER KEY … FORCE');
  from.end();
  if (key === undefined) throw sqlError(15465);
  put(key, sealWithPassword(key, word), context);
}

/** 15317 for what is no such file. */
function storedKey(file: string, context: DdlContext): Extract<Protection, { kind: 'password' }> {
  const text = Buffer.from(read(file, context)).toString('latin1');
  const [salt, bits] = text.startsWith(MARK) ? text.slice(MARK.length).split('\n') : [];
  if (salt === undefined || bits === undefined) throw sqlError(15317);
  return { kind: 'password', salt, bits };
}

function read(file: string, context: DdlContext): Uint8Array {
  try {
    return context.keyFiles.read(file);
  } catch (thrown) {
    throw thrown instanceof SqlError ? sqlError(15317) : thrown;
  }
}

/** 15588 tells that nothing had to be done, 15329 that the key which is there does not open. */
function put(key: Uint8Array, protection: Protection, context: DdlContext): void {
  const { masterKey } = keysOf(context.catalogs.current());
  if (masterKey === null) {
    const { now } = context;
    const made = { guid: hexOf(randomBytes(16)), created: now, modified: now, protections: [protection] };
    return commitKeys(context, () => ({ masterKey: made }));
  }
  const before = openedKey(context);
  if (Buffer.compare(before, key) === 0) return context.inform(15588);
  replaceMasterKey(masterKey, before, key, [protection], context);
}

function openedKey(context: DdlContext): Uint8Array {
  try {
    return masterKeyOf(context.catalogs.current(), context.keys);
  } catch (thrown) {
    throw thrown instanceof SqlError ? sqlError(15329) : thrown;
  }
}
