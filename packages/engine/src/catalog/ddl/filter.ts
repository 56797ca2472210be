/**
 * Conditions of filtered indexes: a conjunction of comparisons of a column with constants, IN lists and IS NULL. They are kept in SQL Server's words;
 * storage gets those whose meaning it has exactly: NULL tests, whole numbers, and strings through the key of their collation.
 */

import { type Expression, familyOf, isString } from '@sprocket/tsql';
import { type DefinitionSource, expressionText } from '../definition.ts';
import { findColumn } from '../find.ts';
import type { Column, Table } from '../model.ts';
import type { PhysicalForm } from './context.ts';

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
      const value = column && constantSql(part.right, column, form);
      return column === undefined || value === undefined ? undefined : `${keySql(column, form)} ${part.op} ${value}`;
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

function constantSql(expression: Expression, column: Column, { physical, collation }: FilterForm): string | undefined {
  if (familyOf(column.type) === 'integer') return integerText(expression);
  // A literal that the column's code page cannot hold would be another text; plain ASCII always is the same.
  if (!isString(column.type) || expression.kind !== 'string' || !/^[ -~]*$/.test(expression.value)) return undefined;
  return physical.indexExpression(`'${expression.value.replaceAll("'", "''")}'`, column.type, collation);
}

function integerText(expression: Expression): string | undefined {
  if (expression.kind === 'integer') return expression.text;
  if (expression.kind === 'unary' && expression.op === '-' && expression.operand.kind === 'integer') return `-${expression.operand.text}`;
  return undefined;
}
