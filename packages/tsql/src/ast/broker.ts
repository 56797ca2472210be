/**
 * Service Broker's statements about dialogs and messages. What defines message types, contracts, queues and services is kept with the other
 * administrative statements.
 */
import type { Identifier, Node, ObjectName, Variable } from './common.ts';
import type { Expression } from './expression.ts';
import type { SelectItem } from './query.ts';

export type BrokerStatement =
  | BeginDialog
  | EndConversation
  | Send
  | Receive
  | GetConversationGroup
  | MoveConversation
  | BeginConversationTimer;

/** The name of a service, contract or message type, or a variable that holds one. */
export type BrokerName = Identifier | Variable;

/** `BEGIN DIALOG @h FROM SERVICE s TO SERVICE 't', 'guid' ON CONTRACT c WITH …` */
export interface BeginDialog extends Node<'beginDialog'> {
  /** Takes the handle. */
  readonly handle: Variable;
  readonly from: BrokerName;
  readonly to: Expression;
  /** `'CURRENT DATABASE'` or the broker's GUID. */
  readonly instance: Expression | null;
  readonly contract: BrokerName | null;
  /** `RELATED_CONVERSATION = @h` */
  readonly related: Expression | null;
  /** `RELATED_CONVERSATION_GROUP = @g` */
  readonly relatedGroup: Expression | null;
  /** In seconds. */
  readonly lifetime: Expression | null;
  /** Null when not stated. */
  readonly encryption: boolean | null;
}
/** `END CONVERSATION @h WITH ERROR = n DESCRIPTION = '…'`, `… WITH CLEANUP` */
export interface EndConversation extends Node<'endConversation'> {
  readonly handle: Expression;
  readonly error: Expression | null;
  readonly description: Expression | null;
  readonly cleanup: boolean;
}
/** `SEND ON CONVERSATION (@a, @b) MESSAGE TYPE t (body)` */
export interface Send extends Node<'send'> {
  readonly handles: readonly Expression[];
  readonly messageType: BrokerName | null;
  readonly body: Expression | null;
}
/** `RECEIVE TOP (n) items FROM queue INTO @t WHERE column = value` */
export interface Receive extends Node<'receive'> {
  readonly top: Expression | null;
  readonly items: readonly SelectItem[];
  readonly queue: ObjectName;
  readonly into: Variable | null;
  /** As written; SQL Server takes conversation_handle and conversation_group_id. */
  readonly column: Identifier | null;
  /** What the column must equal; null without WHERE. */
  readonly value: Expression | null;
}
/** `GET CONVERSATION GROUP @g FROM queue` */
export interface GetConversationGroup extends Node<'getConversationGroup'> {
  readonly group: Variable;
  readonly queue: ObjectName;
}
/** `MOVE CONVERSATION @h TO @g` */
export interface MoveConversation extends Node<'moveConversation'> {
  readonly handle: Expression;
  readonly group: Expression;
}
/** `BEGIN CONVERSATION TIMER (@h) TIMEOUT = seconds` */
export interface BeginConversationTimer extends Node<'beginConversationTimer'> {
  readonly handle: Expression;
  readonly timeout: Expression;
}
