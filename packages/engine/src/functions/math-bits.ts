/**
 * The bit functions of SQL Server 2022 over integers and binaries of any width. Bits are counted from the least significant; shifts are logical, a negative
 * distance shifts the other way and one beyond the width leaves 0.
 */

import { BIGINT, BIT, isBinary, MAX, type Type } from '@sprocket/tsql';
import { sqlErrorState } from '../errors.ts';
import { WIDTHS } from '../values/ranges.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { define, integer, invalidArgument, type Param } from './define.ts';

/** A binary's bits count from the last byte. */
type Bits = number | bigint | Uint8Array;

/** A count or position: an integer of any width, never narrowed. */
const position: Param = (argument, index, name) => {
  integer(argument, index, name);
  return BIGINT;
};

/** SET_BIT's value may be a bit as well. */
const bitValue: Param = (argument, index, name) => (argument.type.name === 'bit' ? BIGINT : position(argument, index, name));

/** What BIT_COUNT counts in: an integer or binary. */
const countable: Param = (argument, index, name) => {
  if (argument.untypedNull !== true && (isBinary(argument.type) || argument.type.name === 'bit')) return argument.type;
  if (argument.untypedNull === true) throw invalidArgument(argument, index, name);
  return integer(argument, index, name);
};

/** An integer, or a binary that is no large object. */
const bits: Param = (argument, index, name) => {
  const isPlainBinary = argument.untypedNull !== true && isBinary(argument.type) && argument.type.length !== MAX;
  return isPlainBinary && argument.type.name !== 'image' ? argument.type : integer(argument, index, name);
};

const widthOf = (x: Bits, type: Type): number => (x instanceof Uint8Array ? x.length * 8 : (WIDTHS[type.name] ?? 32));

const unsigned = (x: Bits, type: Type): bigint =>
  x instanceof Uint8Array ? x.reduce((pattern, byte) => (pattern << 8n) | BigInt(byte), 0n) : BigInt.asUintN(widthOf(x, type), BigInt(x));

/** The pattern as a value like `x`: tinyint is unsigned, the other integers are two's complement. */
function fromPattern(pattern: bigint, x: Bits, type: Type): Value {
  const width = widthOf(x, type);
  if (x instanceof Uint8Array) return Uint8Array.from(x, (_, i) => Number((pattern >> BigInt(width - 8 * (i + 1))) & 0xffn));
  const value = type.name === 'tinyint' ? BigInt.asUintN(width, pattern) : BigInt.asIntN(width, pattern);
  return type.name === 'bigint' ? value : Number(value);
}

function shift(pattern: bigint, distance: bigint, width: number): bigint {
  if (distance >= BigInt(width) || distance <= BigInt(-width)) return 0n;
  return distance >= 0n ? pattern << distance : pattern >> -distance;
}

function countOnes(pattern: bigint): number {
  let count = 0;
  for (let rest = pattern; rest !== 0n; rest >>= 1n) count += Number(rest & 1n);
  return count;
}

function checkPosition(name: string, bit: bigint, width: number, state: number): void {
  if (bit < 0n || bit >= BigInt(width)) throw sqlErrorState(9838, state, 2, name, 0, width - 1);
}

const shiftRow = (name: string, direction: bigint): Builtin =>
  define({
    name,
    params: [bits, position],
    returns: ([type]) => type!,
    evaluator:
      ({ returns }) =>
      (_, x: Bits, distance: bigint) =>
        fromPattern(shift(unsigned(x, returns), distance * direction, widthOf(x, returns)), x, returns),
  });

export const BIT_MATH: readonly Builtin[] = [
  shiftRow('LEFT_SHIFT', 1n),
  shiftRow('RIGHT_SHIFT', -1n),
  define({
    name: 'BIT_COUNT',
    params: [countable],
    returns: BIGINT,
    evaluator: ({ params: [type] }) =>
      isBinary(type!)
        ? (_, bytes: Uint8Array) => BigInt(bytes.reduce((sum, byte) => sum + countOnes(BigInt(byte)), 0))
        : (_, x: number | bigint) => BigInt(countOnes(unsigned(x, type!))),
  }),
  define({
    name: 'GET_BIT',
    params: [bits, position],
    returns: BIT,
    evaluator: ({ params: [type] }) => {
      return (_, x: Bits, bit: bigint) => {
        checkPosition('get_bit', bit, widthOf(x, type!), 1);
        return Number((unsigned(x, type!) >> bit) & 1n);
      };
    },
  }),
  define({
    name: 'SET_BIT',
    params: [bits, position, bitValue],
    optional: 1,
    returns: ([type]) => type!,
    evaluator: ({ returns }) => {
      return (_, x: Bits, bit: bigint, value = 1n) => {
        checkPosition('set_bit', bit, widthOf(x, returns), 2);
        if (value !== 0n && value !== 1n) throw sqlErrorState(9839, 1, 3, 'set_bit');
        const mask = 1n << bit;
        const pattern = unsigned(x, returns);
        return fromPattern(value === 1n ? pattern | mask : pattern & ~mask, x, returns);
      };
    },
  }),
];
