/**
 * FOR XML AUTO: one level of elements a table, in the order of the tables' first columns. Rows that agree with the row before on a level share its
 * element, except on the innermost level and where an xml column, which cannot be compared, is part of the level.
 */

import type { Value } from '../../../values/value.ts';
import { xmlName } from '../names.ts';
import { columnFields } from './columns.ts';
import { type Row, type Rows, rowDeclarations, wrap, type XmlColumn, type XmlOptions } from './markup.ts';

export function autoRows(columns: readonly XmlColumn[], options: XmlOptions): (rows: Rows) => string {
  const levels = tableLevels(columns, options.firstTable).map(({ table, indexes }) => ({
    name: xmlName(table),
    indexes,
    distinct: indexes.some((index) => columns[index]?.type.name === 'xml'),
    write: columnFields(indexes, columns, options),
  }));
  const nest = (rows: Rows, depth: number): string => {
    const level = levels[depth];
    if (level === undefined) return '';
    const isLast = depth === levels.length - 1;
    const groups = isLast || level.distinct ? rows.map((row) => [row]) : groupRows(rows, level.indexes);
    return groups
      .map((group) => {
        const { attributes, content } = level.write(group[0] as Row);
        const inner = isLast ? null : nest(group, depth + 1);
        const whole = content === null && inner === null ? null : (content ?? '') + (inner ?? '');
        return wrap(level.name, depth === 0 ? rowDeclarations(options) : '', { attributes, content: whole });
      })
      .join('');
  };
  return (rows) => nest(rows, 0);
}

export interface TableLevel {
  readonly table: string;
  readonly indexes: readonly number[];
}

/** The tables in the order in which their first columns are selected; an expression belongs to the table before it, or to the first. */
export function tableLevels(columns: readonly { readonly table: string }[], fallback: string): readonly TableLevel[] {
  const levels: { readonly table: string; readonly indexes: number[] }[] = [];
  const firstTable = columns.find((column) => column.table !== '')?.table ?? fallback;
  let current = firstTable;
  columns.forEach(({ table }, index) => {
    if (table !== '') current = table;
    const level = levels.find((each) => each.table === current);
    if (level === undefined) levels.push({ table: current, indexes: [index] });
    else level.indexes.push(index);
  });
  return levels;
}

/** Runs of rows that are the same in the given columns. */
export function groupRows(rows: Rows, indexes: readonly number[]): Rows[] {
  const groups: (readonly Value[])[][] = [];
  let last: readonly Value[] | undefined;
  for (const row of rows) {
    if (last !== undefined && indexes.every((index) => row[index] === last?.[index])) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = row;
  }
  return groups;
}
