/**
 * Node and edge tables: the columns that SQL Server puts before the declared ones, and what their names stand for. A row is identified by the object id
 * of its table and a number, which lie in hidden columns; `$node_id` and its kin are columns that show a pair of them as text.
 */

import { BIGINT, INT, nvarchar } from '@sprocket/tsql';
import { type Column, type EdgeConstraint, type GraphColumn, nameKey, type Table } from './model.ts';
import { plainColumn } from './plain-table.ts';

/** What the columns of a graph table hold; the place in this list, from 1, is graph_type of sys.columns. */
export const GRAPH_COLUMNS: readonly GraphColumn[] = [
  'GRAPH_ID',
  'GRAPH_ID_COMPUTED',
  'GRAPH_FROM_ID',
  'GRAPH_FROM_OBJ_ID',
  'GRAPH_FROM_ID_COMPUTED',
  'GRAPH_TO_ID',
  'GRAPH_TO_OBJ_ID',
  'GRAPH_TO_ID_COMPUTED',
];

/** Names of pseudo columns, and the beginnings of the names of the columns that they stand for. */
export const PSEUDO_COLUMNS: ReadonlySet<string> = new Set(['$node_id', '$edge_id', '$from_id', '$to_id']);

export type GraphKind = 'node' | 'edge';

interface Definition {
  readonly graph: GraphColumn;
  readonly name: string;
}

const OWN: Readonly<Record<GraphKind, readonly Definition[]>> = {
  node: [
    { graph: 'GRAPH_ID', name: 'graph_id' },
    { graph: 'GRAPH_ID_COMPUTED', name: '$node_id' },
  ],
  edge: [
    { graph: 'GRAPH_ID', name: 'graph_id' },
    { graph: 'GRAPH_ID_COMPUTED', name: '$edge_id' },
    { graph: 'GRAPH_FROM_OBJ_ID', name: 'from_obj_id' },
    { graph: 'GRAPH_FROM_ID', name: 'from_id' },
    { graph: 'GRAPH_FROM_ID_COMPUTED', name: '$from_id' },
    { graph: 'GRAPH_TO_OBJ_ID', name: 'to_obj_id' },
    { graph: 'GRAPH_TO_ID', name: 'to_id' },
    { graph: 'GRAPH_TO_ID_COMPUTED', name: '$to_id' },
  ],
};

/** Identifiers as text. */
export const IDENTIFIER = nvarchar(1000);

/** The first columns of a node or edge table. */
export function graphColumns(kind: GraphKind, tableId: number): readonly Column[] {
  return OWN[kind].map(({ graph, name }, i): Column => {
    const full = `${name}_${suffix(tableId, i)}`;
    const isShown = isPseudo({ graph });
    const type = isShown ? IDENTIFIER : graph.endsWith('OBJ_ID') ? INT : BIGINT;
    const nullable = graph === 'GRAPH_FROM_ID_COMPUTED' || graph === 'GRAPH_TO_ID_COMPUTED';
    return {
      ...plainColumn({ name: full, type, nullable }, i + 1),
      graph,
      hidden: !isShown,
      // Bound by what it is, never by this text, which stands for the value wherever definitions are bound over a row.
      computed: isShown ? { text: `[${full}]`, persisted: false } : null,
    };
  });
}

/** 32 hexadecimal digits that are the same for no two columns of a database. */
function suffix(tableId: number, place: number): string {
  return Array.from({ length: 4 }, (_, part) => mixed(`${tableId}.${place}.${part}`)).join('');
}

function mixed(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return ((h ^ (h >>> 13)) >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

/** A column that shows an identifier as text. */
export const isPseudo = ({ graph }: { readonly graph?: GraphColumn | undefined }): boolean => graph?.endsWith('COMPUTED') === true;

/** A column that statements cannot name. */
export const isInternal = ({ graph }: { readonly graph?: GraphColumn | undefined }): boolean =>
  graph !== undefined && !graph.endsWith('COMPUTED');

/** The column that a pseudo column stands for, by its name with its suffix. */
const FULL_NAME = /^(\$(?:node|edge|from|to)_id)_[0-9a-f]{32}$/;

/** Whether `$node_id` or another pseudo column stands for a column of that name. */
export const standsFor = (pseudo: string, name: string): boolean => FULL_NAME.exec(nameKey(name))?.[1] === nameKey(pseudo);

/** Whether a name is one of a pseudo column. */
export const isPseudoName = (name: string): boolean => PSEUDO_COLUMNS.has(nameKey(name));

/** The internal columns that a pseudo column shows. */
const PARTS: Readonly<Partial<Record<GraphColumn, readonly GraphColumn[]>>> = {
  GRAPH_ID_COMPUTED: ['GRAPH_ID'],
  GRAPH_FROM_ID_COMPUTED: ['GRAPH_FROM_OBJ_ID', 'GRAPH_FROM_ID'],
  GRAPH_TO_ID_COMPUTED: ['GRAPH_TO_OBJ_ID', 'GRAPH_TO_ID'],
};

/** The columns of an index that names this one: an index on a pseudo column holds what it shows. */
export function keyPartsOf(table: Table, column: Column): readonly Column[] {
  const parts = column.graph === undefined ? undefined : PARTS[column.graph];
  if (parts === undefined) return [column];
  return parts.flatMap((part) => table.columns.find(({ graph }) => graph === part) ?? []);
}

const OBJECTS: ReadonlySet<GraphColumn | undefined> = new Set(['GRAPH_FROM_OBJ_ID', 'GRAPH_TO_OBJ_ID']);

/** The columns of an index as storage keeps them: the number of a node, which tells rows apart, before its table, which hardly does. */
export function inStorageOrder<Key extends { readonly column: Column }>(keys: readonly Key[]): readonly Key[] {
  const isTable = (key: Key | undefined): boolean => OBJECTS.has(key?.column.graph);
  return keys.map((key, i) => (isTable(key) ? keys[i + 1] : isTable(keys[i - 1]) ? keys[i - 1] : key) ?? key);
}

/** Where a column of that kind stands; -1 for none. */
export const placeOf = (columns: readonly { readonly graph?: GraphColumn | undefined }[], kind: GraphColumn): number =>
  columns.findIndex(({ graph }) => graph === kind);

/** The name that the unique index over the identifiers of a table is given. */
export const uniqueIndexName = (columns: readonly Column[]): string =>
  `GRAPH_UNIQUE_INDEX_${columns[placeOf(columns, 'GRAPH_ID')]?.name.slice(-32) ?? ''}`;

/** The table with other CONNECTION constraints; only edge tables have any. */
export function withConnections(table: Table, change: (connections: readonly EdgeConstraint[]) => readonly EdgeConstraint[]): Table {
  const { graph } = table;
  return graph === undefined ? table : { ...table, graph: { ...graph, connections: change(graph.connections) } };
}
