/** Expressions as they are compared, grouped and ordered: strings through the key of their collation, other types as they are stored. */

import type { Type } from '@sprocket/tsql';
import { SERVER_COLLATION } from '../../../bind/from.ts';
import type { Expr, Source } from '../../../bind/tree.ts';
import { equalityKey, orderKey } from '../physical.ts';
import { keyFunctions } from '../registered.ts';
import { type Printer, use } from './printer.ts';
import { scalar } from './scalar.ts';

export const columnType = (source: Source, index: number): Type => (source.columns[index] as Source['columns'][number]).type;

export function equality(expr: Expr, p: Printer): string {
  if (
    expr.kind === 'column' &&
    p.keys.get(expr.source.id)?.has(expr.index) === true &&
    expr.type.collation === columnType(expr.source, expr.index).collation
  ) {
    return `s${expr.source.id}.k${expr.index}`;
  }
  return keyed(scalar(expr, p), expr, p);
}

export function order(expr: Expr, p: Printer): string {
  return ordered(scalar(expr, p), expr, p);
}

export function keyed(sql: string, expr: Expr, p: Printer): string {
  return keyedColumn(sql, expr.type, p);
}

export function keyedColumn(sql: string, type: Expr['type'], p: Printer): string {
  for (const fn of keyFunctions(type)) use(p, fn);
  return equalityKey(sql, type, SERVER_COLLATION);
}

export function ordered(sql: string, expr: Expr, p: Printer): string {
  for (const fn of keyFunctions(expr.type)) use(p, fn);
  return orderKey(sql, expr.type, SERVER_COLLATION);
}

export function orderedColumn(sql: string, type: Expr['type'], p: Printer): string {
  for (const fn of keyFunctions(type)) use(p, fn);
  return orderKey(sql, type, SERVER_COLLATION);
}
