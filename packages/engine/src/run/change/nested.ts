/**
 * INSERT … SELECT … FROM (a data change with OUTPUT) AS t: the inner change runs first and its OUTPUT rows are held beside the execution context, where
 * the source that the binder made for `t` finds them.
 */

import type { DmlTable, Insert } from '@sprocket/tsql';
import { nestedRows } from '../../bind/rows.ts';
import type { PreparedChange } from '../contracts.ts';

/** The data change that the statement selects from. */
export function nestedChange(statement: Insert): DmlTable | null {
  if (statement.source.kind !== 'insertQuery' || statement.source.query.body.kind !== 'querySpecification') return null;
  return statement.source.query.body.from.find((source) => source.kind === 'dmlTable') ?? null;
}

/** Both changes as one: the inner one, then the one that inserts what it put out. */
export function afterNested(inner: PreparedChange, outer: PreparedChange): PreparedChange {
  return {
    ...outer,
    dependencies: {
      databases: new Map([...inner.dependencies.databases, ...outer.dependencies.databases]),
      stored: new Set([...inner.dependencies.stored, ...outer.dependencies.stored]),
      temporaries: new Map([...inner.dependencies.temporaries, ...outer.dependencies.temporaries]),
      accesses: [...inner.dependencies.accesses, ...outer.dependencies.accesses],
    },
    writes: [...inner.writes, ...outer.writes],
    *execute(frame, emit) {
      const { context } = frame;
      const rows: (readonly (typeof frame.slots)[number][])[] = [];
      yield* inner.execute(frame, (row) => rows.push([...row]));
      const before = nestedRows.get(context);
      nestedRows.set(context, rows);
      try {
        return yield* outer.execute(frame, emit);
      } finally {
        if (before === undefined) nestedRows.delete(context);
        else nestedRows.set(context, before);
      }
    },
  };
}
