/** Service Broker's statements about dialogs and messages. Their first words are not reserved, so each rule is asked for by two or more of them. */
import type {
  BeginConversationTimer,
  BeginDialog,
  BrokerName,
  EndConversation,
  Expression,
  GetConversationGroup,
  MoveConversation,
  Receive,
  Send,
} from '../ast/index.ts';
import { identifier, objectName, variable } from './names.ts';
import { selectItem } from './query.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, at, expect, expectOne, expectWords, list, parenthesized, spanFrom } from './state.ts';

/** A name as it is written, or the variable that holds it. */
function brokerName(p: Parser): BrokerName {
  return p.token.type === 'variable' ? variable(p) : identifier(p);
}

const operand = (p: Parser): Expression => p.rules.value(p);

export function beginDialog(p: Parser): BeginDialog {
  const start = p.token;
  expectWords(p, 'BEGIN', 'DIALOG');
  acceptWords(p, 'CONVERSATION');
  const handle = variable(p);
  expectWords(p, 'FROM', 'SERVICE');
  const from = brokerName(p);
  expectWords(p, 'TO', 'SERVICE');
  const to = operand(p);
  const instance = accept(p, ',') ? operand(p) : null;
  const contract = acceptWords(p, 'ON', 'CONTRACT') ? brokerName(p) : null;
  const options = at(p, 'WITH') ? dialogOptions(p) : NO_OPTIONS;
  return { kind: 'beginDialog', handle, from, to, instance, contract, ...options, span: spanFrom(p, start) };
}

type DialogOptions = Pick<BeginDialog, 'related' | 'relatedGroup' | 'lifetime' | 'encryption'>;
const NO_OPTIONS: DialogOptions = { related: null, relatedGroup: null, lifetime: null, encryption: null };

function dialogOptions(p: Parser): DialogOptions {
  expect(p, 'WITH');
  let options = NO_OPTIONS;
  do {
    const name = expectOne(p, ['RELATED_CONVERSATION', 'RELATED_CONVERSATION_GROUP', 'LIFETIME', 'ENCRYPTION']);
    expect(p, '=');
    if (name === 'ENCRYPTION') options = { ...options, encryption: expectOne(p, ['ON', 'OFF']) === 'ON' };
    else if (name === 'LIFETIME') options = { ...options, lifetime: operand(p) };
    else if (name === 'RELATED_CONVERSATION') options = { ...options, related: operand(p) };
    else options = { ...options, relatedGroup: operand(p) };
  } while (accept(p, ','));
  return options;
}

export function endConversation(p: Parser): EndConversation {
  const start = p.token;
  expectWords(p, 'END', 'CONVERSATION');
  const handle = operand(p);
  let error: Expression | null = null;
  let description: Expression | null = null;
  const cleanup = acceptWords(p, 'WITH', 'CLEANUP');
  if (!cleanup && acceptWords(p, 'WITH', 'ERROR')) {
    expect(p, '=');
    error = operand(p);
    expectWords(p, 'DESCRIPTION', '=');
    description = operand(p);
  }
  return { kind: 'endConversation', handle, error, description, cleanup, span: spanFrom(p, start) };
}

export function send(p: Parser): Send {
  const start = p.token;
  expectWords(p, 'SEND', 'ON', 'CONVERSATION');
  const handles = at(p, '(') ? parenthesized(p, operand) : [operand(p)];
  const messageType = acceptWords(p, 'MESSAGE', 'TYPE') ? brokerName(p) : null;
  const body = accept(p, '(') ? closed(p) : null;
  return { kind: 'send', handles, messageType, body, span: spanFrom(p, start) };
}

function closed(p: Parser): Expression {
  const value = operand(p);
  expect(p, ')');
  return value;
}

export function receive(p: Parser): Receive {
  const start = p.token;
  expectWords(p, 'RECEIVE');
  let top: Expression | null = null;
  if (acceptWords(p, 'TOP', '(')) top = closed(p);
  const items = list(p, selectItem);
  expect(p, 'FROM');
  const queue = objectName(p);
  const into = accept(p, 'INTO') ? variable(p) : null;
  let column = null;
  let value: Expression | null = null;
  if (accept(p, 'WHERE')) {
    column = identifier(p);
    expect(p, '=');
    value = operand(p);
  }
  return { kind: 'receive', top, items, queue, into, column, value, span: spanFrom(p, start) };
}

export function getConversationGroup(p: Parser): GetConversationGroup {
  const start = p.token;
  expectWords(p, 'GET', 'CONVERSATION', 'GROUP');
  const group = variable(p);
  expect(p, 'FROM');
  return { kind: 'getConversationGroup', group, queue: objectName(p), span: spanFrom(p, start) };
}

export function moveConversation(p: Parser): MoveConversation {
  const start = p.token;
  expectWords(p, 'MOVE', 'CONVERSATION');
  const handle = operand(p);
  expect(p, 'TO');
  return { kind: 'moveConversation', handle, group: operand(p), span: spanFrom(p, start) };
}

export function beginConversationTimer(p: Parser): BeginConversationTimer {
  const start = p.token;
  expectWords(p, 'BEGIN', 'CONVERSATION', 'TIMER', '(');
  const handle = closed(p);
  expectWords(p, 'TIMEOUT', '=');
  return { kind: 'beginConversationTimer', handle, timeout: operand(p), span: spanFrom(p, start) };
}
