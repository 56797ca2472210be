/**
 * The sources of a query that is being typed, read from tokens: what follows FROM, JOIN, APPLY, USING, INTO and UPDATE, with aliases. Subqueries
 * and common tables inside are whole most of the time; they are parsed on their own for their columns.
 */
import type { Identifier, ObjectName } from '../../ast/index.ts';
import type { Token } from '../../lexer/token.ts';
import type { CatalogSnapshot } from '../catalog.ts';
import { indexOf, sameName } from '../catalog.ts';
import { documentOf } from '../document.ts';
import type { ColumnInfo, Local, Resolution } from '../resolve/index.ts';
import { queryColumnsOf } from '../resolve/index.ts';
import { catalogColumns } from '../resolve/state.ts';
import type { Caret, Level } from './caret.ts';
import { levelsAt } from './caret.ts';

/** A source in sight of the caret. */
export interface SightedSource {
  /** The alias, or the object's own name. */
  readonly alias: string;
  readonly object: string;
  readonly columns: readonly ColumnInfo[];
}

/** A common table of the statement. */
export interface SightedCte {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
}

/** What is in sight, the nearest query first. */
export interface Sight {
  readonly sources: readonly SightedSource[];
  readonly ctes: readonly SightedCte[];
}

interface Reader {
  readonly caret: Caret;
  readonly catalog: CatalogSnapshot;
  readonly resolution: Resolution;
  readonly ctes: SightedCte[];
}

export function sightAt(caret: Caret, catalog: CatalogSnapshot, resolution: Resolution): Sight {
  const reader: Reader = { caret, catalog, resolution, ctes: [] };
  const levels = levelsAt(caret);
  const first = levels[levels.length - 1];
  if (first !== undefined) readCtes(reader, first.from);
  return { sources: levels.flatMap((level) => sourcesOf(reader, level)), ctes: reader.ctes };
}

const OPENS_SOURCE: ReadonlySet<string> = new Set(['FROM', 'JOIN', 'APPLY', 'USING', 'INTO', 'UPDATE', 'MERGE', 'DELETE']);
const CLOSES_LIST: ReadonlySet<string> = new Set([
  'WHERE',
  'GROUP',
  'ORDER',
  'HAVING',
  'ON',
  'SET',
  'WHEN',
  'OUTPUT',
  'OPTION',
  'SELECT',
  'VALUES',
]);

function sourcesOf(reader: Reader, { from, to }: Level): readonly SightedSource[] {
  const { tokens } = reader.caret;
  const found: SightedSource[] = [];
  let inFrom = false;
  for (let at = from; at < to; ) {
    const { key } = tokens[at]!;
    if (CLOSES_LIST.has(key)) inFrom = false;
    if (key === 'FROM' || key === 'JOIN' || key === 'APPLY') inFrom = true;
    if (OPENS_SOURCE.has(key) || (key === ',' && inFrom)) {
      const read = sourceAt(reader, at + 1, to);
      if (read.source !== null) found.push(read.source);
      at = Math.max(read.next, at + 1);
    } else at = key === '(' ? skipGroup(tokens, at, to) : at + 1;
  }
  return found;
}

interface ReadSource {
  readonly source: SightedSource | null;
  readonly next: number;
}

function sourceAt(reader: Reader, at: number, to: number): ReadSource {
  const { tokens } = reader.caret;
  const token = tokens[at]!;
  if (at >= to) return { source: null, next: at };
  if (token.key === '(') return derivedAt(reader, at, to);
  if (token.type === 'variable') {
    const { alias, next } = aliasAt(tokens, at + 1, to);
    return { source: { alias: alias ?? token.text, object: token.text, columns: localColumns(reader, token.text) }, next };
  }
  const name = nameAt(tokens, at, to);
  if (name === null) return { source: null, next: at };
  const call = tokens[name.next]?.key === '(' && tokens[at - 1]?.key !== 'INTO';
  const { alias, next } = aliasAt(tokens, call ? skipGroup(tokens, name.next, to) : name.next, to);
  const object = name.parts[name.parts.length - 1]!;
  return { source: { alias: alias ?? object, object, columns: objectColumns(reader, name.parts) }, next };
}

function derivedAt(reader: Reader, at: number, to: number): ReadSource {
  const { tokens, text } = reader.caret;
  const close = skipGroup(tokens, at, to);
  const { alias, next, columns: names } = aliasAt(tokens, close, to);
  if (alias === null) return { source: null, next: at + 1 };
  const inner = text.slice(tokens[at]!.end, tokens[close - 1]!.start);
  return { source: { alias, object: '', columns: renamedColumns(textColumns(reader, inner), names) }, next };
}

function nameAt(tokens: readonly Token[], at: number, to: number): { readonly parts: readonly string[]; readonly next: number } | null {
  const parts: string[] = [];
  let next = at;
  while (next < to && isNameToken(tokens[next]!)) {
    parts.push(tokens[next]!.text);
    next++;
    if (tokens[next]?.key !== '.') break;
    next++;
  }
  return parts.length === 0 ? null : { parts, next };
}

function isNameToken({ type }: Token): boolean {
  return type === 'word' || type === 'quotedName' || type === 'doubleQuoted';
}

/** Words that are no aliases although they are not reserved. */
const NOT_ALIASES: ReadonlySet<string> = new Set(['APPLY', 'OFFSET', 'OUTPUT', 'USING', 'WINDOW', 'MATCHED']);

function aliasAt(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly alias: string | null; readonly next: number; readonly columns: readonly string[] } {
  const at = tokens[from]?.key === 'AS' ? from + 1 : from;
  const token = tokens[at];
  if (token === undefined || at >= to || !isNameToken(token) || NOT_ALIASES.has(token.key)) return { alias: null, next: from, columns: [] };
  if (tokens[at + 1]?.key !== '(') return { alias: token.text, next: at + 1, columns: [] };
  const close = skipGroup(tokens, at + 1, to);
  return { alias: token.text, next: close, columns: listedNames(tokens, at + 2, close - 1) };
}

function listedNames(tokens: readonly Token[], from: number, to: number): readonly string[] {
  return tokens.slice(from, to).flatMap((token) => (isNameToken(token) ? [token.text] : []));
}

/** The index after the parenthesis that closes the one here. */
function skipGroup(tokens: readonly Token[], at: number, to: number): number {
  let depth = 0;
  for (let index = at; index < to; index++) {
    if (tokens[index]!.key === '(') depth++;
    else if (tokens[index]!.key === ')' && --depth === 0) return index + 1;
  }
  return to;
}

function objectColumns(reader: Reader, parts: readonly string[]): readonly ColumnInfo[] {
  const last = parts[parts.length - 1]!;
  const cte = parts.length === 1 ? reader.ctes.find(({ name }) => sameName(name, last)) : undefined;
  if (cte !== undefined) return cte.columns;
  const local = parts.length === 1 ? localColumns(reader, last) : [];
  if (local.length > 0) return local;
  const index = indexOf(reader.catalog);
  const name = objectNameOf(parts);
  return catalogColumns(index.table(name)?.columns ?? index.routine(name)?.columns ?? []);
}

function localColumns(reader: Reader, name: string): readonly ColumnInfo[] {
  return reader.resolution.locals.get(name.toLowerCase())?.columns ?? [];
}

const NOWHERE = { start: 0, end: 0, line: 1 };

/** A name made of its parts. */
export function objectNameOf(parts: readonly string[]): ObjectName {
  const identifiers = parts.map((value): Identifier => ({ kind: 'identifier', value, quoted: true, span: NOWHERE }));
  return { kind: 'name', parts: identifiers, span: NOWHERE };
}

/** `WITH name (columns) AS (query), …` directly before the statement. */
function readCtes(reader: Reader, statement: number): void {
  const { tokens, text } = reader.caret;
  for (let at = withBefore(tokens, statement) + 1; at > 0 && at < reader.caret.tokens.length && isNameToken(tokens[at]!); ) {
    const name = tokens[at]!.text;
    const listed = tokens[at + 1]?.key === '(';
    const as = listed ? skipGroup(tokens, at + 1, tokens.length) : at + 1;
    if (tokens[as]?.key !== 'AS' || tokens[as + 1]?.key !== '(') return;
    const close = skipGroup(tokens, as + 1, tokens.length);
    const inner = text.slice(tokens[as + 1]!.end, tokens[close - 1]!.start);
    const columns = renamedColumns(textColumns(reader, inner), listed ? listedNames(tokens, at + 2, as - 1) : []);
    reader.ctes.push({ name, columns });
    if (tokens[close]?.key !== ',') return;
    at = close + 1;
  }
}

/** The WITH that opens the common tables of a statement; -1 for none. */
function withBefore(tokens: readonly Token[], statement: number): number {
  let depth = 0;
  for (let at = statement - 1; at >= 0; at--) {
    const { key } = tokens[at]!;
    if (key === ')') depth++;
    else if (key === '(') depth--;
    if (depth < 0 || key === ';') return -1;
    if (depth === 0 && key === 'WITH') return at;
  }
  return -1;
}

function renamedColumns(columns: readonly ColumnInfo[], names: readonly string[]): readonly ColumnInfo[] {
  return names.length === 0 ? columns : names.map((name, index) => ({ type: '', nullable: null, ...columns[index], name }));
}

/** The columns of a query that stands in parentheses. */
function textColumns(reader: Reader, text: string): readonly ColumnInfo[] {
  const document = documentOf(text);
  const [statement] = document.statements;
  if (statement?.kind !== 'select') return [];
  const tables = reader.ctes.map(({ name, columns }): Local => ({ name, kind: 'temp-table', type: '', columns, span: NOWHERE }));
  return queryColumnsOf(document, statement, reader.catalog, [...reader.resolution.locals.values(), ...tables]) ?? [];
}
