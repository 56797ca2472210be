/** Figures of the running server for system views and metadata functions: counters, row counts, sessions, locks, the host. */

import { statSync } from 'node:fs';
import { cpus, hostname, totalmem } from 'node:os';
import { decodePhysical, quoteName } from '../backends/sqlite/physical.ts';
import { nameKey, type Table } from '../catalog/model.ts';
import { fanout, type Partitioned, partitionNumber } from '../catalog/partition.ts';
import { holdsOnServer } from '../catalog/security/index.ts';
import type { LiveFigures, LockFigures, OpenKeyFigures, SessionFigures } from '../catalog/views/live.ts';
import { backupFolder } from './backup/devices.ts';
import { brokerFigures } from './broker/figures.ts';
import { trackedSince } from './change-tracking.ts';
import { localTicks, localTicksAt, serverOffset } from './clock.ts';
import { cursorFigures } from './cursor-figures.ts';
import type { Instance } from './instance.ts';
import type { SessionCore } from './session-core.ts';

const MINUTE = 600_000_000n;

export function liveFigures(core: SessionCore): LiveFigures {
  const { instance } = core;
  const { counters, databases } = instance;
  return {
    identity: (databaseId, table) => counters.last('identity', databaseId, table.id),
    sequence: (databaseId, id) => counters.last('sequence', databaseId, id),
    rowCount: (databaseId, table) => rowCount(core, databaseId, table),
    partitionRows: (databaseId, table, by) => partitionRows(core, databaseId, table, by),
    trackedSince: (databaseId, tableId) => trackedSince(core, databaseId, tableId),
    databaseSize: (databaseId) => {
      const file = databases.fileOf(databaseId);
      return { data: sizeOf(file), log: sizeOf(file === undefined ? undefined : `${file}-wal`) };
    },
    sessions: () => visibleSessions(core).map(sessionFigures),
    locks: () => lockFigures(instance),
    cursors: () => visibleSessions(core).flatMap((session) => cursorFigures(session, session === core)),
    procedures: () => instance.metrics.figures(),
    queries: () => [],
    openKeys: () => openKeyFigures(core),
    broker: brokerFigures(core),
    userToken: (catalog) => core.security.token(catalog),
    loginToken: () => core.security.server,
    counters: () => counterFigures(instance),
    host: hostFigures(instance),
  };
}

function openKeyFigures({ keys, catalogs }: SessionCore): readonly OpenKeyFigures[] {
  return [...keys.open.values()].map(({ databaseId, definition: { id, name, guid }, opened }) => {
    const catalog = catalogs.databaseById(databaseId);
    const known = catalog?.cryptography?.symmetricKeys.some((key) => key.guid === guid) === true || keys.temporary.has(nameKey(name));
    return { databaseId, databaseName: catalog?.name ?? '', id, name, guid, opened, known };
  });
}

/** All of them for who may see the server's state, else one's own. */
function visibleSessions({ instance, security }: SessionCore): readonly SessionCore[] {
  const all = [...instance.sessions.values()];
  if (holdsOnServer(security.server, 'VIEW SERVER STATE')) return all;
  return all.filter((other) => other.security.original === security.original);
}

function rowCount(core: SessionCore, databaseId: number, table: Table): number {
  const { databases } = core.instance;
  databases.attach(core.connection, databaseId);
  const home = table.storage.kind === 'temporary' ? 'temp' : databases.alias(databaseId);
  const [count] = core.connection.get(`SELECT count(*) FROM ${home}.${quoteName(table.storage.name)}`) ?? [];
  return Number(count ?? 0);
}

/** One pass over the rows, whatever the number of partitions. */
function partitionRows(core: SessionCore, databaseId: number, table: Table, by: Partitioned): readonly number[] {
  const { databases } = core.instance;
  databases.attach(core.connection, databaseId);
  const counts = Array.from({ length: fanout(by.fn) }, () => 0);
  const { type, storageName } = by.column;
  const sql = `SELECT ${quoteName(storageName)}, count(*) FROM ${databases.alias(databaseId)}.${quoteName(table.storage.name)} GROUP BY 1`;
  for (const [value, count] of core.connection.iterate(sql, [], { bigints: true, functions: [] })) {
    const number = partitionNumber(by.fn, decodePhysical(value ?? null, type));
    counts[number - 1] = (counts[number - 1] ?? 0) + Number(count);
  }
  return counts;
}

function sizeOf(file: string | undefined): number {
  return file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
}

const ISOLATION = { 'read uncommitted': 1, 'read committed': 2, 'repeatable read': 3, serializable: 4, snapshot: 5 } as const;

function sessionFigures(core: SessionCore): SessionFigures {
  const { login, options, status, transactions } = core;
  const started = core.started + BigInt(serverOffset()) * MINUTE;
  const lastStart = core.lastRequest === null ? started : localTicksAt(core.lastRequest);
  return {
    id: core.id,
    login: core.loginName,
    isTask: core.instance.broker.tasks().some(({ session }) => session === core.id),
    databaseId: core.catalogs.currentId,
    hostName: login.hostName,
    hostProcessId: login.hostProcessId,
    program: login.applicationName,
    clientInterface: login.clientInterface,
    clientAddress: login.clientAddress,
    encrypted: login.encrypted,
    packetSize: login.packetSize,
    loginTime: started,
    lastRequestStart: lastStart,
    lastRequestEnd: core.current === null ? lastStart : null,
    running: core.current !== null,
    command: core.current === null ? 'AWAITING COMMAND' : 'SELECT',
    text: core.current?.compiled.text ?? '',
    input: core.input,
    openTransactions: transactions.count,
    isolation: ISOLATION[options.isolation],
    blockedBy: 0,
    waitMilliseconds: 0,
    cpuMilliseconds: 0,
    reads: 0,
    writes: 0,
    rowCount: BigInt(status.rowCount),
    language: options.language,
    dateFormat: options.dateFormat,
    dateFirst: options.dateFirst,
    textSize: options.textSize,
    lockTimeout: options.lockTimeout,
    options: {
      quotedIdentifier: options.quotedIdentifier,
      arithAbort: options.arithAbort,
      ansiNullDefault: options.ansiNullDefaultOn,
      ansiDefaults: false,
      ansiWarnings: options.ansiWarnings,
      ansiPadding: options.ansiPadding,
      ansiNulls: options.ansiNulls,
      concatNullYieldsNull: options.concatNullYieldsNull,
    },
  };
}

const MODE_LETTERS = { IntentShared: 'IS', Shared: 'S', Update: 'U', IntentExclusive: 'IX', Exclusive: 'X' } as const;

function lockFigures(instance: Instance): readonly LockFigures[] {
  return [...instance.locks.entries()].map(({ resource, owner, mode, waiting }) => {
    const [kind = '', databaseId = '0', principal = '', ...name] = resource.split(' ');
    return {
      sessionId: owner,
      databaseId: Number(databaseId),
      resource: kind === 'application' ? 'APPLICATION' : 'DATABASE',
      description: kind === 'application' ? `${principal}:[${name.join(' ')}]` : '',
      objectId: 0,
      mode: MODE_LETTERS[mode],
      granted: !waiting,
    };
  });
}

function counterFigures(instance: Instance): ReturnType<LiveFigures['counters']> {
  const figures = instance.metrics.snapshot(instance.sessions.size, instance.locks.deadlocks);
  return {
    batches: figures.batches,
    transactions: figures.transactions,
    errors: figures.errors,
    deadlocks: figures.deadlocks,
    connections: instance.sessions.size,
    memoryBytes: process.memoryUsage.rss(),
    cacheHits: 0,
  };
}

function hostFigures(instance: Instance): LiveFigures['host'] {
  return {
    serverName: instance.options.serverName,
    machineName: hostname(),
    processors: cpus().length,
    memoryBytes: totalmem(),
    startTime: instance.started,
    get now() {
      return localTicks();
    },
    processId: process.pid,
    dataDirectory: instance.options.dataDirectory,
    backupDirectory: backupFolder(instance),
    get offset() {
      return serverOffset();
    },
    platform: 'Linux',
  };
}
