/** Service Broker's definitions: which statement does what. The statements are read off their tokens. */

import type { Administrative, ObjectName } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { nameFromParts, nameText } from '../../find.ts';
import type { DdlContext } from '../context.ts';
import { type Clauses, clauses } from '../keys/clauses.ts';
import { alterMessageType, createContract, createMessageType, dropContract, dropMessageType } from './message-type.ts';
import { alterQueue, createQueue, dropQueue } from './queue.ts';
import {
  alterBinding,
  alterPriority,
  alterRoute,
  createBinding,
  createPriority,
  createRoute,
  dropBinding,
  dropPriority,
  dropRoute,
} from './route.ts';
import { alterService, createService, dropService } from './service.ts';
import type { BrokerDdl } from './store.ts';

const RUN: Readonly<Record<string, BrokerDdl>> = {
  'CREATE MESSAGE TYPE': createMessageType,
  'ALTER MESSAGE TYPE': alterMessageType,
  'CREATE CONTRACT': createContract,
  'CREATE SERVICE': createService,
  'ALTER SERVICE': alterService,
  'CREATE ROUTE': createRoute,
  'ALTER ROUTE': alterRoute,
  'CREATE REMOTE SERVICE BINDING': createBinding,
  'ALTER REMOTE SERVICE BINDING': alterBinding,
  'CREATE BROKER PRIORITY': createPriority,
  'ALTER BROKER PRIORITY': alterPriority,
};

/** Queues are objects of a schema; their names have parts. */
const QUEUES: Readonly<Record<string, (name: ObjectName, from: Clauses, context: DdlContext) => void>> = {
  'CREATE QUEUE': createQueue,
  'ALTER QUEUE': alterQueue,
};

export const BROKER_STATEMENTS: readonly string[] = [...Object.keys(RUN), ...Object.keys(QUEUES)];

export const isBrokerDdl = (what: string): boolean => RUN[what] !== undefined || QUEUES[what] !== undefined;

export const isQueueDdl = (what: string): boolean => QUEUES[what] !== undefined;

export function runBrokerDdl({ what, names, clauses: items }: Administrative, context: DdlContext): void {
  const name = names[0] ?? nameFromParts(['']);
  const from = clauses(items, nameText(name));
  if (isQueueDdl(what)) return QUEUES[what]?.(name, from, context);
  // Only queues belong to a schema.
  if (name.parts.length > 1) throw sqlError(102, '.');
  RUN[what]?.(nameText(name), from, context);
}

/** DROP of everything but queues, by the words after DROP. */
export const DROP_BROKER: Readonly<Record<string, (context: DdlContext, name: string) => void>> = {
  'MESSAGE TYPE': dropMessageType,
  CONTRACT: dropContract,
  SERVICE: dropService,
  ROUTE: dropRoute,
  'REMOTE SERVICE BINDING': dropBinding,
  'BROKER PRIORITY': dropPriority,
};

export { dropQueue };
