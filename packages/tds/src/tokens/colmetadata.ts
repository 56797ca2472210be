/**
 * COLMETADATA. [MS-TDS] 2.2.7.4: the columns of the rows that follow, or FFFF for the columns that were described
 * before. Reading yields the decoders of the columns too, which rows need.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import type { Decode } from '../types/codec.ts';
import { type Column, type ColumnsOf, readColumn, writeColumn } from './column.ts';
import { TokenType } from './token-type.ts';

const NO_METADATA = 0xffff;

/** The columns of a result with what reads their values. */
export interface ResultColumns {
  readonly columns: readonly Column[];
  readonly decoders: readonly Decode[];
}

/** Writes a COLMETADATA; null for columns that were described before. */
export function writeColMetadata(
  w: TokenWriter,
  columns: readonly Column[] | null,
  protocol: Protocol,
  columnsOf: ColumnsOf = 'result',
): void {
  w.byte(TokenType.COLMETADATA);
  w.ushort(columns === null ? NO_METADATA : columns.length);
  for (const column of columns ?? []) writeColumn(w, column, protocol, columnsOf);
}

/** Reads what follows the token number; null for columns that were described before. */
export function readColMetadata(r: ByteReader, protocol: Protocol, columnsOf: ColumnsOf): ResultColumns | null {
  const count = r.ushort();
  if (count === NO_METADATA) return null;
  const columns: Column[] = [];
  const decoders: Decode[] = [];
  for (let i = 0; i < count; i++) {
    const read = readColumn(r, protocol, columnsOf);
    columns.push(read.column);
    decoders.push(read.decode);
  }
  return { columns, decoders };
}
