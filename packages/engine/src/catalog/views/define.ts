/**
 * How a system view is written: a source of items and a list of columns, each with its type and what it shows of an item. A view is made from these
 * rows of a table and nothing else, so its columns, their types and its values cannot disagree. To a binder it is a table like any other
 * (`view.table`) whose rows are asked for with `view.rows(context)`.
 */

import type { Type } from '@sprocket/tsql';
import type { Value } from '../../values/value.ts';
import type { DatabaseCatalog, Table } from '../model.ts';
import { plainTable } from '../plain-table.ts';
import type { ServerCatalog } from '../server.ts';
import type { LiveFigures } from './live.ts';

/** What the rows of a view are made from. */
export interface SystemContext {
  /** The database whose view it is: `pubs.sys.tables` shows that of pubs. */
  readonly catalog: DatabaseCatalog;
  readonly server: ServerCatalog;
  /** All databases, for sys.databases and its kin. */
  databases(): Iterable<DatabaseCatalog>;
  readonly live: LiveFigures;
}

/** Views of `dbo` are in every database, those of `msdb` in schema dbo of that database. */
export type ViewSchema = 'sys' | 'INFORMATION_SCHEMA' | 'dbo' | 'msdb';

export interface SystemView {
  readonly schema: ViewSchema;
  readonly name: string;
  /** object_id; negative as those of all system objects. */
  readonly id: number;
  /** True when rows depend on more than catalogs, so that they may change without a new catalog version. */
  readonly live: boolean;
  /** True when no database has what it shows. */
  readonly isEmpty: boolean;
  readonly columns: readonly ViewColumn[];
  /** Stands for the view where a table is expected. */
  readonly table: Table;
  /** Fresh rows in column order. */
  rows(context: SystemContext): Iterable<readonly Value[]>;
}

export interface ViewColumn {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
}

/** A column's row: its type, whether it can be NULL, and its value: a constant or a function of the item. */
export interface ColumnRow<Item> {
  readonly type: Type;
  readonly nullable: boolean;
  readonly value: Value | ((item: Item, context: SystemContext) => Value);
}

/** Columns by name, in order. */
export type ColumnRows<Item> = Readonly<Record<string, ColumnRow<Item>>>;

/** A column that is never NULL. */
export function column<Item = unknown>(type: Type, value: ColumnRow<Item>['value']): ColumnRow<Item> {
  return { type, nullable: false, value };
}

/** A column that can be NULL; without a value it always is. */
export function nullable<Item = unknown>(type: Type, value: ColumnRow<Item>['value'] = null): ColumnRow<Item> {
  return { type, nullable: true, value };
}

export interface ViewDefinition<Item> {
  readonly live?: boolean;
  readonly columns: ColumnRows<Item>;
  /** The items that become rows; absent for a view that is always empty. */
  readonly items?: (context: SystemContext) => Iterable<Item>;
}

/** Numbers views from here downwards. */
let nextViewId = -101;

/** A view by its qualified name. */
export function defineView<Item>(schema: ViewSchema, name: string, { live = false, columns, items }: ViewDefinition<Item>): SystemView {
  const entries = Object.entries(columns);
  const list = entries.map(([columnName, { type, nullable: canBeNull }]): ViewColumn => ({ name: columnName, type, nullable: canBeNull }));
  const cells = entries.map(([, { value }]) => value);
  const id = nextViewId--;
  return {
    schema,
    name,
    id,
    live,
    isEmpty: items === undefined,
    columns: list,
    table: viewTable(schema, name, id, list),
    *rows(context) {
      for (const item of items?.(context) ?? []) yield cells.map((cell) => (typeof cell === 'function' ? cell(item, context) : cell));
    },
  };
}

/** Whether a view is an object of every database; the others are a database's own, or stand behind functions. */
export const isListed = ({ schema, name }: SystemView): boolean =>
  (schema === 'sys' || schema === 'INFORMATION_SCHEMA') && !name.startsWith('$');

/** A view without rows, for features that no database here has. */
export const emptyView = (schema: ViewSchema, name: string, columns: ColumnRows<never>): SystemView =>
  defineView<never>(schema, name, { columns });

function viewTable(schema: string, name: string, id: number, columns: readonly ViewColumn[]): Table {
  const storage = { kind: 'system', name: `${schema}.${name}`, rowIdColumn: null } as const;
  return plainTable({ id, schema, name, created: 0n, modified: 0n, isSystem: true, storage }, columns);
}
