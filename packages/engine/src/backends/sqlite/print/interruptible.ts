/** Where a statement looks whether it should stop, since SQLite cannot be interrupted. */

import type { From, Source } from '../../../bind/tree.ts';
import { splitJoin } from '../outer-joins.ts';
import { TICK } from '../registered.ts';
import { splitAlias, storageColumn } from './from.ts';
import { type Printer, use } from './printer.ts';

/**
 * SQLite cannot be interrupted, so where a statement may work long without yielding a row (joins, recursion) a function looks at the session's flag. It
 * stands before the conditions, which may drop all rows, and once for each source, because any of them may be the loop that never gets further inside.
 */
export function interruptible(from: From | null, p: Printer): string[] {
  const places = from === null ? [] : loopPlaces(from);
  const recursive = places.some((place) => place.recursive);
  if (places.length >= 2 || recursive) return places.map((place) => look(place.sql, p));
  return from?.kind === 'table' && p.ticks ? [look(`s${from.source.id}.rowid`, p)] : [];
}

/**
 * One row in 64 looks: calling a function for each would cost as much as reading it. Texts count as 0 and NULL is not true, so they look each time.
 */
const look = (place: string, p: Printer): string => `((${place} & 63) <> 0 OR ${use(p, TICK)}())`;

interface LoopPlace {
  readonly sql: string;
  readonly recursive: boolean;
}

/** `inParentheses`: the source stands in a join that is the right side of another. SQLite makes a subquery of it, which shows no row ids. */
function loopPlaces(from: From, inParentheses = false): LoopPlace[] {
  switch (from.kind) {
    case 'join': {
      const split = splitJoin(from);
      if (split !== null) return [{ sql: `${splitAlias(from)}.c${(split.parts[0]?.items.length ?? 1) - 1}`, recursive: false }];
      return [
        ...loopPlaces(from.left, inParentheses),
        ...loopPlaces(from.right, inParentheses || from.right.kind === 'join' || from.right.kind === 'apply'),
      ];
    }
    case 'apply':
      return loopPlaces(from.left, inParentheses);
    case 'table':
      return [
        { sql: `s${from.source.id}.${inParentheses ? storageColumn(from.source, storedColumn(from.source)) : 'rowid'}`, recursive: false },
      ];
    case 'recursion':
      return [{ sql: `s${from.source.id}.lvl`, recursive: true }];
    case 'derived':
    case 'recursive':
      return [{ sql: `s${from.source.id}.c0`, recursive: false }];
    case 'rows':
      return [];
  }
}

/** Every table has a column that is not computed. */
const storedColumn = (source: Source): number => source.columns.findIndex((column) => column.expression === null);
