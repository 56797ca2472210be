/**
 * What BACKUP and RESTORE share: neither runs inside a transaction, both say that they were ended by an error after saying which, both tell how far they
 * are, and both do their work beside the event loop, so that other sessions go on meanwhile.
 */

import { commitServer } from '../../catalog/ddl/apply.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import type { ServerCatalog } from '../../catalog/server.ts';
import { SqlError, sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { MASTER } from '../databases.ts';
import type { SessionCore } from '../session-core.ts';
import type { Progress } from './format.ts';
import type { Options } from './tail.ts';

/** What a statement is refused with before it does anything has no 3013 behind it. */
const UNSUPPORTED = 40510;

/** Runs a statement as `words` call it. */
export function* terminating(words: string, context: DdlContext, run: () => Steps<void>): Steps<void> {
  try {
    yield* run();
  } catch (thrown) {
    if (!(thrown instanceof SqlError) || thrown.number === UNSUPPORTED) throw thrown;
    context.precede(thrown);
    throw sqlError(3013, words);
  }
}

/** 3021 inside a transaction. */
export function requireNoTransaction(core: SessionCore): void {
  if (core.transactions.count > 0) throw sqlError(3021);
  core.transactions.settle();
}

/** The outcome of work beside the event loop. */
export function* awaited<Result>(work: Promise<Result>): Steps<Result> {
  let outcome: { readonly result: Result } | { readonly thrown: unknown } | undefined;
  const promise = work.then(
    (result) => {
      outcome = { result };
    },
    (thrown: unknown) => {
      outcome = { thrown };
    },
  );
  yield { kind: 'promise', promise };
  if (outcome === undefined) throw new Error('the wait ended before the work');
  if ('thrown' in outcome) throw outcome.thrown;
  return outcome.result;
}

const USUAL_STATS = 10;

/** Tells the client at every so many percent, and looks whether the request was cancelled. */
export function progressOf(core: SessionCore, context: DdlContext, total: number, options: Options): Progress {
  const step = options.has('STATS') ? Math.max(1, options.number('STATS') ?? USUAL_STATS) : 0;
  let told = 0;
  return (done) => {
    core.interruption.check();
    while (step > 0 && told + step <= 100 && done * 100 >= (told + step) * total) {
      told += step;
      context.inform(3211, told);
    }
  };
}

/** 3014: how many pages, in what time, and how many megabytes a second that is. */
export function tellDone(words: string, pages: number, milliseconds: number, context: DdlContext): void {
  const whole = Math.max(1, Math.round(milliseconds));
  const speed = Math.round((pages * 8 * 1_000_000) / 1024 / whole);
  context.inform(3014, words, pages, ...parts(whole), ...parts(speed));
}

/** Thousandths as whole ones and three digits. */
const parts = (thousandths: number): readonly [number, string] => [
  Math.floor(thousandths / 1000),
  String(thousandths % 1000).padStart(3, '0'),
];

/** Changes the catalog of the server and makes that durable. `ready` runs while no other session can change it; what it throws leaves everything. */
export function* changeServer(
  core: SessionCore,
  context: DdlContext,
  ready: () => Steps<(server: ServerCatalog) => ServerCatalog>,
): Steps<void> {
  try {
    yield* core.transactions.writes([MASTER]);
    const change = yield* ready();
    // biome-ignore lint/correctness/useYield: the contract is a generator because statements may wait
    yield* core.transactions.statement([MASTER], function* () {
      commitServer(context, change(context.server.catalog()));
    });
  } finally {
    core.transactions.settle();
  }
}

/** The logical name of the file with the data of a database. */
export const logicalName = (id: number, name: string): string => SYSTEM_FILES[id] ?? name;

const SYSTEM_FILES: Readonly<Record<number, string>> = { 1: 'master', 2: 'tempdev', 3: 'modeldev', 4: 'MSDBData' };
