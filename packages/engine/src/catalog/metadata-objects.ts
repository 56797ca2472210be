/**
 * OBJECTPROPERTY and OBJECTPROPERTYEX. A property belongs to a group of objects; asked of an object outside its group it is NULL, except that the
 * `Is…` properties are 0 there. A row says when the property is true, or what number it is.
 */

import { BIGINT, char, INT, isLarge, type Type } from '@sprocket/tsql';
import type { Value, Variant } from '../values/value.ts';
import { allIndexes, clusteredIndex, primaryKey, referencesTo, triggersOf } from './find.ts';
import { indexabilityError } from './indexable.ts';
import { isIndexed } from './indexed-view.ts';
import { type Answers, type Found, type MetadataContext, objectById } from './metadata-context.ts';
import { isDeterministic } from './metadata-determinism.ts';
import type { Check, EdgeConstraint, ForeignKey, Key, SchemaObject, Table, Trigger } from './model.ts';
import type { ObjectEntry } from './views/objects.ts';
import { CATALOG_COLLATION } from './views/shared.ts';

type Read<Item> = (item: Item, found: Found) => boolean | number | null;

type Rows<Item> = Readonly<Record<string, Read<Item>>>;

const isType =
  (...types: readonly string[]): Read<ObjectEntry> =>
  ({ type }) =>
    types.includes(type);

type ViewOrFunction = Extract<SchemaObject, { kind: 'view' | 'function' }>;

const isViewOrFunction = (object: SchemaObject | null): object is ViewOrFunction => object?.kind === 'view' || object?.kind === 'function';

/** Properties of any object. */
const GENERAL: Rows<ObjectEntry> = {
  IsCheckCnst: isType('C'),
  IsConstraint: ({ constraint, column }) => constraint !== null || column !== null,
  IsDefault: ({ type, column }) => type === 'D' && column === null,
  IsDefaultCnst: ({ column }) => column !== null,
  IsDeterministic: ({ object }, { catalog }) => (isViewOrFunction(object) ? isDeterministic(catalog, object) : null),
  IsEncrypted: ({ object }) => object !== null && 'encrypted' in object && object.encrypted,
  IsExecuted: isType('P', 'X', 'FN', 'IF', 'TF', 'TR', 'V', 'R'),
  IsExtendedProc: isType('X'),
  IsForeignKey: isType('F'),
  IsIndexable: ({ type, object }, { catalog }) => type === 'U' || (object?.kind === 'view' && indexabilityError(catalog, object) === null),
  IsIndexed: ({ table, object, constraint, column }) =>
    (object?.kind === 'view' && isIndexed(object)) ||
    (constraint === null && column === null && table !== null && allIndexes(table).length > 0),
  IsInlineFunction: isType('IF'),
  IsMSShipped: ({ isSystem }) => isSystem,
  IsPrecise: ({ object }) => (isViewOrFunction(object) ? object.schemaBound : null),
  IsPrimaryKey: isType('PK'),
  IsProcedure: isType('P'),
  IsQueue: isType('SQ'),
  IsReplProc: () => false,
  IsRule: isType('R'),
  IsScalarFunction: isType('FN'),
  IsSchemaBound: ({ object }) => (isViewOrFunction(object) || object?.kind === 'procedure' ? object.schemaBound : null),
  IsSystemTable: isType('S'),
  IsSystemVerified: () => false,
  IsTable: isType('U', 'S', 'TT'),
  IsTableFunction: isType('IF', 'TF'),
  IsTrigger: isType('TR'),
  IsUniqueCnst: isType('UQ'),
  IsUserTable: isType('U'),
  IsView: isType('V'),
  OwnerId: () => 1,
  SchemaId: ({ schemaId }) => schemaId,
  SystemDataAccess: () => false,
  UserDataAccess: isType('FN', 'IF', 'TF', 'V'),
};

const hasTrigger =
  (event?: string, timing: Trigger['timing'] = 'after'): Read<Table> =>
  (table, { catalog }) =>
    triggersOn(table, catalog, event).some((trigger) => trigger.timing === timing);

function triggersOn(table: Table, catalog: Found['catalog'], event?: string): readonly Trigger[] {
  return triggersOf(catalog, table.id).filter((trigger) => event === undefined || trigger.events.includes(event));
}

const triggerCount =
  (event: string): Read<Table> =>
  (table, { catalog }) =>
    triggersOn(table, catalog, event).length;

const firstTrigger =
  (event: string): Read<Table> =>
  (table, { catalog }) =>
    triggersOn(table, catalog, event)[0]?.id ?? 0;

/** Properties of tables. */
const TABLE: Rows<Table> = {
  HasAfterTrigger: hasTrigger(),
  HasDeleteTrigger: (table, { catalog }) => triggersOn(table, catalog, 'DELETE').length > 0,
  HasInsertTrigger: (table, { catalog }) => triggersOn(table, catalog, 'INSERT').length > 0,
  HasInsteadOfTrigger: hasTrigger(undefined, 'instead of'),
  HasUpdateTrigger: (table, { catalog }) => triggersOn(table, catalog, 'UPDATE').length > 0,
  IsAnsiNullsOn: () => true,
  IsQuotedIdentOn: () => true,
  TableDeleteTrigger: firstTrigger('DELETE'),
  TableDeleteTriggerCount: triggerCount('DELETE'),
  TableFullTextCatalogId: () => 0,
  TableHasActiveFulltextIndex: () => false,
  TableHasCheckCnst: (table) => table.checks.length > 0,
  TableHasClustIndex: (table) => clusteredIndex(table) !== undefined,
  TableHasColumnSet: () => false,
  TableHasDefaultCnst: (table) => table.columns.some((column) => column.default !== null),
  TableHasDeleteTrigger: hasTrigger('DELETE'),
  TableHasForeignKey: (table) => table.foreignKeys.length > 0,
  TableHasForeignRef: (table, { catalog }) => referencesTo(catalog, table.id).length > 0,
  TableHasIdentity: (table) => table.columns.some((column) => column.identity !== null),
  TableHasIndex: (table) => allIndexes(table).length > 0,
  TableHasInsertTrigger: hasTrigger('INSERT'),
  TableHasNonclustIndex: (table) => allIndexes(table).some((index) => !index.clustered),
  TableHasPrimaryKey: (table) => primaryKey(table) !== undefined,
  TableHasRowGuidCol: (table) => table.columns.some((column) => column.rowGuidCol),
  TableHasTextImage: (table) => table.columns.some((column) => isLarge(column.type)),
  TableHasTimestamp: (table) => table.columns.some((column) => column.type.name === 'rowversion'),
  TableHasUniqueCnst: (table) => table.keys.some((key) => key.kind === 'unique'),
  TableHasUpdateTrigger: hasTrigger('UPDATE'),
  TableHasVarDecimalStorageFormat: () => false,
  TableInsertTrigger: firstTrigger('INSERT'),
  TableInsertTriggerCount: triggerCount('INSERT'),
  TableIsFake: () => false,
  TableIsLockedOnBulkLoad: () => false,
  TableIsMemoryOptimized: () => false,
  TableIsPinned: () => false,
  TableTemporalType: () => 0,
  TableTextInRowLimit: () => 0,
  TableUpdateTrigger: firstTrigger('UPDATE'),
  TableUpdateTriggerCount: triggerCount('UPDATE'),
};

type Module = Extract<SchemaObject, { settings: unknown }>;

const isTriggerFor =
  (event: string, order?: 'first' | 'last'): Read<Module> =>
  (module) =>
    module.kind === 'trigger' && module.events.includes(event) && (order === undefined || module.order === order);

/** Properties of modules. */
const MODULE: Rows<Module> = {
  ExecIsAfterTrigger: (module) => module.kind === 'trigger' && module.timing === 'after',
  ExecIsAnsiNullsOn: ({ settings }) => settings.ansiNulls,
  ExecIsDeleteTrigger: isTriggerFor('DELETE'),
  ExecIsFirstDeleteTrigger: isTriggerFor('DELETE', 'first'),
  ExecIsFirstInsertTrigger: isTriggerFor('INSERT', 'first'),
  ExecIsFirstUpdateTrigger: isTriggerFor('UPDATE', 'first'),
  ExecIsInsertTrigger: isTriggerFor('INSERT'),
  ExecIsInsteadOfTrigger: (module) => module.kind === 'trigger' && module.timing === 'instead of',
  ExecIsLastDeleteTrigger: isTriggerFor('DELETE', 'last'),
  ExecIsLastInsertTrigger: isTriggerFor('INSERT', 'last'),
  ExecIsLastUpdateTrigger: isTriggerFor('UPDATE', 'last'),
  ExecIsQuotedIdentOn: ({ settings }) => settings.quotedIdentifier,
  ExecIsStartup: () => false,
  ExecIsTriggerDisabled: (module) => module.kind === 'trigger' && module.disabled,
  ExecIsTriggerNotForRepl: () => false,
  ExecIsUpdateTrigger: isTriggerFor('UPDATE'),
  ExecIsWithNativeCompilation: () => false,
  IsAnsiNullsOn: ({ settings }) => settings.ansiNulls,
  IsQuotedIdentOn: ({ settings }) => settings.quotedIdentifier,
};

type Constraint = Key | ForeignKey | Check | EdgeConstraint;

/** Properties of constraints. */
const CONSTRAINT: Rows<Constraint> = {
  CnstIsClustKey: (constraint) => 'clustered' in constraint && constraint.clustered,
  CnstIsColumn: (constraint) =>
    'text' in constraint ? constraint.columnId !== null : 'columns' in constraint && constraint.columns.length === 1,
  CnstIsDeleteCascade: (constraint) => 'onDelete' in constraint && constraint.onDelete === 'CASCADE',
  CnstIsDisabled: (constraint) => 'disabled' in constraint && constraint.disabled,
  CnstIsNonclustKey: (constraint) => 'clustered' in constraint && !constraint.clustered,
  CnstIsNotRepl: () => false,
  CnstIsNotTrusted: (constraint) => 'notTrusted' in constraint && constraint.notTrusted,
  CnstIsUpdateCascade: (constraint) => 'onUpdate' in constraint && constraint.onUpdate === 'CASCADE',
};

/** Rows by folded name. */
const folded = <Item>(rows: Rows<Item>): ReadonlyMap<string, Read<Item>> =>
  new Map(Object.entries(rows).map(([name, read]) => [name.toLowerCase(), read]));

const general = folded(GENERAL);
const ofTable = folded(TABLE);
const ofModule = folded(MODULE);
const ofConstraint = folded(CONSTRAINT);

function objectProperty(context: MetadataContext, id: number, property: string): number | null {
  const found = objectById(context, id);
  const key = property.trim().toLowerCase();
  if (found === undefined) return null;
  const read = general.get(key);
  const value = read === undefined ? specificProperty(found, key) : read(found.entry, found);
  return value === undefined || value === null ? null : Number(value);
}

function specificProperty(found: Found, key: string): boolean | number | null | undefined {
  const { object, table, constraint, column } = found.entry;
  if (constraint !== null) return ofConstraint.get(key)?.(constraint, found);
  if (column !== null) return key === 'cnstiscolumn' ? true : undefined;
  if (table !== null && found.entry.type !== 'V') return ofTable.get(key)?.(table, found);
  return object !== null && 'settings' in object ? ofModule.get(key)?.(object, found) : undefined;
}

const CODE: Type = char(2, CATALOG_COLLATION);

/** Properties that only the extended form has. */
const EXTENDED: Readonly<Record<string, (found: Found, context: MetadataContext) => Variant | null>> = {
  basetype: ({ entry }) => ({ type: CODE, value: entry.type.padEnd(2) }),
  cardinality: ({ entry, catalog }, { live }) =>
    entry.type === 'U' && entry.table !== null ? { type: BIGINT, value: BigInt(live.rowCount(catalog.databaseId, entry.table)) } : null,
};

function objectPropertyEx(context: MetadataContext, id: number, property: string): Value {
  const extended = EXTENDED[property.trim().toLowerCase()];
  if (extended !== undefined) {
    const found = objectById(context, id);
    return found === undefined ? null : extended(found, context);
  }
  const value = objectProperty(context, id, property);
  return value === null ? null : { type: INT, value };
}

export const OBJECT_ANSWERS: Answers = {
  OBJECTPROPERTY: objectProperty,
  OBJECTPROPERTYEX: objectPropertyEx,
};
