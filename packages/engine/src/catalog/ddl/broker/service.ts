/** CREATE, ALTER and DROP SERVICE. What becomes of the dialogs of a dropped service is the session's affair. */

import { sqlError } from '../../../errors.ts';
import { brokerOf, type Service } from '../../broker/model.ts';
import { findContract, findService } from '../../broker/system.ts';
import { findObject, sameName } from '../../find.ts';
import { objectSecurable } from '../../security/index.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses } from '../keys/clauses.ts';
import { ownerFor } from '../keys/store.ts';
import { exchanged, missing, nextBrokerId, putBroker, requireNew, requireReferable, without } from './store.ts';

export function createService(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const owner = ownerFor(context, authorization(from));
  requireNew(findService(catalog, name), name);
  from.expect('ON', 'QUEUE');
  const queueId = queueOf(from, context);
  const contracts = contractsOf(from, context);
  from.end();
  const { services } = brokerOf(catalog);
  putBroker(context, { services: [...services, { id: nextBrokerId(services), name, owner, queueId, contracts }] });
}

function queueOf(from: Clauses, context: DdlContext): number {
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  const queue = findObject(context.catalogs.current(), parts.at(-2), context.defaultSchema, parts.at(-1) ?? '');
  if (queue?.kind !== 'queue') throw missing('find', 'queue', parts.join('.'));
  requireReferable(context, objectSecurable(queue.id), 'queue', parts.join('.'));
  return queue.id;
}

function contractId(name: string, context: DdlContext): number {
  const contract = findContract(context.catalogs.current(), name);
  if (contract === undefined) throw missing('find', 'contract', name);
  requireReferable(context, { class: 'CONTRACT', id: contract.id }, 'contract', name);
  return contract.id;
}

function contractsOf(from: Clauses, context: DdlContext): readonly number[] {
  const list = from.tryGroup();
  const ids: number[] = [];
  if (list === undefined) return ids;
  do {
    const name = list.name();
    const id = contractId(name, context);
    if (ids.includes(id)) throw sqlError(8404, name);
    ids.push(id);
  } while (list.accept(','));
  list.end();
  return ids;
}

export function alterService(name: string, from: Clauses, context: DdlContext): void {
  const { services } = brokerOf(context.catalogs.current());
  const found = services.find((service) => sameName(service.name, name));
  if (found === undefined) throw missing('alter', 'service', name);
  const queueId = from.accept('ON', 'QUEUE') ? queueOf(from, context) : found.queueId;
  const list = from.tryGroup();
  from.end();
  const contracts = list === undefined ? found.contracts : changedContracts(found, list, context);
  if (queueId === found.queueId && contracts === found.contracts) throw sqlError(8493, name);
  putBroker(context, { services: exchanged(services, { ...found, queueId, contracts }) });
}

/** `ADD CONTRACT c, DROP CONTRACT d` */
function changedContracts(service: Service, list: Clauses, context: DdlContext): readonly number[] {
  let contracts = service.contracts;
  do {
    const isDrop = list.accept('DROP');
    if (!isDrop) list.expect('ADD');
    list.expect('CONTRACT');
    const id = contractId(list.name(), context);
    contracts = isDrop ? contracts.filter((other) => other !== id) : [...contracts.filter((other) => other !== id), id];
  } while (list.accept(','));
  list.end();
  return contracts;
}

export function dropService(context: DdlContext, name: string): void {
  putBroker(context, { services: without(brokerOf(context.catalogs.current()).services, 'service', name) });
}
