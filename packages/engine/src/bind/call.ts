/**
 * Function calls: built-in, aggregate, window, user-defined. Signatures come from the function tables; the binder checks counts (174, 189),
 * converts arguments to parameter types and decides what a call may stand in (147, 4108, 4113).
 */

import { type Call, type Expression, FLOAT, INT, isNumeric, type OrderItem, parseExpression, type Type } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { Argument, Builtin, Signature } from '../functions/builtin.ts';
import { aggregate, builtin, windowFunction } from '../functions/index.ts';
import { noteAccess } from './access.ts';
import { bindColumnMethod } from './clr.ts';
import { coerce, isUntypedNull } from './coerce.ts';
import { requireOneCollation } from './collation.ts';
import { caseOf } from './conditional.ts';
import { refuseConstants } from './constant-order.ts';
import { type ExprContext, useDatabase } from './context.ts';
import { bindExpr } from './expression.ts';
import { foldedValue } from './folded.ts';
import { constant, NULL_CONSTANT, stringConstant } from './literal.ts';
import { columnRef } from './names.ts';
import { hasNextValue } from './next-value.ts';
import { bindPartitionCall, isPartitionCall } from './partition.ts';
import { compare } from './predicate.ts';
import { resolveObject } from './resolve.ts';
import { isTableType, tableArgument } from './table-argument.ts';
import { bindTextPointer } from './text-pointer.ts';
import type { AggregateExpr, Expr, OrderKey } from './tree.ts';
import { hasQuery, some } from './walk.ts';
import { bindWindow } from './window.ts';

export function bindCall(node: Call, cx: ExprContext): Expr {
  const parts = node.name.parts;
  if (isPartitionCall(node)) return bindPartitionCall(node, cx);
  if (parts.length > 1) return bindUserFunction(node, cx);
  const name = (parts[0]?.value ?? '').toUpperCase();
  if (node.over !== null) return bindWindow(name, node, node.over, cx);
  if (name === 'GROUPING' || name === 'GROUPING_ID') return bindGrouping(name, node, cx);
  const folded = aggregate(name);
  if (folded !== undefined) return bindAggregate(name, node, cx);
  if (windowFunction(name) !== undefined) throw sqlError(10753, name);
  const fn = builtin(name);
  if (fn === undefined) throw sqlError(195, parts[0]?.value ?? '', 'built-in function name');
  if (name === 'NEWSEQUENTIALID' && cx.isDefault !== true) throw sqlError(302, 'newsequentialid');
  if (name === 'CHOOSE') return bindChoose(bindArguments(fn, node.args, cx));
  if (name === 'TEXTPTR') return bindTextPointer(bindArguments(fn, node.args, cx));
  return callBuiltin(name, bindArguments(fn, node.args, cx));
}

/** CHOOSE evaluates only what it chooses, as CASE does. */
function bindChoose(args: readonly Expr[]): Expr {
  const [index, ...values] = args;
  if (index === undefined || values.length === 0) throw sqlError(189, 'choose', 2, 255);
  if (isUntypedNull(index) || values.every(isUntypedNull)) return callBuiltin('CHOOSE', args);
  const place = coerce(index, INT);
  const branches = values.map((then, i) => ({ when: compare('=', place, constant(i + 1, INT)), then }));
  return { ...caseOf(branches, NULL_CONSTANT), nullable: true };
}

/** The first argument of a date function, or another that the function names, is a word and not a column. */
function bindArguments(fn: Builtin, args: readonly Expression[], cx: ExprContext): Expr[] {
  return args.flatMap((arg, index) => {
    if (arg.kind === 'star' && CHECKSUMS.has(fn.name)) return everyColumn(cx);
    const isKeyword = index === fn.keyword || (index === 0 && fn.datePart === true);
    if (isKeyword && arg.kind === 'column' && arg.name.parts.length === 1) return stringConstant(arg.name.parts[0]?.value ?? '', false);
    if (index === 0 && fn.datePart === true) throw sqlError(1023, 1, fn.name.toLowerCase());
    return bindExpr(arg, cx);
  });
}

/** Functions that take `*` for the columns of the row. */
const CHECKSUMS: ReadonlySet<string> = new Set(['CHECKSUM', 'BINARY_CHECKSUM']);

function everyColumn({ names }: ExprContext): Expr[] {
  const sources = names?.sources ?? [];
  if (sources.length === 0) throw sqlError(263);
  return sources.flatMap((source) => source.columns.flatMap((column, index) => (column.hidden ? [] : [columnRef(source, index)])));
}

/** A call of a built-in by name with bound arguments. */
export function callBuiltin(name: string, args: readonly Expr[]): Expr {
  const fn = builtin(name);
  if (fn === undefined) throw sqlError(195, name, 'built-in function name');
  checkCount(name, args.length, fn.minArgs, fn.maxArgs);
  const facts = args.map(argumentOf);
  if (COLLATING.has(name)) requireOneCollation(name.toLowerCase(), args);
  const signature = fn.signature(facts);
  const converted = args.map((arg, index) => coerce(arg, signature.params[index] ?? signature.params.at(-1) ?? arg.type));
  const nullable = signature.nullable ?? (fn.nullCall === true || converted.some((arg) => arg.nullable));
  return { kind: 'call', fn, signature, arguments: facts, args: converted, type: signature.returns, nullable };
}

/** Functions that compare or fold their strings. */
const COLLATING: ReadonlySet<string> = new Set([
  ...['LEN', 'UPPER', 'LOWER', 'LTRIM', 'RTRIM', 'TRIM', 'SUBSTRING', 'CHARINDEX', 'PATINDEX', 'REPLACE', 'REVERSE', 'LEFT', 'RIGHT'],
  ...['SOUNDEX', 'DIFFERENCE', 'TRANSLATE', 'UNICODE'],
]);

export function argumentOf(expr: Expr): Argument {
  const facts = { type: expr.type, nullable: expr.nullable };
  if (yieldsJson(expr)) return { ...facts, json: true };
  if (isUntypedNull(expr)) return { ...facts, constant: null, untypedNull: true };
  const value = expr.kind === 'constant' ? expr.value : isNumeric(expr.type) ? foldedValue(expr) : undefined;
  return value === undefined ? facts : { ...facts, constant: value };
}

/** True for JSON text that a document embeds as it is: a JSON function's result, a FOR JSON subquery. */
export function yieldsJson(expr: Expr): boolean {
  if (expr.kind === 'scalarQuery') return expr.query.kind === 'document' && expr.query.json;
  return expr.kind === 'call' && expr.fn.yieldsJson === true;
}

function checkCount(name: string, count: number, min: number, max: number): void {
  if (count >= min && count <= max) return;
  if (min === max) throw sqlError(174, name.toLowerCase(), min);
  throw max === Number.POSITIVE_INFINITY ? sqlError(189, name.toLowerCase(), min, 254) : sqlError(189, name.toLowerCase(), min, max);
}

function bindAggregate(name: string, node: Call, cx: ExprContext): AggregateExpr {
  if (cx.insideAggregate === true) throw sqlError(130);
  if (cx.aggregates === 'refused') throw sqlError(cx.aggregateError ?? 147);
  if (PERCENTILES.has(name)) throw sqlError(10753, name);
  if (node.withinGroup !== null && !ORDERABLE.has(name)) throw sqlError(10757, name.toLowerCase());
  const inner: ExprContext = { ...cx, insideAggregate: true, windows: 'refused' };
  const { fn, signature, args } = aggregateArguments(name, node, inner);
  if (args.some(hasQuery)) throw sqlError(130);
  if (args.some(hasNextValue)) throw sqlError(11725);
  const orderBy = (node.withinGroup ?? []).map((item) => bindOrderItem(item, inner));
  refuseConstants(orderBy);
  return {
    kind: 'aggregate',
    fn,
    signature,
    args,
    distinct: node.distinct,
    orderBy,
    type: signature.returns,
    nullable: signature.nullable ?? true,
  };
}

/** The aggregate of a PIVOT, over the rows that satisfy `condition` (all when null): other rows contribute NULL. */
export function callAggregate(node: Call, condition: Expr | null, cx: ExprContext): AggregateExpr {
  const name = (node.name.parts.at(-1)?.value ?? '').toUpperCase();
  const { fn, signature, args } = aggregateArguments(name, node, { ...cx, insideAggregate: true });
  const guarded =
    condition === null
      ? args
      : (args.length === 0 ? [constant(1, INT)] : args).map((arg) => caseOf([{ when: condition, then: arg }], NULL_CONSTANT));
  const { returns: type } = signature;
  return { kind: 'aggregate', fn, signature, args: guarded, distinct: node.distinct, orderBy: [], type, nullable: true, quiet: true };
}

/** Functions over the window of OVER whose order stands in WITHIN GROUP. */
export const PERCENTILES: ReadonlySet<string> = new Set(['PERCENTILE_CONT', 'PERCENTILE_DISC']);

/** Aggregates whose WITHIN GROUP expression is an argument. */
const ORDERED_SETS: ReadonlySet<string> = new Set([
  'PERCENTILE_CONT',
  'PERCENTILE_DISC',
  'APPROX_PERCENTILE_CONT',
  'APPROX_PERCENTILE_DISC',
]);

/** Aggregates that take WITHIN GROUP. */
const ORDERABLE: ReadonlySet<string> = new Set([...ORDERED_SETS, 'STRING_AGG']);

/** The aggregate of that name with its arguments bound. */
export function aggregateArguments(
  name: string,
  node: Call,
  cx: ExprContext,
): { fn: AggregateExpr['fn']; signature: Signature; args: Expr[] } {
  const fn = aggregate(name);
  if (fn === undefined) throw sqlError(195, name, 'aggregate function');
  const star = node.args.length === 1 && node.args[0]?.kind === 'star';
  if (star && name !== 'COUNT' && name !== 'COUNT_BIG') throw sqlError(102, '*');
  const args = star ? [] : node.args.map((arg) => bindExpr(arg, cx));
  const ordered = ORDERED_SETS.has(name) ? (node.withinGroup ?? []).map((item) => bindExpr(item.expression, cx)) : [];
  const all = [...args, ...ordered];
  if (ORDERED_SETS.has(name) && node.withinGroup === null) throw sqlError(10754, name.toLowerCase());
  if (!star) checkCount(name, all.length, Math.max(fn.minArgs, 1), fn.maxArgs);
  if (name === 'STRING_AGG' && all[1] !== undefined && some(all[1], (node) => node.kind === 'column')) throw sqlError(8733);
  const signature = fn.signature(all.map(argumentOf));
  return { fn, signature, args: all.map((arg, index) => coerce(arg, signature.params[index] ?? arg.type)) };
}

/** GROUPING(x) is 1 where x was rolled up; GROUPING_ID packs several. */
function bindGrouping(name: string, node: Call, cx: ExprContext): Expr {
  const grouping = cx.grouping;
  if (grouping === undefined) throw sqlError(8161, 1, name);
  const plain: ExprContext = { ...cx, insideAggregate: true };
  const bits = node.args.map((arg, i) => {
    const key = bindExpr(arg, plain);
    if (!isPresent(key, grouping.all)) throw sqlError(8161, i + 1, name);
    return isPresent(key, grouping.present) ? 0 : 1;
  });
  const value = bits.reduce<number>((packed, bit) => packed * 2 + bit, 0);
  return name === 'GROUPING' ? constant(value, { ...INT, name: 'tinyint' }) : constant(value, INT);
}

const isPresent = (expr: Expr, present: readonly Expr[]): boolean => present.some((other) => sameExpr(other, expr));

/** Structural equality of bound expressions: columns by source and index. */
export function sameExpr(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if ('columns' in a && 'id' in a) return 'id' in b && 'columns' in b && a.id === b.id;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameExpr(item, b[i]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameExpr((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/** Whether an expression of a grouped query is that key. */
export const isGroupedBy = (group: Expr, expr: Expr): boolean => sameExpr(group, expr) || isRecollated(group, expr);

/** `c COLLATE x` of a column that is grouped by as it is: the same value under another collation. */
function isRecollated(group: Expr, expr: Expr): boolean {
  if (group.kind !== 'column' || expr.kind !== 'column' || group.source.id !== expr.source.id || group.index !== expr.index) return false;
  return group.type.collation === group.source.columns[group.index]?.type.collation;
}

export function bindOrderItem(item: OrderItem, cx: ExprContext): OrderKey {
  return { expr: bindExpr(item.expression, cx), descending: item.descending };
}

/** `sys.f(…)`, and `master.dbo.fn_…(…)` for the undocumented ones. */
function systemFunctionName({ parts }: Call['name'], current: string): string | undefined {
  const [last = '', schema = '', database = current] = parts.map((part) => nameKey(part.value)).reverse();
  const outside = `${database}.${schema}.${last}`.toUpperCase();
  if (database === 'msdb' && builtin(outside) !== undefined) return outside;
  const isMaster = database === 'master' && (schema === 'dbo' || schema === '');
  if (schema !== 'sys' && !isMaster) return undefined;
  const name = last.toUpperCase();
  return builtin(name) !== undefined && (schema === 'sys' || name.startsWith('FN_')) ? name : undefined;
}

function bindUserFunction(node: Call, cx: ExprContext): Expr {
  const method = bindColumnMethod(node, 'maybe function', cx);
  if (method !== undefined) return method;
  const written = node.name.parts.map((p) => p.value).join('.');
  const found = resolveObject(node.name, cx.binder);
  if (found?.object.kind !== 'function' || found.object.returns === null) {
    const [qualifier] = node.name.parts;
    const system = found === undefined ? systemFunctionName(node.name, nameKey(useDatabase(cx.binder)?.name ?? '')) : undefined;
    if (system !== undefined)
      return callBuiltin(
        system,
        node.args.map((a) => bindExpr(a, cx)),
      );
    const ofColumn = found === undefined ? bindColumnMethod(node, 'function unknown', cx) : undefined;
    if (ofColumn !== undefined) return ofColumn;
    throw sqlError(4121, qualifier?.value ?? '', written);
  }
  noteAccess(cx.binder, found, 'EXECUTE');
  const { object } = found;
  if (node.args.length < object.parameters.length) throw sqlErrorState(313, 2, written);
  if (node.args.length > object.parameters.length) throw sqlError(8144, written);
  const args = object.parameters.map((parameter, index) => bindFunctionArgument(node.args[index], parameter.type, parameter.default, cx));
  return {
    kind: 'function',
    databaseId: found.database.databaseId,
    objectId: object.id,
    name: `${object.schema}.${object.name}`,
    args,
    type: object.returns ?? FLOAT,
    nullable: true,
  };
}

/** DEFAULT takes the parameter's default. */
export function bindFunctionArgument(arg: Expression | undefined, type: Type, fallback: string | null, cx: ExprContext): Expr {
  if (isTableType(type)) return tableArgument(arg, type, cx);
  if (arg === undefined || arg.kind === 'default') return coerce(defaultArgument(fallback, cx), type);
  return coerce(bindExpr(arg, cx), type);
}

function defaultArgument(text: string | null, cx: ExprContext): Expr {
  if (text === null) return constant(null, INT);
  return bindExpr(parseDefault(text), cx);
}

function parseDefault(text: string): Expression {
  const { expression } = parseExpression(text);
  if (expression === null) throw sqlError(102, text);
  return expression;
}
