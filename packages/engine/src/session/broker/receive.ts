/**
 * RECEIVE and GET CONVERSATION GROUP, alone and inside WAITFOR. What can be had is looked for without a lock on the database, so that waiting keeps
 * nobody from sending; it is looked for again when the lock to take it was not free at once.
 */

import { BIGINT, type Expression, type GetConversationGroup, INT, type Receive, UNIQUEIDENTIFIER } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { Received } from '../../program/program.ts';
import type { Steps } from '../../run/contracts.ts';
import { assignVariable } from '../../run/execute.ts';
import { runQuery } from '../../run/statements.ts';
import type { Value } from '../../values/value.ts';
import { type FoundQueue, guidOf, requireQueue, type Site, scalarAt } from './find.ts';
import { BrokerStore } from './store.ts';

/** Which messages are wanted. */
interface Wanted {
  readonly column: 'c4' | 'c5' | null;
  readonly value: string | null;
}

const ANY: Wanted = { column: null, value: null };

export function* receive(site: Site, statement: Receive, received: Received): Steps<void> {
  const { core, at } = site;
  const wanted = wantedBy(site, statement);
  const limit = statement.top === null ? Number.POSITIVE_INFINITY : limitOf(site, statement.top);
  const deadline = deadlineOf(site);
  if (core.options.implicitTransactions) core.transactions.beginImplicitly();
  if (limit === 0) return yield* show(site, received, []);
  for (;;) {
    const found = requireQueue(site, statement.queue);
    const { databaseId } = found.database;
    requireEnabled(found);
    requireKnown(site, found, wanted);
    const { epoch } = core.catalogs;
    const group = lockedGroup(site, found, wanted);
    if (group !== null) {
      const waited = yield* core.transactions.writes([databaseId]);
      if (waited && core.catalogs.epoch !== epoch) continue;
      if (yield* takeAndShow(site, found, { received, wanted, group, limit })) return;
      continue;
    }
    if (at.wait === null || !(yield* awaitMessages(site, found, deadline))) return yield* show(site, received, []);
  }
}

interface Taking {
  readonly received: Received;
  readonly wanted: Wanted;
  readonly group: string;
  readonly limit: number;
}

/** False when somebody else has had the messages meanwhile. */
function* takeAndShow(site: Site, { database, queue }: FoundQueue, { received, wanted, group, limit }: Taking): Steps<boolean> {
  const { core } = site;
  const { databaseId } = database;
  return yield* core.transactions.statement([databaseId], function* () {
    const store = new BrokerStore(core, databaseId);
    const rows = store.take(queue, group, wanted.column === 'c5' ? wanted.value : null, limit);
    if (rows.length === 0) return false;
    core.messages.received({ databaseId, queueId: queue.id });
    yield* show(site, received, rows);
    return true;
  });
}

/** Puts the messages where the statement's query reads them, and runs it. */
function* show({ core, activation, at }: Site, { slot, query }: Received, rows: readonly (readonly Value[])[]): Steps<void> {
  const table = activation.compiled.program.declarations[slot]?.table;
  if (table === null || table === undefined) throw sqlError(8630);
  core.tableVariables.open(table, activation.id);
  try {
    core.tableVariables.fill(table, activation.id, rows);
    yield* runQuery(core, activation, { kind: 'query', statement: query, line: at.line, visible: at.visible });
  } finally {
    core.tableVariables.close(table, activation.id);
  }
}

/** `WHERE conversation_handle = @h` and `WHERE conversation_group_id = @g`; other columns are refused. */
function wantedBy(site: Site, { column, value }: Receive): Wanted {
  if (column === null || value === null) return ANY;
  const name = column.value.toLowerCase();
  if (name === 'conversation_handle') return { column: 'c5', value: guidOf(site, value, 8418) };
  if (name === 'conversation_group_id') return { column: 'c4', value: guidOf(site, value, 8420) };
  throw sqlError(207, column.value);
}

/** 1060 for a TOP that is NULL, 127 for a negative one. */
function limitOf(site: Site, top: Expression): number {
  const count = scalarAt(site, top, BIGINT);
  if (count === null) throw sqlError(1060);
  if ((count as bigint) < 0n) throw sqlError(127);
  return Number(count);
}

/** 9617 */
function requireEnabled({ queue }: FoundQueue): void {
  if (!queue.enabled) throw sqlError(9617, queue.name);
}

/** 8426 and 8436 for a conversation or group that is not there. */
function requireKnown({ core }: Site, { database }: FoundQueue, { column, value }: Wanted): void {
  if (column === null || value === null) return;
  const store = new BrokerStore(core, database.databaseId);
  if (column === 'c5' && store.find(value) === undefined) throw sqlError(8426, value);
  if (column === 'c4' && store.all('WHERE grp = ? LIMIT 1', value).length === 0) throw sqlError(8436, value);
}

/** The first group with messages that is free, which is the session's from now on. */
function lockedGroup({ core }: Site, { database, queue }: FoundQueue, { column, value }: Wanted): string | null {
  const { databaseId } = database;
  if (!core.instance.databases.byId(databaseId)?.objectsById.has(queue.id) && !core.transactions.holdsConnection) return null;
  const store = new BrokerStore(core, databaseId);
  for (const group of store.groups(queue.id, column, value)) if (core.messages.lock({ databaseId, queueId: queue.id }, group)) return group;
  return null;
}

/** When a WAITFOR is over, on the clock of `performance.now`. */
function deadlineOf(site: Site): number {
  const timeout = site.at.wait?.timeout ?? null;
  const milliseconds = timeout === null ? null : scalarAt(site, timeout, INT);
  if (milliseconds === null || Number(milliseconds) < 0) return Number.POSITIVE_INFINITY;
  return performance.now() + Number(milliseconds);
}

/** Waits until something happens to the queue; false when the time is over. */
function* awaitMessages({ core }: Site, { database, queue }: FoundQueue, deadline: number): Steps<boolean> {
  const left = deadline - performance.now();
  if (left <= 0) return false;
  core.transactions.settle();
  const { promise, wake } = core.instance.broker.wait({ databaseId: database.databaseId, queueId: queue.id });
  const limit = Math.min(left, core.remainingTime + 1);
  const timer = Number.isFinite(limit) ? setTimeout(wake, Math.min(limit, LONGEST_TIMER)) : undefined;
  yield { kind: 'promise', promise: core.interruption.during(promise, wake) };
  clearTimeout(timer);
  core.checkCancelled();
  core.context.checkCancelled();
  return true;
}

/** What a timer can count at most. */
const LONGEST_TIMER = 2_147_483_647;

export function* getConversationGroup(site: Site, statement: GetConversationGroup): Steps<void> {
  const { core, at } = site;
  const deadline = deadlineOf(site);
  for (;;) {
    const found = requireQueue(site, statement.queue);
    requireEnabled(found);
    const group = lockedGroup(site, found, ANY);
    const isOver = group !== null || at.wait === null || !(yield* awaitMessages(site, found, deadline));
    if (!isOver) continue;
    assignVariable(core, site.activation, statement.group.name, group, UNIQUEIDENTIFIER);
    // Outside a transaction the group is free again with the end of the statement.
    if (core.transactions.count === 0) core.messages.ended();
    return;
  }
}
