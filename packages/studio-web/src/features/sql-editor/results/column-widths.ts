/** How wide columns begin: as wide as their name, their first values and what their type usually holds, within limits. And the width after a key. */
import type { Cell, Column } from '@sprocket/studio-contract';
import { cellText } from './cell.ts';

export const LEAST_WIDTH = 48;
const MOST_AT_FIRST = 320;
const KEY_STEP = 16;
/** The width of a character of the grid's font at its size, and the room around a value. */
const CHARACTER = 7.3;
const ROOM = 22;
const LOOKED_AT = 50;

/** Characters that values of a type usually take; later rows are often longer than the first ones. */
const USUAL: Readonly<Record<string, number>> = {
  bit: 3,
  tinyint: 3,
  smallint: 6,
  int: 9,
  bigint: 12,
  money: 12,
  smallmoney: 10,
  decimal: 10,
  numeric: 10,
  float: 12,
  real: 10,
  date: 10,
  time: 12,
  datetime: 23,
  smalldatetime: 16,
  datetime2: 24,
  datetimeoffset: 30,
  uniqueidentifier: 36,
  nvarchar: 14,
  varchar: 14,
};

export function firstWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return columns.map(({ name, type }, at) => {
    const longest = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, cellText(row[at] ?? null).length), 4);
    const usual = USUAL[/^[a-z0-9]+/i.exec(type)?.[0].toLowerCase() ?? ''] ?? 0;
    return Math.round(Math.min(MOST_AT_FIRST, Math.max(LEAST_WIDTH, Math.max(name.length + 1, longest, usual) * CHARACTER + ROOM)));
  });
}

/** The width of a column after an arrow key; undefined for another key. */
export function widthAfterKey(width: number, key: string): number | undefined {
  if (key === 'ArrowRight') return width + KEY_STEP;
  return key === 'ArrowLeft' ? Math.max(LEAST_WIDTH, width - KEY_STEP) : undefined;
}
