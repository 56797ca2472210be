/** The statements about dialogs as the interpreter asks for them. */

import { sqlError } from '../../errors.ts';
import type { BrokerCode } from '../../program/program.ts';
import type { Steps } from '../../run/contracts.ts';
import type { Activation, BrokerRunner } from '../../run/runtime.ts';
import type { SessionCore } from '../session-core.ts';
import { beginConversationTimer, beginDialog, endConversation, moveConversation, send } from './dialog.ts';
import { getConversationGroup, receive } from './receive.ts';

export class SessionBroker implements BrokerRunner {
  readonly #core: SessionCore;

  constructor(core: SessionCore) {
    this.#core = core;
  }

  *run(activation: Activation, at: BrokerCode): Steps<void> {
    const site = { core: this.#core, activation, at };
    const { statement, received } = at;
    switch (statement.kind) {
      case 'beginDialog':
        return yield* beginDialog(site, statement);
      case 'send':
        return yield* send(site, statement);
      case 'endConversation':
        return yield* endConversation(site, statement);
      case 'moveConversation':
        return yield* moveConversation(site, statement);
      case 'beginConversationTimer':
        return yield* beginConversationTimer(site, statement);
      case 'getConversationGroup':
        return yield* getConversationGroup(site, statement);
      case 'receive':
        if (received === null) throw sqlError(8630);
        return yield* receive(site, statement, received);
    }
  }
}
