/** Cells as the grid shows them: a long text is cut, with its whole length beside it. */
import type { Cell } from '@sprocket/studio-contract';

export const CUT_LENGTH = 1000;

export function cutCell(value: string | null): Cell {
  if (value === null || value.length <= CUT_LENGTH) return value;
  return { cut: value.slice(0, whole(value)), length: value.length };
}

/** A cut never falls between the halves of a surrogate pair. */
function whole(value: string): number {
  const last = value.charCodeAt(CUT_LENGTH - 1);
  return last >= 0xd800 && last <= 0xdbff ? CUT_LENGTH - 1 : CUT_LENGTH;
}
