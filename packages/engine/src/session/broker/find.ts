/** What the statements about dialogs name: queues, services, contracts and message types, and whether whoever acts may use them. */

import { type BrokerName, type Expression, nvarchar, type ObjectName, type Type, UNIQUEIDENTIFIER } from '@sprocket/tsql';
import { isChained } from '../../bind/access.ts';
import type { Contract, MessageType, Service } from '../../catalog/broker/model.ts';
import { contractById, FIRST_USER_ID, findContract, findMessageType, findService, queueById } from '../../catalog/broker/system.ts';
import { findObject, nameParts, nameText } from '../../catalog/find.ts';
import type { DatabaseCatalog, Queue } from '../../catalog/model.ts';
import { holds, objectSecurable, ownerOf } from '../../catalog/security/index.ts';
import { sqlError } from '../../errors.ts';
import type { BrokerCode } from '../../program/program.ts';
import { scalarOf } from '../../run/compiled.ts';
import type { Activation } from '../../run/runtime.ts';
import type { Value } from '../../values/value.ts';
import { denied, requireEntry } from '../authorize.ts';
import type { SessionCore } from '../session-core.ts';

/** The place of a statement about dialogs in a running body. */
export interface Site {
  readonly core: SessionCore;
  readonly activation: Activation;
  readonly at: BrokerCode;
}

/** A queue and where it is. */
export interface FoundQueue {
  readonly database: DatabaseCatalog;
  readonly queue: Queue;
}

const BROKER_NAME = nvarchar(256);

export const scalarAt = ({ core, activation, at }: Site, expression: Expression, type: Type): Value =>
  scalarOf(activation.compiled, at, expression, core.catalogs, type).evaluate(activation);

/** A handle or group; raises the error for NULL. */
export function guidOf(site: Site, expression: Expression, missing: number): string {
  const value = scalarAt(site, expression, UNIQUEIDENTIFIER);
  if (value === null) throw sqlError(missing);
  return String(value);
}

export function nameOf(site: Site, name: BrokerName, missing: number): string {
  if (name.kind === 'identifier') return name.value;
  const value = scalarAt(site, name, BROKER_NAME);
  if (value === null) throw sqlError(missing);
  return String(value);
}

/** 208 for a queue that is not there, and 229 without RECEIVE on it unless the body that runs belongs to its owner. */
export function requireQueue({ core, activation }: Site, name: ObjectName): FoundQueue {
  const parts = nameParts(name);
  const database = core.catalogs.database(parts.database);
  if (database === undefined) throw sqlError(911, parts.database ?? '');
  const schema = activation.compiled.schema ?? core.catalogs.defaultSchema;
  const queue = findObject(database, parts.schema, schema, parts.name);
  if (queue?.kind !== 'queue') throw sqlError(208, nameText(name));
  if (core.catalogs.unrestricted) return { database, queue };
  requireEntry(core.catalogs, database.databaseId);
  const { owned } = activation.compiled;
  const chain = owned?.databaseId === database.databaseId ? { databaseId: owned.databaseId, owner: ownerOf(database, owned) } : null;
  if (!isChained(chain, database, queue)) requireReceive(core, database, queue);
  return { database, queue };
}

export function requireReceive(core: SessionCore, database: DatabaseCatalog, queue: Queue): void {
  if (core.catalogs.unrestricted || holds(core.security.token(database), 'RECEIVE', objectSecurable(queue.id))) return;
  throw denied('RECEIVE', database, queue);
}

export function requireService(core: SessionCore, name: string): { readonly service: Service; readonly queue: Queue } {
  const catalog = core.catalogs.current;
  const service = findService(catalog, name);
  const queue = service && queueById(catalog, service.queueId);
  if (service === undefined || queue === undefined) throw sqlError(15151, 'find', 'service', name);
  if (!core.catalogs.unrestricted && !holds(core.security.token(catalog), 'RECEIVE', objectSecurable(queue.id)))
    throw sqlError(15151, 'find', 'service', name);
  return { service, queue };
}

export function requireContract(core: SessionCore, name: string): Contract {
  const catalog = core.catalogs.current;
  const contract = findContract(catalog, name);
  const isHeld =
    contract !== undefined &&
    (core.catalogs.unrestricted ||
      contract.id < FIRST_USER_ID ||
      holds(core.security.token(catalog), 'REFERENCES', { class: 'CONTRACT', id: contract.id }));
  if (contract === undefined || !isHeld) throw sqlError(15151, 'find', 'contract', name);
  return contract;
}

/** 8428, 8431, 8432 and 8434 for a type that this side of the dialog cannot send. */
export function requireSendable(catalog: DatabaseCatalog, contractId: number, name: string, initiator: boolean): MessageType {
  const type = findMessageType(catalog, name);
  if (type === undefined) throw sqlError(8428, name);
  const message = contractById(catalog, contractId)?.messages.find(({ typeId }) => typeId === type.id);
  if (message === undefined) throw sqlError(8431, name);
  if (initiator && !message.byInitiator) throw sqlError(8432, name);
  if (!initiator && !message.byTarget) throw sqlError(8434, name);
  return type;
}
