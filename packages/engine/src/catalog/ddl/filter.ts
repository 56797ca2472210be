/**
 * Conditions of filtered indexes: a conjunction of comparisons of a column with constants, IN lists and IS NULL. They are kept in SQL Server's words;
 * storage gets those whose meaning it has exactly: NULL tests, and comparisons with literals that the column's type holds unchanged.
 */

import { type Expression, familyOf, isString } from '@sprocket/tsql';
import type { PhysicalValue } from '../../run/contracts.ts';
import { type DefinitionSource, expressionText } from '../definition.ts';
import { findColumn } from '../find.ts';
import type { Column, Table } from '../model.ts';
import type { PhysicalForm } from './context.ts';
import { filterConstant } from './filter-constant.ts';

/** The text of sys.indexes.filter_definition. */
export function filterDefinition(condition: Expression, source: DefinitionSource): string {
  return `(${conjuncts(condition)
    .map((part) => conjunctText(part, source))
    .join(' AND ')})`;
}

const conjuncts = (condition: Expression): readonly Expression[] =>
  condition.kind === 'and' ? condition.operands.flatMap(conjuncts) : [condition];

/** In a filter IN stays IN. */
function conjunctText(part: Expression, source: DefinitionSource): string {
  if (part.kind !== 'in' || part.operand.kind !== 'column') return expressionText(part, source);
  const list = part.list.map((item) => expressionText(item, source)).join(', ');
  return `${expressionText(part.operand, source)} ${part.not ? 'NOT ' : ''}IN (${list})`;
}

/** What a condition is printed with. */
export interface FilterForm {
  readonly physical: PhysicalForm;
  readonly collation: string;
  readonly quote: (name: string) => string;
}

/** The condition as SQL of the storage; undefined when some part has no exact form there. */
export function filterSql(condition: Expression, table: Table, form: FilterForm): string | undefined {
  const parts = conjuncts(condition).map((part) => conjunctSql(part, table, form) ?? form.physical.filterExpression(table, part));
  return parts.every((part) => part !== undefined) ? parts.join(' AND ') : undefined;
}

function conjunctSql(part: Expression, table: Table, form: FilterForm): string | undefined {
  switch (part.kind) {
    case 'isNull': {
      const column = storedColumn(part.operand, table);
      return column && `${form.quote(column.storageName)} IS ${part.not ? 'NOT ' : ''}NULL`;
    }
    case 'comparison': {
      const column = storedColumn(part.left, table);
      const value = column && constantSql(part.right, column, form, isOrder(part.op));
      if (column === undefined || value === undefined) return undefined;
      return `${isOrder(part.op) ? orderSql(column, form) : keySql(column, form)} ${part.op} ${value}`;
    }
    case 'in': {
      const column = storedColumn(part.operand, table);
      const values = column === undefined ? [undefined] : part.list.map((item) => constantSql(item, column, form));
      if (column === undefined || part.not || values.includes(undefined)) return undefined;
      return `${keySql(column, form)} IN (${values.join(', ')})`;
    }
    default:
      return undefined;
  }
}

/** The column, when storage holds its values. */
function storedColumn(expression: Expression, table: Table): Column | undefined {
  if (expression.kind !== 'column' || expression.name.parts.length !== 1) return undefined;
  const column = findColumn(table, expression.name.parts[0]?.value ?? '');
  return column?.computed?.persisted === false ? undefined : column;
}

const keySql = (column: Column, { physical, collation, quote }: FilterForm): string =>
  physical.indexExpression(quote(column.storageName), column.type, collation);

const isOrder = (op: string): boolean => op !== '=' && op !== '<>' && op !== '!=';

const orderSql = (column: Column, { physical, collation, quote }: FilterForm): string =>
  physical.orderForm(collation).orderKey(quote(column.storageName), column);

function constantSql(expression: Expression, column: Column, form: FilterForm, ordered = false): string | undefined {
  const { physical, collation } = form;
  if (familyOf(column.type) === 'integer') return integerText(expression);
  if (!isString(column.type)) return otherConstantSql(expression, column, form, ordered);
  // A literal that the column's code page cannot hold would be another text; plain ASCII always is the same.
  if (expression.kind !== 'string' || !/^[ -~]*$/.test(expression.value)) return undefined;
  const literal = `'${expression.value.replaceAll("'", "''")}'`;
  return ordered ? physical.orderForm(collation).orderKey(literal, column) : physical.indexExpression(literal, column.type, collation);
}

/** A date, number or bytes as storage holds them. */
function otherConstantSql(
  expression: Expression,
  column: Column,
  { physical, collation }: FilterForm,
  ordered: boolean,
): string | undefined {
  const value = filterConstant(expression, column.type);
  if (value === undefined) return undefined;
  const form = physical.orderForm(collation);
  const literal = literalSql(form.encode(value, column));
  return ordered ? form.orderKey(literal, column) : physical.indexExpression(literal, column.type, collation);
}

function literalSql(value: PhysicalValue): string {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function integerText(expression: Expression): string | undefined {
  if (expression.kind === 'integer') return expression.text;
  if (expression.kind === 'unary' && expression.op === '-' && expression.operand.kind === 'integer') return `-${expression.operand.text}`;
  return undefined;
}
