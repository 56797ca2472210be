/** CREATE TABLE and the table definitions of variables, types and functions: columns, computed columns, periods. */
import type {
  ColumnDefinition,
  ComputedColumn,
  Constraint,
  CreateTable,
  DataType,
  Expression,
  GeneratedAs,
  Identity,
  TableElement,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { atConstraint, constraint } from './constraint.ts';
import { inlineIndex } from './index-definition.ts';
import { dataType, identifier, identifierOrString, objectName, stringLiteral } from './names.ts';
import { optionsInParentheses, storage } from './options.ts';
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
  peek,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';

export function createTable(p: Parser, start: Token): CreateTable {
  expect(p, 'TABLE');
  const name = objectName(p);
  const fileTable = acceptWords(p, 'AS', 'FILETABLE');
  // An edge table needs no columns of its own.
  const bare = atWords(p, 'AS', 'EDGE') || (fileTable && !at(p, '('));
  if (atWords(p, 'AS', 'NODE')) syntaxError(p, tokenAt(p, 1));
  const elements = bare ? [] : tableElements(p, NAMED);
  const as = fileTable ? 'fileTable' : acceptWords(p, 'AS', 'NODE') ? 'node' : acceptWords(p, 'AS', 'EDGE') ? 'edge' : null;
  const draft: Pick<Draft<CreateTable>, 'on' | 'textImageOn' | 'fileStreamOn' | 'options'> = {
    on: null,
    textImageOn: null,
    fileStreamOn: null,
    options: [],
  };
  while (tableTail(p, draft));
  return { kind: 'createTable', name, elements, as, ...draft, span: spanFrom(p, start) };
}

type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** One of the clauses after the elements; they come in any order. */
function tableTail(p: Parser, draft: Pick<Draft<CreateTable>, 'on' | 'textImageOn' | 'fileStreamOn' | 'options'>): boolean {
  if (accept(p, 'ON')) draft.on = storage(p);
  else if (accept(p, 'TEXTIMAGE_ON')) draft.textImageOn = identifierOrString(p);
  else if (accept(p, 'FILESTREAM_ON')) draft.fileStreamOn = storage(p);
  else if (atWords(p, 'WITH', '(') && accept(p, 'WITH')) draft.options = optionsInParentheses(p);
  else return false;
  return true;
}

/** How a table is defined: only CREATE TABLE tolerates a comma after the last element, and only its constraints have names or reference tables. */
interface TableGrammar {
  readonly trailingComma: boolean;
  readonly refused: ReadonlySet<string>;
}

export const NAMED: TableGrammar = { trailingComma: true, refused: new Set() };

export const UNNAMED: TableGrammar = { trailingComma: false, refused: new Set(['CONSTRAINT', 'REFERENCES', 'FOREIGN']) };

/** `( element, element )` */
export function tableElements(p: Parser, { trailingComma, refused }: TableGrammar): TableElement[] {
  const first = p.index;
  expect(p, '(');
  const elements = [tableElement(p)];
  while (!at(p, ')')) {
    // The comma before a table constraint may be missing.
    if (!accept(p, ',') && !atConstraint(p)) syntaxError(p);
    if (trailingComma && at(p, ')')) break;
    elements.push(tableElement(p));
  }
  expect(p, ')');
  const wrong =
    refused.size === 0 ? undefined : p.tokens.slice(first, p.index).find(({ type, key }) => type === 'keyword' && refused.has(key));
  return wrong === undefined ? elements : syntaxError(p, wrong);
}

/** A column, constraint, index or period. */
export function tableElement(p: Parser): TableElement {
  const start = p.token;
  if (atConstraint(p) || at(p, 'CONSTRAINT')) return constraint(p);
  if (at(p, 'INDEX')) return inlineIndex(p);
  if (atWords(p, 'PERIOD', 'FOR')) return period(p, start);
  if (peek(p, 1) === 'AS') return computedColumn(p, start);
  if (peek(p, 2) === 'COLUMN_SET') return columnSet(p, start);
  return columnDefinition(p);
}

function period(p: Parser, start: Token): TableElement {
  expectWords(p, 'PERIOD', 'FOR', 'SYSTEM_TIME', '(');
  const from = identifier(p);
  expect(p, ',');
  const end = identifier(p);
  expect(p, ')');
  return { kind: 'period', start: from, end, span: spanFrom(p, start) };
}

function columnSet(p: Parser, start: Token): TableElement {
  const name = identifier(p);
  dataType(p);
  expectWords(p, 'COLUMN_SET', 'FOR', 'ALL_SPARSE_COLUMNS');
  return { kind: 'columnSet', name, span: spanFrom(p, start) };
}

function computedColumn(p: Parser, start: Token): ComputedColumn {
  const name = identifier(p);
  expect(p, 'AS');
  const expression: Expression = p.rules.value(p);
  const persisted = accept(p, 'PERSISTED');
  const notNull = acceptWords(p, 'NOT', 'NULL');
  const constraints: Constraint[] = [];
  while (atConstraint(p)) constraints.push(constraint(p));
  return { kind: 'computedColumn', name, expression, persisted, notNull, constraints, span: spanFrom(p, start) };
}

/** A column with its attributes, which come in any order. */
export function columnDefinition(p: Parser): ColumnDefinition {
  const start = p.token;
  const name = identifier(p);
  const type = isTimestamp(p, start) ? null : columnType(p, start);
  const draft: Draft<ColumnDefinition> = {
    kind: 'columnDefinition',
    name,
    type,
    collation: null,
    nullable: null,
    identity: null,
    rowGuidCol: false,
    sparse: false,
    fileStream: false,
    hidden: false,
    generated: null,
    mask: null,
    encryption: null,
    constraints: [],
    index: null,
    span: name.span,
  };
  while (columnAttribute(p, draft));
  return { ...draft, span: spanFrom(p, start) };
}

function columnType(p: Parser, name: Token): DataType {
  if (at(p, ',') || at(p, ')')) fail(p, 173, name, name.text);
  return dataType(p);
}

/** A column named timestamp needs no type. */
function isTimestamp(p: Parser, name: Token): boolean {
  return name.key === 'TIMESTAMP' && (at(p, ',') || at(p, ')') || at(p, 'NOT') || at(p, 'NULL') || at(p, 'CONSTRAINT'));
}

function columnAttribute(p: Parser, draft: Draft<ColumnDefinition>): boolean {
  if (acceptWords(p, 'NOT', 'NULL') || acceptNamed(p, 'NOT', 'NULL')) draft.nullable = false;
  else if (accept(p, 'NULL') || acceptNamed(p, 'NULL')) draft.nullable = true;
  else if (at(p, 'IDENTITY')) draft.identity = identity(p);
  else if (accept(p, 'COLLATE')) draft.collation = identifier(p);
  else if (at(p, 'INDEX')) draft.index = inlineIndex(p);
  else if (atConstraint(p)) draft.constraints = [...draft.constraints, constraint(p)];
  else return rareAttribute(p, draft);
  return true;
}

function rareAttribute(p: Parser, draft: Draft<ColumnDefinition>): boolean {
  if (accept(p, 'ROWGUIDCOL')) draft.rowGuidCol = true;
  else if (accept(p, 'SPARSE')) draft.sparse = true;
  else if (accept(p, 'FILESTREAM')) draft.fileStream = true;
  else if (accept(p, 'HIDDEN')) draft.hidden = true;
  else if (acceptWords(p, 'GENERATED', 'ALWAYS', 'AS')) draft.generated = generatedAs(p);
  else if (acceptWords(p, 'MASKED', 'WITH')) draft.mask = mask(p);
  else if (acceptWords(p, 'ENCRYPTED', 'WITH')) draft.encryption = optionsInParentheses(p);
  else return false;
  return true;
}

/** `CONSTRAINT name NOT NULL`: the server drops such a name. */
function acceptNamed(p: Parser, ...words: readonly string[]): boolean {
  if (!at(p, 'CONSTRAINT') || !words.every((word, index) => peek(p, index + 2) === word)) return false;
  advance(p);
  identifier(p);
  return acceptWords(p, ...words);
}

function identity(p: Parser): Identity {
  const start = expect(p, 'IDENTITY');
  let seed: Expression | null = null;
  let increment: Expression | null = null;
  if (accept(p, '(')) {
    seed = p.rules.value(p);
    expect(p, ',');
    increment = p.rules.value(p);
    expect(p, ')');
  }
  const notForReplication = acceptWords(p, 'NOT', 'FOR', 'REPLICATION');
  return { kind: 'identity', seed, increment, notForReplication, span: spanFrom(p, start) };
}

function generatedAs(p: Parser): GeneratedAs {
  const what = expectOne(p, ['ROW', 'TRANSACTION_ID', 'SEQUENCE_NUMBER']);
  return `${what} ${expectOne(p, ['START', 'END'])}`;
}

/** `(FUNCTION = '…')` */
export function mask(p: Parser): string {
  expectWords(p, '(', 'FUNCTION', '=');
  const { value } = stringLiteral(p);
  expect(p, ')');
  return value;
}
