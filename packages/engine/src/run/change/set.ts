/**
 * SET lists of UPDATE and MERGE: assignments of columns and variables in the order written. Column references mean the old row throughout;
 * variables are assigned as the row is worked on, so later items and later rows see them.
 */

import type { Assignment, Expression, Identifier } from '@sprocket/tsql';
import { arithmeticExpr } from '../../bind/arithmetic.ts';
import { bindClrAssignment, isColumnProperty } from '../../bind/clr.ts';
import { coerce, isUntypedNull } from '../../bind/coerce.ts';
import type { ExprContext } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import type { Expr } from '../../bind/tree.ts';
import { bindModify } from '../../bind/xml.ts';
import { isInternal } from '../../catalog/graph.ts';
import { type Column, nameKey } from '../../catalog/model.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../contracts.ts';
import { compile, NO_VALUES } from '../evaluate.ts';
import type { ChangeTarget } from './apply.ts';
import { type Items, valueOver } from './query.ts';
import { columnStore } from './store.ts';
import type { Place } from './target.ts';
import { writeMethod } from './write-method.ts';
import { displayName } from './writer.ts';

export interface SetList {
  /** Positions of the assigned columns. */
  readonly columns: readonly number[];
  /** Works out the new image of a row from the query's row. */
  apply(row: readonly Value[], before: readonly Value[], frame: Frame): Value[];
}

type Step = (row: readonly Value[], after: Value[], frame: Frame) => void;

/** Finds a column in the target: its position and its present value. */
export type PlaceOf = (parts: readonly Identifier[]) => Place;

export function bindSetList(list: readonly Assignment[], target: ChangeTarget, placeOf: PlaceOf, items: Items, cx: ExprContext): SetList {
  const columns: number[] = [];
  const steps = list.map((assignment) => bindAssignment(assignment, target, placeOf, items, columns, cx));
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) throw sqlError(264, target.table.columns[twice]?.name ?? '');
  return {
    columns,
    apply: (row, before, frame) => {
      const after = [...before];
      frame.context.sequenceRow(() => {
        for (const step of steps) step(row, after, frame);
      });
      return after;
    },
  };
}

function bindAssignment(node: Assignment, target: ChangeTarget, placeOf: PlaceOf, items: Items, columns: number[], cx: ExprContext): Step {
  switch (node.kind) {
    case 'assignColumn':
      if (isColumnProperty(node.column.parts, cx)) return propertyStep(node, placeOf, items, columns, cx);
      return columnStep(node.column.parts, node, target, placeOf, items, columns, cx);
    case 'assignVariable':
      return variableStep(node.variable.name, bindValue(node.op, bindExpr(node.variable, cx), node.value, cx), items, cx);
    case 'assignVariableAndColumn': {
      const { position } = placeOf(node.column.parts);
      const store = columnStep(node.column.parts, node, target, placeOf, items, columns, cx);
      const variable = variableOf(node.variable.name, cx);
      const type = target.table.columns[position]?.type ?? variable.type;
      const convert = compile(coerce({ kind: 'argument', index: 0, type, nullable: true }, variable.type));
      return (row, after, frame) => {
        store(row, after, frame);
        frame.slots[variable.slot] = convert(frame.context, frame.slots, [after[position] ?? null]);
      };
    }
    case 'assignMethod':
      return methodStep(node, target, placeOf, items, columns, cx);
  }
}

function methodStep(
  node: Extract<Assignment, { kind: 'assignMethod' }>,
  target: ChangeTarget,
  placeOf: PlaceOf,
  items: Items,
  columns: number[],
  cx: ExprContext,
): Step {
  if (node.method.value === 'modify') return modifyStep(node, placeOf, items, columns, cx);
  if (nameKey(node.method.value) !== 'write') throw sqlError(8113, node.method.value);
  const { position } = placeOf(node.column.parts);
  const column = target.table.columns[position] as Column;
  columns.push(position);
  const write = writeMethod(column, node.args, items, cx);
  return (row, after, frame) => {
    after[position] = write(row, after[position] ?? null, frame);
  };
}

function modifyStep(
  node: Extract<Assignment, { kind: 'assignMethod' }>,
  placeOf: PlaceOf,
  items: Items,
  columns: number[],
  cx: ExprContext,
): Step {
  const { position, present } = placeOf(node.column.parts);
  columns.push(position);
  const evaluate = compile(items.over(bindModify(present, node.args, node.column.parts.at(-1)?.value ?? '', cx)));
  return (row, after, frame) => {
    after[position] = evaluate(frame.context, frame.slots, row);
  };
}

/** `SET place.STSrid = 4326` changes a property of the column's value. */
function propertyStep(
  node: Extract<Assignment, { kind: 'assignColumn' }>,
  placeOf: PlaceOf,
  items: Items,
  columns: number[],
  cx: ExprContext,
): Step {
  const parts = node.column.parts;
  const { position, present } = placeOf(parts.slice(0, -1));
  columns.push(position);
  const changed = bindClrAssignment(present, parts.at(-1)?.value ?? '', bindExpr(node.value, cx), parts.at(-2)?.value ?? '');
  const evaluate = compile(items.over(changed));
  return (row, after, frame) => {
    after[position] = evaluate(frame.context, frame.slots, row);
  };
}

function bindValue(op: string, present: Expr, value: Expression, cx: ExprContext): Expr {
  const bound = bindExpr(value, cx);
  return op === '=' ? bound : arithmeticExpr(op.slice(0, -1) as '+', present, bound);
}

function columnStep(
  parts: readonly Identifier[],
  node: Extract<Assignment, { kind: 'assignColumn' | 'assignVariableAndColumn' }>,
  target: ChangeTarget,
  placeOf: PlaceOf,
  items: Items,
  columns: number[],
  cx: ExprContext,
): Step {
  const { position, present, read } = placeOf(parts);
  const column = target.table.columns[position] as Column;
  if (isInternal(column)) throw sqlErrorState(13908, 3, column.name);
  if (column.computed !== null) throw sqlError(271, column.name);
  if (column.identity !== null) throw sqlError(8102, column.name);
  if (column.type.name === 'rowversion') throw sqlError(272);
  if (column.generated !== null) throw sqlError(13537, displayName(target.table, target.database));
  columns.push(position);
  if (node.kind === 'assignColumn' && node.value.kind === 'default') {
    return (_row, after, frame) => {
      after[position] = target.writer.defaults[position]?.(frame.context, NO_VALUES, NO_VALUES) ?? null;
    };
  }
  if (node.op !== '=') read();
  const bound = bindValue(node.op, present, node.value, cx);
  const evaluate = valueOver(items, bound);
  const store = columnStore(target, position, isUntypedNull(bound) ? null : bound.type);
  return (row, after, frame) => {
    after[position] = store(evaluate(row, frame), frame.context);
  };
}

function variableStep(name: string, bound: Expr, items: Items, cx: ExprContext): Step {
  const variable = variableOf(name, cx);
  const evaluate = valueOver(items, coerce(bound, variable.type));
  return (row, _after, frame) => {
    frame.slots[variable.slot] = evaluate(row, frame);
  };
}

function variableOf(name: string, cx: ExprContext) {
  const variable = cx.binder.scope.variables.get(nameKey(name));
  if (variable === undefined || variable.table !== null) throw sqlError(137, name);
  return variable;
}
