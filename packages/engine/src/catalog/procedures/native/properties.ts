/**
 * Extended properties: sp_addextendedproperty, sp_updateextendedproperty, sp_dropextendedproperty. Up to three pairs of type and name lead from the
 * database to what has the property; the result is the (class, major id, minor id) under which sys.extended_properties lists it.
 */

import { SQL_VARIANT, SYSNAME, varchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import { commitCatalog } from '../../ddl/apply.ts';
import { setExtendedProperties } from '../../edit.ts';
import { findColumn, findConstraint, findIndex, findPrincipal, findSchema, sameName, triggersOf } from '../../find.ts';
import { filesOf } from '../../metadata-database.ts';
import { type DatabaseCatalog, type ExtendedProperty, objectKey, type SchemaObject } from '../../model.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { native, parameter } from './native.ts';

type Place = Pick<ExtendedProperty, 'class' | 'majorId' | 'minorId'>;

/** What a level adds to the place that the levels before it have found; undefined when there is no such thing. */
type Step = (catalog: DatabaseCatalog, name: string, outer: Outer) => Found | undefined;

interface Outer {
  readonly schema: string;
  readonly object: SchemaObject | null;
}

interface Found {
  readonly place: Place;
  readonly outer: Outer;
}

const NOWHERE: Outer = { schema: '', object: null };

const place = (cls: number, majorId: number, minorId = 0): Place => ({ class: cls, majorId, minorId });

const ofPrincipal: Step = (catalog, name) => {
  const principal = findPrincipal(catalog, name);
  return principal && { place: place(4, principal.id), outer: NOWHERE };
};

const ofSchema: Step = (catalog, name) => {
  const schema = findSchema(catalog, name);
  return schema && { place: place(3, schema.id), outer: { schema: schema.name, object: null } };
};

const ofType: Step = (catalog, name, { schema }) => {
  const type = catalog.types.get(objectKey(schema === '' ? 'dbo' : schema, name));
  return type && { place: place(6, type.id), outer: NOWHERE };
};

const ofDataSpace: Step = (catalog, name) => {
  const space = catalog.dataSpaces.find((candidate) => sameName(candidate.name, name));
  return space && { place: place(20, space.id), outer: NOWHERE };
};

const ofPartitionFunction: Step = (catalog, name) => {
  const fn = catalog.partitionFunctions.find((candidate) => sameName(candidate.name, name));
  return fn && { place: place(21, fn.id), outer: NOWHERE };
};

const ofXmlSchemas: Step = (catalog, name, { schema }) => {
  const collection = catalog.xmlSchemas.get(objectKey(schema, name));
  return collection && { place: place(10, collection.id), outer: NOWHERE };
};

const ofFile: Step = (catalog, name) => {
  const file = filesOf(catalog).find((candidate) => sameName(candidate.name, name));
  return file && { place: place(22, file.id), outer: NOWHERE };
};

const ofDatabaseTrigger: Step = (catalog, name) => {
  const trigger = triggersOf(catalog, 0).find((candidate) => sameName(candidate.name, name));
  return trigger && { place: place(1, trigger.id), outer: NOWHERE };
};

const ofObject =
  (...kinds: readonly SchemaObject['kind'][]): Step =>
  (catalog, name, { schema }) => {
    const object = catalog.objects.get(objectKey(schema, name));
    return object && kinds.includes(object.kind) ? { place: place(1, object.id), outer: { schema, object } } : undefined;
  };

const ofColumn: Step = (_, name, { object, schema }) => {
  const id =
    object?.kind === 'table'
      ? findColumn(object, name)?.id
      : object?.kind === 'view' || object?.kind === 'function'
        ? object.columns.findIndex((column) => sameName(column.name, name)) + 1
        : undefined;
  return object && id ? { place: place(1, object.id, id), outer: { schema, object } } : undefined;
};

const ofParameter: Step = (_, name, { object, schema }) => {
  const isModule = object?.kind === 'procedure' || object?.kind === 'function';
  const position = isModule ? object.parameters.findIndex((p) => sameName(p.name, name)) + 1 : 0;
  return object && position > 0 ? { place: place(2, object.id, position), outer: { schema, object } } : undefined;
};

const ofConstraint: Step = (_, name, outer) => {
  const found = outer.object?.kind === 'table' ? findConstraint(outer.object, name) : undefined;
  return found && { place: place(1, found.constraint.id), outer };
};

const ofIndex: Step = (_, name, outer) => {
  const index = outer.object?.kind === 'table' ? findIndex(outer.object, name) : undefined;
  return index && outer.object ? { place: place(7, outer.object.id, index.indexId), outer } : undefined;
};

const ofTrigger: Step = (catalog, name, outer) => {
  const trigger = outer.object && triggersOf(catalog, outer.object.id).find((candidate) => sameName(candidate.name, name));
  return trigger ? { place: place(1, trigger.id), outer } : undefined;
};

/** What each level may be. */
const LEVELS: readonly Readonly<Record<string, Step>>[] = [
  {
    SCHEMA: ofSchema,
    USER: ofPrincipal,
    ROLE: ofPrincipal,
    'DATABASE ROLE': ofPrincipal,
    TYPE: ofType,
    FILEGROUP: ofDataSpace,
    'PARTITION SCHEME': ofDataSpace,
    'PARTITION FUNCTION': ofPartitionFunction,
    TRIGGER: ofDatabaseTrigger,
  },
  {
    TABLE: ofObject('table'),
    VIEW: ofObject('view'),
    PROCEDURE: ofObject('procedure'),
    FUNCTION: ofObject('function'),
    SYNONYM: ofObject('synonym'),
    SEQUENCE: ofObject('sequence'),
    DEFAULT: ofObject('default'),
    RULE: ofObject('rule'),
    TYPE: ofType,
    TABLE_TYPE: ofType,
    QUEUE: ofObject('queue'),
    'XML SCHEMA COLLECTION': ofXmlSchemas,
    'LOGICAL FILE NAME': ofFile,
  },
  { COLUMN: ofColumn, PARAMETER: ofParameter, CONSTRAINT: ofConstraint, INDEX: ofIndex, TRIGGER: ofTrigger },
];

/** Level types and names as given, NULLs at the end. */
type LevelArguments = readonly (string | null)[];

interface Target {
  readonly place: Place;
  /** `dbo.t.c`, or `object specified` for the database. */
  readonly label: string;
}

function findTarget(context: NativeContext, procedure: string, levels: LevelArguments): Target {
  const catalog = context.catalogs.current();
  const names: string[] = [];
  let found: Found = { place: place(0, 0), outer: NOWHERE };
  for (let level = 0; level < LEVELS.length; level++) {
    const type = levels[level * 2]?.trim().toUpperCase() ?? null;
    const name = levels[level * 2 + 1] ?? null;
    if (type === null && name === null) break;
    const step = type === null ? undefined : stepOf(level, type, levels);
    if (step === undefined || name === null) throw sqlError(15600, procedure);
    names.push(name);
    const next = step(catalog, name, found.outer);
    if (next === undefined) throw sqlError(15135, names.join('.'));
    found = next;
  }
  return { place: found.place, label: names.length === 0 ? 'object specified' : names.join('.') };
}

/** Before there were schemas, a USER owned the objects of the next level. */
function stepOf(level: number, type: string, levels: LevelArguments): Step | undefined {
  const isOwner = level === 0 && type === 'USER' && levels[2] !== null;
  return LEVELS[level]?.[isOwner ? 'SCHEMA' : type];
}

type Change = (
  properties: readonly ExtendedProperty[],
  property: ExtendedProperty,
  existing: ExtendedProperty | undefined,
  label: string,
) => readonly ExtendedProperty[];

const isAt = (property: ExtendedProperty, { class: cls, majorId, minorId }: Place, name: string): boolean =>
  property.class === cls && property.majorId === majorId && property.minorId === minorId && sameName(property.name, name);

function changeProperty(
  context: NativeContext,
  procedure: string,
  name: string,
  value: Value,
  levels: LevelArguments,
  change: Change,
): void {
  if (name === '') throw sqlError(15600, procedure);
  const target = findTarget(context, procedure, levels);
  const catalog = context.catalogs.current();
  const existing = catalog.extendedProperties.find((property) => isAt(property, target.place, name));
  const after = change(catalog.extendedProperties, { ...target.place, name: existing?.name ?? name, value }, existing, target.label);
  commitCatalog(context, catalog, setExtendedProperties(catalog, after));
}

const add: Change = (properties, property, existing, label) => {
  if (existing !== undefined) throw sqlError(15233, property.name, label);
  return [...properties, property];
};

const update: Change = (properties, property, existing, label) => {
  if (existing === undefined) throw sqlError(15217, property.name, label);
  return properties.map((other) => (other === existing ? property : other));
};

const drop: Change = (properties, property, existing, label) => {
  if (existing === undefined) throw sqlError(15217, property.name, label);
  return properties.filter((other) => other !== existing);
};

const LEVEL_PARAMETERS = [0, 1, 2].flatMap((level) => [
  parameter(`level${level}type`, varchar(128), 'NULL'),
  parameter(`level${level}name`, SYSNAME, 'NULL'),
]);

const withValue = (procedure: string, change: Change): NativeProcedure =>
  native(procedure, {
    parameters: [parameter('name', SYSNAME), parameter('value', SQL_VARIANT, 'NULL'), ...LEVEL_PARAMETERS],
    run: (context, name: string | null, value: Value, ...levels: (string | null)[]) =>
      changeProperty(context, procedure, name ?? '', value, levels, change),
  });

export const PROPERTIES: readonly NativeProcedure[] = [
  withValue('sp_addextendedproperty', add),
  withValue('sp_updateextendedproperty', update),
  native('sp_dropextendedproperty', {
    parameters: [parameter('name', SYSNAME), ...LEVEL_PARAMETERS],
    run: (context, name: string | null, ...levels: (string | null)[]) =>
      changeProperty(context, 'sp_dropextendedproperty', name ?? '', null, levels, drop),
  }),
];
