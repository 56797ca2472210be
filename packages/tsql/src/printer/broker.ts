/** Service Broker's statements about dialogs and messages as text. */
import type { BrokerStatement } from '../ast/index.ts';
import { objectName } from './names.ts';
import type { Rules } from './out.ts';
import { list, optional, words } from './out.ts';

export const BROKER_RULES: Rules<BrokerStatement> = {
  beginDialog: (node, out) => {
    const options = [
      optional('RELATED_CONVERSATION = ', node.related, out),
      optional('RELATED_CONVERSATION_GROUP = ', node.relatedGroup, out),
      optional('LIFETIME = ', node.lifetime, out),
      node.encryption === null ? '' : `ENCRYPTION = ${node.encryption ? 'ON' : 'OFF'}`,
    ].filter((option) => option !== '');
    return words(
      `BEGIN DIALOG CONVERSATION ${out.node(node.handle)}`,
      `FROM SERVICE ${out.node(node.from)}`,
      `TO SERVICE ${out.node(node.to)}${optional(', ', node.instance, out)}`,
      optional('ON CONTRACT ', node.contract, out),
      options.length > 0 && `WITH ${options.join(', ')}`,
    );
  },
  endConversation: (node, out) =>
    words(
      `END CONVERSATION ${out.node(node.handle)}`,
      node.cleanup && 'WITH CLEANUP',
      optional('WITH ERROR = ', node.error, out),
      optional('DESCRIPTION = ', node.description, out),
    ),
  send: (node, out) => {
    const handles = node.handles.map((handle) => out.node(handle)).join(', ');
    return words(
      `SEND ON CONVERSATION ${node.handles.length === 1 ? handles : `(${handles})`}`,
      optional('MESSAGE TYPE ', node.messageType, out),
      node.body !== null && `(${out.node(node.body)})`,
    );
  },
  receive: (node, out) =>
    words(
      'RECEIVE',
      node.top !== null && `TOP (${out.node(node.top)})`,
      list(node.items, out, (item, inner) => inner.node(item)),
      `FROM ${objectName(node.queue)}`,
      optional('INTO ', node.into, out),
      node.column !== null && node.value !== null && `WHERE ${out.node(node.column)} = ${out.node(node.value)}`,
    ),
  getConversationGroup: (node, out) => `GET CONVERSATION GROUP ${out.node(node.group)} FROM ${objectName(node.queue)}`,
  moveConversation: (node, out) => `MOVE CONVERSATION ${out.node(node.handle)} TO ${out.node(node.group)}`,
  beginConversationTimer: (node, out) => `BEGIN CONVERSATION TIMER (${out.node(node.handle)}) TIMEOUT = ${out.node(node.timeout)}`,
};
