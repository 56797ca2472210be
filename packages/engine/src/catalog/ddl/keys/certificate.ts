/** CREATE, ALTER, DROP and BACKUP CERTIFICATE. */

import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { type CertificateFacts, readCertificate, selfSigned } from '../../cryptography/certificate.ts';
import { bytesFrom, type Certificate, hexOf, type Protection } from '../../cryptography/model.ts';
import { readPvk, writePvk } from '../../cryptography/pvk.ts';
import { keysOf, privateKeyBytes } from '../../cryptography/ring.ts';
import { publicHalf } from '../../cryptography/rsa.ts';
import { dateOfTicks, ticksOfDate } from '../../cryptography/time.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses, passwordAfter } from './clauses.ts';
import { generatedPair, passwords, protectedKey, reprotected, requireUnused } from './pair.ts';
import { findKey, nextKeyId, ownerFor, putKey, removeKey, requireKey, requireOnDatabase } from './store.ts';

const BITS = 2048;
const LONGEST_SUBJECT = 64;

export function* createCertificate(name: string, from: Clauses, context: DdlContext): Steps<void> {
  requireOnDatabase(context, 'CREATE CERTIFICATE');
  const owner = ownerFor(context, authorization(from));
  if (findKey(context.catalogs.current(), 'certificate', name) !== undefined) throw sqlError(15232, name);
  const made = from.accept('FROM') ? imported(from, context) : yield* generated(from, context);
  const activeForDialog = activeOption(from) ?? true;
  from.end();
  const facts = readCertificate(made.encoded);
  if (facts === undefined) throw sqlError(15208);
  const isKnown = keysOf(context.catalogs.current()).certificates.some(({ thumbprint }) => thumbprint === hexOf(facts.thumbprint));
  if (isKnown) throw sqlError(15232, name);
  const { encoded, privateKey } = made;
  warnOfDates(facts, context);
  putKey(context, 'certificate', {
    id: nextKeyId(context, 'certificate'),
    name,
    owner,
    encoded: hexOf(encoded),
    privateKey,
    activeForDialog,
    lastBackup: null,
    ...described(facts),
  });
}

interface Made {
  readonly encoded: Uint8Array;
  readonly privateKey: Protection | null;
}

function described(facts: CertificateFacts) {
  const { subject, issuer, serial, bits } = facts;
  return {
    subject,
    issuer,
    serial,
    bits,
    publicKey: hexOf(facts.publicKey),
    thumbprint: hexOf(facts.thumbprint),
    start: ticksOfDate(facts.start),
    expiry: ticksOfDate(facts.expiry),
  };
}

/** `ENCRYPTION BY PASSWORD = '…' WITH SUBJECT = '…', START_DATE = '…', EXPIRY_DATE = '…'` */
function* generated(from: Clauses, context: DdlContext): Steps<Made> {
  const word = passwordAfter(from, 'ENCRYPTION', 'BY');
  from.expect('WITH', 'SUBJECT', '=');
  const subject = from.text();
  if (subject.length === 0 || subject.length > LONGEST_SUBJECT) throw sqlError(15212, LONGEST_SUBJECT);
  const dates = readDates(from, context);
  // Without a master key there is no need to make a pair first.
  protectedKey(new Uint8Array(0), word, context);
  const pair = yield* generatedPair(BITS);
  return { encoded: selfSigned(pair, subject, dates), privateKey: protectedKey(pair.privateKey, word, context) };
}

/** From now on for a year, unless the statement says otherwise. */
function readDates(from: Clauses, context: DdlContext): { readonly start: Date; readonly expiry: Date } {
  let start = dateOfTicks(context.utcNow);
  let expiry: Date | undefined;
  while (from.accept(',')) {
    const isStart = from.accept('START_DATE', '=');
    if (!isStart) from.expect('EXPIRY_DATE', '=');
    const moment = context.moment(from.text());
    if (isStart) start = moment;
    else expiry = moment;
  }
  const year = new Date(start);
  year.setUTCFullYear(start.getUTCFullYear() + 1);
  return { start, expiry: expiry ?? year };
}

function warnOfDates({ start, expiry }: CertificateFacts, context: DdlContext): void {
  const now = dateOfTicks(context.utcNow).getTime();
  if (expiry < start) context.inform(15213);
  else if (expiry.getTime() < now) context.inform(15214);
  // A certificate holds whole seconds.
  else if (start.getTime() > now + 1000) context.inform(15215);
}

/** `FROM FILE = '…'` or `FROM BINARY = 0x…`, perhaps WITH PRIVATE KEY (…). */
function imported(from: Clauses, context: DdlContext): Made {
  const encoded = bytesOption(from, context);
  if (!from.accept('WITH', 'PRIVATE', 'KEY')) return { encoded, privateKey: null };
  return { encoded, privateKey: importedKey(readCertificate(encoded), from.group(), context) };
}

function bytesOption(from: Clauses, context: DdlContext): Uint8Array {
  if (from.accept('BINARY', '=')) return bytesFrom(from.binary());
  from.expect('FILE', '=');
  return context.keyFiles.read(from.text());
}

/** 15297 for what is no private key, 15465 for a wrong password, 15474 for the key of another certificate. */
function importedKey(facts: CertificateFacts | undefined, options: Clauses, context: DdlContext): Protection {
  const pvk = bytesOption(options, context);
  options.accept(',');
  const { decryption, encryption } = passwords(options);
  const secret = readPvk(pvk, decryption);
  if (secret === undefined) throw sqlError(15297);
  if (secret === 'wrong password') throw sqlError(15465);
  if (facts !== undefined && hexOf(publicHalf(secret)) !== hexOf(facts.publicKey)) throw sqlError(15474, 'certificate');
  return protectedKey(secret, encryption, context);
}

/** `ACTIVE FOR BEGIN_DIALOG = ON` */
function activeOption(from: Clauses): boolean | null {
  if (!from.accept('ACTIVE', 'FOR', 'BEGIN_DIALOG', '=')) return null;
  const on = from.accept('ON');
  if (!on) from.expect('OFF');
  return on;
}

export function alterCertificate(name: string, from: Clauses, context: DdlContext): void {
  const certificate = requireKey(context, 'certificate', name, { verb: 'alter', permission: 'ALTER' });
  putKey(context, 'certificate', altered(certificate, from, context));
  from.end();
}

function altered(certificate: Certificate, from: Clauses, context: DdlContext): Certificate {
  if (from.accept('REMOVE', 'PRIVATE', 'KEY')) {
    if (certificate.privateKey === null) throw sqlError(15563, 'certificate');
    return { ...certificate, privateKey: null };
  }
  from.expect('WITH');
  const active = activeOption(from);
  if (active !== null) return { ...certificate, activeForDialog: active };
  from.expect('PRIVATE', 'KEY');
  const options = from.group();
  if (certificate.privateKey !== null) return reprotected(certificate, 'certificate', options, context);
  return { ...certificate, privateKey: importedKey(readCertificate(bytesFrom(certificate.encoded)), options, context) };
}

export function dropCertificate(name: string, context: DdlContext): void {
  const certificate = requireKey(context, 'certificate', name, { verb: 'drop', permission: 'CONTROL' });
  requireUnused(certificate, 'certificate', context);
  removeKey(context, 'certificate', name);
}

/** `BACKUP CERTIFICATE c TO FILE = '…' WITH PRIVATE KEY (FILE = '…', ENCRYPTION BY PASSWORD = '…', DECRYPTION BY PASSWORD = '…')` */
export function backupCertificate(name: string, from: Clauses, context: DdlContext): void {
  const certificate = requireKey(context, 'certificate', name, { permission: 'CONTROL' });
  from.expect('TO', 'FILE', '=');
  const file = from.text();
  const key = from.accept('WITH', 'PRIVATE', 'KEY') ? keyBackup(certificate, from.group(), context) : null;
  from.end();
  context.keyFiles.write(file, bytesFrom(certificate.encoded));
  if (key === null) return;
  context.keyFiles.write(key.file, key.bytes);
  putKey(context, 'certificate', { ...certificate, lastBackup: context.now });
}

function keyBackup(certificate: Certificate, options: Clauses, context: DdlContext) {
  if (certificate.privateKey === null) throw sqlError(15246, certificate.name);
  options.expect('FILE', '=');
  const file = options.text();
  options.expect(',');
  const { decryption, encryption } = passwords(options);
  if (encryption === null) throw sqlError(102, ')');
  const secret = privateKeyBytes(certificate, 'certificate', context.catalogs.current(), context.keys, decryption);
  return { file, bytes: writePvk(secret, encryption) };
}
