/** CREATE and ALTER SECURITY POLICY: a list of predicates, each a call of an inline function on the columns of a table. */
import type { AlterSecurityPolicy, BlockOperation, Call, CreateSecurityPolicy, SecurityPredicate } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { objectName } from './names.ts';
import { withOptions } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, at, expect, expectOne, expectWords, list, spanFrom, syntaxError } from './state.ts';

export function createSecurityPolicy(p: Parser, start: Token): CreateSecurityPolicy {
  expectWords(p, 'SECURITY', 'POLICY');
  const name = objectName(p);
  return { kind: 'createSecurityPolicy', name, ...body(p), span: spanFrom(p, start) };
}

export function alterSecurityPolicy(p: Parser, start: Token): AlterSecurityPolicy {
  expectWords(p, 'SECURITY', 'POLICY');
  const name = objectName(p);
  return { kind: 'alterSecurityPolicy', name, ...body(p), span: spanFrom(p, start) };
}

function body(p: Parser): Pick<CreateSecurityPolicy, 'predicates' | 'options' | 'notForReplication'> {
  const predicates = at(p, 'ADD') || at(p, 'ALTER') || at(p, 'DROP') ? list(p, predicate) : [];
  const options = withOptions(p);
  return { predicates, options, notForReplication: acceptWords(p, 'NOT', 'FOR', 'REPLICATION') };
}

function predicate(p: Parser): SecurityPredicate {
  const start = p.token;
  const action = expectOne(p, ['ADD', 'ALTER', 'DROP']);
  const type = at(p, 'BLOCK') || at(p, 'FILTER') ? expectOne(p, ['BLOCK', 'FILTER']) : 'FILTER';
  expect(p, 'PREDICATE');
  const call = action === 'DROP' ? null : functionCall(p);
  expect(p, 'ON');
  const table = objectName(p);
  return { kind: 'securityPredicate', action, type, call, table, operation: operation(p), span: spanFrom(p, start) };
}

function functionCall(p: Parser): Call {
  const value = p.rules.value(p);
  return value.kind === 'call' ? value : syntaxError(p);
}

function operation(p: Parser): BlockOperation | null {
  if (accept(p, 'AFTER')) return `AFTER ${expectOne(p, ['INSERT', 'UPDATE'])}`;
  return accept(p, 'BEFORE') ? `BEFORE ${expectOne(p, ['UPDATE', 'DELETE'])}` : null;
}
