/**
 * One statement, ready to run: bound, printed, its parameters compiled. Nothing prepared knows a session, so it can be cached as long as its
 * dependencies hold. A SELECT that reads no table never reaches the backend; an expression with a query inside is run there as a SELECT of one value.
 */

import {
  type DataType,
  type Delete,
  type Expression,
  type Insert,
  isString,
  type Merge,
  type Select,
  type Truncate,
  type Type,
  type Update,
  varchar,
} from '@sprocket/tsql';
import { sameExpr } from '../bind/call.ts';
import { coerce } from '../bind/coerce.ts';
import { type Binder, type BindScope, createBinder, dependenciesOf } from '../bind/context.ts';
import { bindExpr, bindPredicate } from '../bind/expression.ts';
import { maxRecursion } from '../bind/hints.ts';
import { maskOf, maskScope, masksOf, readsMasked } from '../bind/masking.ts';
import { hasNextValue } from '../bind/next-value.ts';
import { bindSelect, describeColumn, expressionContext } from '../bind/query.ts';
import type { Expr, Query, SelectQuery } from '../bind/tree.ts';
import { DECLARATION, type ResolvedType, resolveType as resolveTypeReference, type TypeSite } from '../bind/types.ts';
import { hasAggregate, hasQuery, hasWindow, mapChildren, requirePlain } from '../bind/walk.ts';
import { callsMethod } from '../catalog/ddl/syntax.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import { prepareChange } from './change/prepare.ts';
import { intoOf } from './change/select-into.ts';
import type { Frame, PreparedAssignment, PreparedQuery, PreparedStatement, Scalar, VariableDeclaration } from './contracts.ts';
import { compile, type Evaluator } from './evaluate.ts';
import { openerOf, type ValueMask, valueMask } from './masked.ts';
import { openPlan, planQuery, type QueryPlan, rowOf } from './plan.ts';
import { readingOf } from './reading.ts';

export type { BindCatalog, BindScope, Dependencies } from '../bind/context.ts';

/** A scalar expression; with `target` its value is converted as by an assignment. */
export function prepareScalar(expression: Expression, scope: BindScope, target?: Type): Scalar {
  const binder = createBinder(scope);
  const bound = bindExpr(expression, expressionContext(binder, null));
  return scalarOf(target === undefined ? bound : coerce(bound, target), binder);
}

/** What PRINT shows: text, or the text of another value. */
export function preparePrinted(expression: Expression, scope: BindScope): Scalar {
  const binder = createBinder(scope);
  if (callsMethod(expression)) throw sqlError(2722);
  const bound = requirePlain(bindExpr(expression, expressionContext(binder, null)));
  if (hasNextValue(bound)) throw sqlError(11738);
  return scalarOf(isString(bound.type) ? bound : coerce(bound, varchar(PRINT_BYTES)), binder);
}

/** Longest PRINT, in bytes; half as many characters for nvarchar. */
export const PRINT_BYTES = 8000;

/** A condition: true, false, or null for unknown. */
export function preparePredicate(
  expression: Expression,
  scope: BindScope,
): Pick<Scalar, 'dependencies' | 'reading'> & { evaluate(frame: Parameters<Scalar['evaluate']>[0]): boolean | null } {
  const binder = createBinder(scope);
  const scalar = scalarOf(bindPredicate(expression, expressionContext(binder, null)), binder);
  return {
    dependencies: scalar.dependencies,
    reading: scalar.reading,
    evaluate: (frame) => {
      const value = scalar.evaluate(frame);
      return value === null ? null : value === 1;
    },
  };
}

function scalarOf(expr: Expr, binder: Binder): Scalar {
  const facts = { type: expr.type, nullable: expr.nullable };
  if (!hasQuery(expr)) {
    const evaluate = compile(expr);
    return { ...facts, dependencies: dependenciesOf(binder), evaluate: (frame) => evaluate(frame.context, frame.slots, []), reading: null };
  }
  const query = valueQuery(expr);
  const plan = planQuery(query, binder);
  const mask = readsMasked(binder) ? valueMask(maskOf(expr, maskScope(null)), expr.type) : null;
  const evaluate = (frame: Frame): Value => rowOf(plan, frame)?.[0] ?? null;
  const dependencies = dependenciesOf(binder);
  if (mask !== null) return { ...facts, dependencies, evaluate: (frame) => mask(() => evaluate(frame), frame), reading: null };
  return { ...facts, dependencies, evaluate, reading: readingOf(query, plan) };
}

/** SELECT expr */
function valueQuery(expr: Expr): SelectQuery {
  return {
    kind: 'select',
    columns: [describeColumn('', expr)],
    items: [expr],
    from: null,
    where: null,
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
}

/** A type as a declaration names it; the site is what errors say was declared. */
export function resolveType(reference: DataType, scope: BindScope, site: TypeSite = DECLARATION): ResolvedType {
  return resolveTypeReference(reference, site, createBinder(scope));
}

export function prepareStatement(statement: Select | Insert | Update | Delete | Merge | Truncate, scope: BindScope): PreparedStatement {
  if (statement.kind !== 'select') return prepareChange(statement, scope);
  if (intoOf(statement.query.body) !== null) return prepareChange(statement, scope);
  const binder = createBinder(scope, maxRecursion(statement));
  const { query, assignments } = bindSelect(statement, binder);
  return assignments === null ? preparedQuery(query, binder) : preparedAssignment(query as SelectQuery, assignments, binder);
}

export function preparedQuery(query: Query, binder: Binder): PreparedQuery {
  const dependencies = dependenciesOf(binder);
  const { columns } = query;
  if (isLocal(query)) return { kind: 'query', dependencies, columns, open: localRow(query.items), reading: null };
  // Values that are masked are masked here, for whoever runs the statement.
  if (masksOf(query, binder) !== null) return { kind: 'query', dependencies, columns, open: openerOf(query, binder), reading: null };
  const plan = planQuery(query, binder);
  return { kind: 'query', dependencies, columns, open: (frame) => openPlan(plan, frame), reading: readingOf(query, plan) };
}

/** One row made of expressions alone. */
function isLocal(query: Query): query is SelectQuery {
  return (
    query.kind === 'select' &&
    query.from === null &&
    query.where === null &&
    query.limit === null &&
    query.groupBy === null &&
    query.items.every(isPlainValue)
  );
}

const isPlainValue = (expr: Expr): boolean => !hasQuery(expr) && !hasAggregate(expr) && !hasWindow(expr);

function localRow(items: readonly Expr[]): PreparedQuery['open'] {
  const evaluators = items.map(compile);
  return (frame) =>
    [evaluators.map((evaluate) => evaluate(frame.context, frame.slots, []))][Symbol.iterator]() as ReturnType<PreparedQuery['open']>;
}

/**
 * SELECT @a = …: each row assigns from left to right. Values are computed in JavaScript from the row's leaves, because an expression may read
 * a variable that an earlier row or item has just assigned.
 */
function preparedAssignment(query: SelectQuery, variables: readonly VariableDeclaration[], binder: Binder): PreparedAssignment {
  const dependencies = dependenciesOf(binder);
  const values = query.items.map((item, i) => coerce(item, (variables[i] as VariableDeclaration).type));
  if (isLocal(query)) {
    const evaluators = values.map(compile);
    return {
      kind: 'assignment',
      dependencies,
      execute: (frame) => {
        evaluators.forEach((evaluate, i) => {
          frame.slots[(variables[i] as VariableDeclaration).slot] = evaluate(frame.context, frame.slots, []);
        });
        return 1;
      },
      reading: null,
      assign: () => {},
    };
  }
  return { kind: 'assignment', dependencies, ...assignRows(query, values, variables, binder) };
}

function assignRows(
  query: SelectQuery,
  values: readonly Expr[],
  variables: readonly VariableDeclaration[],
  binder: Binder,
): Pick<PreparedAssignment, 'execute' | 'reading' | 'assign'> {
  const { items, trees } = splitForRows(values);
  const rowQuery = { ...query, items, columns: items.map((item) => describeColumn('', item)) };
  const plan: QueryPlan = planQuery(rowQuery, binder);
  const scope = readsMasked(binder) ? maskScope(query.from) : null;
  const masks = values.map((value) => (scope === null ? null : valueMask(maskOf(value, scope), value.type)));
  const evaluators = trees.map((tree, i) => maskedEvaluator(compile(tree), masks[i] ?? null));
  const assign: PreparedAssignment['assign'] = (frame, row) =>
    evaluators.forEach((evaluate, i) => {
      frame.slots[(variables[i] as VariableDeclaration).slot] = evaluate(frame, row);
    });
  const execute: PreparedAssignment['execute'] = (frame) => {
    let count = 0;
    for (const row of openPlan(plan, frame)) {
      assign(frame, row);
      count++;
    }
    return count;
  };
  return { execute, assign, reading: masks.every((mask) => mask === null) ? readingOf(rowQuery, plan) : null };
}

function maskedEvaluator(evaluate: Evaluator, mask: ValueMask | null): (frame: Frame, row: readonly Value[]) => Value {
  const plain = (frame: Frame, row: readonly Value[]): Value => evaluate(frame.context, frame.slots, row);
  return mask === null ? plain : (frame, row) => mask(() => plain(frame, row), frame);
}

/** Splits each value at what only the query can yield; variables stay in the tree and are read row by row. */
export function splitForRows(values: readonly Expr[]): { items: readonly Expr[]; trees: readonly Expr[] } {
  const items: Expr[] = [];
  const trees = values.map((value) => rowTree(value, items));
  return { items: items.length > 0 ? items : values.slice(0, 1), trees };
}

function rowTree(expr: Expr, items: Expr[]): Expr {
  switch (expr.kind) {
    case 'column':
    case 'scalarQuery':
    case 'exists':
    case 'inQuery':
    case 'quantified':
    case 'aggregate':
    case 'window': {
      let index = items.findIndex((item) => sameExpr(item, expr));
      if (index < 0) index = items.push(expr) - 1;
      return { kind: 'argument', index, type: expr.type, nullable: expr.nullable };
    }
    default:
      return mapChildren(expr, (child) => rowTree(child, items));
  }
}
