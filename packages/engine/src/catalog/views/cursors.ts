/** What the procedures and the function about cursors select from: the cursors of sessions, their columns and their tables. */

import { BIT, DATETIME, INT, nvarchar, SMALLINT, SYSNAME, TINYINT, type TypeName, varchar } from '@sprocket/tsql';
import { maxLengthOf, precisionOf, scaleOf, systemTypeId } from '../types.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import type { CursorColumnFigures, CursorFigures, CursorTableFigures } from './live.ts';
import { bit, datetimeOf } from './shared.ts';

const MODELS: Readonly<Record<CursorFigures['kind'], number>> = { static: 1, keyset: 2, dynamic: 3, 'fast forward': 4 };
const CONCURRENCIES: Readonly<Record<CursorFigures['concurrency'], number>> = { 'read only': 1, 'scroll locks': 2, optimistic: 3 };

const KIND_WORDS: Readonly<Record<CursorFigures['kind'], string>> = {
  static: 'Snapshot',
  keyset: 'Keyset',
  dynamic: 'Dynamic',
  'fast forward': 'Fast_Forward',
};
const CONCURRENCY_WORDS: Readonly<Record<CursorFigures['concurrency'], string>> = {
  'read only': 'Read Only',
  'scroll locks': 'Scroll Locks',
  optimistic: 'Optimistic',
};

const properties = (c: CursorFigures): string =>
  `${c.scope === 'api' ? 'API' : 'TSQL'} | ${KIND_WORDS[c.kind]} | ${CONCURRENCY_WORDS[c.concurrency]} | ${c.isLocal ? 'Local' : 'Global'} (0)`;

interface Named extends CursorFigures {
  /** The first of the names that reach the cursor. */
  readonly isFirst: boolean;
}

function* named({ live }: SystemContext): Iterable<Named> {
  const seen = new Set<number>();
  for (const cursor of live.cursors()) {
    yield { ...cursor, isFirst: !seen.has(cursor.handle) };
    seen.add(cursor.handle);
  }
}

const CURSOR_COLUMNS: ColumnRows<Named> = {
  session_id: column(INT, (c) => c.sessionId),
  cursor_id: column(INT, (c) => c.handle),
  name: nullable(nvarchar(256), (c) => c.name),
  properties: nullable(nvarchar(256), properties),
  creation_time: column(DATETIME, (c) => datetimeOf(c.created)),
  is_open: column(BIT, (c) => bit(c.open)),
  fetch_buffer_size: column(INT, (c) => c.bufferSize),
  fetch_buffer_start: column(INT, (c) => c.bufferStart),
  is_first: column(BIT, (c) => bit(c.isFirst)),
  depth: column(INT, (c) => c.depth),
  source: column(nvarchar(30), (c) => c.scope),
  reference_name: column(SYSNAME, (c) => c.reference),
  cursor_name: column(SYSNAME, (c) => c.name),
  cursor_scope: column(SMALLINT, (c) => (c.scope === 'global' || c.scope === 'api' ? 2 : 1)),
  status: column(SMALLINT, (c) => c.status),
  model: column(SMALLINT, (c) => MODELS[c.kind]),
  concurrency: column(SMALLINT, (c) => CONCURRENCIES[c.concurrency]),
  scrollable: column(SMALLINT, (c) => bit(c.scrollable)),
  open_status: column(SMALLINT, (c) => bit(c.open)),
  cursor_rows: column(INT, (c) => c.rows),
  fetch_status: column(SMALLINT, (c) => c.fetchStatus),
  column_count: column(SMALLINT, (c) => c.columns.length),
  row_count: column(SMALLINT, (c) => Math.min(c.rowCount, 32_767)),
  last_operation: column(SMALLINT, (c) => c.lastOperation),
};

/** A column or table of a cursor; `cursor_id` is the cursor's handle. */
interface Part<Item> {
  readonly cursor: CursorFigures;
  readonly item: Item;
  readonly ordinal: number;
}

const parts =
  <Item>(of: (cursor: CursorFigures) => readonly Item[]) =>
  (context: SystemContext): Iterable<Part<Item>> =>
    [...named(context)]
      .filter(({ isFirst }) => isFirst)
      .flatMap((cursor) => of(cursor).map((item, i) => ({ cursor, item, ordinal: i + 1 })));

const FIXED = 0x2;
const NULLABLE = 0x4;
const UPDATABLE = 0x10;

const VARYING: ReadonlySet<TypeName> = new Set(['varchar', 'nvarchar', 'varbinary', 'text', 'ntext', 'image', 'xml', 'sql_variant']);

const flags = ({ type, nullable: canBeNull, updatable }: CursorColumnFigures): number =>
  (VARYING.has(type.name) ? 0 : FIXED) | (canBeNull ? NULLABLE : 0) | (updatable ? UPDATABLE : 0);

/** max and the old large types have the greatest size. */
const LARGEST = 2_147_483_647;

function sizeOf({ type }: CursorColumnFigures): number {
  const length = maxLengthOf(type);
  return length < 0 || type.name === 'text' || type.name === 'ntext' || type.name === 'image' ? LARGEST : length;
}

const databaseName = (id: number, { databases }: SystemContext): string | null =>
  [...databases()].find(({ databaseId }) => databaseId === id)?.name ?? null;

const COLUMN_COLUMNS: ColumnRows<Part<CursorColumnFigures>> = {
  cursor_id: column(INT, ({ cursor }) => cursor.handle),
  column_name: nullable(SYSNAME, ({ item }) => (item.name === '' ? null : item.name)),
  // 0-based, unlike every other ordinal.
  ordinal_position: column(INT, ({ ordinal }) => ordinal - 1),
  column_characteristics_flags: column(INT, ({ item }) => flags(item)),
  column_size: column(INT, ({ item }) => sizeOf(item)),
  data_type_sql: column(SMALLINT, ({ item }) => systemTypeId(item.type)),
  column_precision: column(TINYINT, ({ item }) => precisionOf(item.type)),
  column_scale: column(TINYINT, ({ item }) => scaleOf(item.type)),
  order_position: column(INT, 0),
  order_direction: nullable(varchar(1)),
  hidden_column: column(SMALLINT, 0),
  columnid: column(INT, ({ item }) => (item.columnId === 0 ? -1 : item.columnId)),
  objectid: column(INT, ({ item }) => (item.objectId === 0 ? -1 : item.objectId)),
  dbid: column(INT, ({ item }) => (item.objectId === 0 ? -1 : item.databaseId)),
  dbname: nullable(SYSNAME, ({ item }, context) => (item.objectId === 0 ? null : databaseName(item.databaseId, context))),
};

const TABLE_COLUMNS: ColumnRows<Part<CursorTableFigures>> = {
  cursor_id: column(INT, ({ cursor }) => cursor.handle),
  ordinal: column(INT, ({ ordinal }) => ordinal),
  table_owner: column(SYSNAME, ({ item }) => item.schema),
  table_name: column(SYSNAME, ({ item }) => item.name),
  optimizer_hint: column(SMALLINT, 0),
  lock_type: column(SMALLINT, 0),
  server_name: nullable(SYSNAME, (_part, { live }) => live.host.serverName),
  objectid: column(INT, ({ item }) => item.objectId),
  dbid: column(INT, ({ item }) => item.databaseId),
  dbname: nullable(SYSNAME, ({ item }, context) => databaseName(item.databaseId, context)),
};

export const CURSOR_VIEWS: readonly SystemView[] = [
  defineView('sys', '$cursors', { live: true, columns: CURSOR_COLUMNS, items: named }),
  defineView('sys', '$cursor_columns', { live: true, columns: COLUMN_COLUMNS, items: parts(({ columns }) => columns) }),
  defineView('sys', '$cursor_tables', { live: true, columns: TABLE_COLUMNS, items: parts(({ tables }) => tables) }),
];
