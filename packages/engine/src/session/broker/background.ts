/** What the server does about queues by itself, each in a session of its own: activated procedures, timers, messages that waited, poisoned queues. */

import { DIALOG_TIMER_TYPE } from '../../catalog/broker/system.ts';
import type { Queue, QueueActivation } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { callModule } from '../../run/execute.ts';
import { sendError, settlePlace } from '../../run/recover.ts';
import type { SessionCore } from '../session-core.ts';
import { deliver, destinationOf, fail, lockedFor, putOwn, reachable } from './deliver.ts';
import { BrokerStore, LIVING } from './store.ts';

/** Runs the procedure of a queue as its user. 8415 when it leaves a transaction open. */
export function* runActivated(core: SessionCore, { parts, procedure, user }: QueueActivation): Steps<void> {
  core.security.executeAsUser(user, 'none');
  const module = core.modules.procedure(parts);
  if (module === undefined) throw sqlError(2812, parts.join('.'));
  try {
    yield* callModule(core, module, procedure, []);
  } finally {
    if (core.transactions.count > 0) {
      core.transactions.rollback(null);
      sendError(core, settlePlace(sqlError(8415, procedure), 0, null));
    }
  }
}

/** Runs a change of the session's database as one statement. */
function* changing(core: SessionCore, run: (store: BrokerStore) => void): Steps<void> {
  const { currentId } = core.catalogs;
  yield* core.transactions.writes([currentId]);
  // biome-ignore lint/correctness/useYield: statements are generators; this one never waits
  yield* core.transactions.statement([currentId], function* () {
    run(new BrokerStore(core, currentId));
  });
}

/** Timers that are due put their message into the conversation's own queue; dialogs whose lifetime is over fail on this side. */
export function* fireTimers(core: SessionCore): Steps<void> {
  yield* changing(core, (store) => {
    const now = Date.now();
    for (const side of store.all('WHERE lifetime <= ? AND state IN (?, ?, ?, ?)', now, ...LIVING)) fail(core, store, side, 8489);
    for (const side of store.all('WHERE timer <= ?', now)) {
      store.put({ ...side, timer: null });
      putOwn(core, store, side, { type: DIALOG_TIMER_TYPE, sequence: -1, body: null });
    }
  });
}

/** Tries again what could not be delivered, in the order in which it was sent. */
export function* redeliver(core: SessionCore): Steps<void> {
  const { currentId } = core.catalogs;
  const waiting = new BrokerStore(core, currentId).held();
  const handles = [...new Set(waiting.map(({ handle }) => handle))];
  for (const handle of handles) yield* redeliverAll(core, handle);
}

function* redeliverAll(core: SessionCore, handle: string): Steps<void> {
  const { currentId } = core.catalogs;
  const found = new BrokerStore(core, currentId).find(handle);
  if (found === undefined) return;
  const databases = lockedFor(currentId, [destinationOf(core, found)]);
  yield* core.transactions.writes(databases);
  // Names may mean something else than before the wait.
  const to = reachable(destinationOf(core, found), databases);
  // biome-ignore lint/correctness/useYield: statements are generators; this one never waits
  yield* core.transactions.statement(databases, function* () {
    const store = new BrokerStore(core, currentId);
    const messages = store.held(handle);
    for (const { id } of messages) store.unhold(id);
    for (const { type, sequence, body } of messages) {
      const side = store.find(handle);
      if (side !== undefined) deliver(core, store, side, { type, sequence, body }, to);
    }
  });
}

/** A queue whose messages are given back again and again is switched off. */
export function* disableQueue(core: SessionCore, { schema, name }: Queue): Steps<void> {
  const quoted = [schema, name].map((part) => `[${part.replaceAll(']', ']]')}]`).join('.');
  const [statement] = core.instance.code.parse(`ALTER QUEUE ${quoted} WITH STATUS = OFF`, core.options);
  if (statement !== undefined) yield* core.definition.define(statement, '', null);
}
