/**
 * The variables that a text uses without declaring them, in their order, with the type that their place suggests: that of the column they are compared
 * with, assigned or inserted to; nvarchar(4000) where no column stands near.
 */

import { INT, nvarchar, type Statement, type Type } from '@sprocket/tsql';
import { nameKey, objectKey, type Table } from '../../catalog/model.ts';
import { parameterNodes } from '../modules.ts';
import type { SessionCore } from '../session-core.ts';
import { isLocalTemporary } from '../temporaries.ts';
import type { UndeclaredParameter } from './describe.ts';

const FALLBACK = nvarchar(4000);

export function undeclaredVariables(core: SessionCore, statements: readonly Statement[], declared: string): readonly UndeclaredParameter[] {
  const known = new Set(declared.trim() === '' ? [] : parameterNodes(core, declared).map((node) => nameKey(node.variable.name)));
  const state: State = { core, known, found: new Map(), tables: [] };
  for (const statement of statements) visit({ ...state, tables: tablesIn(core, statement) }, statement);
  return [...state.found].map(([, parameter]) => parameter);
}

interface State {
  readonly core: SessionCore;
  readonly known: Set<string>;
  readonly found: Map<string, UndeclaredParameter>;
  /** Tables that the statement names: where its columns are looked up. */
  readonly tables: readonly Table[];
}

/** Any node of a tree, as far as this walk cares. */
interface AnyNode {
  readonly kind: string;
}

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'kind' in value;

function visit(state: State, node: AnyNode): void {
  if (node.kind === 'declareVariable') noteDeclared(state, node);
  if (node.kind === 'insert') visitInsert(state, node as Extract<Statement, { kind: 'insert' }>);
  if (node.kind === 'top') noteVariable(state, (node as unknown as { count: AnyNode }).count, INT);
  for (const [left, right] of pairs(node)) {
    noteVariable(state, left, columnType(state, right));
    noteVariable(state, right, columnType(state, left));
  }
  if (node.kind === 'variable') note(state, (node as unknown as { name: string }).name, undefined);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value.flat() : [value]) if (isNode(child)) visit(state, child);
}

/** The parts of nodes whose operands take each other's type. */
interface Operands extends AnyNode {
  readonly left: AnyNode;
  readonly right: AnyNode;
  readonly operand: AnyNode;
  readonly pattern: AnyNode;
  readonly low: AnyNode;
  readonly high: AnyNode;
  readonly list: readonly AnyNode[];
  readonly column: AnyNode;
  readonly value: AnyNode;
}

function pairs(node: AnyNode): readonly (readonly [AnyNode, AnyNode])[] {
  const parts = node as Operands;
  switch (node.kind) {
    case 'comparison':
    case 'arithmetic':
      return [[parts.left, parts.right]];
    case 'like':
      return [[parts.operand, parts.pattern]];
    case 'between':
      return [
        [parts.operand, parts.low],
        [parts.operand, parts.high],
      ];
    case 'in':
      return parts.list.map((item) => [parts.operand, item] as const);
    case 'assignColumn':
      return [[{ kind: 'column', name: parts.column } as AnyNode, parts.value]];
    default:
      return [];
  }
}

function visitInsert(state: State, node: Extract<Statement, { kind: 'insert' }>): void {
  const [table] = state.tables;
  if (node.source.kind !== 'insertValues' || table === undefined) return;
  const columns =
    node.columns?.map(({ value }) => findColumn(table, value)) ??
    table.columns.filter((column) => column.identity === null && column.computed === null);
  for (const row of node.source.rows) for (const [i, value] of row.entries()) noteVariable(state, value, columns[i]?.type);
}

function noteDeclared(state: State, node: AnyNode): void {
  state.known.add(nameKey((node as unknown as { variable: { name: string } }).variable.name));
}

function noteVariable(state: State, node: AnyNode, type: Type | undefined): void {
  if (node.kind === 'variable') note(state, (node as unknown as { name: string }).name, type);
}

/** The first place that suggests a type decides. */
function note({ known, found }: State, name: string, type: Type | undefined): void {
  const key = nameKey(name);
  if (known.has(key)) return;
  const before = found.get(key);
  if (before === undefined) found.set(key, { name, type: type ?? FALLBACK });
  else if (before.type === FALLBACK && type !== undefined) found.set(key, { name, type });
}

function columnType(state: State, node: AnyNode): Type | undefined {
  if (node.kind !== 'column') return undefined;
  const { parts } = (node as unknown as { name: { parts: readonly { value: string }[] } }).name;
  const name = parts.at(-1)?.value ?? '';
  for (const table of state.tables) {
    const column = findColumn(table, name);
    if (column !== undefined) return column.type;
  }
  return undefined;
}

const findColumn = (table: Table, name: string) => table.columns.find((column) => nameKey(column.name) === nameKey(name));

/** Every table that a statement names, in the order of the text. */
function tablesIn(core: SessionCore, node: AnyNode): readonly Table[] {
  const own =
    node.kind === 'table' ? tableOf(core, (node as unknown as { name: { parts: readonly { value: string }[] } }).name.parts) : undefined;
  const inner = Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? value.flat() : [value]).filter(isNode).flatMap((child) => tablesIn(core, child)),
  );
  return own === undefined ? inner : [own, ...inner];
}

function tableOf(core: SessionCore, parts: readonly { readonly value: string }[]): Table | undefined {
  const [name = '', schema = '', database] = parts.map((part) => part.value).reverse();
  if (isLocalTemporary(name)) return core.temporaries.find(name);
  const object = core.catalogs
    .database(name.startsWith('##') ? 'tempdb' : database)
    ?.objects.get(objectKey(schema === '' ? core.catalogs.defaultSchema : schema, name));
  return object?.kind === 'table' ? object : undefined;
}
