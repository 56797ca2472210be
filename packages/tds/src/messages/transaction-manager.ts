/**
 * Transaction manager requests, by which drivers begin, end and save transactions without T-SQL. [MS-TDS] 2.2.6.9.
 * Names are UTF-16 with their length in bytes. A commit or rollback can begin the next transaction at once. The
 * requests for distributed transactions are read so that a server can refuse them by name.
 */
import { type ByteReader, wholeReader } from '../bytes/byte-reader.ts';
import { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';
import { type AllHeaders, readAllHeaders, writeAllHeaders } from './all-headers.ts';

/** A request with its headers. */
export interface TransactionManagerRequest {
  readonly headers: AllHeaders;
  readonly request: TransactionRequest;
}

export type TransactionRequest =
  | { readonly kind: 'getDtcAddress' }
  | { readonly kind: 'propagate'; readonly buffer: Uint8Array }
  | { readonly kind: 'begin'; readonly isolation: number; readonly name: string }
  | { readonly kind: 'promote' }
  | { readonly kind: 'commit' | 'rollback'; readonly name: string; readonly next: NextTransaction | null }
  | { readonly kind: 'save'; readonly name: string };

/** The transaction to begin right after a commit or rollback. */
export interface NextTransaction {
  readonly isolation: number;
  readonly name: string;
}

/** Isolation levels of transaction manager requests. [MS-TDS] 2.2.6.9 */
export const IsolationLevel = {
  /** The level of the session stays. */
  UNSPECIFIED: 0,
  READ_UNCOMMITTED: 1,
  READ_COMMITTED: 2,
  REPEATABLE_READ: 3,
  SERIALIZABLE: 4,
  SNAPSHOT: 5,
} as const;

/** RequestType. [MS-TDS] 2.2.6.9 */
const RequestType = {
  TM_GET_DTC_ADDRESS: 0,
  TM_PROPAGATE_XACT: 1,
  TM_BEGIN_XACT: 5,
  TM_PROMOTE_XACT: 6,
  TM_COMMIT_XACT: 7,
  TM_ROLLBACK_XACT: 8,
  TM_SAVE_XACT: 9,
} as const;

const FLAG_BEGIN_XACT = 0x01;

/** Writes the payload of a transaction manager request. */
export function encodeTransactionManagerRequest({ headers, request }: TransactionManagerRequest): Uint8Array {
  const w = new TokenWriter(128);
  writeAllHeaders(w, headers);
  writeRequest(w, request);
  return w.toBytes();
}

/** Reads the payload of a transaction manager request. */
export function decodeTransactionManagerRequest(payload: Uint8Array): TransactionManagerRequest {
  const r = wholeReader(payload, 'Transaction manager request');
  return { headers: readAllHeaders(r), request: readRequest(r) };
}

/** The numbers of the requests that this side writes. */
const REQUEST_TYPES: { readonly [K in TransactionRequest['kind']]: number } = {
  getDtcAddress: RequestType.TM_GET_DTC_ADDRESS,
  propagate: RequestType.TM_PROPAGATE_XACT,
  begin: RequestType.TM_BEGIN_XACT,
  promote: RequestType.TM_PROMOTE_XACT,
  commit: RequestType.TM_COMMIT_XACT,
  rollback: RequestType.TM_ROLLBACK_XACT,
  save: RequestType.TM_SAVE_XACT,
};

function writeRequest(w: TokenWriter, request: TransactionRequest): void {
  w.ushort(REQUEST_TYPES[request.kind]);
  switch (request.kind) {
    case 'getDtcAddress':
      w.ushort(0);
      break;
    case 'propagate':
      w.usVarByte(request.buffer);
      break;
    case 'begin':
      writeBegin(w, request);
      break;
    case 'promote':
      break;
    case 'commit':
    case 'rollback':
      writeEnd(w, request.name, request.next);
      break;
    case 'save':
      writeName(w, request.name);
      break;
  }
}

function readRequest(r: ByteReader): TransactionRequest {
  const type = r.ushort();
  switch (type) {
    case RequestType.TM_GET_DTC_ADDRESS:
      return { kind: 'getDtcAddress' };
    case RequestType.TM_PROPAGATE_XACT:
      return { kind: 'propagate', buffer: r.usVarByte() };
    case RequestType.TM_BEGIN_XACT:
      return { kind: 'begin', ...readBegin(r) };
    case RequestType.TM_PROMOTE_XACT:
      return { kind: 'promote' };
    case RequestType.TM_COMMIT_XACT:
      return { kind: 'commit', ...readEnd(r) };
    case RequestType.TM_ROLLBACK_XACT:
      return { kind: 'rollback', ...readEnd(r) };
    case RequestType.TM_SAVE_XACT:
      return { kind: 'save', name: readName(r) };
    default:
      throw new ProtocolError(`Unknown transaction manager request ${type}`);
  }
}

function writeBegin(w: TokenWriter, { isolation, name }: NextTransaction): void {
  w.byte(isolation);
  writeName(w, name);
}

function readBegin(r: ByteReader): NextTransaction {
  const isolation = r.byte();
  if (isolation > IsolationLevel.SNAPSHOT) throw new ProtocolError(`Unknown isolation level ${isolation}`);
  return { isolation, name: readName(r) };
}

function writeEnd(w: TokenWriter, name: string, next: NextTransaction | null): void {
  writeName(w, name);
  w.byte(next === null ? 0 : FLAG_BEGIN_XACT);
  if (next !== null) writeBegin(w, next);
}

function readEnd(r: ByteReader): { name: string; next: NextTransaction | null } {
  const name = readName(r);
  const begins = (r.byte() & FLAG_BEGIN_XACT) !== 0;
  return { name, next: begins ? readBegin(r) : null };
}

function writeName(w: TokenWriter, name: string): void {
  w.byte(name.length * 2);
  w.unicode(name);
}

function readName(r: ByteReader): string {
  return r.unicodeBytes(r.byte());
}
