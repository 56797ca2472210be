/** sysobjects, the texts of modules, constraints and foreign keys. */

import { BIT, char, DATETIME, INT, nvarchar, SMALLINT, SYSNAME, TINYINT, varbinary } from '@sprocket/tsql';
import { triggersOf } from '../../find.ts';
import type { ForeignKey, Procedure, Table, Trigger, UserFunction, View } from '../../model.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import type { ObjectEntry } from '../objects.ts';
import { bit, datetimeOf } from '../shared.ts';
import { tables } from './tables.ts';

/** The low four bits of sysstat by object type: 1 system table, 2 view, 3 user table, 4 procedure and so on. */
const STATUS: Readonly<Record<string, number>> = {
  S: 1,
  V: 2,
  U: 3,
  P: 4,
  D: 6,
  R: 7,
  TR: 8,
  PK: 9,
  UQ: 9,
  F: 11,
  C: 7,
  X: 4,
  FN: 0,
  IF: 0,
  TF: 0,
};

export const OBJECT: ColumnRows<ObjectEntry> = {
  name: column(SYSNAME, (o) => o.name),
  id: column(INT, (o) => o.id),
  xtype: column(char(2), (o) => o.type.padEnd(2)),
  uid: nullable(SMALLINT, (o) => o.schemaId),
  info: nullable(SMALLINT, (o) => o.table?.columns.length ?? 0),
  status: nullable(INT, 0),
  base_schema_ver: nullable(INT, 0),
  replinfo: nullable(INT, 0),
  parent_obj: column(INT, (o) => o.parentId),
  crdate: column(DATETIME, (o) => datetimeOf(o.created)),
  ftcatid: nullable(SMALLINT, 0),
  schema_ver: nullable(INT, 0),
  stats_schema_ver: nullable(INT, 0),
  type: nullable(char(2), (o) => (OLD_TYPES[o.type] ?? o.type).padEnd(2)),
  userstat: nullable(SMALLINT, (o) => (o.type === 'U' ? 1 : 0)),
  sysstat: nullable(SMALLINT, (o) => (STATUS[o.type] ?? 0) | (o.type === 'U' ? 96 : 0)),
  indexdel: nullable(SMALLINT, 0),
  refdate: column(DATETIME, (o) => datetimeOf(o.created)),
  version: nullable(INT, 0),
  deltrig: nullable(INT, (o, context) => triggerOn(o, context, 'DELETE')),
  instrig: nullable(INT, (o, context) => triggerOn(o, context, 'INSERT')),
  updtrig: nullable(INT, (o, context) => triggerOn(o, context, 'UPDATE')),
  seltrig: nullable(INT, 0),
  category: nullable(INT, (o) => (o.isSystem ? 2 : 0)),
  cache: nullable(SMALLINT, 0),
};

/** In the column `type` all constraints but foreign keys, checks and defaults are K. */
const OLD_TYPES: Readonly<Record<string, string>> = { PK: 'K', UQ: 'K' };

function triggerOn(entry: ObjectEntry, { catalog }: SystemContext, event: string): number {
  if (entry.type !== 'U' && entry.type !== 'V') return 0;
  return triggersOf(catalog, entry.id).find((trigger) => trigger.events.includes(event))?.id ?? 0;
}

type Module = View | Procedure | UserFunction | Trigger;

/** A part of a module's text: syscomments holds 4,000 characters a row. */
interface Comment {
  readonly id: number;
  readonly encrypted: boolean;
  readonly part: number;
  readonly text: string;
}

const COMMENT_LENGTH = 4000;

export function* comments({ catalog }: SystemContext): Iterable<Comment> {
  for (const object of catalog.objects.values()) {
    if (isModule(object)) yield* split(object.id, object.definition, object.encrypted);
    if (object.kind === 'table') yield* tableComments(object);
  }
}

const isModule = (object: { readonly kind: string }): object is Module =>
  ['view', 'procedure', 'function', 'trigger'].includes(object.kind);

function* tableComments(table: Table): Iterable<Comment> {
  for (const check of table.checks) yield* split(check.id, check.text, false);
  for (const { default: definition } of table.columns) if (definition !== null) yield* split(definition.id, definition.text, false);
}

function* split(id: number, text: string, encrypted: boolean): Iterable<Comment> {
  for (let part = 0; part * COMMENT_LENGTH < text.length; part++) {
    yield { id, encrypted, part: part + 1, text: text.slice(part * COMMENT_LENGTH, (part + 1) * COMMENT_LENGTH) };
  }
}

export const COMMENT: ColumnRows<Comment> = {
  id: column(INT, (c) => c.id),
  number: nullable(SMALLINT, 1),
  colid: column(SMALLINT, (c) => c.part),
  status: column(SMALLINT, (c) => (c.encrypted ? 1 : 0)),
  ctext: nullable(varbinary(8000)),
  texttype: nullable(SMALLINT, (c) => (c.encrypted ? 6 : 2)),
  language: nullable(SMALLINT, 0),
  encrypted: nullable(BIT, (c) => bit(c.encrypted)),
  compressed: nullable(BIT, 0),
  text: nullable(nvarchar(COMMENT_LENGTH), (c) => (c.encrypted ? null : c.text)),
};

interface OldForeignKey {
  readonly table: Table;
  readonly key: ForeignKey;
  readonly position: number;
}

export function* foreignKeys(context: SystemContext): Iterable<OldForeignKey> {
  for (const table of tables(context))
    for (const key of table.foreignKeys) for (const i of key.columns.keys()) yield { table, key, position: i + 1 };
}

export const FOREIGN_KEY: ColumnRows<OldForeignKey> = {
  constid: column(INT, ({ key }) => key.id),
  fkeyid: column(INT, ({ table }) => table.id),
  rkeyid: nullable(INT, ({ key }) => key.referencedTable),
  fkey: nullable(SMALLINT, ({ key, position }) => key.columns[position - 1] ?? null),
  rkey: nullable(SMALLINT, ({ key, position }) => key.referencedColumns[position - 1] ?? null),
  keyno: nullable(SMALLINT, ({ position }) => position),
};

interface OldConstraint {
  readonly id: number;
  readonly tableId: number;
  readonly columnId: number;
  /** 1 primary key, 2 unique, 3 foreign key, 4 check, 5 default. */
  readonly kind: number;
}

export function* constraints(context: SystemContext): Iterable<OldConstraint> {
  for (const table of tables(context)) {
    for (const key of table.keys) yield { id: key.id, tableId: table.id, columnId: 0, kind: key.kind === 'primary' ? 1 : 2 };
    for (const key of table.foreignKeys) yield { id: key.id, tableId: table.id, columnId: 0, kind: 3 };
    for (const check of table.checks) yield { id: check.id, tableId: table.id, columnId: check.columnId ?? 0, kind: 4 };
    for (const col of table.columns) if (col.default !== null) yield { id: col.default.id, tableId: table.id, columnId: col.id, kind: 5 };
  }
}

export const CONSTRAINT: ColumnRows<OldConstraint> = {
  constid: column(INT, (c) => c.id),
  id: column(INT, (c) => c.tableId),
  colid: nullable(SMALLINT, (c) => c.columnId),
  spare1: nullable(TINYINT, 0),
  status: nullable(INT, (c) => c.kind),
  actions: nullable(INT, 0),
  error: nullable(INT, 0),
};
