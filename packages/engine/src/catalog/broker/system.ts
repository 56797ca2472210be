/** The message types, the contracts and the route that every database has, and how anything of Service Broker is found by name or id. */

import { sameName } from '../find.ts';
import type { DatabaseCatalog, Queue } from '../model.ts';
import { brokerOf, type Contract, type MessageType, type Route, type Service } from './model.ts';

const SCHEMAS = 'http://schemas.microsoft.com/SQL/ServiceBroker';

export const ERROR_TYPE = `${SCHEMAS}/Error`;
export const END_DIALOG_TYPE = `${SCHEMAS}/EndDialog`;
export const DIALOG_TIMER_TYPE = `${SCHEMAS}/DialogTimer`;
export const DEFAULT_NAME = 'DEFAULT';

const system = (id: number, name: string, validation: MessageType['validation']): MessageType => ({
  id,
  name,
  owner: 'dbo',
  validation,
  collectionId: null,
});

const SYSTEM_TYPES: readonly MessageType[] = [
  system(1, ERROR_TYPE, 'WELL_FORMED_XML'),
  system(2, END_DIALOG_TYPE, 'EMPTY'),
  system(4, DIALOG_TIMER_TYPE, 'EMPTY'),
  system(14, DEFAULT_NAME, 'NONE'),
];

const SYSTEM_CONTRACTS: readonly Contract[] = [
  { id: 6, name: DEFAULT_NAME, owner: 'dbo', messages: [{ typeId: 14, byInitiator: true, byTarget: true }] },
];

const AUTO_ROUTE: Route = {
  id: 65_536,
  name: 'AutoCreatedLocal',
  owner: 'dbo',
  service: null,
  instance: null,
  expires: null,
  address: 'LOCAL',
  mirrorAddress: null,
};

/** Ids of what users make begin here. */
export const FIRST_USER_ID = 65_536;

export const messageTypes = (catalog: DatabaseCatalog): readonly MessageType[] => [...SYSTEM_TYPES, ...brokerOf(catalog).messageTypes];
export const contracts = (catalog: DatabaseCatalog): readonly Contract[] => [...SYSTEM_CONTRACTS, ...brokerOf(catalog).contracts];
export const routes = (catalog: DatabaseCatalog): readonly Route[] => [AUTO_ROUTE, ...brokerOf(catalog).routes];

export const findMessageType = (catalog: DatabaseCatalog, name: string): MessageType | undefined =>
  messageTypes(catalog).find((type) => sameName(type.name, name));

export const messageTypeById = (catalog: DatabaseCatalog, id: number): MessageType | undefined =>
  messageTypes(catalog).find((type) => type.id === id);

export const findContract = (catalog: DatabaseCatalog, name: string): Contract | undefined =>
  contracts(catalog).find((contract) => sameName(contract.name, name));

export const contractById = (catalog: DatabaseCatalog, id: number): Contract | undefined =>
  contracts(catalog).find((contract) => contract.id === id);

export const findService = (catalog: DatabaseCatalog, name: string): Service | undefined =>
  brokerOf(catalog).services.find((service) => sameName(service.name, name));

/** The target of a dialog, whose name is compared byte by byte. */
export const targetService = (catalog: DatabaseCatalog, name: string): Service | undefined =>
  brokerOf(catalog).services.find((service) => service.name === name);

export const serviceById = (catalog: DatabaseCatalog, id: number): Service | undefined =>
  brokerOf(catalog).services.find((service) => service.id === id);

export function queueById(catalog: DatabaseCatalog, id: number): Queue | undefined {
  const object = catalog.objectsById.get(id);
  return object?.kind === 'queue' ? object : undefined;
}
