/** Texts of modules, and what they and other definitions refer to. */

import { BIT, INT, MAX, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT } from '@sprocket/tsql';
import { type Dependency, dependenciesOf } from '../dependencies.ts';
import type {
  BindableObject,
  ExtendedProperty,
  NumberedProcedure,
  Procedure,
  SchemaObject,
  Trigger,
  UserFunction,
  View,
} from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION, NO, textVariant } from './shared.ts';

type Module = View | Procedure | UserFunction | Trigger | BindableObject;

const WITHOUT_TEXT: ReadonlySet<SchemaObject['kind']> = new Set(['table', 'synonym', 'sequence', 'security policy', 'queue'] as const);

const isModule = (object: SchemaObject): object is Module => !WITHOUT_TEXT.has(object.kind);

function* modules({ catalog }: SystemContext): Iterable<Module> {
  for (const object of catalog.objects.values()) {
    if (isModule(object)) yield object;
  }
}

const isBindable = (module: Module): module is BindableObject => module.kind === 'default' || module.kind === 'rule';

const MODULE_COLUMNS: ColumnRows<Module> = {
  object_id: column(INT, (m) => m.id),
  definition: nullable(nvarchar(MAX), (m) => (isBindable(m) || !m.encrypted ? m.definition : null)),
  uses_ansi_nulls: nullable(BIT, (m) => bit(isBindable(m) || m.settings.ansiNulls)),
  uses_quoted_identifier: nullable(BIT, (m) => bit(isBindable(m) || m.settings.quotedIdentifier)),
  is_schema_bound: nullable(BIT, (m) => bit(!isBindable(m) && m.schemaBound)),
  uses_database_collation: nullable(BIT, (m) => bit(m.kind === 'view' || m.kind === 'function')),
  is_recompiled: nullable(BIT, 0),
  null_on_null_input: nullable(BIT, (m) => bit(m.kind === 'function' && m.nullOnNullInput)),
  execute_as_principal_id: nullable(INT, (m, { catalog }) => executeAs(m, catalog.principals)),
  uses_native_compilation: nullable(BIT, 0),
  inline_type: nullable(BIT, (m) => bit(m.kind === 'function' && m.form === 'inline')),
  is_inlineable: nullable(BIT, (m) => bit(m.kind === 'function' && m.form === 'inline')),
};

/** NULL for CALLER, -2 for OWNER, else the principal's id. */
function executeAs(module: Module, principals: SystemContext['catalog']['principals']): number | null {
  if (isBindable(module) || module.executeAs === null || module.executeAs === 'CALLER') return null;
  if (module.executeAs === 'OWNER') return -2;
  return principals.get(module.executeAs.toLowerCase())?.id ?? 1;
}

interface DependencyEntry extends Dependency {
  readonly referencingId: number;
}

function* dependencies({ catalog }: SystemContext): Iterable<DependencyEntry> {
  for (const object of catalog.objects.values())
    for (const found of dependenciesOf(catalog, object)) yield { ...found, referencingId: object.id };
}

const DEPENDENCY_COLUMNS: ColumnRows<DependencyEntry> = {
  referencing_id: column(INT, (d) => d.referencingId),
  referencing_minor_id: column(INT, 0),
  referencing_class: nullable(TINYINT, 1),
  referencing_class_desc: nullable(DESCRIPTION, 'OBJECT_OR_COLUMN'),
  is_schema_bound_reference: column(BIT, (d) => bit(d.schemaBound)),
  referenced_class: nullable(TINYINT, 1),
  referenced_class_desc: nullable(DESCRIPTION, 'OBJECT_OR_COLUMN'),
  referenced_server_name: nullable(SYSNAME),
  referenced_database_name: nullable(SYSNAME, (d) => d.database),
  referenced_schema_name: nullable(SYSNAME, (d) => d.schema),
  referenced_entity_name: nullable(SYSNAME, (d) => d.name),
  referenced_id: nullable(INT, (d) => d.id),
  referenced_minor_id: column(INT, 0),
  is_caller_dependent: column(BIT, (d) => bit(d.callerDependent)),
  is_ambiguous: NO,
};

/** The old form: only references to objects that exist. */
const OLD_DEPENDENCY_COLUMNS: ColumnRows<DependencyEntry> = {
  class: column(TINYINT, 0),
  class_desc: nullable(DESCRIPTION, 'OBJECT_OR_COLUMN_REFERENCE_NON_SCHEMA_BOUND'),
  object_id: column(INT, (d) => d.referencingId),
  column_id: column(INT, 0),
  referenced_major_id: column(INT, (d) => d.id ?? 0),
  referenced_minor_id: column(INT, 0),
  is_selected: NO,
  is_updated: NO,
  is_select_all: NO,
};

/** Names of the classes of extended properties. */
const PROPERTY_CLASSES: Readonly<Record<number, string>> = {
  0: 'DATABASE',
  1: 'OBJECT_OR_COLUMN',
  2: 'PARAMETER',
  3: 'SCHEMA',
  4: 'DATABASE_PRINCIPAL',
  6: 'TYPE',
  7: 'INDEX',
  8: 'USER_DEFINED_TABLE_TYPE_COLUMN',
  10: 'XML_SCHEMA_COLLECTION',
  20: 'DATASPACE',
  21: 'PARTITION_FUNCTION',
  22: 'DATABASE_FILE',
};

const PROPERTY_COLUMNS: ColumnRows<ExtendedProperty> = {
  class: column(TINYINT, (p) => p.class),
  class_desc: nullable(DESCRIPTION, (p) => PROPERTY_CLASSES[p.class] ?? null),
  major_id: column(INT, (p) => p.majorId),
  minor_id: column(INT, (p) => p.minorId),
  name: column(SYSNAME, (p) => p.name),
  value: nullable(SQL_VARIANT, (p) => (typeof p.value === 'string' ? textVariant(p.value) : p.value)),
};

interface NumberedEntry extends NumberedProcedure {
  readonly id: number;
}

function* numberedProcedures({ catalog }: SystemContext): Iterable<NumberedEntry> {
  for (const object of catalog.objects.values())
    if (object.kind === 'procedure') for (const numbered of object.numbered ?? []) yield { ...numbered, id: object.id };
}

const NUMBERED_COLUMNS: ColumnRows<NumberedEntry> = {
  object_id: column(INT, (n) => n.id),
  procedure_number: nullable(SMALLINT, (n) => n.number),
  definition: nullable(nvarchar(MAX), (n) => (n.procedure.encrypted ? null : n.procedure.definition)),
};

export const MODULE_VIEWS: readonly SystemView[] = [
  defineView('sys', 'sql_modules', { columns: MODULE_COLUMNS, items: modules }),
  defineView('sys', 'all_sql_modules', { columns: MODULE_COLUMNS, items: modules }),
  defineView('sys', 'sql_expression_dependencies', { columns: DEPENDENCY_COLUMNS, items: dependencies }),
  defineView('sys', 'sql_dependencies', {
    columns: OLD_DEPENDENCY_COLUMNS,
    items: (context) => [...dependencies(context)].filter(({ id }) => id !== null),
  }),
  defineView('sys', 'extended_properties', { columns: PROPERTY_COLUMNS, items: ({ catalog }) => catalog.extendedProperties }),
  defineView('sys', 'numbered_procedures', { columns: NUMBERED_COLUMNS, items: numberedProcedures }),
];
