/** How wide columns begin: as wide as their name and their first values, within limits. */
import type { Cell, Column } from '@sprocket/studio-contract';
import { cellText } from './cell.ts';

export const LEAST_WIDTH = 48;
const MOST_AT_FIRST = 320;
/** The width of a character of the grid's font at its size, and the room around a value. */
const CHARACTER = 7.3;
const ROOM = 22;
const LOOKED_AT = 50;

export function firstWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return columns.map(({ name }, at) => {
    const longest = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, cellText(row[at] ?? null).length), 4);
    return Math.round(Math.min(MOST_AT_FIRST, Math.max(LEAST_WIDTH, Math.max(name.length + 1, longest) * CHARACTER + ROOM)));
  });
}
