/**
 * Table variables as arguments of functions. A scalar or multi-statement function gets the name of the variable's storage, under which the call finds
 * the rows that the caller has open; an inline function, being a query within the caller's, reads the caller's variable itself.
 */

import { type Expression, nvarchar, type TableFunction, type Type } from '@sprocket/tsql';
import { nameKey, type UserFunction } from '../catalog/model.ts';
import { sqlError, unsupported } from '../errors.ts';
import { typeWord } from '../functions/define.ts';
import type { VariableDeclaration } from '../run/contracts.ts';
import type { Binder, ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { constant } from './literal.ts';
import type { Expr } from './tree.ts';

export const isTableType = (type: Type): boolean => type.name === 'table';

const STORAGE_NAME = nvarchar(300);

/** The storage of the variable that is handed over; NULL for DEFAULT, an empty table. */
export function tableArgument(arg: Expression | undefined, type: Type, cx: ExprContext): Expr {
  if (arg === undefined || arg.kind === 'default') return constant(null, STORAGE_NAME);
  return constant(variableOf(arg, type, cx).table?.storage.name ?? null, STORAGE_NAME);
}

/** The binder of an inline function's query with the caller's variables under the names of the parameters. */
export function withTableParameters(inner: Binder, node: TableFunction, { parameters }: UserFunction, cx: ExprContext): Binder {
  if (!parameters.some(({ type }) => isTableType(type))) return inner;
  const variables = new Map(inner.scope.variables);
  parameters.forEach(({ name, type }, index) => {
    const arg = node.args[index];
    if (!isTableType(type) || arg === undefined) return;
    if (arg.kind === 'default') throw unsupported('DEFAULT for a table-valued parameter of an inline function');
    variables.set(nameKey(name), { ...variableOf(arg, type, cx), name });
  });
  return { ...inner, scope: { ...inner.scope, variables } };
}

/** A variable of exactly that table type, or 206. */
function variableOf(arg: Expression, type: Type, cx: ExprContext): VariableDeclaration {
  const wanted = lastPart(type.alias ?? '');
  const variable = arg.kind === 'variable' ? cx.binder.scope.variables.get(nameKey(arg.name)) : undefined;
  if (variable === undefined || variable.table === null) throw sqlError(206, typeWord(bindExpr(arg, cx).type), wanted);
  const given = lastPart(variable.type.alias ?? 'table');
  if (nameKey(given) !== nameKey(wanted)) throw sqlError(206, given, wanted);
  return variable;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
