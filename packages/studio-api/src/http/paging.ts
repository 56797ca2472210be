/**
 * Pages of a list that is sorted by time, newest first: the cursor is the time and the id of the last row of a page, so that rows which are added
 * meanwhile neither repeat nor hide others.
 */
import { and, type Column, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import { badField } from './problem.ts';

export interface Position {
  readonly at: Date;
  readonly id: string;
}

/** The rows after the cursor; undefined without one. Throws `bad-request` for a cursor that no page gave out. */
export function after(cursor: string | undefined, at: Column, id: Column): SQL | undefined {
  if (cursor === undefined) return undefined;
  const position = decode(cursor);
  return or(lt(at, position.at), and(eq(at, position.at), lt(id, position.id)));
}

export const newestFirst = (at: Column, id: Column): SQL[] => [desc(at), desc(id)];

/** Cuts one row more than the page has off and makes the cursor of the next page from the last one that stays. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position,
  present: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(present), next: rows.length > limit && last !== undefined ? encode(position(last)) : null };
}

function encode({ at, id }: Position): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

function decode(cursor: string): Position {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1] === undefined || match[2] === undefined) throw badField('cursor', 'not the cursor of a page');
  return { at: new Date(Number(match[1])), id: match[2] };
}
