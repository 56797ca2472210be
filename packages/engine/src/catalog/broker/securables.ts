/** Message types, contracts, services, routes and remote service bindings as things that have owners and permissions: one row for each class. */

import { type DatabaseCatalog, nameKey } from '../model.ts';
import type { SecurableClass } from '../security/hierarchy.ts';
import { type Broker, brokerOf } from './model.ts';

type List = 'messageTypes' | 'contracts' | 'services' | 'routes' | 'bindings';

export type BrokerClass = Extract<SecurableClass, 'MESSAGE TYPE' | 'CONTRACT' | 'SERVICE' | 'ROUTE' | 'REMOTE SERVICE BINDING'>;

const LISTS: Readonly<Record<BrokerClass, List>> = {
  'MESSAGE TYPE': 'messageTypes',
  CONTRACT: 'contracts',
  SERVICE: 'services',
  ROUTE: 'routes',
  'REMOTE SERVICE BINDING': 'bindings',
};

export const isBrokerClass = (name: string): name is BrokerClass => name in LISTS;

/** Something that is owned. */
export interface OwnedByUser {
  readonly id: number;
  readonly name: string;
  readonly owner: string;
}

const listOf = (catalog: DatabaseCatalog, name: BrokerClass): readonly OwnedByUser[] => brokerOf(catalog)[LISTS[name]];

export const brokerSecurable = (catalog: DatabaseCatalog, securableClass: BrokerClass, name: string): OwnedByUser | undefined =>
  listOf(catalog, securableClass).find((item) => nameKey(item.name) === nameKey(name));

export const brokerOwner = (catalog: DatabaseCatalog, securableClass: BrokerClass, id: number): string | undefined =>
  listOf(catalog, securableClass).find((item) => item.id === id)?.owner;

/** The class of something that the principal owns; undefined when it owns nothing. */
export function ownedBrokerClass(catalog: DatabaseCatalog, owner: string): string | undefined {
  const classes = Object.keys(LISTS) as BrokerClass[];
  return classes.find((name) => listOf(catalog, name).some((item) => nameKey(item.owner) === nameKey(owner)))?.toLowerCase();
}

/** The broker in which one of its things belongs to another principal. */
export function withBrokerOwner(catalog: DatabaseCatalog, securableClass: BrokerClass, id: number, owner: string): Broker {
  const list = LISTS[securableClass];
  const broker = brokerOf(catalog);
  return { ...broker, [list]: broker[list].map((item) => (item.id === id ? { ...item, owner } : item)) };
}
