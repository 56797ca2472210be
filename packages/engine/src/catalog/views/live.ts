/**
 * Figures that views show and no catalog holds: counters, row counts, sessions, locks, statistics of execution. The session supplies them; a test can
 * supply `NO_FIGURES`.
 */

import type { Type } from '@sprocket/tsql';
import type { DatabaseCatalog, Table } from '../model.ts';
import type { Partitioned } from '../partition.ts';
import type { ServerToken, Token } from '../security/token.ts';

export interface LiveFigures {
  /** The last identity value of a table; null when none was drawn. */
  identity(databaseId: number, table: Table): bigint | null;
  /** The last value of a sequence; null when none was drawn. */
  sequence(databaseId: number, sequenceId: number): bigint | null;
  rowCount(databaseId: number, table: Table): number;
  /** Rows of each partition, in order. */
  partitionRows(databaseId: number, table: Table, by: Partitioned): readonly number[];
  /** The version since which the changes of a tracked table are known. */
  trackedSince(databaseId: number, tableId: number): bigint | null;
  /** Size of a database's file and its log in bytes. */
  databaseSize(databaseId: number): { readonly data: number; readonly log: number };
  sessions(): Iterable<SessionFigures>;
  locks(): Iterable<LockFigures>;
  cursors(): Iterable<CursorFigures>;
  procedures(): Iterable<ProcedureFigures>;
  /** Text and handle of cached statements. */
  queries(): Iterable<QueryFigures>;
  /** Keys that the session has opened. */
  openKeys(): Iterable<OpenKeyFigures>;
  readonly broker: BrokerFigures;
  /** What the session is in a database, and on the server. */
  userToken(catalog: DatabaseCatalog): Token | null;
  loginToken(): ServerToken | null;
  counters(): CounterFigures;
  readonly host: HostFigures;
}

export interface SentText {
  readonly event: 'Language Event' | 'RPC Event';
  readonly text: string;
}

export interface SessionFigures {
  readonly id: number;
  readonly login: string;
  /** A session of the server's own. */
  readonly isTask: boolean;
  readonly databaseId: number;
  readonly hostName: string;
  readonly hostProcessId: number;
  readonly program: string;
  readonly clientInterface: string;
  readonly clientAddress: string;
  readonly encrypted: boolean;
  readonly packetSize: number;
  /** Server's local time in 100 ns ticks since 0001-01-01. */
  readonly loginTime: bigint;
  readonly lastRequestStart: bigint;
  readonly lastRequestEnd: bigint | null;
  readonly running: boolean;
  /** SELECT, INSERT, AWAITING COMMAND … */
  readonly command: string;
  readonly text: string;
  /** What the client sent last. */
  readonly input: SentText;
  readonly openTransactions: number;
  /** 1 read uncommitted, 2 read committed, 3 repeatable read, 4 serializable, 5 snapshot. */
  readonly isolation: number;
  /** Session that it waits for; 0 for none. */
  readonly blockedBy: number;
  readonly waitMilliseconds: number;
  readonly cpuMilliseconds: number;
  readonly reads: number;
  readonly writes: number;
  readonly rowCount: bigint;
  readonly language: string;
  readonly dateFormat: string;
  readonly dateFirst: number;
  readonly textSize: number;
  readonly lockTimeout: number;
  readonly options: {
    readonly quotedIdentifier: boolean;
    readonly arithAbort: boolean;
    readonly ansiNullDefault: boolean;
    readonly ansiDefaults: boolean;
    readonly ansiWarnings: boolean;
    readonly ansiPadding: boolean;
    readonly ansiNulls: boolean;
    readonly concatNullYieldsNull: boolean;
  };
}

export interface LockFigures {
  readonly sessionId: number;
  readonly databaseId: number;
  /** DATABASE, OBJECT, APPLICATION. */
  readonly resource: string;
  readonly description: string;
  readonly objectId: number;
  /** S, X, IX … */
  readonly mode: string;
  readonly granted: boolean;
}

/** A cursor under one of the names that reach it. */
export interface CursorFigures {
  readonly sessionId: number;
  readonly handle: number;
  readonly scope: 'local' | 'global' | 'variable' | 'api';
  /** Calls between the running body and the one that the local cursor or the variable belongs to; -1 for the others. */
  readonly depth: number;
  readonly reference: string;
  readonly name: string;
  /** Declared LOCAL. */
  readonly isLocal: boolean;
  readonly kind: 'static' | 'keyset' | 'dynamic' | 'fast forward';
  readonly concurrency: 'read only' | 'scroll locks' | 'optimistic';
  readonly scrollable: boolean;
  readonly open: boolean;
  /** CURSOR_STATUS. */
  readonly status: number;
  /** @@CURSOR_ROWS. */
  readonly rows: number;
  readonly fetchStatus: number;
  readonly lastOperation: number;
  readonly rowCount: number;
  /** 1-based place of the fetched row: 0 before all, -1 behind them or uncounted. */
  readonly bufferStart: number;
  readonly bufferSize: number;
  readonly created: bigint;
  readonly columns: readonly CursorColumnFigures[];
  readonly tables: readonly CursorTableFigures[];
}

export interface CursorColumnFigures {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly updatable: boolean;
  /** Where it comes from; 0 for an expression. */
  readonly columnId: number;
  readonly objectId: number;
  readonly databaseId: number;
}

export interface CursorTableFigures {
  readonly schema: string;
  readonly name: string;
  readonly objectId: number;
  readonly databaseId: number;
}

export interface ProcedureFigures {
  readonly databaseId: number;
  readonly objectId: number;
  readonly kind: 'procedure' | 'function' | 'trigger';
  readonly cachedTime: bigint;
  readonly lastTime: bigint;
  readonly executions: number;
  readonly totalMicroseconds: number;
  readonly lastMicroseconds: number;
  readonly minMicroseconds: number;
  readonly maxMicroseconds: number;
}

export interface QueryFigures {
  /** Hexadecimal digits. */
  readonly handle: string;
  readonly databaseId: number;
  readonly objectId: number | null;
  readonly text: string;
  readonly executions: number;
  readonly totalMicroseconds: number;
  readonly lastTime: bigint;
}

export interface OpenKeyFigures {
  readonly databaseId: number;
  readonly databaseName: string;
  readonly id: number;
  readonly name: string;
  /** Hexadecimal digits. */
  readonly guid: string;
  readonly opened: bigint;
  /** Whether the key is still there. */
  readonly known: boolean;
}

/** Conversations and messages in storage, and what the server does about its queues. */
export interface BrokerFigures {
  conversations(databaseId: number): Iterable<ConversationFigures>;
  undelivered(databaseId: number): Iterable<UndeliveredFigures>;
  activated(): Iterable<ActivatedFigures>;
  monitors(): Iterable<QueueMonitorFigures>;
}

/** Moments are ticks of UTC. */
export interface ConversationFigures {
  readonly handle: string;
  readonly conversation: string;
  readonly initiator: boolean;
  readonly contract: number;
  readonly group: string;
  readonly service: number;
  readonly lifetime: bigint;
  readonly state: string;
  readonly farService: string;
  readonly farBroker: string | null;
  readonly owner: string;
  readonly timer: bigint | null;
  readonly endedAt: bigint | null;
  readonly sent: number;
  readonly received: number;
  readonly priority: number;
}

export interface UndeliveredFigures {
  readonly handle: string;
  readonly toService: string;
  readonly toBroker: string | null;
  readonly fromService: string;
  readonly contract: string;
  readonly at: bigint;
  readonly sequence: number;
  readonly type: string;
  readonly isError: boolean;
  readonly isEnd: boolean;
  readonly body: Uint8Array | null;
  readonly status: string;
  readonly priority: number;
}

/** A procedure that the server has started for a queue. */
export interface ActivatedFigures {
  readonly session: number;
  readonly databaseId: number;
  readonly queueId: number;
  readonly procedure: string;
  readonly principalId: number;
}

export interface QueueMonitorFigures {
  readonly databaseId: number;
  readonly queueId: number;
  readonly state: string;
  /** Ticks of the server's time. */
  readonly activated: bigint | null;
  readonly waiting: number;
}

export interface CounterFigures {
  readonly batches: number;
  readonly transactions: number;
  readonly errors: number;
  readonly deadlocks: number;
  readonly connections: number;
  readonly memoryBytes: number;
  readonly cacheHits: number;
}

export interface HostFigures {
  readonly serverName: string;
  readonly machineName: string;
  readonly processors: number;
  readonly memoryBytes: number;
  readonly startTime: bigint;
  readonly now: bigint;
  readonly processId: number;
  readonly dataDirectory: string;
  readonly backupDirectory: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly platform: string;
}

/** A server at rest. */
export const NO_FIGURES: LiveFigures = {
  identity: () => null,
  sequence: () => null,
  rowCount: () => 0,
  partitionRows: () => [],
  trackedSince: () => null,
  databaseSize: () => ({ data: 8_388_608, log: 8_388_608 }),
  sessions: () => [],
  locks: () => [],
  cursors: () => [],
  procedures: () => [],
  queries: () => [],
  openKeys: () => [],
  broker: { conversations: () => [], undelivered: () => [], activated: () => [], monitors: () => [] },
  userToken: () => null,
  loginToken: () => null,
  counters: () => ({ batches: 0, transactions: 0, errors: 0, deadlocks: 0, connections: 0, memoryBytes: 0, cacheHits: 0 }),
  host: {
    serverName: 'SPROCKET',
    machineName: 'SPROCKET',
    processors: 1,
    memoryBytes: 1_073_741_824,
    startTime: 0n,
    now: 0n,
    processId: 1,
    dataDirectory: '/data',
    backupDirectory: '/data/_backups',
    offset: 0,
    platform: 'Linux',
  },
};
