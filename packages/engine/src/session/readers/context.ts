/** What a statement on a reader may ask: the environment that came with the request. Everything else belongs to the session and is refused. */

import type { ExecutionContext, StorageConnection } from '../../run/contracts.ts';
import type { ReadEnvironment } from './messages.ts';

/** The statement asked for something of its session. */
export class NotHere extends Error {
  constructor(what: string) {
    super(`${what} is with the session`);
  }
}

export interface ReaderContext extends ExecutionContext {
  readonly warnings: Set<number>;
}

export function readerContext(connection: StorageConnection, environment: ReadEnvironment, checkCancelled: () => void): ReaderContext {
  const warnings = new Set<number>();
  return {
    ...environment,
    connection,
    warnings,
    checkCancelled,
    warn: (number) => void warnings.add(number),
    sequenceRow: (make) => make(),
    random: () => refuse('RAND'),
    session: (name) => refuse(name),
    metadata: { lookup: (what) => refuse(what) },
    callFunction: () => refuse('a function'),
    callTableFunction: () => refuse('a table function'),
    systemRows: () => refuse('a system view'),
    fireTriggers: () => refuse('a trigger'),
    readBulkFile: () => refuse('a file'),
    createTable: () => refuse('a new table'),
    tableCreated: () => refuse('a new table'),
    validateXml: () => refuse('an XML schema collection'),
    nextSequenceValue: () => refuse('a sequence'),
    resetIdentity: () => refuse('an identity'),
    setIdentity: () => refuse('an identity'),
    nextIdentity: () => refuse('an identity'),
    graphTable: () => refuse('a graph table'),
    nextGraphId: () => refuse('a graph id'),
    noteGraphId: () => refuse('a graph id'),
    nextRowVersion: () => refuse('a rowversion'),
    changeKey: '',
    mayUnmask: () => refuse('a permission'),
    identityInsert: 0,
    // Nobody waits for this thread.
    sliceIsOver: () => false,
  };
}

function refuse(what: string): never {
  throw new NotHere(what);
}
