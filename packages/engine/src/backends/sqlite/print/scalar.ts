/**
 * Expressions as SQLite SQL. What SQLite evaluates exactly (comparisons through keys, logic, CASE) is printed natively; every other expression becomes
 * one call of a registered JavaScript function that computes the whole subtree (`registered.ts`). Values from outside are numbered parameters.
 */

import type { CompareOperator, Expr, Query } from '../../../bind/tree.ts';
import { isNoOperation } from '../conversion.ts';
import { alternativeQueries } from '../either-joins.ts';
import { compared } from '../equalities.ts';
import { literal } from '../literal.ts';
import { quoteName } from '../physical.ts';
import { ONLY_ROW, registeredScalar } from '../registered.ts';
import { aggregateText, windowText } from './aggregate.ts';
import { equality, keyedColumn, order, ordered, orderedColumn } from './keys.ts';
import { type Printer, parameter, use } from './printer.ts';
import { queryText } from './query.ts';

const OPERATORS: Readonly<Record<CompareOperator, string>> = { '=': '=', '<>': '<>', '<': '<', '>': '>', '<=': '<=', '>=': '>=' };

/** SQL for a value in its physical form, or for a predicate as 1, 0 or NULL. */
export function scalar(expr: Expr, p: Printer): string {
  switch (expr.kind) {
    case 'constant':
      return literal(expr) ?? parameter(expr, p);
    case 'variable':
      return parameter(expr, p);
    case 'column': {
      const column = expr.source.columns[expr.index];
      return p.columns.get(expr.source.id)?.(expr.index) ?? `s${expr.source.id}.${quoteName(column?.storageName ?? '')}`;
    }
    case 'compare':
      return compareText(expr, p);
    case 'and':
      return `(${chain(expr.operands, ' AND ', p)})`;
    case 'or':
      return `(${chain(expr.operands, ' OR ', p)})`;
    case 'not':
      return `(NOT ${scalar(expr.operand, p)})`;
    case 'isNull':
      return `(${scalar(expr.operand, p)} ${expr.negated ? 'IS NOT NULL' : 'IS NULL'})`;
    case 'distinct': {
      const { left, right } = compared(expr);
      return `(${equality(left, p)} ${expr.negated ? 'IS' : 'IS NOT'} ${equality(right, p)})`;
    }
    case 'inList':
      return `(${equality(expr.operand, p)} ${expr.negated ? 'NOT IN' : 'IN'} (${expr.list.map((item) => equality(item, p)).join(', ')}))`;
    case 'case':
      return `CASE ${expr.branches.map((b) => `WHEN ${scalar(b.when, p)} THEN ${scalar(b.then, p)}`).join(' ')} ELSE ${scalar(expr.otherwise, p)} END`;
    case 'convert':
      return isNoOperation(expr) ? scalar(expr.operand, p) : registeredText(expr, p);
    case 'call':
      return callText(expr, p);
    case 'scalarQuery':
      return scalarQueryText(expr.query, p);
    case 'exists':
      return existsText(expr.query, p);
    case 'inQuery':
      return `(${equality(expr.operand, p)} ${expr.negated ? 'NOT IN' : 'IN'} (SELECT ${keyedColumn('q.c0', expr.operand.type, p)} FROM (${queryText(expr.query, p)}) AS q))`;
    case 'quantified':
      return quantifiedText(expr, p);
    case 'aggregate':
      return aggregateText(expr, p);
    case 'window':
      return windowText(expr, p);
    case 'arithmetic':
    case 'negate':
    case 'bitNot':
    case 'like':
    case 'function':
    case 'nextValue':
      return registeredText(expr, p);
    case 'argument':
      throw new Error('an argument has no place in a query');
  }
}

/** SQLite makes a tree as deep as the chain is long, and takes a depth of 1,000. */
function chain(operands: readonly Expr[], op: string, p: Printer): string {
  if (operands.length <= 100) return operands.map((operand) => scalar(operand, p)).join(op);
  const half = operands.length >> 1;
  return `(${chain(operands.slice(0, half), op, p)})${op}(${chain(operands.slice(half), op, p)})`;
}

function compareText(expr: Extract<Expr, { kind: 'compare' }>, p: Printer): string {
  const { left, right } = compared(expr);
  const print = expr.op === '=' || expr.op === '<>' ? equality : order;
  return `(${print(left, p)} ${OPERATORS[expr.op]} ${print(right, p)})`;
}

function existsText(query: Query, p: Printer): string {
  const found = alternativeQueries(query).map((alternative) => `EXISTS (${queryText(alternative, p)})`);
  return found.length === 1 ? (found[0] as string) : `(${found.join(' OR ')})`;
}

function callText(expr: Extract<Expr, { kind: 'call' }>, p: Printer): string {
  if (expr.fn.volatility === 'statement' && expr.args.every((arg) => arg.kind === 'constant')) return parameter(expr, p);
  const native = (args: readonly string[]): string | undefined => expr.fn.sqlite?.(args, expr.signature);
  // Asked before the arguments are printed, because printing binds their parameters.
  const isNative = native(expr.args.map(() => 'NULL')) !== undefined;
  return (isNative ? native(expr.args.map((arg) => scalar(arg, p))) : undefined) ?? registeredText(expr, p);
}

function registeredText(expr: Expr, p: Printer): string {
  const { fn, args } = registeredScalar(expr);
  return `${use(p, fn)}(${args.map((arg) => scalar(arg, p)).join(', ')})`;
}

/** More than one row is error 512, so unless one row is certain an aggregate takes it and refuses a second. */
function scalarQueryText(query: Query, p: Printer): string {
  const text = queryText(query, p);
  return yieldsOneRow(query) ? `(${text})` : `(SELECT ${use(p, ONLY_ROW)}(o.c0) FROM (${text}) AS o)`;
}

function yieldsOneRow(query: Query): boolean {
  if (query.kind === 'document') return true;
  if (query.kind !== 'select') return false;
  if (query.from === null) return true;
  if (query.groupBy !== null && query.groupBy.length === 0) return true;
  return query.limit?.kind === 'top' && !query.limit.percent && !query.limit.withTies && query.limit.count.kind === 'convert'
    ? query.limit.count.operand.kind === 'constant' && query.limit.count.operand.value === 1
    : false;
}

/** `x op ALL (q)`: false when it is false for a row, else unknown when it is unknown for a row, else true; ANY the other way round. */
function quantifiedText(expr: Extract<Expr, { kind: 'quantified' }>, p: Printer): string {
  // `= ANY` is IN and `<> ALL` is NOT IN, for which SQLite keeps the rows in an index.
  if (expr.op === (expr.all ? '<>' : '=')) {
    const { left, query, all, type, nullable } = expr;
    return scalar({ kind: 'inQuery', operand: left, query, negated: all, type, nullable }, p);
  }
  const type = expr.left.type;
  const test = (): string => `${ordered(scalar(expr.left, p), expr.left, p)} ${OPERATORS[expr.op]} ${orderedColumn('q.c0', type, p)}`;
  const rows = (condition: string): string => `EXISTS (SELECT 1 FROM (${queryText(expr.query, p)}) AS q WHERE ${condition})`;
  const decisive = expr.all ? rows(`NOT (${test()})`) : rows(test());
  return `CASE WHEN ${decisive} THEN ${expr.all ? 0 : 1} WHEN ${rows(`(${test()}) IS NULL`)} THEN NULL ELSE ${expr.all ? 1 : 0} END`;
}
