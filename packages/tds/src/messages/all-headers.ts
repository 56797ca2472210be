/**
 * ALL_HEADERS, which since TDS 7.2 come before the data of SQLBatch, RPC and transaction manager requests.
 * [MS-TDS] 2.2.5.3: the transaction that the request belongs to, a query notification, a trace activity. Headers of
 * unknown types are skipped.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';

/** The headers of a request; null where one is absent. */
export interface AllHeaders {
  readonly transaction: TransactionHeader | null;
  readonly queryNotification: QueryNotification | null;
  readonly trace: TraceActivity | null;
}

/** [MS-TDS] 2.2.5.3.2 */
export interface TransactionHeader {
  /** 0 outside of transactions; otherwise as ENVCHANGE gave it. */
  readonly descriptor: bigint;
  readonly outstandingRequests: number;
}

/** [MS-TDS] 2.2.5.3.1 */
export interface QueryNotification {
  readonly notifyId: string;
  readonly deployment: string;
  /** Milliseconds; null for the server's default. */
  readonly timeout: number | null;
}

/** [MS-TDS] 2.2.5.3.3 */
export interface TraceActivity {
  /** 16 bytes. */
  readonly activityId: Uint8Array;
  readonly sequence: number;
}

export const NO_HEADERS: AllHeaders = { transaction: null, queryNotification: null, trace: null };

/** The headers of a client that sends nothing but the transaction. */
export function transactionHeaders(descriptor: bigint): AllHeaders {
  return { ...NO_HEADERS, transaction: { descriptor, outstandingRequests: 1 } };
}

const HeaderType = { QUERY_NOTIFICATIONS: 1, TRANSACTION_DESCRIPTOR: 2, TRACE_ACTIVITY: 3 } as const;

export function writeAllHeaders(w: TokenWriter, headers: AllHeaders): void {
  const { transaction, queryNotification, trace } = headers;
  const at = w.claim(4);
  if (queryNotification !== null) writeQueryNotification(w, queryNotification);
  if (transaction !== null) writeTransaction(w, transaction);
  if (trace !== null) writeTrace(w, trace);
  w.view.setUint32(at, w.length - at, true);
}

export function readAllHeaders(r: ByteReader): AllHeaders {
  const total = r.ulong();
  if (total < 4) throw new ProtocolError(`ALL_HEADERS of ${total} bytes`);
  const section = r.section(total - 4, 'ALL_HEADERS');
  let headers = NO_HEADERS;
  while (section.remaining > 0) headers = { ...headers, ...readHeader(section) };
  return headers;
}

function writeHeader(w: TokenWriter, type: number, write: () => void): void {
  const at = w.claim(4);
  w.ushort(type);
  write();
  w.view.setUint32(at, w.length - at, true);
}

function writeQueryNotification(w: TokenWriter, { notifyId, deployment, timeout }: QueryNotification): void {
  writeHeader(w, HeaderType.QUERY_NOTIFICATIONS, () => {
    w.ushort(notifyId.length * 2);
    w.unicode(notifyId);
    w.ushort(deployment.length * 2);
    w.unicode(deployment);
    if (timeout !== null) w.long(timeout);
  });
}

function writeTransaction(w: TokenWriter, { descriptor, outstandingRequests }: TransactionHeader): void {
  writeHeader(w, HeaderType.TRANSACTION_DESCRIPTOR, () => {
    w.longlong(descriptor);
    w.long(outstandingRequests);
  });
}

function writeTrace(w: TokenWriter, { activityId, sequence }: TraceActivity): void {
  writeHeader(w, HeaderType.TRACE_ACTIVITY, () => {
    w.bytes(activityId.subarray(0, 16));
    w.long(sequence);
  });
}

function readHeader(section: ByteReader): Partial<AllHeaders> {
  const length = section.ulong();
  if (length < 6) throw new ProtocolError(`A data stream header of ${length} bytes`);
  const header = section.section(length - 4, 'Data stream header');
  switch (header.ushort()) {
    case HeaderType.QUERY_NOTIFICATIONS:
      return { queryNotification: readQueryNotification(header) };
    case HeaderType.TRANSACTION_DESCRIPTOR:
      return { transaction: { descriptor: header.ulonglong(), outstandingRequests: header.ulong() } };
    case HeaderType.TRACE_ACTIVITY:
      return { trace: { activityId: header.copy(16), sequence: header.ulong() } };
    default:
      return {};
  }
}

function readQueryNotification(header: ByteReader): QueryNotification {
  const notifyId = header.unicodeBytes(header.ushort());
  const deployment = header.unicodeBytes(header.ushort());
  return { notifyId, deployment, timeout: header.remaining >= 4 ? header.ulong() : null };
}
