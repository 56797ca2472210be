/**
 * A column of a result as COLMETADATA describes it, [MS-TDS] 2.2.7.4, and as bulk loads describe theirs. The two
 * differ in how text, ntext and image columns name their table: in parts in an answer since TDS 7.2, in one piece
 * before and in every bulk load.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import type { Decode } from '../types/codec.ts';
import { sentType } from '../types/downgrade.ts';
import { readTypeInfo, writeTypeInfo } from '../types/registry.ts';
import type { TypeInfo } from '../types/type-info.ts';

/** A column of a result. */
export interface Column {
  readonly name: string;
  readonly type: TypeInfo;
  /** ColumnFlag bits. */
  readonly flags: number;
  /** The number of an alias type, 0 for most; 80 marks rowversion. */
  readonly userType: number;
  /** The parts of the table's name; only for text, ntext and image. */
  readonly table: readonly string[];
}

/** Bits of Column.flags. [MS-TDS] 2.2.7.4 */
export const ColumnFlag = {
  NULLABLE: 0x0001,
  CASE_SENSITIVE: 0x0002,
  UPDATEABLE: 0x0004,
  UPDATEABLE_UNKNOWN: 0x0008,
  IDENTITY: 0x0010,
  COMPUTED: 0x0020,
  FIXED_LENGTH_CLR: 0x0100,
  SPARSE_COLUMN_SET: 0x0400,
  ENCRYPTED: 0x0800,
  HIDDEN: 0x2000,
  KEY: 0x4000,
  NULLABLE_UNKNOWN: 0x8000,
} as const;

/** Whether columns stand in an answer of the server or in a bulk load of the client. */
export type ColumnsOf = 'result' | 'bulk';

/** The user type of rowversion columns. */
const USER_TYPE_TIMESTAMP = 80;

/** A column with everything that is usually 0 or empty left out. */
export function column(name: string, type: TypeInfo, flags: number = ColumnFlag.NULLABLE, table: readonly string[] = []): Column {
  return { name, type, flags, userType: type.name === 'rowversion' ? USER_TYPE_TIMESTAMP : 0, table };
}

export function writeColumn(w: TokenWriter, described: Column, protocol: Protocol, columnsOf: ColumnsOf): void {
  if (protocol.tds72) w.long(described.userType);
  else w.ushort(described.userType);
  w.ushort(described.flags);
  writeTypeInfo(w, described.type, protocol, 'column');
  if (hasTableName(sentType(described.type, protocol).type)) writeTableName(w, described.table, protocol, columnsOf);
  w.bVarChar(described.name);
}

/** Reads a column and how to read its values. */
export function readColumn(r: ByteReader, protocol: Protocol, columnsOf: ColumnsOf): { column: Column; decode: Decode } {
  const userType = protocol.tds72 ? r.ulong() : r.ushort();
  const flags = r.ushort();
  const { type, decode } = readTypeInfo(r, protocol, 'column');
  const table = hasTableName(type) ? readTableName(r, protocol, columnsOf) : [];
  const name = r.bVarChar();
  return { column: { name, type: userTyped(type, userType), flags, userType, table }, decode };
}

function userTyped(type: TypeInfo, userType: number): TypeInfo {
  return userType === USER_TYPE_TIMESTAMP && type.name === 'binary' && type.length === 8 ? { name: 'rowversion' } : type;
}

function hasTableName(type: TypeInfo): boolean {
  return type.name === 'text' || type.name === 'ntext' || type.name === 'image';
}

function writeTableName(w: TokenWriter, table: readonly string[], protocol: Protocol, columnsOf: ColumnsOf): void {
  if (!protocol.tds72 || columnsOf === 'bulk') {
    w.usVarChar(table.join('.'));
    return;
  }
  // mssql-jdbc refuses a name without parts; a column of no table has one that is empty.
  const parts = table.length === 0 ? [''] : table;
  w.byte(parts.length);
  for (const part of parts) w.usVarChar(part);
}

function readTableName(r: ByteReader, protocol: Protocol, columnsOf: ColumnsOf): string[] {
  const count = protocol.tds72 && columnsOf === 'result' ? r.byte() : 1;
  const parts = Array.from({ length: count }, () => r.usVarChar());
  return parts.length === 1 && parts[0] === '' ? [] : parts;
}
