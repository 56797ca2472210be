/**
 * sp_bindefault, sp_bindrule and their opposites: objects of CREATE DEFAULT and CREATE RULE attached to columns. A bound default is the column's default
 * under the object's id; a bound rule is a check of the column under the rule's id. Binding to alias types is refused by name.
 */

import { type Expression, isLarge, nvarchar, parseExpression, varchar } from '@sprocket/tsql';
import { type SqlError, sqlError, unsupported } from '../../../errors.ts';
import { findTableHome } from '../../ddl/home.ts';
import { expressionText } from '../../definition.ts';
import { findColumn, findObject, findType } from '../../find.ts';
import type { BindableObject, Check, Column, Table } from '../../model.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { nameNode, native, parameter, partsOf } from './native.ts';

type Change = (table: Table, column: Column) => Table;

/** Applies a change to the column that a string names; one part alone would be a type. */
function changeColumn(context: NativeContext, procedure: string, objname: string | null, change: Change): void {
  const parts = partsOf(context, objname ?? '', 3);
  const [name = null] = [...(parts ?? [])].reverse();
  if (parts === undefined || name === null) throw sqlError(15148, objname ?? '(null)');
  if (parts.length === 1) throw typeError(context, procedure, name);
  const found = findTableHome(context, nameNode(parts.slice(0, -1)));
  const column = found && findColumn(found.table, name);
  if (found === undefined || column === undefined) throw sqlError(15148, objname ?? '(null)');
  found.home.save({ ...change(found.table, column), modified: context.now });
}

function typeError(context: NativeContext, procedure: string, name: string): SqlError {
  const type = findType(context.catalogs.current(), undefined, context.defaultSchema, name);
  return type === undefined ? sqlError(15148, name) : unsupported(`${procedure} of an alias type`);
}

function bindable(context: NativeContext, name: string | null, kind: BindableObject['kind']): BindableObject {
  const parts = partsOf(context, name ?? '', 2);
  const [last = null, schema = null] = [...(parts ?? [])].reverse();
  const object = last === null ? undefined : findObject(context.catalogs.current(), schema ?? undefined, context.defaultSchema, last);
  if (object?.kind !== kind) throw sqlError(15016, kind === 'default' ? 'default' : 'rule', name ?? '(null)');
  return object;
}

const withColumn = (table: Table, column: Column): Table => ({
  ...table,
  columns: table.columns.map((other) => (other.id === column.id ? column : other)),
});

const takesNone = ({ type, computed, sparse }: Column): boolean =>
  computed !== null || sparse || type.name === 'rowversion' || type.length === -1 || type.name === 'xml';

function bindDefault(context: NativeContext, name: string | null, objname: string | null): void {
  const { id, name: defaultName, text } = bindable(context, name, 'default');
  changeColumn(context, 'sp_bindefault', objname, (table, column) => {
    if (takesNone(column)) throw sqlError(15101);
    if (column.identity !== null) throw sqlError(15102);
    if (column.default !== null && !isBound(context, column)) throw sqlError(15103);
    return withColumn(table, { ...column, default: { id, name: defaultName, systemNamed: false, text } });
  });
  context.inform(15511);
}

/** Whether the column's default is an object of its own and no constraint. */
const isBound = (context: NativeContext, column: Column): boolean =>
  column.default !== null && context.catalogs.current().objectsById.get(column.default.id)?.kind === 'default';

function unbindDefault(context: NativeContext, objname: string | null): void {
  changeColumn(context, 'sp_unbindefault', objname, (table, column) => {
    if (!isBound(context, column)) throw sqlError(15049, objname ?? '');
    return withColumn(table, { ...column, default: null });
  });
  context.inform(15519);
}

function bindRule(context: NativeContext, name: string | null, objname: string | null): void {
  const rule = bindable(context, name, 'rule');
  changeColumn(context, 'sp_bindrule', objname, (table, column) => {
    if (takesNone(column) || isLarge(column.type)) throw sqlError(15107);
    const bound = withColumn(withoutRule(table, column), { ...column, rule: rule.id });
    return { ...bound, checks: [...bound.checks, ruleCheck(rule, column)] };
  });
  context.inform(15514);
}

const ruleCheck = (rule: BindableObject, column: Column): Check => ({
  id: rule.id,
  name: rule.name,
  systemNamed: false,
  text: `(${overColumn(rule.text, column.name)})`,
  columnId: column.id,
  disabled: false,
  notTrusted: true,
});

/** The rule's condition with the column in place of its one variable. */
function overColumn(text: string, column: string): string {
  const { expression } = parseExpression(text);
  return expression === null ? text : expressionText(withoutVariables(expression, column) as Expression, { text });
}

/** A tree is plain data, so a copy needs to know nothing of the kinds. */
function withoutVariables(node: unknown, column: string): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutVariables(item, column));
  if (typeof node !== 'object' || node === null) return node;
  if ('kind' in node && node.kind === 'variable') return { kind: 'column', span: { start: 0, end: 0, line: 0 }, name: nameNode([column]) };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutVariables(value, column)]));
}

function withoutRule(table: Table, { id, rule }: Column): Table {
  return { ...table, checks: table.checks.filter((check) => check.id !== rule || check.columnId !== id) };
}

function unbindRule(context: NativeContext, objname: string | null): void {
  changeColumn(context, 'sp_unbindrule', objname, (table, column) => {
    if (column.rule === undefined) throw sqlError(15049, objname ?? '');
    const { rule: _rule, ...unbound } = column;
    return withColumn(withoutRule(table, column), unbound);
  });
  context.inform(15522);
}

const NAME = nvarchar(776);
const FUTURE_ONLY = parameter('futureonly', varchar(15), 'NULL');

export const BINDINGS: readonly NativeProcedure[] = [
  native('sp_bindefault', { parameters: [parameter('defname', NAME), parameter('objname', NAME), FUTURE_ONLY], run: bindDefault }),
  native('sp_bindrule', { parameters: [parameter('rulename', NAME), parameter('objname', NAME), FUTURE_ONLY], run: bindRule }),
  native('sp_unbindefault', { parameters: [parameter('objname', NAME), FUTURE_ONLY], run: unbindDefault }),
  native('sp_unbindrule', { parameters: [parameter('objname', NAME), FUTURE_ONLY], run: unbindRule }),
];
