/**
 * Messages on their way from one side of a dialog to the other, inside the sender's transaction. What cannot be delivered now waits in the database of
 * the sender, whose transmission queue shows why; what can never be delivered comes back as an error message.
 */

import { MAX, nvarchar, varbinary, XML } from '@sprocket/tsql';
import { isBrokerEnabled, type MessageType, type Service } from '../../catalog/broker/model.ts';
import {
  contractById,
  END_DIALOG_TYPE,
  ERROR_TYPE,
  findContract,
  findMessageType,
  queueById,
  serviceById,
  targetService,
} from '../../catalog/broker/system.ts';
import { findPrincipal, xmlSchemaById } from '../../catalog/find.ts';
import type { DatabaseCatalog, Queue } from '../../catalog/model.ts';
import { databaseToken, holds, userIdentity } from '../../catalog/security/index.ts';
import { brokerGuid } from '../../catalog/views/databases.ts';
import { SqlError, sqlError } from '../../errors.ts';
import { newId } from '../../functions/guid.ts';
import { escapeText } from '../../functions/xml/text.ts';
import { converter } from '../../values/convert.ts';
import type { SessionCore } from '../session-core.ts';
import { priorityOf } from './priority.ts';
import { BrokerStore, type Conversation } from './store.ts';

/** A message that is on its way. */
export interface Message {
  readonly type: string;
  readonly sequence: number;
  readonly body: Uint8Array | null;
}

/** Where the other side of a conversation is, or would be: a database, or the reason why there is none. */
export type Destination = { readonly databaseId: number } | { readonly held: string };

const textOf = (number: number): string => sqlError(number).message;

/** Asked before anything is written, so that the databases can be locked. */
export function destinationOf(core: SessionCore, from: Conversation): Destination {
  const { current } = core.catalogs;
  if (!isBrokerEnabled(current)) return { held: textOf(9791) };
  if (from.farDatabase !== null) return isThere(core, from.farDatabase) ? { databaseId: from.farDatabase } : { held: textOf(9793) };
  for (const catalog of candidates(core, from.farBroker)) {
    if (targetService(catalog, from.farService) !== undefined) return { databaseId: catalog.databaseId };
  }
  return { held: textOf(9793) };
}

export const isThere = (core: SessionCore, databaseId: number): boolean => core.catalogs.databaseById(databaseId) !== undefined;

/** The databases in which a target is looked for: the one that was named, or this one before all others. */
function* candidates(core: SessionCore, broker: string | null): Iterable<DatabaseCatalog> {
  const { current } = core.catalogs;
  if (broker === null) yield current;
  for (const catalog of core.catalogs.databases()) {
    if (!isBrokerEnabled(catalog)) continue;
    if (broker === null ? catalog.databaseId !== current.databaseId : brokerGuid(catalog) === broker) yield catalog;
  }
}

/** The databases that delivering there writes, in the order in which they are locked. */
export function lockedFor(own: number, destinations: readonly Destination[]): readonly number[] {
  const others = destinations.flatMap((to) => ('databaseId' in to ? [to.databaseId] : []));
  return [...new Set([own, ...others])].sort((a, b) => a - b);
}

/** A destination whose database is not locked waits for the next try. */
export const reachable = (to: Destination, locked: readonly number[]): Destination =>
  'held' in to || locked.includes(to.databaseId) ? to : { held: '' };

/** Delivers a message, or keeps it. Returns the sender's side as it is then. */
export function deliver(core: SessionCore, store: BrokerStore, from: Conversation, message: Message, to: Destination): Conversation {
  const held = 'held' in to ? to.held : store.isHeld(from.handle) ? '' : null;
  if (held !== null || 'held' in to) return hold(store, from, message, held ?? '');
  const far = from.farHandle === null ? accept(core, store, from, to.databaseId) : known(core, store, from, to.databaseId);
  if (far === null) return store.find(from.handle) ?? from;
  const catalog = core.catalogs.databaseById(far.store.databaseId);
  const service = catalog && serviceById(catalog, far.side.service);
  const queue = catalog && service && queueById(catalog, service.queueId);
  if (catalog === undefined || service === undefined || queue === undefined) {
    fail(core, store, from, 8470);
    return store.find(from.handle) ?? from;
  }
  if (!queue.enabled) return hold(store, far.from, message, textOf(9617).replace('%s', queue.name));
  receiveInto(core, far.store, { catalog, service, queue }, far.side, message, store);
  return store.find(from.handle) ?? from;
}

function hold(store: BrokerStore, from: Conversation, { type, sequence, body }: Message, status: string): Conversation {
  store.hold({ handle: from.handle, at: Date.now(), sequence, type, body, status });
  return from;
}

interface FarSide {
  readonly store: BrokerStore;
  readonly side: Conversation;
  /** The sender's side, which now knows the other one. */
  readonly from: Conversation;
}

/** The other side of a dialog that has one; one that is gone makes an error. */
function known(core: SessionCore, store: BrokerStore, from: Conversation, databaseId: number): FarSide | null {
  const far = databaseId === store.databaseId ? store : new BrokerStore(core, databaseId);
  const side = far.find(from.farHandle ?? '');
  if (side !== undefined) return { store: far, side, from };
  fail(core, store, from, 8462);
  return null;
}

/** Makes the target's side with the first message; null when the target does not accept the dialog. */
function accept(core: SessionCore, store: BrokerStore, from: Conversation, databaseId: number): FarSide | null {
  const catalog = core.catalogs.databaseById(databaseId);
  const service = catalog && targetService(catalog, from.farService);
  const own = core.catalogs.databaseById(store.databaseId);
  if (catalog === undefined || service === undefined || own === undefined) {
    fail(core, store, from, 8470);
    return null;
  }
  const name = contractById(own, from.contract)?.name ?? '';
  const contract = findContract(catalog, name);
  if (contract === undefined || !service.contracts.includes(contract.id)) {
    fail(core, store, from, 8408, service.name, name);
    return null;
  }
  if (databaseId === store.databaseId && !maySend(core, catalog, serviceById(own, from.service)?.owner ?? 'dbo', service)) {
    fail(core, store, from, 8494, service.name);
    return null;
  }
  const far = databaseId === store.databaseId ? store : new BrokerStore(core, databaseId);
  const farService = serviceById(own, from.service)?.name ?? '';
  const side: Conversation = {
    ...from,
    handle: newId(),
    initiator: false,
    contract: contract.id,
    group: newId(),
    service: service.id,
    state: 'CO',
    farService,
    farBroker: brokerGuid(own),
    farHandle: from.handle,
    farDatabase: store.databaseId,
    owner: service.owner,
    timer: null,
    sent: 0,
    received: 0,
    priority: priorityOf(catalog, { contractId: contract.id, serviceId: service.id, remoteService: farService }),
  };
  far.put(side);
  const linked: Conversation = { ...from, farHandle: side.handle, farDatabase: databaseId, farBroker: brokerGuid(catalog) };
  store.put(linked);
  return { store: far, side, from: linked };
}

/** The owner of the sending service needs SEND on the other. */
function maySend(core: SessionCore, catalog: DatabaseCatalog, owner: string, service: Service): boolean {
  const user = findPrincipal(catalog, owner);
  if (user === undefined || user.name === service.owner) return true;
  const identity = userIdentity(user.name, { databaseId: catalog.databaseId, name: user.name });
  return holds(databaseToken(identity, core.catalogs.server, catalog), 'SEND', { class: 'SERVICE', id: service.id });
}

interface Place {
  readonly catalog: DatabaseCatalog;
  readonly service: Service;
  readonly queue: Queue;
}

/** The other side takes the message: its state follows what the message says. */
function receiveInto(core: SessionCore, far: BrokerStore, place: Place, side: Conversation, message: Message, store: BrokerStore): void {
  if (side.state !== 'CO' && side.state !== 'SO') return;
  const type = findMessageType(place.catalog, message.type);
  if (type === undefined) return;
  const invalid = invalidBody(core, place.catalog, type, side, message);
  if (invalid !== null) {
    const sender = store.find(side.farHandle ?? '');
    if (sender !== undefined) failWith(core, store, sender, -9615, invalid);
    return;
  }
  const state = message.type === ERROR_TYPE ? 'ER' : message.type === END_DIALOG_TYPE ? 'DI' : 'CO';
  far.put({ ...side, state, received: side.received + 1 });
  put(core, far, place, side, type, message, 1);
}

/** Puts a message into the queue of a conversation's service. */
function put(
  core: SessionCore,
  store: BrokerStore,
  place: Place,
  side: Conversation,
  type: MessageType,
  message: Message,
  status: number,
): void {
  const { catalog, service, queue } = place;
  store.enqueue(queue, side, {
    status,
    sequence: message.sequence,
    serviceName: service.name,
    contractName: contractById(catalog, side.contract)?.name ?? '',
    typeName: type.name,
    typeId: type.id,
    validation: type.validation === 'NONE' ? 'N' : type.validation === 'EMPTY' ? 'E' : 'X',
    body: message.body,
  });
  if (status === 1) core.messages.sent({ databaseId: store.databaseId, queueId: queue.id });
}

/** Puts a message into the conversation's own queue: an error, a timer, or the copy of one that was sent (status 3). */
export function putOwn(core: SessionCore, store: BrokerStore, side: Conversation, message: Message, status = 1): void {
  const catalog = core.catalogs.databaseById(store.databaseId);
  const service = catalog && serviceById(catalog, side.service);
  const queue = catalog && service && queueById(catalog, service.queueId);
  const type = catalog && findMessageType(catalog, message.type);
  if (catalog === undefined || service === undefined || queue === undefined || type === undefined) return;
  put(core, store, { catalog, service, queue }, side, type, message, status);
}

/** The dialog is broken: the conversation's own queue gets an error message with the negative number of the error. */
export function fail(core: SessionCore, store: BrokerStore, side: Conversation, number: number, ...args: readonly string[]): void {
  failWith(core, store, side, -number, sqlError(number, ...args).message);
}

function failWith(core: SessionCore, store: BrokerStore, side: Conversation, code: number, text: string): void {
  store.put({ ...side, state: 'ER', received: side.received + 1, timer: null });
  putOwn(core, store, side, { type: ERROR_TYPE, sequence: side.received, body: errorBody(code, text) });
}

/** UTF-16 with a byte order mark, as XML is stored in varbinary. */
export function errorBody(code: number, text: string): Uint8Array {
  const document = `<Error xmlns="${ERROR_TYPE}"><Code>${code}</Code><Description>${escapeText(text)}</Description></Error>`;
  return new Uint8Array(Buffer.from(`\ufeff${document}`, 'utf16le'));
}

/** What is wrong with a body that must be XML; null when nothing is. */
function invalidBody(core: SessionCore, catalog: DatabaseCatalog, type: MessageType, side: Conversation, message: Message): string | null {
  if (message.type === ERROR_TYPE || message.body === null) return null;
  if (type.validation !== 'WELL_FORMED_XML' && type.validation !== 'VALID_XML') return null;
  const collection = type.collectionId === null ? undefined : xmlSchemaById(catalog, type.collectionId);
  const schema = collection && { database: catalog.databaseId, collection: collection.id, document: false };
  const target = schema === undefined ? XML : { ...XML, xmlSchema: schema };
  try {
    converter(varbinary(MAX), target)(message.body, core.context);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof SqlError)) throw thrown;
    const initiator = side.initiator ? 0 : 1;
    return sqlError(9615, type.name, thrown.message, side.conversation, initiator, message.sequence).message;
  }
}

/** Bodies are bytes: text is taken as it lies in memory. */
export const BODY = varbinary(MAX);
export const DESCRIPTION = nvarchar(3000);
