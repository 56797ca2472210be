/** Types, sequences, synonyms, schemas, partitions, and the old defaults and rules. */
import type {
  AlterPartitionFunction,
  AlterPartitionScheme,
  AlterSchema,
  AlterSequence,
  CreatePartitionFunction,
  CreatePartitionScheme,
  CreateSchema,
  CreateSequence,
  CreateType,
  Expression,
  Identifier,
  SequenceOption,
  Statement,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { literal } from './literals.ts';
import { dataType, identifier, identifierOr, isName, objectName } from './names.ts';
import { columnNullability } from './nullability.ts';
import { optionsInParentheses } from './options.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
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
import { tableElements, UNNAMED } from './table.ts';

/** `CREATE TYPE n FROM t`, `AS TABLE (…)`, `EXTERNAL NAME …` */
export function createType(p: Parser, start: Token): CreateType {
  expect(p, 'TYPE');
  const name = objectName(p);
  return { kind: 'createType', name, definition: typeDefinition(p), span: spanFrom(p, start) };
}

function typeDefinition(p: Parser): CreateType['definition'] {
  const start = p.token;
  if (accept(p, 'FROM')) {
    const base = dataType(p);
    return { kind: 'aliasType', base, nullable: columnNullability(p), span: spanFrom(p, start) };
  }
  if (acceptWords(p, 'EXTERNAL', 'NAME')) return { kind: 'externalBody', name: objectName(p), span: spanFrom(p, start) };
  expectWords(p, 'AS', 'TABLE');
  const elements = tableElements(p, UNNAMED);
  const options = accept(p, 'WITH') ? optionsInParentheses(p) : [];
  return { kind: 'tableType', elements, options, span: spanFrom(p, start) };
}

export function createSequence(p: Parser, start: Token): CreateSequence {
  expect(p, 'SEQUENCE');
  const name = objectName(p);
  const type = accept(p, 'AS') ? dataType(p) : null;
  return { kind: 'createSequence', name, type, options: sequenceOptions(p), span: spanFrom(p, start) };
}

export function alterSequence(p: Parser, start: Token): AlterSequence {
  expect(p, 'SEQUENCE');
  const name = objectName(p);
  if (at(p, 'AS')) fail(p, 11711, p.token);
  return { kind: 'alterSequence', name, options: sequenceOptions(p), span: spanFrom(p, start) };
}

function sequenceOptions(p: Parser): SequenceOption[] {
  const options: SequenceOption[] = [];
  for (let option = sequenceOption(p); option !== null; option = sequenceOption(p)) options.push(option);
  return options;
}

/** Options by their first word, and the words between it and the value. */
const SEQUENCE_OPTIONS: Readonly<Record<string, { readonly name: SequenceOption['name']; readonly rest: readonly string[] } | undefined>> =
  {
    START: { name: 'START WITH', rest: ['WITH'] },
    RESTART: { name: 'RESTART', rest: [] },
    INCREMENT: { name: 'INCREMENT BY', rest: ['BY'] },
    MINVALUE: { name: 'MINVALUE', rest: [] },
    MAXVALUE: { name: 'MAXVALUE', rest: [] },
    CYCLE: { name: 'CYCLE', rest: [] },
    CACHE: { name: 'CACHE', rest: [] },
  };

function sequenceOption(p: Parser): SequenceOption | null {
  const start = p.token;
  const no = at(p, 'NO') && SEQUENCE_OPTIONS[peek(p, 1)] !== undefined;
  const option = SEQUENCE_OPTIONS[no ? peek(p, 1) : p.token.key];
  if (option === undefined) return null;
  if (no) advance(p);
  advance(p);
  expectWords(p, ...option.rest);
  if (option.name === 'RESTART') accept(p, 'WITH');
  const value = !no && option.name !== 'CYCLE' && atNumber(p) ? signedNumber(p) : null;
  return { kind: 'sequenceOption', name: option.name, no, value, span: spanFrom(p, start) };
}

/** A number with its sign: what follows it is the next option, not an operator. */
function signedNumber(p: Parser): Expression {
  const start = p.token;
  if (accept(p, '+')) return literal(p);
  if (accept(p, '-')) return { kind: 'unary', op: '-', operand: literal(p), span: spanFrom(p, start) };
  return literal(p);
}

function atNumber(p: Parser): boolean {
  return p.token.type === 'integer' || p.token.type === 'decimal' || at(p, '-') || at(p, '+');
}

export function createSynonym(p: Parser, start: Token): Statement {
  expect(p, 'SYNONYM');
  const name = objectName(p);
  expect(p, 'FOR');
  return { kind: 'createSynonym', name, target: objectName(p), span: spanFrom(p, start) };
}

/** `CREATE SCHEMA n AUTHORIZATION o` with the statements of its elements. */
export function createSchema(p: Parser, start: Token): CreateSchema {
  expect(p, 'SCHEMA');
  const name = at(p, 'AUTHORIZATION') ? null : identifier(p);
  const authorization: Identifier | null = accept(p, 'AUTHORIZATION') ? identifier(p) : null;
  const elements: Statement[] = [];
  while (atSchemaElement(p)) elements.push(p.rules.statement(p));
  return { kind: 'createSchema', name, authorization, elements, span: spanFrom(p, start) };
}

function atSchemaElement(p: Parser): boolean {
  return atWords(p, 'CREATE', 'TABLE') || at(p, 'GRANT') || at(p, 'REVOKE') || at(p, 'DENY');
}

/** `ALTER SCHEMA n TRANSFER OBJECT::o` */
export function alterSchema(p: Parser, start: Token): AlterSchema {
  expect(p, 'SCHEMA');
  const name = identifier(p);
  expect(p, 'TRANSFER');
  const className = securableClass(p);
  return { kind: 'alterSchema', name, class: className, object: objectName(p), span: spanFrom(p, start) };
}

/** `XML SCHEMA COLLECTION` */
const LONGEST_CLASS = 3;

/** What stands before `::` in a later statement is not about this name. */
const AFTER_NAME: ReadonlySet<string> = new Set(['ON', 'TO', 'FROM']);

/** The words before `::`; null when there are none. */
export function securableClass(p: Parser): string | null {
  let words = 0;
  while (words < LONGEST_CLASS && isWord(p, words) && !AFTER_NAME.has(peek(p, words) ?? '')) words++;
  if (words === 0 || peek(p, words) !== '::') return null;
  const parts: string[] = [];
  for (let index = 0; index < words; index++) parts.push(advance(p).key);
  expect(p, '::');
  return parts.join(' ');
}

function isWord(p: Parser, distance: number): boolean {
  const token = p.tokens[p.index + distance];
  return token?.type === 'word' || token?.type === 'keyword';
}

export function createDefault(p: Parser, start: Token): Statement {
  expect(p, 'DEFAULT');
  const name = objectName(p);
  expect(p, 'AS');
  return { kind: 'createDefault', name, value: p.rules.value(p), span: spanFrom(p, start) };
}

export function createRule(p: Parser, start: Token): Statement {
  expect(p, 'RULE');
  const name = objectName(p);
  expect(p, 'AS');
  return { kind: 'createRule', name, condition: p.rules.condition(p), span: spanFrom(p, start) };
}

/** `CREATE PARTITION FUNCTION f (int) AS RANGE RIGHT FOR VALUES (1, 2)` */
export function createPartitionFunction(p: Parser, start: Token): CreatePartitionFunction {
  expectWords(p, 'PARTITION', 'FUNCTION');
  const name = identifier(p);
  expect(p, '(');
  const type = dataType(p);
  expect(p, ')');
  expectWords(p, 'AS', 'RANGE');
  const right = accept(p, 'RIGHT');
  if (!right) accept(p, 'LEFT');
  expectWords(p, 'FOR', 'VALUES');
  const values = atWords(p, '(', ')') ? [] : optionalParenthesized(p, p.rules.value);
  if (values.length === 0) expectWords(p, '(', ')');
  return { kind: 'createPartitionFunction', name, type, right, values, span: spanFrom(p, start) };
}

/** `CREATE PARTITION SCHEME s AS PARTITION f ALL TO (g)` */
export function createPartitionScheme(p: Parser, start: Token): CreatePartitionScheme {
  expectWords(p, 'PARTITION', 'SCHEME');
  const name = identifier(p);
  expectWords(p, 'AS', 'PARTITION');
  const partitionFunction = identifier(p);
  const all = accept(p, 'ALL');
  expect(p, 'TO');
  const filegroups = parenthesized(p, (inner) => identifierOr(inner, 'PRIMARY'));
  if (all && filegroups.length !== 1) syntaxError(p);
  return { kind: 'createPartitionScheme', name, function: partitionFunction, all, filegroups, span: spanFrom(p, start) };
}

/** `CREATE XML SCHEMA COLLECTION n AS '…'` */
export function createXmlSchemaCollection(p: Parser, start: Token): Statement {
  expectWords(p, 'XML', 'SCHEMA', 'COLLECTION');
  const name = objectName(p);
  expect(p, 'AS');
  return { kind: 'createXmlSchemaCollection', name, schema: p.rules.value(p), span: spanFrom(p, start) };
}

/** `ALTER XML SCHEMA COLLECTION n ADD '…'` */
export function alterXmlSchemaCollection(p: Parser, start: Token): Statement {
  expectWords(p, 'XML', 'SCHEMA', 'COLLECTION');
  const name = objectName(p);
  expect(p, 'ADD');
  return { kind: 'alterXmlSchemaCollection', name, schema: p.rules.value(p), span: spanFrom(p, start) };
}

/** `ALTER PARTITION FUNCTION f() SPLIT RANGE (1)` */
export function alterPartitionFunction(p: Parser, start: Token): AlterPartitionFunction {
  expectWords(p, 'PARTITION', 'FUNCTION');
  const name = identifier(p);
  expectWords(p, '(', ')');
  const action = expectOne(p, ['SPLIT', 'MERGE']);
  expect(p, 'RANGE');
  const value = at(p, '(') ? (parenthesized(p, p.rules.value)[0] ?? null) : null;
  return { kind: 'alterPartitionFunction', name, action, value, span: spanFrom(p, start) };
}

/** `ALTER PARTITION SCHEME s NEXT USED g` */
export function alterPartitionScheme(p: Parser, start: Token): AlterPartitionScheme {
  expectWords(p, 'PARTITION', 'SCHEME');
  const name = identifier(p);
  expectWords(p, 'NEXT', 'USED');
  const filegroup = isName(p) || at(p, 'PRIMARY') ? identifierOr(p, 'PRIMARY') : null;
  return { kind: 'alterPartitionScheme', name, filegroup, span: spanFrom(p, start) };
}
