/**
 * `SET column.WRITE(value, offset, length)` for the (max) types: replaces a part of the present value. A NULL offset appends, a NULL length reaches to
 * the end, a NULL value cuts the rest off; a value that is NULL can only be appended to.
 */

import { BIGINT, type Expression, isBinary, isString, MAX } from '@sprocket/tsql';
import { coerce } from '../../bind/coerce.ts';
import type { ExprContext } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import type { Column } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../contracts.ts';
import { compile } from '../evaluate.ts';
import type { Items } from './query.ts';

/** The new value of the column from its present one. */
export function writeMethod(
  column: Column,
  args: readonly Expression[],
  items: Items,
  cx: ExprContext,
): (row: readonly Value[], present: Value, frame: Frame) => Value {
  if (column.type.length !== MAX || !(isString(column.type) || isBinary(column.type))) throw sqlError(258, column.type.name);
  const [value, offset, length] = args;
  if (value === undefined || offset === undefined || length === undefined) throw sqlError(174, '.write', 3);
  const bound = [coerce(bindExpr(value, cx), column.type), coerce(bindExpr(offset, cx), BIGINT), coerce(bindExpr(length, cx), BIGINT)];
  const evaluators = bound.map((expr) => compile(items.over(expr)));
  return (row, present, frame) => {
    const [text = null, at = null, count = null] = evaluators.map((evaluate) => evaluate(frame.context, frame.slots, row));
    if (present === null) {
      if (at !== null) throw sqlError(7116, String(at));
      return text;
    }
    return splice(present as string | Uint8Array, text as string | Uint8Array | null, at as bigint | null, count as bigint | null);
  };
}

function splice<T extends string | Uint8Array>(present: T, value: T | null, offset: bigint | null, length: bigint | null): T {
  const start = offset === null ? present.length : Number(offset);
  if (start < 0 || start > present.length) throw sqlError(7116, start);
  if (length !== null && length < 0n) throw sqlError(7135, String(length));
  const end = value === null || length === null ? present.length : Math.min(start + Number(length), present.length);
  if (typeof present === 'string') return `${present.slice(0, start)}${value ?? ''}${present.slice(end)}` as T;
  return Buffer.concat([
    present.subarray(0, start),
    (value as Uint8Array | null) ?? new Uint8Array(),
    present.subarray(end),
  ]) as unknown as T;
}
