/**
 * The wire: bytes to messages and back, for servers and for clients of TDS 7.0 to 8.0. No sockets, no SQL, no
 * clock. A connection reads its input with MessageReader, decodes each message by its packet type, and writes its
 * answer through a TokenWriter that MessageWriter cuts into packets. Values are exact and their forms are listed
 * with `Values`. Whatever is wrong with received bytes is a ProtocolError.
 */
export { TokenWriter } from './bytes/token-writer.ts';
export { type Response, type ResultSet, readResponse } from './client/response.ts';
export { codePageOf, isUtf8 } from './collation/code-page-of.ts';
export { type Collation, CollationFlag, DEFAULT_COLLATION } from './collation/collation.ts';
export {
  type AllHeaders,
  NO_HEADERS,
  type QueryNotification,
  type TraceActivity,
  type TransactionHeader,
  transactionHeaders,
} from './messages/all-headers.ts';
export { type BulkLoadPart, BulkLoadReader, encodeBulkLoad } from './messages/bulk-load.ts';
export { FeatureId } from './messages/features.ts';
export { decodeLogin7, EMPTY_LOGIN, encodeLogin7, type Login7 } from './messages/login7.ts';
export { type LoginFlag, type LoginFlags, NO_LOGIN_FLAGS } from './messages/login7-flags.ts';
export { decodePrelogin, Encryption, encodePrelogin, type Prelogin, type PreloginVersion, prelogin } from './messages/prelogin.ts';
export {
  decodeRpc,
  encodeRpc,
  ProcId,
  type RpcCall,
  type RpcParameter,
  type RpcRequest,
  rpcCall,
  rpcParameter,
} from './messages/rpc.ts';
export { decodeSqlBatch, encodeSqlBatch, type SqlBatch } from './messages/sql-batch.ts';
export {
  decodeTransactionManagerRequest,
  encodeTransactionManagerRequest,
  IsolationLevel,
  type NextTransaction,
  type TransactionManagerRequest,
  type TransactionRequest,
} from './messages/transaction-manager.ts';
export {
  DEFAULT_PACKET_SIZE,
  HEADER_LENGTH,
  MAX_PACKET_SIZE,
  MIN_PACKET_SIZE,
  type PacketHeader,
  PacketStatus,
  PacketType,
} from './packet/header.ts';
export { type Message, MessageReader, type MessageReaderOptions } from './packet/message-reader.ts';
export { type FrameOptions, frameMessage, MessageWriter } from './packet/message-writer.ts';
export { negotiateVersion, type Protocol, type ProtocolFeatures, protocolFor, TDS_7_4_PROTOCOL, TdsVersion } from './protocol.ts';
export { ProtocolError } from './protocol-error.ts';
export { ColInfoStatus, writeColInfo, writeOrder, writeTabName } from './tokens/browse.ts';
export { writeColMetadata } from './tokens/colmetadata.ts';
export { type Column, ColumnFlag, type ColumnsOf, column } from './tokens/column.ts';
export { writeDone } from './tokens/done.ts';
export { writeEnvChange } from './tokens/env-change.ts';
export { writeLoginAck } from './tokens/login-ack.ts';
export { writeServerMessage } from './tokens/message.ts';
export { writeReturnStatus, writeReturnValue } from './tokens/return.ts';
export { fixedRowEncoder, type RowEncoder, rowEncoder } from './tokens/row.ts';
export { encodeToken, encodeTokens, type PlainToken } from './tokens/table.ts';
export type {
  ColInfo,
  ColInfoColumn,
  ColMetadata,
  Done,
  EnvChange,
  Feature,
  FeatureExtAck,
  LoginAck,
  Order,
  ReturnStatus,
  ReturnValue,
  Row,
  ServerMessage,
  SessionState,
  Sspi,
  TabName,
  Token,
} from './tokens/token.ts';
export { TokenParser, type TokenParserOptions } from './tokens/token-parser.ts';
export { CurCmd, DoneStatus, TokenType } from './tokens/token-type.ts';
export type { Encode, Use } from './types/codec.ts';
export { DataType } from './types/data-type.ts';
export { beginPlp, endPlp, writePlpChunk } from './types/plp.ts';
export { valueEncoder, writeTypeInfo } from './types/registry.ts';
export { TABLE_COLUMN_DEFAULT } from './types/table.ts';
export {
  type DateTimeOffset,
  MAX,
  type TableColumn,
  type TableOrder,
  type TableValue,
  type TypeInfo,
  type TypeName,
  type TypeOf,
  type UdtName,
  type Value,
  type Values,
  type Variant,
  type XmlSchema,
} from './types/type-info.ts';
