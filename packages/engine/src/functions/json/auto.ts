/** FOR JSON AUTO: the columns of the first table are an object, those of each further table an array of objects inside it. */

import { isString } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import { groupRows, tableLevels } from '../xml/document.ts';
import type { DocumentColumn, DocumentOptions } from './document.ts';
import { jsonText, quoteJson } from './text.ts';

type Rows = readonly (readonly Value[])[];

/** Formats rows; NULL when there are none. `table` is the alias that a column comes from. */
export function jsonAuto(
  columns: readonly (DocumentColumn & { readonly table: string })[],
  options: DocumentOptions,
  firstTable: string,
): (rows: Rows) => string | null {
  if (options.root !== null && options.bare) throw sqlError(13620);
  const levels = tableLevels(columns, firstTable).map((level) => ({
    name: level.table,
    indexes: level.indexes,
    members: level.indexes.map((index) => memberOf(columns, index, options)),
  }));
  const nest = (rows: Rows, depth: number): string => {
    const level = levels[depth];
    if (level === undefined) return '';
    const next = levels[depth + 1];
    return groupRows(rows, level.indexes)
      .map((group) => {
        const own = level.members.map((member) => member(group[0] as readonly Value[])).filter((text) => text !== '');
        const inner = next === undefined ? [] : [`${quoteJson(next.name)}:[${nest(group, depth + 1)}]`];
        return `{${[...own, ...inner].join(',')}}`;
      })
      .join(',');
  };
  return (rows) => {
    if (rows.length === 0) return null;
    const body = nest(rows, 0);
    if (options.bare) return body;
    return options.root === null ? `[${body}]` : `{${quoteJson(options.root)}:[${body}]}`;
  };
}

/** One member of an object; empty for a NULL that is left out. */
function memberOf(columns: readonly DocumentColumn[], index: number, options: DocumentOptions): (row: readonly Value[]) => string {
  const column = columns[index] as DocumentColumn;
  if (column.name === '') throw sqlError(13605);
  const key = quoteJson(column.name);
  const write = column.json === true && isString(column.type) ? String : jsonText(column.type);
  return (row) => {
    const value = row[index] ?? null;
    if (value === null) return options.nulls ? `${key}:null` : '';
    return `${key}:${write(value)}`;
  };
}
