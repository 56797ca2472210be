/**
 * Row images: full rows of a table in column order, as DML computes, checks and hands them to triggers. Expressions over a row (checks, computed
 * columns, OUTPUT) are compiled against the image, a column being argument `offset + index`.
 */

import { type Expression, parseExpression } from '@sprocket/tsql';
import { type Binder, type BindScope, createBinder } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import { tableSource } from '../../bind/from.ts';
import { expressionContext } from '../../bind/query.ts';
import type { Expr, Source } from '../../bind/tree.ts';
import { mapChildren } from '../../bind/walk.ts';
import type { DatabaseCatalog, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';

/** Where a source's columns stand among the arguments. */
export interface Placement {
  readonly source: Source;
  readonly offset: number;
}

/** The expression with the columns of the placed sources replaced by arguments; other leaves go through `other`. */
export function overRow(expr: Expr, placements: readonly Placement[], other: (leaf: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'column': {
      const place = placements.find((p) => p.source.id === expr.source.id);
      return place === undefined
        ? other(expr)
        : { kind: 'argument', index: place.offset + expr.index, type: expr.type, nullable: expr.nullable };
    }
    case 'scalarQuery':
    case 'exists':
    case 'inQuery':
    case 'quantified':
    case 'aggregate':
    case 'window':
      return other(expr);
    default:
      return mapChildren(expr, (child) => overRow(child, placements, other));
  }
}

export function parseStored(text: string): Expression {
  const { expression } = parseExpression(text);
  if (expression === null) throw sqlError(102, text);
  return expression;
}

/** A binder for definitions that belong to a table: its schema comes first, no variables are visible. */
export function definitionBinder(scope: BindScope, table: Table, database: DatabaseCatalog | null): Binder {
  const binder = createBinder({ ...scope, variables: new Map(), trigger: null });
  return { ...binder, defaultSchema: database === null ? scope.settings.defaultSchema : table.schema, defaultDatabase: database?.name };
}

/** A stored expression over the table's own columns, as an expression over its row image. */
export function bindOverTable(text: string, table: Table, database: DatabaseCatalog | null, binder: Binder): Expr {
  const source = tableSource(table, database, undefined, binder);
  const bound = bindExpr(parseStored(text), expressionContext(binder, { sources: [source], parent: null }));
  return overRow(bound, [{ source, offset: 0 }], () => {
    throw sqlError(1046);
  });
}
