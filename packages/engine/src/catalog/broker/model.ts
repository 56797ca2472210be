/**
 * What Service Broker knows of a database beside its queues, which are objects: message types, contracts, services, routes, remote service bindings and
 * priorities. None of them belongs to a schema. Those that every database has are built in and in no catalog.
 */

import type { DatabaseCatalog } from '../model.ts';

export interface Broker {
  readonly messageTypes: readonly MessageType[];
  readonly contracts: readonly Contract[];
  readonly services: readonly Service[];
  readonly routes: readonly Route[];
  readonly bindings: readonly RemoteServiceBinding[];
  readonly priorities: readonly ConversationPriority[];
  /** service_broker_guid after NEW_BROKER; absent before. */
  readonly guid?: string;
}

interface Named {
  readonly id: number;
  readonly name: string;
  /** The principal that owns it. */
  readonly owner: string;
}

export type Validation = 'NONE' | 'EMPTY' | 'WELL_FORMED_XML' | 'VALID_XML';

export interface MessageType extends Named {
  readonly validation: Validation;
  /** xml_collection_id of VALID_XML; null otherwise. */
  readonly collectionId: number | null;
}

export interface Contract extends Named {
  readonly messages: readonly ContractMessage[];
}

export interface ContractMessage {
  readonly typeId: number;
  readonly byInitiator: boolean;
  readonly byTarget: boolean;
}

export interface Service extends Named {
  readonly queueId: number;
  /** The contracts under which it can be a target. */
  readonly contracts: readonly number[];
}

export interface Route extends Named {
  readonly service: string | null;
  readonly instance: string | null;
  /** UTC ticks; null for ever. */
  readonly expires: bigint | null;
  readonly address: string;
  readonly mirrorAddress: string | null;
}

export interface RemoteServiceBinding extends Named {
  readonly service: string;
  readonly user: string;
  readonly anonymous: boolean;
}

export interface ConversationPriority {
  readonly id: number;
  readonly name: string;
  readonly contractId: number | null;
  readonly localServiceId: number | null;
  readonly remoteService: string | null;
  readonly level: number;
}

const NOTHING: Broker = { messageTypes: [], contracts: [], services: [], routes: [], bindings: [], priorities: [] };

export const brokerOf = ({ broker }: DatabaseCatalog): Broker => broker ?? NOTHING;

/** Whether messages are delivered. master and model begin without; the id tells them. */
export const isBrokerEnabled = ({ options, databaseId }: DatabaseCatalog): boolean =>
  options.brokerEnabled ?? (databaseId !== 1 && databaseId !== 3);
