/** What the name at a place is, and where it is defined: two questions to the same resolution. */
import type { Span } from '../ast/index.ts';
import { lex } from '../lexer/lex.ts';
import type { Definition, Hover, OutlineItem, SemanticToken, SemanticTokenKind } from './answers.ts';
import { builtinFunction } from './builtins.ts';
import type { CatalogRoutine, CatalogSnapshot, CatalogTable } from './catalog.ts';
import { indexOf } from './catalog.ts';
import { objectNameOf } from './complete/sources.ts';
import { documentOf } from './document.ts';
import { touches } from './nodes.ts';
import { procedureOf } from './procedure.ts';
import type { Reference } from './resolve/index.ts';
import { resolve } from './resolve/index.ts';

/** What to show about the name at an offset; null when there is nothing to say. */
export function hover(text: string, offset: number, catalog: CatalogSnapshot): Hover | null {
  const reference = referenceAt(text, offset, catalog);
  if (reference === undefined) return builtinHover(text, offset);
  const code = describe(reference, catalog) ?? reference.code;
  const { span, note } = reference;
  return note === undefined ? { span, code } : { span, code, text: note };
}

/** Where the name at an offset is defined; null when it is no name. */
export function definition(text: string, offset: number, catalog: CatalogSnapshot): Definition | null {
  const reference = referenceAt(text, offset, catalog);
  if (reference === undefined) return null;
  const { kind, name, schema, target } = reference;
  return { kind, name, ...(schema === undefined ? {} : { schema }), ...(target === undefined ? {} : { span: target }) };
}

/** The names of a draft and what they stand for, in the order of the text. */
export function semanticTokens(text: string, catalog: CatalogSnapshot | null = null): readonly SemanticToken[] {
  let end = 0;
  return resolve(documentOf(text), catalog).references.flatMap(({ span, kind }) => {
    const token = TOKEN_KINDS[kind];
    if (token === undefined || span.start < end) return [];
    end = span.end;
    return [{ start: span.start, end: span.end, kind: token }];
  });
}

/** What a draft declares, in the order of the text. */
export function outline(text: string): readonly OutlineItem[] {
  const document = documentOf(text);
  const { locals, ctes } = resolve(document, null);
  const procedure = procedureOf(document);
  const own: readonly OutlineItem[] =
    procedure === undefined
      ? []
      : [{ name: text.slice(procedure.name.span.start, procedure.name.span.end), kind: 'procedure', span: procedure.name.span }];
  const declared = [...locals.values()].map(({ name, kind, span }): OutlineItem => ({ name, kind, span }));
  const tables = ctes.map(({ name }): OutlineItem => ({ name: name.value, kind: 'cte', span: name.span }));
  return [...own, ...declared, ...tables].sort((a, b) => a.span.start - b.span.start);
}

const TOKEN_KINDS: Readonly<Partial<Record<Reference['kind'], SemanticTokenKind>>> = {
  variable: 'variable',
  parameter: 'parameter',
  'table-variable': 'variable',
  'temp-table': 'temp-table',
  cte: 'table',
  alias: 'alias',
  table: 'table',
  view: 'table',
  synonym: 'table',
  procedure: 'procedure',
  function: 'function',
  type: 'type',
  column: 'column',
};

/** The narrowest reference that an offset touches. */
function referenceAt(text: string, offset: number, catalog: CatalogSnapshot): Reference | undefined {
  const found = resolve(documentOf(text), catalog).references.filter(({ span }) => touches(span, offset));
  return found.sort((a, b) => width(a.span) - width(b.span) || rank(a) - rank(b))[0];
}

function width(span: Span): number {
  return span.end - span.start;
}

/** Where two answers have one place, the one about the object says more. */
function rank({ kind }: Reference): number {
  return kind === 'alias' ? 1 : 0;
}

function describe({ kind, schema, name }: Reference, catalog: CatalogSnapshot): string | undefined {
  if (schema === undefined) return undefined;
  const index = indexOf(catalog);
  const object = objectNameOf([schema, name]);
  if (kind === 'procedure' || kind === 'function') return routineText(index.routine(object));
  return kind === 'table' || kind === 'view' ? tableText(index.table(object)) : undefined;
}

const SHOWN_COLUMNS = 40;

function tableText(table: CatalogTable | undefined): string | undefined {
  if (table === undefined) return undefined;
  const columns = table.columns
    .slice(0, SHOWN_COLUMNS)
    .map(({ name, type, nullable }) => `  ${name} ${type}${nullable ? '' : ' NOT NULL'}`);
  if (table.columns.length > SHOWN_COLUMNS) columns.push(`  -- and ${table.columns.length - SHOWN_COLUMNS} more`);
  return `${table.kind.toUpperCase()} ${table.schema}.${table.name} (\n${columns.join(',\n')}\n)`;
}

function routineText(routine: CatalogRoutine | undefined): string | undefined {
  if (routine === undefined) return undefined;
  const parameters = routine.parameters.map(
    ({ name, type, hasDefault, default: value, output }) =>
      `  ${name} ${type}${hasDefault ? ` = ${value ?? '…'}` : ''}${output ? ' OUTPUT' : ''}`,
  );
  const word = routine.kind === 'procedure' ? 'PROCEDURE' : 'FUNCTION';
  const returns = routine.returns === undefined ? '' : `\nRETURNS ${routine.returns}`;
  return `${word} ${routine.schema}.${routine.name}${parameters.length === 0 ? '' : `\n${parameters.join(',\n')}`}${returns}`;
}

function builtinHover(text: string, offset: number): Hover | null {
  const { tokens } = lex(text);
  const at = tokens.findIndex(
    (token) => token.type !== 'end' && touches(token, offset) && (token.type === 'word' || token.type === 'keyword'),
  );
  const token = tokens[at];
  if (token === undefined || tokens[at + 1]?.key !== '(' || tokens[at - 1]?.key === '.') return null;
  const builtin = builtinFunction(token.text);
  if (builtin === undefined) return null;
  const { start, end, line } = token;
  return { span: { start, end, line }, code: `${builtin.label} → ${builtin.returns}`, text: `built-in ${builtin.kind} function` };
}
