/** Constraints, on columns and on tables alike. */
import type { ConnectionPair, Constraint, Identifier, Option, ReferentialAction } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { indexColumn } from './index-definition.ts';
import { literal } from './literals.ts';
import { identifier, nameList, objectName } from './names.ts';
import { storage, withOptions } from './options.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  at,
  atWords,
  expect,
  expectOne,
  expectWords,
  fail,
  optionalParenthesized,
  parenthesized,
  peek,
  spanFrom,
  syntaxError,
} from './state.ts';

const STARTS: ReadonlySet<string> = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'REFERENCES', 'CHECK', 'DEFAULT']);

/** Whether a constraint begins here. */
export function atConstraint(p: Parser): boolean {
  if (!STARTS.has(p.token.key)) return atWords(p, 'CONNECTION', '(');
  return !(at(p, 'CONSTRAINT') && (peek(p, 2) === 'NULL' || peek(p, 2) === 'NOT'));
}

export function constraint(p: Parser): Constraint {
  const start = p.token;
  const name = accept(p, 'CONSTRAINT') ? identifier(p) : null;
  switch (p.token.key) {
    case 'PRIMARY':
    case 'UNIQUE':
      return keyConstraint(p, start, name);
    case 'FOREIGN':
    case 'REFERENCES':
      return foreignKey(p, start, name);
    case 'CHECK':
      return check(p, start, name);
    case 'DEFAULT':
      return defaultConstraint(p, start, name);
    case 'CONNECTION':
      return connection(p, start, name);
    default:
      return name !== null && (at(p, 'NULL') || at(p, 'NOT')) ? fail(p, 142, p.token, 'TABLE') : syntaxError(p);
  }
}

function keyConstraint(p: Parser, start: Token, name: Identifier | null): Constraint {
  const kind = accept(p, 'UNIQUE') ? 'unique' : 'primaryKey';
  if (kind === 'primaryKey') expectWords(p, 'PRIMARY', 'KEY');
  const clustered = accept(p, 'CLUSTERED') ? true : accept(p, 'NONCLUSTERED') ? false : null;
  const hash = accept(p, 'HASH');
  const columns = optionalParenthesized(p, indexColumn);
  const notEnforced = acceptWords(p, 'NOT', 'ENFORCED');
  const options = keyOptions(p);
  const on = accept(p, 'ON') ? storage(p) : null;
  return { kind, name, clustered, hash, columns, options, on, notEnforced, span: spanFrom(p, start) };
}

/** Without parentheses it is one option, `WITH FILLFACTOR = 80`: the comma after it ends the constraint. */
function keyOptions(p: Parser): readonly Option[] {
  if (atWords(p, 'WITH', '(')) return withOptions(p);
  if (!accept(p, 'WITH')) return [];
  const start = p.token;
  expectWords(p, 'FILLFACTOR', '=');
  const value = literal(p);
  return [{ kind: 'option', name: 'FILLFACTOR', equals: true, values: [value], options: null, span: spanFrom(p, start) }];
}

function foreignKey(p: Parser, start: Token, name: Identifier | null): Constraint {
  const columns = acceptWords(p, 'FOREIGN', 'KEY') ? nameList(p) : [];
  expect(p, 'REFERENCES');
  const table = objectName(p);
  const references = nameList(p);
  let onDelete: ReferentialAction | null = null;
  let onUpdate: ReferentialAction | null = null;
  for (;;) {
    if (acceptWords(p, 'ON', 'DELETE')) onDelete = referentialAction(p);
    else if (acceptWords(p, 'ON', 'UPDATE')) onUpdate = referentialAction(p);
    else break;
  }
  const notForReplication = acceptWords(p, 'NOT', 'FOR', 'REPLICATION');
  return { kind: 'foreignKey', name, columns, table, references, onDelete, onUpdate, notForReplication, span: spanFrom(p, start) };
}

function referentialAction(p: Parser): ReferentialAction {
  if (accept(p, 'CASCADE')) return 'CASCADE';
  if (acceptWords(p, 'NO', 'ACTION')) return 'NO ACTION';
  expect(p, 'SET');
  return expectOne(p, ['NULL', 'DEFAULT']) === 'NULL' ? 'SET NULL' : 'SET DEFAULT';
}

function check(p: Parser, start: Token, name: Identifier | null): Constraint {
  expect(p, 'CHECK');
  const notForReplication = acceptWords(p, 'NOT', 'FOR', 'REPLICATION');
  expect(p, '(');
  const condition = p.rules.condition(p);
  expect(p, ')');
  return { kind: 'check', name, condition, notForReplication, span: spanFrom(p, start) };
}

function defaultConstraint(p: Parser, start: Token, name: Identifier | null): Constraint {
  expect(p, 'DEFAULT');
  const value = p.rules.value(p);
  const column = accept(p, 'FOR') ? identifier(p) : null;
  const withValues = acceptWords(p, 'WITH', 'VALUES');
  return { kind: 'defaultConstraint', name, value, column, withValues, span: spanFrom(p, start) };
}

function connection(p: Parser, start: Token, name: Identifier | null): Constraint {
  expect(p, 'CONNECTION');
  const pairs = parenthesized(p, connectionPair);
  const onDelete = accept(p, 'ON') ? connectionAction(p) : null;
  return { kind: 'connection', name, pairs, onDelete, span: spanFrom(p, start) };
}

/** The edges of a deleted node can only go with it or keep it. */
function connectionAction(p: Parser): ReferentialAction {
  expect(p, 'DELETE');
  if (accept(p, 'CASCADE')) return 'CASCADE';
  expectWords(p, 'NO', 'ACTION');
  return 'NO ACTION';
}

function connectionPair(p: Parser): ConnectionPair {
  const start = p.token;
  const from = objectName(p);
  expect(p, 'TO');
  return { kind: 'connectionPair', from, to: objectName(p), span: spanFrom(p, start) };
}
