/**
 * ORDER, TABNAME and COLINFO, which describe a result beyond its columns: its order, and for browse mode and
 * cursors the tables behind it. [MS-TDS] 2.2.7.17, 2.2.7.21 and 2.2.7.3. Table names are in parts since TDS 7.1
 * revision 1.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { readSized, type TokenCodec, writeSized } from './codec.ts';
import type { ColInfo, ColInfoColumn, Order, TabName } from './token.ts';
import { TokenType } from './token-type.ts';

/** Bits of ColInfoColumn.status. [MS-TDS] 2.2.7.3 */
export const ColInfoStatus = {
  EXPRESSION: 0x04,
  KEY: 0x08,
  HIDDEN: 0x10,
} as const;

/** Says that the column's name in its table follows. */
const DIFFERENT_NAME = 0x20;

export const orderCodec: TokenCodec<Order> = {
  encode: writeOrder,
  decode: (r) => readSized(r, 'ORDER', (section) => ({ kind: 'ORDER', columns: readAll(section, () => section.ushort()) })),
};

export const tabNameCodec: TokenCodec<TabName> = {
  encode: writeTabName,
  decode: (r, protocol) =>
    readSized(r, 'TABNAME', (section) => ({ kind: 'TABNAME', tables: readAll(section, () => readTableName(section, protocol)) })),
};

export const colInfoCodec: TokenCodec<ColInfo> = {
  encode: writeColInfo,
  decode: (r) => readSized(r, 'COLINFO', (section) => ({ kind: 'COLINFO', columns: readAll(section, () => readColInfo(section)) })),
};

/** Writes an ORDER. */
export function writeOrder(w: TokenWriter, token: Order): void {
  writeSized(w, TokenType.ORDER, () => {
    for (const ordinal of token.columns) w.ushort(ordinal);
  });
}

/** Writes a TABNAME. */
export function writeTabName(w: TokenWriter, token: TabName, protocol: Protocol): void {
  writeSized(w, TokenType.TABNAME, () => {
    for (const table of token.tables) writeTableName(w, table, protocol);
  });
}

/** Writes a COLINFO. */
export function writeColInfo(w: TokenWriter, token: ColInfo): void {
  writeSized(w, TokenType.COLINFO, () => {
    for (const info of token.columns) writeColInfoColumn(w, info);
  });
}

function readAll<T>(section: ByteReader, read: () => T): T[] {
  const items: T[] = [];
  while (section.remaining > 0) items.push(read());
  return items;
}

function writeTableName(w: TokenWriter, table: readonly string[], protocol: Protocol): void {
  if (!protocol.tableNameParts) {
    w.usVarChar(table.join('.'));
    return;
  }
  w.byte(table.length);
  for (const part of table) w.usVarChar(part);
}

function readTableName(section: ByteReader, protocol: Protocol): string[] {
  if (!protocol.tableNameParts) return [section.usVarChar()];
  return Array.from({ length: section.byte() }, () => section.usVarChar());
}

function writeColInfoColumn(w: TokenWriter, info: ColInfoColumn): void {
  w.byte(info.column);
  w.byte(info.table);
  w.byte(info.status | (info.baseName === null ? 0 : DIFFERENT_NAME));
  if (info.baseName !== null) w.bVarChar(info.baseName);
}

function readColInfo(section: ByteReader): ColInfoColumn {
  const column = section.byte();
  const table = section.byte();
  const status = section.byte();
  const baseName = (status & DIFFERENT_NAME) === 0 ? null : section.bVarChar();
  return { column, table, status: status & ~DIFFERENT_NAME, baseName };
}
