/**
 * Completion: what may be typed at the caret. What is in sight comes from the tokens of the statement that is being typed; variables and
 * temporary tables come from the rest of the draft; the rest is the catalog. What is nearest sorts first.
 */
import type { CompletionItem, CompletionKind } from '../answers.ts';
import { BUILTIN_SIGNATURES, GLOBAL_VARIABLES, NILADIC_FUNCTIONS } from '../builtins.ts';
import type { CatalogRoutine, CatalogSnapshot } from '../catalog.ts';
import { sameName } from '../catalog.ts';
import { documentOf } from '../document.ts';
import type { ColumnInfo, Resolution } from '../resolve/index.ts';
import { resolve } from '../resolve/index.ts';
import { executedProcedure } from './call.ts';
import type { Caret } from './caret.ts';
import { caretAt, tokenBefore } from './caret.ts';
import { isRegularName } from './names.ts';
import type { Sight } from './sources.ts';
import { sightAt } from './sources.ts';
import { KEYWORDS, TYPES } from './words.ts';

/** What may be typed at an offset. Items that do not fit the word before the caret are left out. */
export function complete(text: string, offset: number, catalog: CatalogSnapshot): readonly CompletionItem[] {
  const caret = caretAt(text, offset);
  if (caret === null) return [];
  const resolution = resolve(documentOf(text), catalog);
  const candidates = candidatesAt({ caret, catalog, resolution });
  const typed = caret.word.replace(/^\[/, '').toLowerCase();
  const seen = new Set<string>();
  return candidates.flatMap((candidate) => {
    const key = `${candidate.kind} ${candidate.label.toLowerCase()}`;
    if (seen.has(key) || !fits(candidate.label.toLowerCase(), typed)) return [];
    seen.add(key);
    return [item(candidate, caret)];
  });
}

interface Place {
  readonly caret: Caret;
  readonly catalog: CatalogSnapshot;
  readonly resolution: Resolution;
}

interface Candidate {
  readonly label: string;
  readonly kind: CompletionKind;
  /** 0 sorts first. */
  readonly rank: number;
  readonly detail?: string;
  readonly insert?: string;
}

function fits(label: string, typed: string): boolean {
  return label.startsWith(typed) || (typed.length > 1 && label.includes(typed));
}

const RAW: ReadonlySet<CompletionKind> = new Set(['keyword', 'function', 'variable', 'parameter', 'type']);

function item({ label, kind, rank, detail, insert }: Candidate, caret: Caret): CompletionItem {
  const text = insert ?? (RAW.has(kind) || isRegularName(label) ? label : `[${label.replaceAll(']', ']]')}]`);
  const common = { label, kind, insertText: text, replace: caret.replace, sortText: `${rank}${label.toLowerCase()}` };
  return detail === undefined || detail === '' ? common : { ...common, detail };
}

function candidatesAt(place: Place): readonly Candidate[] {
  const { caret } = place;
  if (tokenBefore(caret)?.key === '.') return members(place);
  const { word } = caret;
  if (word.startsWith('@@')) return GLOBAL_VARIABLES.map((label) => ({ label, kind: 'variable', rank: 1 }));
  const called = executedProcedure(caret, place.catalog);
  if (called !== null) return [...argumentNames(called.routine), ...variables(place)];
  if (word.startsWith('@')) return [...variables(place), ...(wantsTable(caret) ? [] : GLOBAL_VARIABLES.map((label) => global(label)))];
  if (isAt(caret, 'EXEC', 'EXECUTE')) return [...routines(place, 'procedure'), ...schemas(place), ...variables(place)];
  if (wantsTable(caret)) return tables(place);
  if (wantsType(caret)) return types(place);
  return expressions(place);
}

function global(label: string): Candidate {
  return { label, kind: 'variable', rank: 5 };
}

function isAt(caret: Caret, ...keys: readonly string[]): boolean {
  return keys.includes(tokenBefore(caret)?.key ?? '');
}

const BEFORE_TABLE = ['FROM', 'JOIN', 'APPLY', 'INTO', 'UPDATE', 'USING', 'TABLE', 'MERGE'] as const;

/** After a word that a table follows, or a comma in FROM. */
function wantsTable(caret: Caret): boolean {
  if (isAt(caret, ...BEFORE_TABLE)) return true;
  if (isAt(caret, 'DELETE')) return true;
  return isAt(caret, ',') && lastClause(caret) === 'FROM';
}

const CLAUSES: ReadonlySet<string> = new Set([
  'SELECT',
  'FROM',
  'WHERE',
  'ON',
  'GROUP',
  'ORDER',
  'HAVING',
  'SET',
  'VALUES',
  'EXEC',
  'EXECUTE',
  'DECLARE',
  'PRINT',
  'RETURN',
  'IF',
]);

function lastClause({ tokens, index }: Caret): string {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const { key } = tokens[at]!;
    if (key === ')') depth++;
    else if (key === '(' && depth-- === 0) return '';
    else if (depth === 0 && CLAUSES.has(key)) return key;
  }
  return '';
}

/** After the name in DECLARE or a parameter list, and after AS in CAST. */
function wantsType(caret: Caret): boolean {
  const before = tokenBefore(caret);
  const second = tokenBefore(caret, 2);
  if (before?.type === 'variable')
    return second?.key === 'DECLARE' || (second?.key === ',' && lastClause(caret) === 'DECLARE') || isHeader(caret);
  return before?.key === 'AS' && isInCast(caret);
}

function isHeader({ tokens, index }: Caret): boolean {
  const procedure = tokens.findIndex(({ key }) => key === 'PROCEDURE' || key === 'PROC');
  if (procedure < 0 || procedure > index) return false;
  return !tokens.slice(procedure, index).some(({ key }) => key === 'AS');
}

function isInCast({ tokens, index }: Caret): boolean {
  let depth = 0;
  for (let at = index - 2; at >= 0; at--) {
    const { key } = tokens[at]!;
    if (key === ')') depth++;
    else if (key === '(' && depth-- === 0) return ['CAST', 'TRY_CAST', 'PARSE', 'TRY_PARSE'].includes(tokens[at - 1]?.key ?? '');
  }
  return false;
}

/** After a dot: columns of an alias, or objects of a schema. */
function members(place: Place): readonly Candidate[] {
  const { caret, catalog } = place;
  const qualifier = tokenBefore(caret, 2)?.text ?? '';
  const sight = sightAt(caret, catalog, place.resolution);
  // An UPDATE names the alias of its FROM clause first; only there it has columns.
  const known = sight.sources.filter(({ columns }) => columns.length > 0);
  const source = known.find(({ alias }) => sameName(alias, qualifier)) ?? known.find(({ object }) => sameName(object, qualifier));
  if (source !== undefined) return source.columns.map((column) => columnCandidate(column, 0));
  const image = /^(inserted|deleted)$/i.test(qualifier) ? known[0] : undefined;
  if (image !== undefined) return image.columns.map((column) => columnCandidate(column, 0));
  const schema = catalog.schemas.find((name) => sameName(name, qualifier));
  return schema === undefined ? [] : schemaMembers(place, schema);
}

function schemaMembers({ caret, catalog }: Place, schema: string): readonly Candidate[] {
  const before = { ...caret, index: caret.index - 2 };
  const own = <T extends { readonly schema: string }>(rows: readonly T[]) => rows.filter((row) => sameName(row.schema, schema));
  const found = own(catalog.routines).map(routineCandidate);
  if (isAt(before, 'EXEC', 'EXECUTE')) return found.filter(({ kind }) => kind === 'procedure');
  const rows = own(catalog.tables).map(tableCandidate);
  const functions = found.filter(({ kind }) => kind === 'function');
  return wantsTable(before)
    ? [...rows, ...functions]
    : [...functions, ...rows, ...own(catalog.types).map(({ name }): Candidate => ({ label: name, kind: 'type', rank: 2 }))];
}

function tableCandidate({ name, kind, schema }: CatalogSnapshot['tables'][number]): Candidate {
  return { label: name, kind: kind === 'view' ? 'view' : 'table', rank: 1, detail: `${kind} in ${schema}` };
}

function routineCandidate(routine: CatalogRoutine): Candidate {
  return { label: routine.name, kind: routine.kind === 'procedure' ? 'procedure' : 'function', rank: 1, detail: parameterText(routine) };
}

function parameterText({ parameters }: CatalogRoutine): string {
  return `(${parameters.map(({ name, type }) => `${name} ${type}`).join(', ')})`;
}

function columnCandidate({ name, type }: ColumnInfo, rank: number): Candidate {
  return { label: name, kind: 'column', rank, detail: type };
}

function argumentNames(routine: CatalogRoutine): readonly Candidate[] {
  return routine.parameters.map(({ name, type, output, hasDefault }) => {
    const detail = `${type}${output ? ' OUTPUT' : ''}${hasDefault ? ', optional' : ''}`;
    return { label: `${name} =`, kind: 'parameter', rank: 0, detail, insert: `${name} = ` };
  });
}

function variables({ resolution }: Place): readonly Candidate[] {
  return [...resolution.locals.values()]
    .filter(({ name }) => name.startsWith('@'))
    .map(({ name, kind, type }) => ({ label: name, kind: kind === 'parameter' ? 'parameter' : 'variable', rank: 1, detail: type }));
}

function schemas({ catalog }: Place): readonly Candidate[] {
  return catalog.schemas.map((label) => ({ label, kind: 'schema', rank: 3 }));
}

/** Objects outside of the default schema are written with their schema. */
function qualified({ catalog }: Place, schema: string, candidate: Candidate): Candidate {
  if (sameName(schema, catalog.defaultSchema)) return candidate;
  const name = isRegularName(candidate.label) ? candidate.label : `[${candidate.label.replaceAll(']', ']]')}]`;
  return { ...candidate, label: `${schema}.${candidate.label}`, insert: `${isRegularName(schema) ? schema : `[${schema}]`}.${name}` };
}

function routines(place: Place, kind: 'procedure' | 'function'): readonly Candidate[] {
  return place.catalog.routines
    .filter((routine) => (routine.kind === 'procedure') === (kind === 'procedure'))
    .map((routine) => qualified(place, routine.schema, routineCandidate(routine)));
}

function tables(place: Place): readonly Candidate[] {
  const { catalog, resolution, caret } = place;
  const { ctes, sources } = sightAt(caret, catalog, resolution);
  const locals = [...resolution.locals.values()].filter(({ columns, name }) => columns !== null || name.startsWith('#'));
  return [
    ...ctes.map(({ name }): Candidate => ({ label: name, kind: 'cte', rank: 0 })),
    ...locals.map(({ name }): Candidate => ({ label: name, kind: name.startsWith('#') ? 'temp-table' : 'variable', rank: 0 })),
    ...(isAt(caret, 'UPDATE', 'DELETE') ? sources.map(({ alias }): Candidate => ({ label: alias, kind: 'alias', rank: 0 })) : []),
    ...catalog.tables.map((table) => qualified(place, table.schema, tableCandidate(table))),
    ...routines(place, 'function').filter(({ label }) => isTableFunction(place, label)),
    ...schemas(place),
    ...BUILTIN_SIGNATURES.filter(({ kind }) => kind === 'table').map(
      ({ name, label }): Candidate => ({ label: name, kind: 'function', rank: 4, detail: label }),
    ),
  ];
}

function isTableFunction({ catalog }: Place, label: string): boolean {
  return catalog.routines.some(({ kind, schema, name }) => kind === 'table-function' && (label === name || label === `${schema}.${name}`));
}

function types({ catalog }: Place): readonly Candidate[] {
  return [
    ...TYPES.map((label): Candidate => ({ label, kind: 'type', rank: 1 })),
    ...catalog.types.map(({ schema, name }): Candidate => ({ label: `${schema}.${name}`, kind: 'type', rank: 0 })),
  ];
}

function expressions(place: Place): readonly Candidate[] {
  const sight: Sight = sightAt(place.caret, place.catalog, place.resolution);
  return [
    ...sight.sources.flatMap(({ columns }, index) => columns.map((column) => columnCandidate(column, Math.min(index, 1)))),
    ...sight.sources.map(({ alias }): Candidate => ({ label: alias, kind: 'alias', rank: 2 })),
    ...variables(place),
    ...BUILTIN_SIGNATURES.filter(({ kind }) => kind !== 'table').map(
      ({ name, label, returns }): Candidate => ({ label: name, kind: 'function', rank: 4, detail: `${label} → ${returns}` }),
    ),
    ...NILADIC_FUNCTIONS.map((label): Candidate => ({ label, kind: 'function', rank: 4 })),
    ...routines(place, 'function'),
    ...KEYWORDS.map((label): Candidate => ({ label, kind: 'keyword', rank: 5 })),
    ...schemas(place),
  ];
}
