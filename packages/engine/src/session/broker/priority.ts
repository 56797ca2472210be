/** The priority that a new conversation gets while its database honours priorities: of the most specific definition that fits it. */

import { brokerOf, type ConversationPriority } from '../../catalog/broker/model.ts';
import type { DatabaseCatalog } from '../../catalog/model.ts';

export interface Endpoint {
  readonly contractId: number;
  readonly serviceId: number;
  readonly remoteService: string;
}

const DEFAULT_LEVEL = 5;

export function priorityOf(catalog: DatabaseCatalog, endpoint: Endpoint): number {
  if (catalog.options.other.HONOR_BROKER_PRIORITY !== 'ON') return DEFAULT_LEVEL;
  const fitting = brokerOf(catalog).priorities.filter((priority) => fits(priority, endpoint));
  return fitting.sort((a, b) => weight(b) - weight(a))[0]?.level ?? DEFAULT_LEVEL;
}

function fits({ contractId, localServiceId, remoteService }: ConversationPriority, endpoint: Endpoint): boolean {
  if (contractId !== null && contractId !== endpoint.contractId) return false;
  if (localServiceId !== null && localServiceId !== endpoint.serviceId) return false;
  return remoteService === null || remoteService === endpoint.remoteService;
}

/** A contract counts more than the services together, and the local service more than the remote one. */
const weight = ({ contractId, localServiceId, remoteService }: ConversationPriority): number =>
  (contractId === null ? 0 : 4) + (localServiceId === null ? 0 : 2) + (remoteService === null ? 0 : 1);
