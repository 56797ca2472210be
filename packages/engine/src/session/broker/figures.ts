/** What system views ask about conversations and queues. */

import { contractById, END_DIALOG_TYPE, ERROR_TYPE, serviceById } from '../../catalog/broker/system.ts';
import { findPrincipal } from '../../catalog/find.ts';
import type { BrokerFigures, ConversationFigures, UndeliveredFigures } from '../../catalog/views/live.ts';
import { localTicksAt, ticksAt } from '../clock.ts';
import type { SessionCore } from '../session-core.ts';
import { BrokerStore } from './store.ts';

export function brokerFigures(core: SessionCore): BrokerFigures {
  return {
    conversations: (databaseId) => conversations(core, databaseId),
    undelivered: (databaseId) => undelivered(core, databaseId),
    activated: () => core.instance.broker.tasks().map((task) => ({ ...task, principalId: principalId(core, task.databaseId, task.user) })),
    monitors: () => core.instance.broker.monitors().map((monitor) => ({ ...monitor, activated: local(monitor.activated) })),
  };
}

const local = (at: number | null): bigint | null => (at === null ? null : localTicksAt(at));

function principalId(core: SessionCore, databaseId: number, user: string): number {
  const catalog = core.catalogs.databaseById(databaseId);
  return (catalog && findPrincipal(catalog, user)?.id) ?? 1;
}

function conversations(core: SessionCore, databaseId: number): readonly ConversationFigures[] {
  const moment = (at: number | null): bigint | null => (at === null ? null : ticksAt(at));
  return new BrokerStore(core, databaseId).all().map((c) => ({
    ...c,
    lifetime: ticksAt(c.lifetime),
    timer: moment(c.timer),
    endedAt: moment(c.endedAt),
  }));
}

function undelivered(core: SessionCore, databaseId: number): readonly UndeliveredFigures[] {
  const store = new BrokerStore(core, databaseId);
  const catalog = core.catalogs.databaseById(databaseId);
  return store.held().flatMap((message) => {
    const side = store.find(message.handle);
    if (side === undefined || catalog === undefined) return [];
    return [
      {
        ...message,
        toService: side.farService,
        toBroker: side.farBroker,
        fromService: serviceById(catalog, side.service)?.name ?? '',
        contract: contractById(catalog, side.contract)?.name ?? '',
        at: ticksAt(message.at),
        isError: message.type === ERROR_TYPE,
        isEnd: message.type === END_DIALOG_TYPE,
        priority: side.priority,
      },
    ];
  });
}

/** GET_TRANSMISSION_STATUS: why the conversation's first waiting message waits; empty when none does. */
export function transmissionStatus(core: SessionCore, handle: string): string {
  const [first] = new BrokerStore(core, core.catalogs.currentId).held(handle);
  return first?.status ?? '';
}
