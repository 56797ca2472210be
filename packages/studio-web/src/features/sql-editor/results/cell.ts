/** A cell as text: its value, what of it is shown in a row of one line, and whether there is more. */
import type { Cell } from '@sprocket/studio-contract';

/** No cell draws more than this; the viewer shows the rest. */
const SHOWN = 300;

/** The text that is known of a value: all of it, or its beginning when it was cut on the way. */
export function cellText(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? cell : cell.cut;
}

/** One line for the grid. Line breaks show as a sign, so that a value of many lines is not taken for its first. */
export function shownText(cell: NonNullable<Cell>): string {
  const text = typeof cell === 'string' ? cell : cell.cut;
  const line = text
    .slice(0, SHOWN)
    .replace(/\r\n?|\n/g, '↵')
    .replaceAll('\t', '⇥');
  return isLong(cell) ? `${line}…` : line;
}

/** Whether the grid shows only a part of the value. */
export function isLong(cell: Cell): boolean {
  return cell !== null && (typeof cell !== 'string' || cell.length > SHOWN);
}
