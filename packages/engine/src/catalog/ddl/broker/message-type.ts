/** CREATE, ALTER and DROP of message types and contracts. */

import { sqlError } from '../../../errors.ts';
import { brokerOf, type Contract, type ContractMessage, type MessageType } from '../../broker/model.ts';
import { contracts, findContract, findMessageType } from '../../broker/system.ts';
import { findXmlSchema, sameName } from '../../find.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses } from '../keys/clauses.ts';
import { ownerFor } from '../keys/store.ts';
import { exchanged, missing, nextBrokerId, putBroker, requireNew, requireReferable, without } from './store.ts';

export function createMessageType(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const owner = ownerFor(context, authorization(from));
  requireNew(findMessageType(catalog, name), name);
  const validation = from.atEnd() ? { validation: 'NONE' as const, collectionId: null } : validationOf(from, context);
  from.end();
  const { messageTypes } = brokerOf(catalog);
  putBroker(context, { messageTypes: [...messageTypes, { id: nextBrokerId(messageTypes), name, owner, ...validation }] });
}

function validationOf(from: Clauses, context: DdlContext): Pick<MessageType, 'validation' | 'collectionId'> {
  from.expect('VALIDATION', '=');
  for (const validation of ['NONE', 'EMPTY', 'WELL_FORMED_XML'] as const)
    if (from.accept(validation)) return { validation, collectionId: null };
  from.expect('VALID_XML', 'WITH', 'SCHEMA', 'COLLECTION');
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  const collection = findXmlSchema(context.catalogs.current(), parts.at(-2), context.defaultSchema, parts.at(-1) ?? '');
  if (collection === undefined) throw missing('find', 'xml schema collection', parts.join('.'));
  return { validation: 'VALID_XML', collectionId: collection.id };
}

export function alterMessageType(name: string, from: Clauses, context: DdlContext): void {
  const { messageTypes } = brokerOf(context.catalogs.current());
  const found = messageTypes.find((type) => sameName(type.name, name));
  if (found === undefined) throw missing('alter', 'message type', name);
  const validation = validationOf(from, context);
  from.end();
  putBroker(context, { messageTypes: exchanged(messageTypes, { ...found, ...validation }) });
}

export function dropMessageType(context: DdlContext, name: string): void {
  const catalog = context.catalogs.current();
  const found = findMessageType(catalog, name);
  const messageTypes = without(brokerOf(catalog).messageTypes, 'message type', name);
  const isUsed = contracts(catalog).some(({ messages }) => messages.some(({ typeId }) => typeId === found?.id));
  if (isUsed) throw sqlError(3716, 'message type', name, 'contract');
  putBroker(context, { messageTypes });
}

export function createContract(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const owner = ownerFor(context, authorization(from));
  requireNew(findContract(catalog, name), name);
  const list = from.group();
  const messages: ContractMessage[] = [];
  do messages.push(contractMessage(list, context, messages));
  while (list.accept(','));
  list.end();
  from.end();
  if (!messages.some(({ byInitiator }) => byInitiator)) throw sqlError(8492, name);
  const existing = brokerOf(catalog).contracts;
  const made: Contract = { id: nextBrokerId(existing), name, owner, messages };
  putBroker(context, { contracts: [...existing, made] });
}

/** `type SENT BY INITIATOR | TARGET | ANY` */
function contractMessage(list: Clauses, context: DdlContext, before: readonly ContractMessage[]): ContractMessage {
  const name = list.name();
  const type = findMessageType(context.catalogs.current(), name);
  if (type === undefined) throw missing('find', 'message type', name);
  requireReferable(context, { class: 'MESSAGE TYPE', id: type.id }, 'message type', name);
  if (before.some(({ typeId }) => typeId === type.id)) throw sqlError(8403, name);
  list.expect('SENT', 'BY');
  if (list.accept('INITIATOR')) return { typeId: type.id, byInitiator: true, byTarget: false };
  if (list.accept('TARGET')) return { typeId: type.id, byInitiator: false, byTarget: true };
  list.expect('ANY');
  return { typeId: type.id, byInitiator: true, byTarget: true };
}

export function dropContract(context: DdlContext, name: string): void {
  const catalog = context.catalogs.current();
  const found = findContract(catalog, name);
  const remaining = without(brokerOf(catalog).contracts, 'contract', name);
  if (brokerOf(catalog).services.some((service) => service.contracts.includes(found?.id ?? 0)))
    throw sqlError(3716, 'contract', name, 'service');
  putBroker(context, { contracts: remaining });
}
