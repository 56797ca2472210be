/**
 * RECEIVE as two steps: messages go from the queue into a variable that nobody can name, and a query over that variable is what the statement shows,
 * assigns or inserts. So a select list of RECEIVE is bound like any other.
 */

import type { Insert, Receive, Select, TableVariable } from '@sprocket/tsql';
import { receivedTable } from '../catalog/broker/tables.ts';
import { sqlError } from '../errors.ts';
import { atLine, declareVariable, type Emitter } from './emitter.ts';
import type { Received } from './program.ts';

const RECEIVED = receivedTable();
const TABLE = { name: 'table', length: 0, precision: 0, scale: 0 } as const;

/** Declares the variable; 8447 and 8450 for select lists that cannot be. */
export function receivedBy(emitter: Emitter, statement: Receive): Received {
  const { line } = statement.span;
  const assigned = statement.items.filter(({ kind }) => kind === 'selectAssignment').length;
  if (assigned > 0 && statement.into !== null) throw atLine(sqlError(8450), line);
  if (assigned > 0 && assigned < statement.items.length) throw atLine(sqlError(8447), line);
  // No variable that is written has a blank in its name.
  const name = `@received ${emitter.declarations.length}`;
  const { slot } = declareVariable(emitter, name, line, TABLE, emitter.types.instance(name, RECEIVED));
  return { slot, query: projection(statement, name) };
}

function projection({ items, into, span }: Receive, name: string): Select | Insert {
  const from: TableVariable = { kind: 'tableVariable', name, alias: null, hints: [], span };
  const body = {
    kind: 'querySpecification',
    distinct: false,
    top: null,
    items,
    into: null,
    intoFilegroup: null,
    from: [from],
    where: null,
    groupBy: null,
    having: null,
    windows: [],
    span,
  } as const;
  const query = { kind: 'query', body, orderBy: [], offset: null, fetch: null, for: null, span } as const;
  if (into === null) return { kind: 'select', with: null, query, hints: [], span };
  const target: TableVariable = { kind: 'tableVariable', name: into.name, alias: null, hints: [], span };
  return {
    kind: 'insert',
    with: null,
    top: null,
    target,
    columns: null,
    output: [],
    source: { kind: 'insertQuery', query, span },
    hints: [],
    span,
  };
}
