/**
 * The eight bytes in front of every packet. [MS-TDS] 2.2.3.1: type, status, length including the header, server
 * process id and a packet number; the length and the process id are in network order.
 */
import { ProtocolError } from '../protocol-error.ts';

export const HEADER_LENGTH = 8;
/** [MS-TDS] 2.2.3.1.3 */
export const MIN_PACKET_SIZE = 512;
export const MAX_PACKET_SIZE = 32_767;
/** The packet size before the login has negotiated another one. */
export const DEFAULT_PACKET_SIZE = 4096;

/** [MS-TDS] 2.2.3.1.1 */
export const PacketType = {
  SQL_BATCH: 0x01,
  PRE_TDS7_LOGIN: 0x02,
  RPC: 0x03,
  TABULAR_RESULT: 0x04,
  ATTENTION: 0x06,
  BULK_LOAD: 0x07,
  FEDERATED_AUTHENTICATION_TOKEN: 0x08,
  TRANSACTION_MANAGER_REQUEST: 0x0e,
  TDS7_LOGIN: 0x10,
  SSPI: 0x11,
  PRELOGIN: 0x12,
} as const;

/** [MS-TDS] 2.2.3.1.2 */
export const PacketStatus = {
  NORMAL: 0x00,
  /** The last packet of the message. */
  END_OF_MESSAGE: 0x01,
  /** The client takes back what it sent of the message. */
  IGNORE: 0x02,
  RESET_CONNECTION: 0x08,
  RESET_CONNECTION_SKIP_TRAN: 0x10,
} as const;

/** The fields of a packet header that mean anything. */
export interface PacketHeader {
  readonly type: number;
  readonly status: number;
  /** Bytes of the packet including the header. */
  readonly length: number;
  readonly spid: number;
  readonly packetId: number;
}

/** Reads a header and checks what can be checked without knowing the connection. */
export function readHeader(bytes: Uint8Array, at: number, maxPacketSize: number): PacketHeader {
  const type = bytes[at]!;
  const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
  if (!KNOWN_TYPES.has(type)) throw new ProtocolError(`Unknown packet type 0x${type.toString(16).padStart(2, '0')}`);
  if (length < HEADER_LENGTH) throw new ProtocolError(`A packet of ${length} bytes is shorter than its header`);
  if (length > maxPacketSize) throw new ProtocolError(`A packet of ${length} bytes is longer than the limit of ${maxPacketSize}`);
  return { type, status: bytes[at + 1]!, length, spid: (bytes[at + 4]! << 8) | bytes[at + 5]!, packetId: bytes[at + 6]! };
}

export function writeHeader(bytes: Uint8Array, at: number, header: PacketHeader): void {
  bytes[at] = header.type;
  bytes[at + 1] = header.status;
  bytes[at + 2] = header.length >>> 8;
  bytes[at + 3] = header.length;
  bytes[at + 4] = header.spid >>> 8;
  bytes[at + 5] = header.spid;
  bytes[at + 6] = header.packetId;
  bytes[at + 7] = 0;
}

const KNOWN_TYPES: ReadonlySet<number> = new Set(Object.values(PacketType));
