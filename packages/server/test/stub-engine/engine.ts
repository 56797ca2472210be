/**
 * An engine without a language, for tests of what stands around it. A batch is a list of commands, one a line; procedures are functions below.
 * Nothing here is part of the product.
 */

import {
  type Engine,
  type EngineOptions,
  type LoginRequest,
  type ResultColumn,
  type ResultSink,
  type Session,
  SqlError,
  type Value,
} from '@sprocket/engine';
import * as tsql from '@sprocket/tsql';
import { PROCEDURES } from './procedures.ts';

/** What the commands of one session share. */
export interface StubState {
  transaction: bigint;
  database: string;
  readonly prepared: Map<number, string>;
  bulkRows: (readonly Value[])[];
  cancelled: (() => void) | undefined;
  /** `cancel` was called during the request, or the socket has news. */
  readonly interrupted: () => boolean;
  asked: boolean;
  resets: number;
  flushing: Promise<void> | undefined;
  /** What all sessions wait for that have committed. */
  readonly disk: StubDisk;
}

export interface StubDisk {
  flush: PromiseWithResolvers<void>;
}

export type StubCommand = (state: StubState, sink: ResultSink, words: readonly string[]) => Promise<void> | undefined;

export const resultColumn = (name: string, type: tsql.Type, more: Partial<ResultColumn> = {}): ResultColumn => ({
  name,
  type,
  nullable: true,
  identity: false,
  computed: false,
  ...more,
});

export function openStubEngine(options: EngineOptions): Promise<Engine> {
  let sessions = 0;
  const disk: StubDisk = { flush: Promise.withResolvers() };
  options.log('info', 'stub engine open', { folder: options.dataDirectory });
  if (options.proceduresDirectory?.endsWith('unreadable')) return Promise.reject(new Error('the stub refuses this folder'));
  return Promise.resolve({
    generatedPassword: options.saPassword === undefined ? 'generated' : undefined,
    login: (request) => {
      checkLogin(request, options.saPassword ?? 'generated');
      return Promise.resolve(stubSession(50 + ++sessions, request, disk));
    },
    metrics: () => ({
      sessions,
      batches: 0,
      errors: 0,
      transactions: 0,
      deadlocks: 0,
      readers: { threads: 0, reads: 0, replaced: 0 },
      procedures: [],
    }),
    administer: () => Promise.resolve(),
    problems: () => [],
    close: () => Promise.resolve(),
  });
}

function checkLogin(request: LoginRequest, password: string): void {
  const failed = new SqlError(18456, 14, 8, `Login failed for user '${request.user}'.`, 'connection');
  if (request.user !== 'sa' || request.password !== password) throw failed;
  if (request.database === 'nowhere') {
    throw new SqlError(4060, 11, 1, `Cannot open database "nowhere" requested by the login. The login failed.`, 'connection');
  }
}

function stubSession(id: number, request: LoginRequest, disk: StubDisk): Session {
  const state: StubState = {
    transaction: 0n,
    database: request.database || 'master',
    prepared: new Map(),
    bulkRows: [],
    cancelled: undefined,
    asked: false,
    interrupted: () => state.asked || request.interrupted?.() === true,
    resets: 0,
    flushing: undefined,
    disk,
  };
  return {
    id,
    get database() {
      return state.database;
    },
    get transaction() {
      return state.transaction;
    },
    get flushing() {
      return state.flushing;
    },
    batch: (text, sink) => {
      state.asked = false;
      return runLines(text.split('\n'), state, sink);
    },
    call: (call, sink) => {
      const procedure = PROCEDURES[call.procedure.replaceAll(/[[\]]/g, '').replace(/^dbo\./, '')];
      if (procedure !== undefined) return procedure(state, sink, call.parameters);
      sink.message(
        {
          number: 2812,
          severity: 16,
          state: 62,
          message: `Could not find stored procedure '${call.procedure}'.`,
          line: 1,
          procedure: null,
        },
        false,
      );
      return undefined;
    },
    transact: (request, sink) => {
      COMMANDS[request.kind === 'begin' ? 'begin' : request.kind === 'save' ? 'nothing' : request.kind]?.(state, sink, []);
      return undefined;
    },
    bulk: (request, sink) => {
      state.bulkRows = [...request.rows].map((row) => [...row]);
      sink.done('insert', state.bulkRows.length, false);
      return undefined;
    },
    cancel: () => {
      state.asked = true;
      state.cancelled?.();
    },
    reset: () => {
      state.resets++;
    },
    close: () => undefined,
  };
}

function runLines(lines: readonly string[], state: StubState, sink: ResultSink): Promise<void> | undefined {
  for (const [index, line] of lines.entries()) {
    const words = line.trim().split(/\s+/);
    const running = COMMANDS[words[0]?.toLowerCase() ?? '']?.(state, sink, words.slice(1));
    if (running !== undefined) return running.then(() => runLines(lines.slice(index + 1), state, sink));
  }
  return undefined;
}

/** Unknown words do nothing, which is what the SET statements of drivers need. */
const COMMANDS: Readonly<Record<string, StubCommand>> = {
  select: (_state, sink, words) => {
    sink.columns([resultColumn('value', tsql.INT, { nullable: false })]);
    for (const word of words) sink.row([Number(word)]);
    sink.done('select', words.length, false);
    return undefined;
  },
  print: (_state, sink, words) => {
    sink.message({ number: 0, severity: 0, state: 1, message: words.join(' '), line: 1, procedure: null }, true);
    return undefined;
  },
  fail: (_state, sink, words) => {
    sink.message({ number: 50000, severity: Number(words[0] ?? 16), state: 7, message: 'It failed.', line: 3, procedure: 'dbo.p' }, false);
    sink.done('other', undefined, false);
    return undefined;
  },
  crash: () => {
    throw new Error('a mistake of ours');
  },
  use: (state, sink, words) => {
    sink.environment({ kind: 'database', value: words[0] ?? '', old: state.database });
    state.database = words[0] ?? '';
    return undefined;
  },
  begin: (state, sink) => {
    state.transaction = 7n;
    sink.environment({ kind: 'begin transaction', descriptor: 7n });
    sink.done('begin transaction', undefined, false);
    return undefined;
  },
  commit: (state, sink) => endTransaction(state, sink, 'commit'),
  rollback: (state, sink) => endTransaction(state, sink, 'rollback'),
  /** Something is committed and not on disk, until another session says so. */
  change: (state) => {
    state.flushing = state.disk.flush.promise.then(() => {
      state.flushing = undefined;
    });
    return undefined;
  },
  flush: ({ disk }) => {
    disk.flush.resolve();
    disk.flush = Promise.withResolvers();
    return undefined;
  },
  /** Waits for a cancellation. */
  wait: (state) => new Promise((resolve) => (state.cancelled = resolve)),
  /** Keeps the thread busy until it is interrupted. */
  spin: (state) => {
    while (!state.interrupted());
    return undefined;
  },
  rows: (state, sink, words) => streamRows(state, sink, Number(words[0])),
  resets: (state, sink) => {
    sink.columns([resultColumn('resets', tsql.INT)]);
    sink.row([state.resets]);
    sink.done('select', 1, false);
    return undefined;
  },
  bulkrows: (state, sink) => {
    sink.columns([resultColumn('id', tsql.INT), resultColumn('name', tsql.nvarchar(50))]);
    for (const row of state.bulkRows) sink.row(row);
    sink.done('select', state.bulkRows.length, false);
    return undefined;
  },
};

function endTransaction(state: StubState, sink: ResultSink, kind: 'commit' | 'rollback'): undefined {
  sink.environment({ kind, descriptor: state.transaction });
  state.transaction = 0n;
  sink.done(kind, undefined, false);
}

async function streamRows(state: StubState, sink: ResultSink, count: number): Promise<void> {
  const text = 'x'.repeat(100);
  sink.columns([resultColumn('id', tsql.INT), resultColumn('text', tsql.varchar(100))]);
  for (let id = 1; id <= count && !state.interrupted(); id++) if (sink.row([id, text])) await sink.drained();
  sink.done('select', count, false);
}
