/** CREATE, ALTER and DROP QUEUE. A queue is an object with a table of messages in storage. */

import type { ObjectName } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../../errors.ts';
import { brokerOf } from '../../broker/model.ts';
import { brokerTables, messageIndexes, messagesTable, QUEUES_TABLE, queueTable } from '../../broker/tables.ts';
import { putObject, removeObject, setNextObjectId } from '../../edit.ts';
import { findPrincipal, nameParts, nameText } from '../../find.ts';
import { idSource } from '../../ids.ts';
import type { Queue, QueueActivation } from '../../model.ts';
import { holds, ownerOf } from '../../security/index.ts';
import { commitCatalog, creationTarget, findTarget, NAME_TAKEN, requireFreeName } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import type { Clauses } from '../keys/clauses.ts';
import { createTableStatements, quote, runStatements } from '../storage.ts';
import { missing } from './store.ts';

const PLAIN = { bigints: false, functions: [] };

export function createQueue(name: ObjectName, from: Clauses, context: DdlContext): void {
  if (nameParts(name).name.startsWith('#')) throw unsupported(`CREATE QUEUE ${nameText(name)}`);
  const target = creationTarget(context, name);
  requireFreeName(target.catalog, target.schema, target.name, NAME_TAKEN.other);
  const ids = idSource(target.catalog.nextObjectId);
  const { now } = context;
  const fresh: Queue = {
    kind: 'queue',
    id: ids.take(),
    schema: target.schema,
    name: target.name,
    created: now,
    modified: now,
    enabled: true,
    retention: false,
    poisonHandling: true,
    activation: null,
  };
  const queue = from.accept('WITH') ? withOptions(fresh, from, context) : fresh;
  // Filegroups have no effect here.
  if (from.accept('ON')) from.name();
  from.end();
  makeStorage(context, target.catalog.databaseId, queue, target.catalog.collation);
  commitCatalog(context, target.catalog, setNextObjectId(putObject(target.catalog, queue), ids.next));
}

function makeStorage({ connection, catalogs, physical }: DdlContext, databaseId: number, queue: Queue, collation: string): void {
  const alias = catalogs.alias(databaseId);
  for (const sql of brokerTables(quote(alias))) connection.execute(sql);
  runStatements(connection, createTableStatements({ alias, collation, physical }, queueTable(queue)));
  for (const sql of messageIndexes(quote(alias), quote, queue.id)) connection.execute(sql);
  connection.run(`INSERT INTO ${quote(alias)}.${QUEUES_TABLE}(id, next) VALUES (?, 0)`, [queue.id], PLAIN);
}

/** Options in any order, with commas that may be left out. */
function withOptions(before: Queue, from: Clauses, context: DdlContext): Queue {
  let queue = before;
  for (;;) {
    if (from.accept('STATUS', '=')) queue = { ...queue, enabled: onOrOff(from) };
    else if (from.accept('RETENTION', '=')) queue = { ...queue, retention: onOrOff(from) };
    else if (from.accept('ACTIVATION')) queue = { ...queue, activation: activationOf(from.group(), queue, context) };
    else if (from.accept('POISON_MESSAGE_HANDLING')) queue = { ...queue, poisonHandling: poisonStatus(from.group()) };
    else return queue;
    from.accept(',');
  }
}

function onOrOff(from: Clauses): boolean {
  if (from.accept('ON')) return true;
  from.expect('OFF');
  return false;
}

function poisonStatus(from: Clauses): boolean {
  from.expect('STATUS', '=');
  const on = onOrOff(from);
  from.end();
  return on;
}

/** Null for ACTIVATION (DROP). What is not said stays as it was. */
function activationOf(from: Clauses, queue: Queue, context: DdlContext): QueueActivation | null {
  if (from.accept('DROP')) return null;
  let { activation } = queue;
  let enabled = activation?.enabled ?? true;
  let maxReaders = activation?.maxReaders ?? null;
  let parts = activation?.parts ?? null;
  let user = activation?.user ?? null;
  do {
    if (from.accept('STATUS', '=')) enabled = onOrOff(from);
    else if (from.accept('PROCEDURE_NAME', '=')) parts = procedureParts(from);
    else if (from.accept('MAX_QUEUE_READERS', '=')) maxReaders = readers(from);
    else user = executeAs(from, queue, context);
  } while (from.accept(','));
  from.end();
  if (parts === null) throw sqlError(9614, queue.name);
  if (user === null) throw sqlError(9613, queue.name);
  requireProcedure(parts, context);
  const schema = parts.length > 1 ? parts : [context.defaultSchema, ...parts];
  activation = { enabled, parts: schema, procedure: schema.map((part) => `[${part}]`).join('.'), maxReaders: maxReaders ?? 0, user };
  return activation;
}

const MOST_READERS = 32_767;

function readers(from: Clauses): number {
  const written = from.languageName();
  const count = Number(written);
  if (!Number.isInteger(count) || count < 0 || count > MOST_READERS) throw sqlError(102, written);
  return count;
}

function procedureParts(from: Clauses): readonly string[] {
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  return parts;
}

/** The procedure need not exist before it is started; one that is there must be a procedure. */
function requireProcedure(parts: readonly string[], context: DdlContext): void {
  const name = parts.at(-1) ?? '';
  if (name.startsWith('#')) throw sqlError(9742, parts.join('.'));
  const { catalogs, defaultSchema } = context;
  const object = catalogs
    .database(parts.at(-3) ?? catalogs.current().name)
    ?.objects.get(`${parts.at(-2) ?? defaultSchema}.${name}`.toLowerCase());
  if (object?.kind === 'function') throw sqlError(9620, parts.join('.'));
}

function executeAs(from: Clauses, queue: Queue, context: DdlContext): string {
  from.expect('EXECUTE', 'AS');
  if (from.accept('SELF')) return context.user;
  const catalog = context.catalogs.current();
  if (from.accept('OWNER')) return ownerOf(catalog, queue);
  const name = from.text();
  const user = findPrincipal(catalog, name);
  const { authority } = context;
  const mayBe =
    user?.kind === 'user' &&
    (authority.server().unrestricted || holds(authority.token(catalog), 'IMPERSONATE', { class: 'USER', id: user.id }));
  if (!mayBe) throw sqlError(15151, 'find', 'user', name);
  return user.name;
}

export function alterQueue(name: ObjectName, from: Clauses, context: DdlContext): void {
  const { target, object } = findTarget(context, name);
  if (object?.kind !== 'queue') throw missing('alter', 'service queue', nameText(name));
  // Nothing of a queue's storage needs to be rebuilt or moved.
  if (from.accept('REBUILD') || from.accept('REORGANIZE')) return;
  if (from.accept('MOVE', 'TO')) throw unsupported('ALTER QUEUE … MOVE TO');
  from.expect('WITH');
  const queue = withOptions(object, from, context);
  if (queue === object) throw sqlError(102, 'WITH');
  from.end();
  commitCatalog(context, target.catalog, putObject(target.catalog, { ...queue, modified: context.now }));
}

export function dropQueue(context: DdlContext, name: ObjectName, ifExists: boolean): void {
  const { target, object } = findTarget(context, name);
  if (object?.kind !== 'queue') {
    if (ifExists) return;
    throw missing('drop', 'queue', nameText(name));
  }
  const { catalog } = target;
  if (brokerOf(catalog).services.some(({ queueId }) => queueId === object.id))
    throw sqlError(3716, 'queue', nameParts(name).name, 'service');
  const alias = quote(context.catalogs.alias(catalog.databaseId));
  context.connection.execute(`DROP TABLE ${alias}.${quote(messagesTable(object.id))}`);
  context.connection.run(`DELETE FROM ${alias}.${QUEUES_TABLE} WHERE id = ?`, [object.id], PLAIN);
  commitCatalog(context, catalog, removeObject(catalog, object.id));
}
