/**
 * Whether all values that the source of a SWITCH may hold are allowed in the target, which is known from check constraints and partition ranges alone:
 * no row is looked at. Constraints are understood as far as SQL Server does, too: comparisons of a column with constants, joined by AND, and BETWEEN,
 * IN, IS NOT NULL. A check of the target that the source has in the same words holds anyway.
 */

import { type Expression, familyOf, parseExpression } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import { findColumn } from '../../find.ts';
import type { Check, Column, Table } from '../../model.ts';
import { compareBoundaries, type PartitionRange, partitionNumber, rangeOf } from '../../partition.ts';
import type { DdlContext } from '../context.ts';
import { columnNames } from '../syntax.ts';
import { fullName, type SwitchSide } from './switch.ts';

/** The values of one column that conditions leave. */
interface Allowed extends PartitionRange {
  readonly nulls: boolean;
}

export function requireFittingRanges(source: SwitchSide, target: SwitchSide, context: DdlContext): void {
  requireChecks(source, target, context);
  const { by, number, table, home } = target;
  if (by === null) return;
  const column = source.table.columns[table.columns.findIndex(({ id }) => id === by.column.id)];
  if (column === undefined) return;
  const range = rangeOf(by.fn, number);
  const wanted = closedRange({ ...range, nulls: partitionNumber(by.fn, null) === number }, column);
  if (isWithin(allowedIn(source, column, context), wanted, by.fn.type)) return;
  const names = [fullName(source.home, source.table), fullName(home, table)] as const;
  if (source.by !== null) throw sqlError(4973, source.number, names[0], number, names[1]);
  const isChecked = source.table.checks.some(({ text }) => isAbout(parse(text), column));
  throw isChecked ? sqlError(4972, ...names) : sqlError(4982, names[0], number, names[1]);
}

/** Every check of the target is one of the source, or follows from what the source may hold. */
function requireChecks(source: SwitchSide, target: SwitchSide, context: DdlContext): void {
  const from = fullName(source.home, source.table);
  const to = fullName(target.home, target.table);
  for (const check of target.table.checks) {
    if (check.disabled) continue;
    const own = source.table.checks.find((other) => other.text === check.text);
    if (own !== undefined && (own.disabled || own.notTrusted) && !check.notTrusted) throw sqlError(4960, own.name, from, check.name, to);
    if (own !== undefined) continue;
    if (!follows(check, source, target, context)) throw sqlError(4971, to, check.name, from);
  }
}

/** Whether a check over one column holds for all that the source may hold: only a partition or another check can say so. */
function follows(check: Check, source: SwitchSide, target: SwitchSide, context: DdlContext): boolean {
  const column = target.table.columns.find((candidate) => limitsOf(check, target.table, candidate, context) !== null);
  const own = column && source.table.columns[target.table.columns.indexOf(column)];
  const wanted = column && limitsOf(check, target.table, column, context);
  if (!own || !wanted) return false;
  if (isWithin(allowedIn(source, own, context), wanted, own.type)) return true;
  throw sqlError(4972, fullName(source.home, source.table), fullName(target.home, target.table));
}

function allowedIn({ table, by, number }: SwitchSide, column: Column, context: DdlContext): Allowed {
  const all: Allowed = { low: null, high: null, nulls: column.nullable };
  const checked = table.checks
    .filter((check) => !check.disabled && !check.notTrusted && isAbout(parse(check.text), column))
    .flatMap((check) => conjuncts(parse(check.text)))
    .reduce((current, part) => narrowed(current, part, table, column, context) ?? current, all);
  if (by === null || by.column.id !== column.id) return checked;
  const range = closedRange({ ...rangeOf(by.fn, number), nulls: partitionNumber(by.fn, null) === number }, column);
  return intersection(checked, range, column);
}

/** What a check allows of a column, NULL always; null when it says anything else. */
function limitsOf(check: Check, table: Table, column: Column, context: DdlContext): Allowed | null {
  return conjuncts(parse(check.text)).reduce<Allowed | null>(
    (current, part) => current && narrowed(current, part, table, column, context),
    { low: null, high: null, nulls: true },
  );
}

/** Whether a check is over that column alone. */
function isAbout(condition: Expression | null, column: Column): boolean {
  const names = condition === null ? new Set<string>() : columnNames(condition);
  return names.size === 1 && names.has(column.name.toLowerCase());
}

function parse(text: string): Expression | null {
  return parseExpression(text).expression;
}

function conjuncts(expression: Expression | null): readonly Expression[] {
  if (expression === null) return [];
  return expression.kind === 'and' ? expression.operands.flatMap(conjuncts) : [expression];
}

const FLIPPED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=' };

/** The values that a condition leaves of those that were allowed; null when it is not about the column. */
function narrowed(allowed: Allowed, part: Expression, table: Table, column: Column, context: DdlContext): Allowed | null {
  const isColumn = (expression: Expression, ...others: readonly Expression[]): boolean =>
    columnOf(expression, table) === column && others.every((other) => columnNames(other).size === 0);
  const value = (expression: Expression): Value => context.binder.constant(expression, column.type);
  switch (part.kind) {
    case 'isNull':
      return isColumn(part.operand) && part.not ? { ...allowed, nulls: false } : null;
    case 'between':
      if (!isColumn(part.operand, part.low, part.high) || part.not) return null;
      return limited(limited(allowed, '>=', value(part.low), column), '<=', value(part.high), column);
    case 'comparison': {
      if (isColumn(part.left, part.right) && FLIPPED[part.op] !== undefined) return limited(allowed, part.op, value(part.right), column);
      const op = FLIPPED[part.op];
      return isColumn(part.right, part.left) && op !== undefined ? limited(allowed, op, value(part.left), column) : null;
    }
    default:
      return null;
  }
}

function columnOf(expression: Expression, table: Table): Column | undefined {
  return expression.kind === 'column' ? findColumn(table, expression.name.parts.at(-1)?.value ?? '') : undefined;
}

/** A check lets NULL through, so a comparison says nothing of it. */
function limited(allowed: Allowed, op: string, value: Value, column: Column): Allowed {
  const limit = closed({ value, inclusive: op.includes('=') }, op.startsWith('>') ? 1 : -1, column);
  const range: Allowed = {
    low: op.startsWith('>') || op === '=' ? limit : null,
    high: op.startsWith('<') || op === '=' ? limit : null,
    nulls: allowed.nulls,
  };
  return intersection(allowed, range, column);
}

/** Between two whole numbers there is none: `> 10` is `>= 11`. */
function closed(limit: NonNullable<Limit>, step: number, { type }: Column): NonNullable<Limit> {
  if (limit.inclusive || familyOf(type) !== 'integer' || limit.value === null) return limit;
  const value = typeof limit.value === 'bigint' ? limit.value + BigInt(step) : Number(limit.value) + step;
  return { value, inclusive: true };
}

const closedRange = (range: Allowed, column: Column): Allowed => ({
  ...range,
  low: range.low && closed(range.low, 1, column),
  high: range.high && closed(range.high, -1, column),
});

function intersection(a: Allowed, b: Allowed, { type }: Column): Allowed {
  return {
    low: tighter(a.low, b.low, (x, y) => compareBoundaries({ type }, x, y)),
    high: tighter(a.high, b.high, (x, y) => compareBoundaries({ type }, y, x)),
    nulls: a.nulls && b.nulls,
  };
}

type Limit = PartitionRange['low'];

/** The limit that lies further inside; of two at one value the one that excludes it. */
function tighter(a: Limit, b: Limit, order: (x: Value, y: Value) => number): Limit {
  if (a === null || b === null) return a ?? b;
  const difference = order(a.value, b.value);
  if (difference !== 0) return difference > 0 ? a : b;
  return a.inclusive ? b : a;
}

/** Whether every allowed value is a wanted one. */
function isWithin(allowed: Allowed, wanted: Allowed, type: Column['type']): boolean {
  if (allowed.nulls && !wanted.nulls) return false;
  const column = { type } as Column;
  const both = intersection(allowed, wanted, column);
  return sameLimit(both.low, allowed.low, type) && sameLimit(both.high, allowed.high, type);
}

function sameLimit(a: Limit, b: Limit, type: Column['type']): boolean {
  if (a === null || b === null) return a === b || isNullLimit(a ?? b);
  return a.inclusive === b.inclusive && compareBoundaries({ type }, a.value, b.value) === 0;
}

/** A boundary at NULL leaves all other values. */
const isNullLimit = (limit: Limit): boolean => limit?.value === null;
