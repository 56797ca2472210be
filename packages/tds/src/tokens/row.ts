/**
 * ROW and NBCROW. [MS-TDS] 2.2.7.20 and 2.2.7.15. A row encoder is built once per result: a function per column,
 * chosen by type, so that writing a value looks nothing up. A row with NULLs goes out as NBCROW where that is
 * shorter and the client knows it. Reading is resumable between columns, because a row may be larger than any chunk.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import type { Decode, Encode } from '../types/codec.ts';
import { valueEncoder } from '../types/registry.ts';
import type { Value } from '../types/type-info.ts';
import type { Column } from './column.ts';
import { TokenType } from './token-type.ts';

/** Writes one row of a result; there is a value for every column. */
export type RowEncoder = (w: TokenWriter, values: readonly Value[]) => void;

/** Builds the function that writes the rows of a result. */
export function rowEncoder(columns: readonly Column[], protocol: Protocol): RowEncoder {
  const encoders = columnEncoders(columns, protocol);
  if (!protocol.nullBitmapRows) return (w, values) => writeRow(w, encoders, values);
  const bitmapSize = (columns.length + 7) >> 3;
  // A NULL takes at least a byte in ROW and a bit in NBCROW.
  return (w, values) => {
    if (countNulls(values, encoders.length) > bitmapSize) writeNbcRow(w, encoders, values);
    else writeRow(w, encoders, values);
  };
}

/** Builds a function that writes every row in the given form. */
export function fixedRowEncoder(columns: readonly Column[], protocol: Protocol, kind: 'ROW' | 'NBCROW'): RowEncoder {
  const encoders = columnEncoders(columns, protocol);
  return kind === 'ROW' ? (w, values) => writeRow(w, encoders, values) : (w, values) => writeNbcRow(w, encoders, values);
}

/** A row that is being read; `values` grows by a column at a time. */
export interface PendingRow {
  readonly kind: 'ROW' | 'NBCROW';
  readonly nulls: Uint8Array | null;
  readonly values: Value[];
}

/** Starts reading what follows the token number of a row. */
export function beginRow(r: ByteReader, kind: 'ROW' | 'NBCROW', columnCount: number): PendingRow {
  return { kind, nulls: kind === 'ROW' ? null : r.copy((columnCount + 7) >> 3), values: [] };
}

/** Reads the next column of a row. */
export function readNextValue(r: ByteReader, row: PendingRow, decoders: readonly Decode[]): void {
  const index = row.values.length;
  row.values.push(isNull(row.nulls, index) ? null : decoders[index]!(r));
}

type Encoders = readonly Encode<NonNullable<Value>>[];

function columnEncoders(columns: readonly Column[], protocol: Protocol): Encoders {
  return columns.map((column) => valueEncoder(column.type, protocol, 'column'));
}

function writeRow(w: TokenWriter, encoders: Encoders, values: readonly Value[]): void {
  w.byte(TokenType.ROW);
  for (let i = 0; i < encoders.length; i++) encoders[i]!(w, values[i]!);
}

function writeNbcRow(w: TokenWriter, encoders: Encoders, values: readonly Value[]): void {
  const size = (encoders.length + 7) >> 3;
  const at = w.claim(size + 1);
  w.buffer[at] = TokenType.NBCROW;
  w.buffer.fill(0, at + 1, at + 1 + size);
  for (let i = 0; i < encoders.length; i++) {
    const value = values[i]!;
    if (value === null) w.buffer[at + 1 + (i >> 3)]! |= 1 << (i & 7);
    else encoders[i]!(w, value);
  }
}

function countNulls(values: readonly Value[], count: number): number {
  let nulls = 0;
  for (let i = 0; i < count; i++) if (values[i] === null) nulls++;
  return nulls;
}

function isNull(nulls: Uint8Array | null, index: number): boolean {
  return nulls !== null && (nulls[index >> 3]! & (1 << (index & 7))) !== 0;
}
