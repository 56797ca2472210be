/**
 * Text pointers, which READTEXT, WRITETEXT and UPDATETEXT take: sixteen bytes that name a table, a column and a row. The functions whose names begin with
 * a dollar sign are what these statements become (`program/text-statement.ts`); nobody writes them.
 */

import { BIGINT, INT, isBinary, MAX, nvarchar, type Type, varbinary } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { any, as, define, int, invalidArgument, type Param, sysname } from './define.ts';

const POINTER = varbinary(16);

export interface TextPlace {
  readonly tableId: number;
  readonly columnId: number;
  readonly rowId: bigint;
}

export function textPointer({ tableId, columnId, rowId }: TextPlace): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(tableId, 0);
  bytes.writeInt32LE(columnId, 4);
  bytes.writeBigInt64LE(rowId, 8);
  return new Uint8Array(bytes);
}

/** Undefined for bytes of another length. */
export function textPlace(pointer: Uint8Array): TextPlace | undefined {
  if (pointer.length !== 16) return undefined;
  const bytes = Buffer.from(pointer);
  return { tableId: bytes.readInt32LE(0), columnId: bytes.readInt32LE(4), rowId: bytes.readBigInt64LE(8) };
}

const LARGE: ReadonlySet<string> = new Set(['text', 'ntext', 'image']);

const large: Param = (argument, position, name) => {
  if (!LARGE.has(argument.type.name)) throw invalidArgument(argument, position, name);
  return argument.type;
};

/** What may be written into a column, in the wide type of its kind; NULL as it is. */
const data: Param = (argument) =>
  argument.untypedNull === true ? argument.type : isBinary(argument.type) ? varbinary(MAX) : nvarchar(MAX);

/** 7133 for NULL, 7123 for a pointer that leads nowhere. */
function requirePointer(pointer: Value, found: boolean, statement: string): void {
  if (pointer === null) throw sqlError(7133, statement);
  if (!found) throw sqlError(7123, `0x${Buffer.from(pointer as Uint8Array).toString('hex')}`);
}

type Large = string | Uint8Array;

const slice = (value: Large, start: number, end: number): Large =>
  typeof value === 'string' ? value.slice(start, end) : value.slice(start, end);

/** What READTEXT reads when no size is said. */
const CHUNK = 4096;

/** From an offset on; 7124 beyond the end. */
function chunk(value: Value, pointer: Value, offset: number, size: number): Value {
  requirePointer(pointer, value !== null, 'READTEXT');
  const { length } = value as Large;
  if (offset < 0 || size < 0 || offset + size > length) throw sqlError(7124, length);
  return slice(value as Large, offset, size === 0 ? Math.min(offset + CHUNK, length) : offset + size);
}

/** The value with some of it deleted at an offset, and the data inserted there. NULL stands for the end, and for all that follows. */
function changed(value: Large, insertOffset: number | null, deleteLength: number | null, inserted: Value): Value {
  const offset = insertOffset ?? value.length;
  if (offset < 0 || offset > value.length) throw sqlError(7116, offset);
  const gone = deleteLength ?? value.length - offset;
  if (gone < 0 || offset + gone > value.length) throw sqlError(7135, gone);
  const [before, after] = [slice(value, 0, offset), slice(value, offset + gone, value.length)];
  if (typeof before === 'string') return `${before}${inserted === null ? '' : String(inserted)}${String(after)}`;
  return new Uint8Array(Buffer.concat([before, inserted instanceof Uint8Array ? inserted : Buffer.alloc(0), after as Uint8Array]));
}

export const TEXT_POINTERS: readonly Builtin[] = [
  define({
    name: 'TEXTPTR',
    // The binder adds table, column and row.
    params: [large, int, int, as(BIGINT)],
    optional: 3,
    returns: POINTER,
    nullable: true,
    volatility: 'row',
    evaluate: (_, _value: Large, tableId: number, columnId: number, rowId: bigint) => textPointer({ tableId, columnId, rowId }),
  }),
  define({
    name: 'TEXTVALID',
    params: [sysname, as(POINTER)],
    returns: INT,
    nullable: false,
    nullCall: true,
    volatility: 'statement',
    evaluate: (env: Environment, name: Value, pointer: Value) => env.session('TEXTVALID', name, pointer),
  }),
];

export const TEXT_STATEMENTS: readonly Builtin[] = [
  define({
    name: '$READTEXT',
    params: [any, as(POINTER), int, int],
    returns: ([type]) => type as Type,
    nullable: true,
    nullCall: true,
    volatility: 'row',
    evaluate: (_, value: Value, pointer: Value, offset: number, size: number) => chunk(value, pointer, offset, size),
  }),
  define({
    name: '$TEXTROW',
    params: [int, as(POINTER), sysname],
    returns: INT,
    nullable: false,
    nullCall: true,
    volatility: 'row',
    evaluate: (_, found: Value, pointer: Value, statement: string) => {
      requirePointer(pointer, found !== null, statement);
      return 1;
    },
  }),
  define({
    name: '$UPDATETEXT',
    params: [any, int, int, data],
    returns: ([type]) => type as Type,
    nullable: true,
    nullCall: true,
    volatility: 'row',
    evaluate: (_, value: Large, offset: number | null, length: number | null, inserted: Value) => changed(value, offset, length, inserted),
  }),
];
