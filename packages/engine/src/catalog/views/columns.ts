/** Columns: of tables, views, table types and results of functions; identity and computed columns; types; parameters. */

import { BIT, INT, MAX, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT, type Type, varchar } from '@sprocket/tsql';
import { findPrincipal, findSchema, isDeclaredPersisted } from '../find.ts';
import { GRAPH_COLUMNS } from '../graph.ts';
import type { Column, DatabaseCatalog, Parameter, Procedure, SchemaObject, Table, UserFunction } from '../model.ts';
import { allSystemProcedures, systemProcedureId } from '../procedures/index.ts';
import { SYSTEM_FUNCTIONS } from '../system-functions.ts';
import { collationOf, maxLengthOf, precisionOf, SYSTEM_TYPES, scaleOf, systemType, systemTypeId, userTypeId } from '../types.ts';
import { type ColumnRows, column, defineView, isListed, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION, NO, variantOf } from './shared.ts';

/** What sys.columns shows of one column; views and functions have only name, type and nullability. */
export interface ColumnEntry {
  readonly objectId: number;
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly table: Table | null;
  readonly column: Column | null;
}

/** The columns of one object. */
export function columnEntries(object: SchemaObject): readonly ColumnEntry[] {
  switch (object.kind) {
    case 'table':
      return tableColumns(object);
    case 'view':
    case 'function':
      return object.columns.map((col, i) => ({ ...col, objectId: object.id, id: i + 1, table: null, column: null }));
    default:
      return [];
  }
}

export function tableColumns(table: Table): readonly ColumnEntry[] {
  return table.columns.map((col) => ({
    objectId: table.id,
    id: col.id,
    name: col.name,
    type: col.type,
    nullable: col.nullable,
    table,
    column: col,
  }));
}

export function* userColumns({ catalog }: SystemContext): Iterable<ColumnEntry> {
  for (const object of catalog.objects.values()) yield* columnEntries(object);
  for (const type of catalog.types.values()) if (type.kind === 'table') yield* tableColumns(type.table);
}

function* systemColumns(views: Iterable<SystemView>): Iterable<ColumnEntry> {
  for (const view of views) if (isListed(view)) yield* tableColumns(view.table);
}

const COLUMN_COLUMNS: ColumnRows<ColumnEntry> = {
  object_id: column(INT, (c) => c.objectId),
  name: nullable(SYSNAME, (c) => c.name),
  column_id: column(INT, (c) => c.id),
  system_type_id: column(TINYINT, (c) => systemTypeId(c.type)),
  user_type_id: column(INT, (c, { catalog }) => userTypeId(c.type, catalog)),
  max_length: column(SMALLINT, (c) => maxLengthOf(c.type)),
  precision: column(TINYINT, (c) => precisionOf(c.type)),
  scale: column(TINYINT, (c) => scaleOf(c.type)),
  collation_name: nullable(SYSNAME, (c, { catalog }) => collationOf(c.type, catalog)),
  is_nullable: nullable(BIT, (c) => bit(c.nullable)),
  is_ansi_padded: column(BIT, (c) => bit(isPadded(c.type))),
  is_rowguidcol: column(BIT, (c) => bit(c.column?.rowGuidCol === true)),
  is_identity: column(BIT, (c) => bit(c.column !== null && c.column.identity !== null)),
  is_computed: column(BIT, (c) => bit(isComputed(c.column))),
  is_filestream: NO,
  is_replicated: nullable(BIT, 0),
  is_non_sql_subscribed: nullable(BIT, 0),
  is_merge_published: nullable(BIT, 0),
  is_dts_replicated: nullable(BIT, 0),
  is_xml_document: column(BIT, (c) => bit(c.type.xmlSchema?.document === true)),
  xml_collection_id: column(INT, (c, { catalog }) => boundCollection(c.type, catalog)),
  default_object_id: column(INT, (c) => c.column?.default?.id ?? 0),
  rule_object_id: column(INT, (c) => c.column?.rule ?? 0),
  is_sparse: nullable(BIT, (c) => bit(c.column?.sparse === true)),
  is_column_set: nullable(BIT, 0),
  generated_always_type: nullable(TINYINT, (c) => generatedType(c.column)),
  generated_always_type_desc: nullable(DESCRIPTION, (c) => GENERATED[generatedType(c.column)] ?? null),
  encryption_type: nullable(INT),
  encryption_type_desc: nullable(nvarchar(64)),
  encryption_algorithm_name: nullable(SYSNAME),
  column_encryption_key_id: nullable(INT),
  column_encryption_key_database_name: nullable(SYSNAME),
  is_hidden: nullable(BIT, (c) => bit(c.column?.hidden === true)),
  is_masked: column(BIT, (c) => bit(c.column?.mask !== undefined)),
  graph_type: nullable(INT, (c) => (c.column?.graph === undefined ? null : GRAPH_COLUMNS.indexOf(c.column.graph) + 1)),
  graph_type_desc: nullable(DESCRIPTION, (c) => c.column?.graph ?? null),
  is_data_deletion_filter_column: nullable(BIT, 0),
  ledger_view_column_type: nullable(INT),
  ledger_view_column_type_desc: nullable(DESCRIPTION),
  is_dropped_ledger_column: nullable(BIT, 0),
};

/** What graph tables show of themselves does not count. */
const isComputed = (col: Column | null): boolean => col !== null && col.computed !== null && col.graph === undefined;

/** The schema collection that a type is bound to; 0 for none. */
export const boundCollection = ({ xmlSchema }: Type, { databaseId }: DatabaseCatalog): number =>
  xmlSchema?.database === databaseId ? xmlSchema.collection : 0;

const PADDED: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);

const isPadded = (type: Type): boolean => PADDED.has(type.name);

const GENERATED: readonly string[] = ['NOT_APPLICABLE', 'AS_ROW_START', 'AS_ROW_END'];

const generatedType = (col: Column | null): number => (col === null || col.generated === null ? 0 : col.generated === 'ROW START' ? 1 : 2);

function* withIdentity(context: SystemContext): Iterable<ColumnEntry> {
  for (const entry of userColumns(context)) if (entry.column !== null && entry.column.identity !== null) yield entry;
}

const IDENTITY_COLUMNS: ColumnRows<ColumnEntry> = {
  ...COLUMN_COLUMNS,
  seed_value: nullable(SQL_VARIANT, (c) => variantOf(c.type, c.column?.identity?.seed ?? null)),
  increment_value: nullable(SQL_VARIANT, (c) => variantOf(c.type, c.column?.identity?.increment ?? null)),
  last_value: nullable(SQL_VARIANT, (c, { catalog, live }) =>
    c.table === null ? null : variantOf(c.type, live.identity(catalog.databaseId, c.table)),
  ),
  is_not_for_replication: nullable(BIT, (c) => bit(c.column?.identity?.notForReplication === true)),
};

function* computed(context: SystemContext): Iterable<ColumnEntry> {
  for (const entry of userColumns(context)) if (isComputed(entry.column)) yield entry;
}

const COMPUTED_COLUMNS: ColumnRows<ColumnEntry> = {
  ...Object.fromEntries(Object.entries(COLUMN_COLUMNS).slice(0, 25)),
  definition: nullable(nvarchar(MAX), (c) => c.column?.computed?.text ?? null),
  uses_database_collation: column(BIT, 1),
  is_persisted: column(BIT, (c) => bit(isDeclaredPersisted(c.column?.computed ?? null))),
  ...Object.fromEntries(Object.entries(COLUMN_COLUMNS).slice(25)),
};

function* masked(context: SystemContext): Iterable<ColumnEntry> {
  for (const entry of userColumns(context)) if (entry.column?.mask !== undefined) yield entry;
}

const MASKED_COLUMNS: ColumnRows<ColumnEntry> = {
  ...COLUMN_COLUMNS,
  masking_function: nullable(nvarchar(4000), (c) => c.column?.mask ?? null),
};

function* classified(context: SystemContext): Iterable<ColumnEntry> {
  for (const entry of userColumns(context)) if (entry.column?.sensitivity !== undefined) yield entry;
}

const RANKS: Readonly<Record<string, number>> = { NONE: 0, LOW: 10, MEDIUM: 20, HIGH: 30, CRITICAL: 40 };

const rankOf = ({ column: entry }: ColumnEntry): string | null => entry?.sensitivity?.rank ?? null;

const SENSITIVITY_COLUMNS: ColumnRows<ColumnEntry> = {
  class: nullable(INT, 1),
  class_desc: nullable(varchar(16), 'OBJECT_OR_COLUMN'),
  major_id: nullable(INT, (c) => c.objectId),
  minor_id: nullable(INT, (c) => c.id),
  label: nullable(SYSNAME, (c) => c.column?.sensitivity?.label ?? null),
  label_id: nullable(SYSNAME, (c) => c.column?.sensitivity?.labelId ?? null),
  information_type: nullable(SYSNAME, (c) => c.column?.sensitivity?.informationType ?? null),
  information_type_id: nullable(SYSNAME, (c) => c.column?.sensitivity?.informationTypeId ?? null),
  rank: nullable(INT, (c) => RANKS[rankOf(c) ?? ''] ?? null),
  rank_desc: nullable(SYSNAME, rankOf),
};

interface TypeEntry {
  readonly name: string;
  readonly systemTypeId: number;
  readonly userTypeId: number;
  readonly schemaId: number;
  readonly maxLength: number;
  readonly precision: number;
  readonly scale: number;
  readonly collation: string | null;
  readonly nullable: boolean;
  readonly isUser: boolean;
  readonly table: Table | null;
  /** The principal that owns it beside its schema's owner. */
  readonly ownerId: number | null;
}

function systemTypeEntries(catalog: DatabaseCatalog): readonly TypeEntry[] {
  return SYSTEM_TYPES.map((type) => ({
    ...type,
    schemaId: 4,
    collation: type.isString ? catalog.collation : null,
    nullable: type.name !== 'timestamp' && type.name !== 'sysname',
    isUser: false,
    table: null,
    ownerId: null,
  }));
}

function userTypeEntries(catalog: DatabaseCatalog): readonly TypeEntry[] {
  return [...catalog.types.values()].map((type): TypeEntry => {
    const ownerId = type.owner === undefined ? null : (findPrincipal(catalog, type.owner)?.id ?? null);
    const base = { name: type.name, userTypeId: type.id, schemaId: findSchema(catalog, type.schema)?.id ?? 1, isUser: true, ownerId };
    if (type.kind === 'table') {
      return { ...base, systemTypeId: 243, maxLength: -1, precision: 0, scale: 0, collation: null, nullable: false, table: type.table };
    }
    return {
      ...base,
      systemTypeId: systemType(type.base).systemTypeId,
      maxLength: maxLengthOf(type.base),
      precision: precisionOf(type.base),
      scale: scaleOf(type.base),
      collation: collationOf(type.base, catalog),
      nullable: type.nullable,
      table: null,
    };
  });
}

const ASSEMBLY_TYPES: ReadonlySet<string> = new Set(['hierarchyid', 'geometry', 'geography']);

const TYPE_COLUMNS: ColumnRows<TypeEntry> = {
  name: column(SYSNAME, (t) => t.name),
  system_type_id: column(TINYINT, (t) => t.systemTypeId),
  user_type_id: column(INT, (t) => t.userTypeId),
  schema_id: column(INT, (t) => t.schemaId),
  principal_id: nullable(INT, (t) => t.ownerId),
  max_length: column(SMALLINT, (t) => t.maxLength),
  precision: column(TINYINT, (t) => t.precision),
  scale: column(TINYINT, (t) => t.scale),
  collation_name: nullable(SYSNAME, (t) => t.collation),
  is_nullable: nullable(BIT, (t) => bit(t.nullable)),
  is_user_defined: column(BIT, (t) => bit(t.isUser)),
  is_assembly_type: column(BIT, (t) => bit(!t.isUser && ASSEMBLY_TYPES.has(t.name))),
  default_object_id: column(INT, 0),
  rule_object_id: column(INT, 0),
  is_table_type: column(BIT, (t) => bit(t.table !== null)),
};

const allTypes = ({ catalog }: SystemContext): Iterable<TypeEntry> => [...systemTypeEntries(catalog), ...userTypeEntries(catalog)];

const tableTypes = ({ catalog }: SystemContext): Iterable<TypeEntry> => userTypeEntries(catalog).filter((type) => type.table !== null);

export interface ParameterEntry {
  readonly objectId: number;
  readonly id: number;
  readonly parameter: Parameter;
}

export function* parameters({ catalog }: SystemContext): Iterable<ParameterEntry> {
  for (const object of catalog.objects.values()) if (object.kind === 'procedure' || object.kind === 'function') yield* parametersOf(object);
}

/** Those of the functions of schema sys, and of the procedures that are not written in T-SQL. */
function* systemParameters(): Iterable<ParameterEntry> {
  for (const fn of SYSTEM_FUNCTIONS) yield* parametersOf(fn);
  for (const procedure of allSystemProcedures) {
    if (procedure.kind === 'text') continue;
    const objectId = systemProcedureId(procedure.name);
    yield* procedure.parameters.map((parameter, i) => ({ objectId, id: i + 1, parameter }));
  }
}

/** A scalar function's result is its parameter 0. */
export function parametersOf(object: Procedure | UserFunction): readonly ParameterEntry[] {
  const entries = object.parameters.map((parameter, i) => ({ objectId: object.id, id: i + 1, parameter }));
  if (object.kind === 'procedure' || object.returns === null) return entries;
  const result: Parameter = { name: '', type: object.returns, output: true, readOnly: false, default: null };
  return [{ objectId: object.id, id: 0, parameter: result }, ...entries];
}

/** What every view of parameters says of one. */
export const PARAMETER_FACTS: ColumnRows<ParameterEntry> = {
  name: nullable(SYSNAME, (p) => p.parameter.name),
  parameter_id: column(INT, (p) => p.id),
  system_type_id: column(TINYINT, (p) => systemTypeId(p.parameter.type)),
  user_type_id: column(INT, (p, { catalog }) => userTypeId(p.parameter.type, catalog)),
  max_length: column(SMALLINT, (p) => maxLengthOf(p.parameter.type)),
  precision: column(TINYINT, (p) => precisionOf(p.parameter.type)),
  scale: column(TINYINT, (p) => scaleOf(p.parameter.type)),
  is_output: column(BIT, (p) => bit(p.parameter.output)),
  is_cursor_ref: column(BIT, (p) => bit(p.parameter.type.name === 'cursor')),
};

const PARAMETER_COLUMNS: ColumnRows<ParameterEntry> = {
  object_id: column(INT, (p) => p.objectId),
  ...PARAMETER_FACTS,
  // SQL Server keeps defaults of Transact-SQL modules in their text only.
  has_default_value: NO,
  is_xml_document: column(BIT, (p) => bit(p.parameter.type.xmlSchema?.document === true)),
  default_value: nullable(SQL_VARIANT),
  xml_collection_id: column(INT, (p, { catalog }) => boundCollection(p.parameter.type, catalog)),
  is_readonly: column(BIT, (p) => bit(p.parameter.readOnly)),
  is_nullable: nullable(BIT, 1),
  encryption_type: nullable(INT),
  encryption_type_desc: nullable(nvarchar(64)),
  encryption_algorithm_name: nullable(SYSNAME),
  column_encryption_key_id: nullable(INT),
  column_encryption_key_database_name: nullable(SYSNAME),
};

export function columnViews(system: () => Iterable<SystemView>): readonly SystemView[] {
  return [
    defineView('sys', 'columns', { columns: COLUMN_COLUMNS, items: userColumns }),
    defineView('sys', 'all_columns', {
      columns: COLUMN_COLUMNS,
      items: (context) => [...systemColumns(system()), ...userColumns(context)],
    }),
    defineView('sys', 'system_columns', { columns: COLUMN_COLUMNS, items: () => systemColumns(system()) }),
    defineView('sys', 'identity_columns', { live: true, columns: IDENTITY_COLUMNS, items: withIdentity }),
    defineView('sys', 'masked_columns', { columns: MASKED_COLUMNS, items: masked }),
    defineView('sys', 'sensitivity_classifications', { columns: SENSITIVITY_COLUMNS, items: classified }),
    defineView('sys', 'computed_columns', { columns: COMPUTED_COLUMNS, items: computed }),
    defineView('sys', 'types', { columns: TYPE_COLUMNS, items: allTypes }),
    defineView('sys', 'table_types', {
      columns: {
        ...TYPE_COLUMNS,
        type_table_object_id: column<TypeEntry>(INT, (t) => t.table?.id ?? 0),
        is_memory_optimized: nullable(BIT, 0),
      },
      items: tableTypes,
    }),
    defineView('sys', 'parameters', { columns: PARAMETER_COLUMNS, items: parameters }),
    defineView('sys', 'system_parameters', { columns: PARAMETER_COLUMNS, items: systemParameters }),
    defineView('sys', 'all_parameters', {
      columns: PARAMETER_COLUMNS,
      items: (context) => [...systemParameters(), ...parameters(context)],
    }),
  ];
}
