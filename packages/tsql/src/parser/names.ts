/**
 * Names, variables and data types.
 */
import type { DataType, GlobalVariable, Identifier, ObjectName, StringLiteral, Variable, XmlSchemaReference } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, list, peek, report, spanFrom, syntaxError, tokenAt } from './state.ts';

/** Whether a token can be a name where it stands. */
export function isName(p: Parser, token: Token = p.token): boolean {
  return token.type === 'word' || token.type === 'quotedName' || (token.type === 'doubleQuoted' && p.quotedIdentifier);
}

/** Whether a token is a string where it stands. */
export function isString(p: Parser, token: Token = p.token): boolean {
  return token.type === 'string' || token.type === 'unicodeString' || (token.type === 'doubleQuoted' && !p.quotedIdentifier);
}

/** One name. The lexer has found an empty `[]`; an empty `""` is a name only here. */
export function identifier(p: Parser): Identifier {
  if (!isName(p)) syntaxError(p);
  if (p.token.type === 'doubleQuoted' && p.token.text === '') report(p, 1038, p.token);
  return toIdentifier(advance(p));
}

/** A name that may be one of some reserved words, as in `ON PRIMARY` or `DEFAULT`. */
export function identifierOr(p: Parser, ...words: readonly string[]): Identifier {
  if (!isName(p) && !words.includes(p.token.key)) syntaxError(p);
  return toIdentifier(advance(p));
}

/** A name or a string used as one: aliases, logins, roles. */
export function identifierOrString(p: Parser): Identifier {
  return isString(p) ? toIdentifier(advance(p)) : identifier(p);
}

export function toIdentifier(token: Token): Identifier {
  const quoted = token.type !== 'word' && token.type !== 'keyword';
  return { kind: 'identifier', value: token.text, quoted, span: { start: token.start, end: token.end, line: token.line } };
}

/** `a.b.c`, with omitted parts in between (`db..t`) or in front (`..t`). */
export function objectName(p: Parser): ObjectName {
  const start = p.token;
  const parts = at(p, '.') ? [omittedPart(p)] : [identifier(p)];
  while (accept(p, '.')) parts.push(at(p, '.') ? omittedPart(p) : identifier(p));
  return { kind: 'name', parts, span: spanFrom(p, start) };
}

/** A name that messages and options may also give as a string. */
export function objectNameOrString(p: Parser): ObjectName {
  return isString(p) ? nameOf(toIdentifier(advance(p))) : objectName(p);
}

/** A name of one part. */
export function nameOf(part: Identifier): ObjectName {
  return { kind: 'name', parts: [part], span: part.span };
}

/** The empty part of a name such as `db..t`. */
export function omittedPart(p: Parser): Identifier {
  return { kind: 'identifier', value: '', quoted: false, span: { start: p.token.start, end: p.token.start, line: p.token.line } };
}

/** A list of names in parentheses; none without parentheses. */
export function nameList(p: Parser): Identifier[] {
  if (!accept(p, '(')) return [];
  const names = list(p, identifier);
  expect(p, ')');
  return names;
}

/** `@x` */
export function variable(p: Parser): Variable {
  if (p.token.type !== 'variable') syntaxError(p);
  const token = advance(p);
  return { kind: 'variable', name: token.text, span: spanFrom(p, token) };
}

/** `'text'` */
export function stringLiteral(p: Parser): StringLiteral {
  if (!isString(p)) syntaxError(p);
  const token = advance(p);
  return { kind: 'string', value: token.text, unicode: token.type === 'unicodeString', span: spanFrom(p, token) };
}

/** The functions of the form @@name; any other `@@name` is a local variable. */
const GLOBAL_VARIABLES: ReadonlySet<string> = new Set(
  `@@CONNECTIONS @@CPU_BUSY @@CURSOR_ROWS @@DATEFIRST @@DBTS @@DEF_SORTORDER_ID @@DEFAULT_LANGID @@ERROR @@FETCH_STATUS @@IDENTITY @@IDLE
@@IO_BUSY @@LANGID @@LANGUAGE @@LOCK_TIMEOUT @@MAX_CONNECTIONS @@MAX_PRECISION @@MICROSOFTVERSION @@NESTLEVEL @@OPTIONS @@PACK_RECEIVED
@@PACK_SENT @@PACKET_ERRORS @@PROCID @@REMSERVER @@ROWCOUNT @@SERVERNAME @@SERVICENAME @@SPID @@TEXTSIZE @@TIMETICKS @@TOTAL_ERRORS
@@TOTAL_READ @@TOTAL_WRITE @@TRANCOUNT @@VERSION`.split(/\s+/),
);

/** `@x` or `@@ROWCOUNT` */
export function anyVariable(p: Parser): Variable | GlobalVariable {
  const token = p.token;
  if (token.text.charCodeAt(1) === 64) {
    const name = token.text.toUpperCase();
    if (GLOBAL_VARIABLES.has(name)) {
      advance(p);
      return { kind: 'globalVariable', name, span: spanFrom(p, token) };
    }
  }
  return variable(p);
}

/** Multi-word spellings of types, and the system name that the tree stores. Longer spellings first. */
const SPELLINGS: readonly (readonly [words: readonly string[], name: string])[] = [
  [['NATIONAL', 'CHARACTER', 'VARYING'], 'nvarchar'],
  [['NATIONAL', 'CHAR', 'VARYING'], 'nvarchar'],
  [['NATIONAL', 'CHARACTER'], 'nchar'],
  [['NATIONAL', 'CHAR'], 'nchar'],
  [['NATIONAL', 'TEXT'], 'ntext'],
  [['CHARACTER', 'VARYING'], 'varchar'],
  [['CHAR', 'VARYING'], 'varchar'],
  [['NCHAR', 'VARYING'], 'nvarchar'],
  [['BINARY', 'VARYING'], 'varbinary'],
  [['DOUBLE', 'PRECISION'], 'float'],
];

/** A reference to a data type. */
export function dataType(p: Parser): DataType {
  const start = p.token;
  const name = typeName(p);
  let args: (number | 'max')[] = [];
  let xmlSchema: XmlSchemaReference | null = null;
  if (at(p, '(')) {
    if (isXml(name)) xmlSchema = xmlSchemaReference(p);
    else args = typeArguments(p);
  }
  return { kind: 'dataType', name, args, xmlSchema, span: spanFrom(p, start) };
}

function typeName(p: Parser): ObjectName {
  const start = p.token;
  const spelling = SPELLINGS.find(([words]) => acceptWords(p, ...words));
  if (spelling !== undefined) {
    return nameOf({ kind: 'identifier', value: spelling[1], quoted: false, span: spanFrom(p, start) });
  }
  return at(p, 'CURSOR') ? nameOf(toIdentifier(advance(p))) : objectName(p);
}

function isXml(name: ObjectName): boolean {
  return name.parts.length === 1 && name.parts[0]!.value.toLowerCase() === 'xml';
}

function typeArguments(p: Parser): (number | 'max')[] {
  expect(p, '(');
  const args = list(p, typeArgument);
  expect(p, ')');
  return args;
}

function typeArgument(p: Parser): number | 'max' {
  if (accept(p, 'MAX')) return 'max';
  if (p.token.type !== 'integer') syntaxError(p);
  return Number(advance(p).text);
}

function xmlSchemaReference(p: Parser): XmlSchemaReference {
  const start = expect(p, '(');
  const facet = peek(p, 1) !== ')' && peek(p, 1) !== '.' && tokenAt(p, 0).type === 'word';
  const document = facet && at(p, 'DOCUMENT');
  if (facet && !accept(p, 'CONTENT')) expect(p, 'DOCUMENT');
  const collection = objectName(p);
  expect(p, ')');
  return { kind: 'xmlSchema', document, collection, span: spanFrom(p, start) };
}
