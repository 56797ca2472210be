/**
 * The format of backup files, which docs/backup.md describes: a line that says what it is, then records. A record is a letter, the length of its body, a
 * CRC-32 of it, and the body. `M` describes the file and comes first; a backup is an `S` that describes it, `D` for each piece of the database and an `E`
 * that closes it, so that a backup without one was never finished. Nothing is trusted before its checksum was looked at.
 */

import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRaw } from 'node:zlib';
import type { BackupMedia, BackupSet } from '../../catalog/backups.ts';
import { decode, encode } from '../../catalog/store.ts';
import { sqlError } from '../../errors.ts';

/** The first line of every backup file. */
const MAGIC = Buffer.from('SPROCKET BACKUP 1\n');
/** The first bytes of a backup that SQL Server has written, in Microsoft Tape Format. */
const TAPE = 'TAPE';

/** Letter, length and checksum. */
const HEAD = 9;
/** Bytes of the database in one record. */
const PIECE = 256 * 1024;
/** No description is longer. */
const LONGEST = 1024 * 1024;

type Letter = 'M' | 'S' | 'D' | 'E';

/** A backup in a file. */
export interface StoredSet {
  readonly position: number;
  readonly set: BackupSet;
  /** Where its first piece begins. */
  readonly from: number;
}

export type BackupFile =
  | { readonly kind: 'empty' | 'foreign' | 'sql server' }
  | {
      readonly kind: 'backups';
      readonly media: BackupMedia;
      readonly sets: readonly StoredSet[];
      /** Where the next one goes. */
      readonly end: number;
      /** The last one was never finished. */
      readonly cut: boolean;
    };

/** What is told of a long work: how many bytes of how many are done; it may throw to end it. */
export type Progress = (done: number) => void;

/** Reads the descriptions in a file. */
export async function readBackupFile(file: FileHandle): Promise<BackupFile> {
  const { size } = await file.stat();
  if (size === 0) return { kind: 'empty' };
  const start = await bytesAt(file, 0, MAGIC.length);
  if (!start.equals(MAGIC)) return { kind: start.toString('latin1').startsWith(TAPE) ? 'sql server' : 'foreign' };
  const first = await recordAt(file, MAGIC.length, size);
  if (first?.letter !== 'M') return { kind: 'foreign' };
  const media = (await describedBy(file, first)) as BackupMedia | undefined;
  return media === undefined ? { kind: 'foreign' } : { kind: 'backups', media, ...(await readSets(file, first.next, size)) };
}

async function readSets(file: FileHandle, from: number, size: number) {
  const sets: StoredSet[] = [];
  let end = from;
  for (;;) {
    const stored = await readSet(file, end, size);
    if (stored === undefined) return { sets, end, cut: end < size };
    sets.push({ position: sets.length + 1, set: stored.set, from: stored.from });
    end = stored.next;
  }
}

/** Undefined where no finished backup stands. */
async function readSet(file: FileHandle, from: number, size: number) {
  const start = await recordAt(file, from, size);
  const begun = start?.letter === 'S' ? await describedBy(file, start) : undefined;
  if (start === undefined || begun === undefined) return undefined;
  let record = await recordAt(file, start.next, size);
  while (record?.letter === 'D') record = await recordAt(file, record.next, size);
  const ended = record?.letter === 'E' ? await describedBy(file, record) : undefined;
  if (record === undefined || ended === undefined) return undefined;
  return { set: { ...begun, ...ended } as BackupSet, from: start.next, next: record.next };
}

interface StoredRecord {
  readonly letter: string;
  readonly body: number;
  readonly length: number;
  readonly checksum: number;
  readonly next: number;
}

/** Undefined when the file ends before the record does. */
async function recordAt(file: FileHandle, at: number, size: number): Promise<StoredRecord | undefined> {
  if (at + HEAD > size) return undefined;
  const head = await bytesAt(file, at, HEAD);
  const length = head.readUInt32LE(1);
  const body = at + HEAD;
  if (body + length > size) return undefined;
  return { letter: String.fromCharCode(head[0] ?? 0), body, length, checksum: head.readUInt32LE(5), next: body + length };
}

/** Undefined when the body is not what was written. */
async function describedBy(file: FileHandle, { body, length, checksum }: StoredRecord): Promise<object | undefined> {
  if (length > LONGEST) return undefined;
  const bytes = await bytesAt(file, body, length);
  return crc32(bytes) === checksum ? (decode(bytes.toString()) as object) : undefined;
}

/** Fewer bytes only at the end of the file. */
async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

/** A disk that becomes full takes a part first. */
export async function writeAt(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}

/** The beginning of a new backup file. */
export const newBackupFile = (media: BackupMedia): Buffer => Buffer.concat([MAGIC, described('M', media)]);

const described = (letter: Letter, body: object): Buffer => {
  const bytes = Buffer.from(encode(body));
  return Buffer.concat([head(letter, bytes), bytes]);
};

function head(letter: Letter, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(HEAD);
  bytes.write(letter, 'latin1');
  bytes.writeUInt32LE(body.length, 1);
  bytes.writeUInt32LE(crc32(body), 5);
  return bytes;
}

export type BegunSet = Omit<BackupSet, 'finished' | 'stored'>;

/** Appends a backup of the database file `source` at `at`; what it has become, and where it ends. */
export async function appendSet(
  file: FileHandle,
  at: number,
  source: FileHandle,
  begun: BegunSet,
  { finished, progress }: { readonly finished: () => bigint; readonly progress: Progress },
): Promise<{ readonly set: BackupSet; readonly end: number }> {
  const start = described('S', begun);
  await writeAt(file, start, at);
  let end = at + start.length;
  let stored = 0;
  for (let done = 0; done < begun.bytes; done += PIECE) {
    const piece = await bytesAt(source, done, Math.min(PIECE, begun.bytes - done));
    const body = begun.compressed ? await deflate(piece) : piece;
    await writeAt(file, Buffer.concat([head('D', body), body]), end);
    end += HEAD + body.length;
    stored += body.length;
    progress(Math.min(begun.bytes, done + PIECE));
  }
  const ended = { finished: finished(), stored };
  const last = described('E', ended);
  await writeAt(file, last, end);
  return { set: { ...begun, ...ended }, end: end + last.length };
}

const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;
const inflate = promisify(inflateRaw) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** Reads the database of a backup, handing over its pieces in order. 3183 for the page at which something is wrong. */
export async function readDatabase(
  file: FileHandle,
  { set, from }: StoredSet,
  take: (piece: Uint8Array, at: number) => Promise<unknown>,
  progress: Progress,
): Promise<void> {
  const { size } = await file.stat();
  let done = 0;
  for (let record = await recordAt(file, from, size); record?.letter === 'D'; record = await recordAt(file, record.next, size)) {
    const piece = await pieceOf(file, record, set);
    if (piece === undefined || done + piece.length > set.bytes) throw sqlError(3183, 1, pageAt(done), set.database);
    await take(piece, done);
    done += piece.length;
    progress(done);
  }
  if (done !== set.bytes) throw sqlError(3183, 1, pageAt(done), set.database);
}

const PAGE = 8192;

const pageAt = (bytes: number): number => Math.floor(bytes / PAGE);

/** As SQL Server counts: pages of 8 KB. */
export const pagesOf = (bytes: number): number => Math.ceil(bytes / PAGE);

async function pieceOf(file: FileHandle, { body, length, checksum }: StoredRecord, set: BackupSet): Promise<Uint8Array | undefined> {
  if (length > LONGEST) return undefined;
  const bytes = await bytesAt(file, body, length);
  if (crc32(bytes) !== checksum) return undefined;
  return set.compressed ? await inflate(bytes, { maxOutputLength: PIECE }).catch(() => undefined) : bytes;
}
