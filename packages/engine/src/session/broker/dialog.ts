/** BEGIN DIALOG, SEND, END CONVERSATION, MOVE CONVERSATION and BEGIN CONVERSATION TIMER. */

import type { BeginConversationTimer, BeginDialog, EndConversation, MoveConversation, ObjectName, Send } from '@sprocket/tsql';
import { INT, nvarchar, UNIQUEIDENTIFIER } from '@sprocket/tsql';
import type { MessageType } from '../../catalog/broker/model.ts';
import { DEFAULT_NAME, END_DIALOG_TYPE, ERROR_TYPE, findService, queueById, serviceById } from '../../catalog/broker/system.ts';
import { nameText } from '../../catalog/find.ts';
import type { DatabaseCatalog, Queue } from '../../catalog/model.ts';
import { brokerGuid } from '../../catalog/views/databases.ts';
import { sqlError } from '../../errors.ts';
import { newId } from '../../functions/guid.ts';
import { scalarOf } from '../../run/compiled.ts';
import type { Steps } from '../../run/contracts.ts';
import { assignVariable } from '../../run/execute.ts';
import { converter } from '../../values/convert.ts';
import type { SessionCore } from '../session-core.ts';
import {
  BODY,
  DESCRIPTION,
  type Destination,
  deliver,
  destinationOf,
  errorBody,
  fail,
  isThere,
  lockedFor,
  type Message,
  putOwn,
  reachable,
} from './deliver.ts';
import { guidOf, nameOf, requireContract, requireReceive, requireSendable, requireService, type Site, scalarAt } from './find.ts';
import { priorityOf } from './priority.ts';
import { BrokerStore, type Conversation, LIVING } from './store.ts';

const LONGEST_LIFETIME = 2_147_483_647;

export function* beginDialog(site: Site, statement: BeginDialog): Steps<void> {
  const { core } = site;
  const { current } = core.catalogs;
  const { service } = requireService(core, nameOf(site, statement.from, 8421));
  const contract = requireContract(core, statement.contract === null ? DEFAULT_NAME : nameOf(site, statement.contract, 8417));
  const to = scalarAt(site, statement.to, nvarchar(256));
  if (to === null) throw sqlError(8421);
  const lifetime = lifetimeOf(site, statement);
  const farBroker = instanceOf(site, statement, current);
  yield* writing(site, [current.databaseId], (store) => {
    const conversation: Conversation = {
      handle: newId(),
      conversation: newId(),
      initiator: true,
      contract: contract.id,
      group: groupOf(site, statement, store, service.queueId),
      service: service.id,
      lifetime: Date.now() + lifetime * 1000,
      state: 'SO',
      farService: String(to),
      farBroker,
      farHandle: null,
      farDatabase: null,
      owner: core.userName,
      timer: null,
      sent: 0,
      received: 0,
      endedAt: null,
      priority: priorityOf(current, { contractId: contract.id, serviceId: service.id, remoteService: String(to) }),
    };
    store.put(conversation);
    if (statement.lifetime !== null) core.messages.timed(current.databaseId);
    assignVariable(core, site.activation, statement.handle.name, conversation.handle, UNIQUEIDENTIFIER);
  });
}

function lifetimeOf(site: Site, { lifetime }: BeginDialog): number {
  if (lifetime === null) return LONGEST_LIFETIME;
  const seconds = scalarAt(site, lifetime, INT);
  if (seconds === null) throw sqlError(8406, 1, LONGEST_LIFETIME);
  if (Number(seconds) < 1) throw sqlError(8411, Number(seconds), 1, LONGEST_LIFETIME);
  return Number(seconds);
}

/** The GUID of the broker that the target must be in; null for any. */
function instanceOf(site: Site, { instance }: BeginDialog, current: DatabaseCatalog): string | null {
  const value = instance === null ? null : scalarAt(site, instance, nvarchar(256));
  if (value === null) return null;
  return String(value).toUpperCase() === 'CURRENT DATABASE' ? brokerGuid(current) : String(value).toUpperCase();
}

/** 8414 for a group of another queue; one that is not there yet begins now. */
function requireGroup({ core }: Site, group: string, store: BrokerStore, queueId: number): string {
  const [member] = store.all('WHERE grp = ? LIMIT 1', group);
  if (member !== undefined && ownQueue(core.catalogs.current, member).id !== queueId) throw sqlError(8414, group);
  return group;
}

/** The group of a related conversation (8426), the group that was named, or a new one. */
function groupOf(site: Site, { related, relatedGroup }: BeginDialog, store: BrokerStore, queueId: number): string {
  if (relatedGroup !== null) return requireGroup(site, guidOf(site, relatedGroup, 8420), store, queueId);
  if (related === null) return newId();
  const handle = guidOf(site, related, 8418);
  const conversation = store.find(handle);
  if (conversation === undefined) throw sqlError(8426, handle);
  return conversation.group;
}

/** Runs what writes messages as one statement, under the locks of its databases. */
export function* writing(site: Site, databases: readonly number[], run: (store: BrokerStore) => void): Steps<void> {
  const { core } = site;
  const { transactions, options, catalogs } = core;
  if (options.implicitTransactions) transactions.beginImplicitly();
  yield* transactions.writes(databases);
  // biome-ignore lint/correctness/useYield: statements are generators; this one never waits
  yield* transactions.statement(databases, function* () {
    const store = new BrokerStore(core, catalogs.currentId);
    store.ensure();
    run(store);
  });
}

/** The conversation of a handle: 8418 without one, 8426 for one that is unknown. */
function conversationOf(store: BrokerStore, handle: string): Conversation {
  const conversation = store.find(handle);
  if (conversation === undefined) throw sqlError(8426, handle);
  return conversation;
}

export function* send(site: Site, statement: Send): Steps<void> {
  const { core } = site;
  const { current, currentId } = core.catalogs;
  const handles = statement.handles.map((handle) => guidOf(site, handle, 8418));
  const typeName = statement.messageType === null ? DEFAULT_NAME : nameOf(site, statement.messageType, 8428);
  const body = bodyOf(site, statement);
  const reading = new BrokerStore(core, currentId);
  const locked = lockedFor(
    currentId,
    handles.map((handle) => destinationOf(core, conversationOf(reading, handle))),
  );
  yield* writing(site, locked, (store) => {
    handles.forEach((handle) => {
      const from = conversationOf(store, handle);
      requireSendingState(from);
      const queue = ownQueue(current, from);
      requireReceive(core, current, queue);
      const type = requireSendable(current, from.contract, typeName, from.initiator);
      requireBody(type, statement, body);
      if (!queue.enabled && queue.retention) throw sqlError(9618, queue.name);
      const message: Message = { type: type.name, sequence: from.sent, body };
      const sender: Conversation = { ...from, state: 'CO', sent: from.sent + 1 };
      store.put(sender);
      if (queue.retention) putOwn(core, store, sender, message, 3);
      deliver(core, store, sender, message, reachable(destinationOf(core, sender), locked));
    });
  });
}

function bodyOf(site: Site, { body }: Send): Uint8Array | null {
  if (body === null) return null;
  const { core, activation, at } = site;
  const scalar = scalarOf(activation.compiled, at, body, core.catalogs);
  const value = scalar.evaluate(activation);
  if (value === null) throw sqlError(8433);
  return converter(scalar.type, BODY)(value as never, core.context) as Uint8Array;
}

/** 8429 for a side that cannot send any more. */
function requireSendingState({ state }: Conversation): void {
  if (state !== 'SO' && state !== 'CO' && state !== 'SI') throw sqlError(8429, state);
}

/** 8430: a message without content has none. XML is looked at where it arrives. */
function requireBody(type: MessageType, { body: written }: Send, body: Uint8Array | null): void {
  if (type.validation === 'EMPTY' && written !== null && body !== null && body.length > 0) throw sqlError(8430);
}

function ownQueue(catalog: DatabaseCatalog, { service }: Conversation): Queue {
  const found = serviceById(catalog, service);
  const queue = found && queueById(catalog, found.queueId);
  if (queue === undefined) throw sqlError(15151, 'find', 'service', found?.name ?? '');
  return queue;
}

/** How long a target's side that is closed is remembered, so that messages that come late are known for what they are. */
const REMEMBERED = 30 * 60_000;

export function* endConversation(site: Site, statement: EndConversation): Steps<void> {
  const { core } = site;
  const { current, currentId } = core.catalogs;
  const handle = guidOf(site, statement.handle, 8418);
  const error = errorOf(site, statement);
  const found = conversationOf(new BrokerStore(core, currentId), handle);
  const locked = lockedFor(currentId, [destinationOf(core, found), ...farSide(core, found)]);
  yield* writing(site, locked, (store) => {
    const side = conversationOf(store, handle);
    const queue = ownQueue(current, side);
    requireReceive(core, current, queue);
    if (statement.cleanup) return dismiss(store, queue, side);
    if (side.state === 'DO' || side.state === 'CD') throw sqlError(8427, side.state);
    end(core, store, { side, queue, to: reachable(destinationOf(core, side), locked), message: closing(side, error) });
  });
}

/** WITH ERROR: both values or none (8419). */
function errorOf(site: Site, { error, description }: EndConversation): { readonly code: number; readonly text: string } | null {
  if (error === null || description === null) return null;
  const code = scalarAt(site, error, INT);
  const text = scalarAt(site, description, DESCRIPTION);
  if (code === null || text === null) throw sqlError(8419);
  return { code: Number(code), text: String(text) };
}

function closing({ sent }: Conversation, error: ReturnType<typeof errorOf>): Message {
  if (error === null) return { type: END_DIALOG_TYPE, sequence: sent, body: null };
  return { type: ERROR_TYPE, sequence: sent, body: errorBody(error.code, error.text) };
}

/** WITH CLEANUP: nothing is left on this side, and the other one is not told. */
function dismiss(store: BrokerStore, queue: Queue, { handle }: Conversation): void {
  store.forget(queue.id, handle);
  store.remove(handle);
}

interface Ending {
  readonly side: Conversation;
  readonly queue: Queue;
  readonly to: Destination;
  readonly message: Message;
}

function end(core: SessionCore, store: BrokerStore, { side, queue, to, message }: Ending): void {
  store.forget(queue.id, side.handle);
  // Nobody knows of a dialog in which nothing was sent.
  if (side.state === 'SO') return store.remove(side.handle);
  if (side.state === 'CO' || side.state === 'SI') {
    const ended: Conversation = { ...side, state: 'DO', sent: side.sent + 1, timer: null };
    store.put(ended);
    deliver(core, store, ended, message, to);
    return;
  }
  close(store, side);
  closeFar(core, side);
}

/** The other side has ended the dialog, or it failed: it is over. A target's side is remembered for a while. */
function close(store: BrokerStore, side: Conversation): void {
  if (side.initiator) return store.remove(side.handle);
  store.put({ ...side, state: 'CD', timer: null, endedAt: Date.now() });
  for (const old of store.all('WHERE state = ? AND ended_at < ?', 'CD', Date.now() - REMEMBERED)) store.remove(old.handle);
}

/** Where the other side is, whether or not messages are delivered now. */
const farSide = (core: SessionCore, { farDatabase }: Conversation): readonly Destination[] =>
  farDatabase === null || !isThere(core, farDatabase) ? [] : [{ databaseId: farDatabase }];

/** The side that had ended first hears that the other has, too. */
function closeFar(core: SessionCore, { farHandle, farDatabase }: Conversation): void {
  if (farHandle === null || farDatabase === null || !isThere(core, farDatabase)) return;
  const store = new BrokerStore(core, farDatabase);
  const far = store.find(farHandle);
  if (far?.state === 'DO') close(store, far);
}

/** DROP SERVICE: its dialogs are over, and the other sides are told. */
export function dropDialogs(core: SessionCore, names: readonly ObjectName[]): void {
  const { current, currentId } = core.catalogs;
  const store = new BrokerStore(core, currentId);
  for (const name of names) {
    const service = findService(current, nameText(name));
    if (service === undefined) continue;
    for (const side of store.all('WHERE service = ?', service.id)) {
      store.forget(service.queueId, side.handle);
      store.remove(side.handle);
      const far = side.farHandle === null || side.farDatabase !== currentId ? undefined : store.find(side.farHandle);
      if (far !== undefined && LIVING.includes(far.state)) fail(core, store, far, 8470);
    }
  }
}

export function* moveConversation(site: Site, statement: MoveConversation): Steps<void> {
  const { core } = site;
  const { current, currentId } = core.catalogs;
  const handle = guidOf(site, statement.handle, 8418);
  const group = guidOf(site, statement.group, 8420);
  yield* writing(site, [currentId], (store) => {
    const side = conversationOf(store, handle);
    if (side.state === 'CD' || side.state === 'ER') throw sqlError(8438, side.state);
    const queue = ownQueue(current, side);
    const [member] = store.all('WHERE grp = ? LIMIT 1', group);
    if (member === undefined || ownQueue(current, member).id !== queue.id) throw sqlError(8439, group);
    const ref = { databaseId: currentId, queueId: queue.id };
    core.messages.lock(ref, side.group);
    core.messages.lock(ref, group);
    store.move(queue.id, handle, group);
  });
}

export function* beginConversationTimer(site: Site, statement: BeginConversationTimer): Steps<void> {
  const { core } = site;
  const { currentId } = core.catalogs;
  const handle = guidOf(site, statement.handle, 8418);
  const seconds = scalarAt(site, statement.timeout, INT);
  yield* writing(site, [currentId], (store) => {
    const side = conversationOf(store, handle);
    if (side.state === 'CD' || side.state === 'DO' || side.state === 'ER') throw sqlError(8458, side.state);
    const due = seconds === null || Number(seconds) <= 0 ? null : Date.now() + Number(seconds) * 1000;
    if (due !== null && due > side.lifetime) throw sqlError(8410);
    store.put({ ...side, timer: due });
    core.messages.timed(currentId);
  });
}
