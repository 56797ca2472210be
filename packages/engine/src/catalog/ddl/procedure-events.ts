/**
 * What happens by system procedures that change the catalog without a statement, as triggers see it: sp_rename is RENAME, sp_addextendedproperty is
 * CREATE_EXTENDED_PROPERTY. A row says how the arguments name the object.
 */

import { show } from '../../values/show.ts';
import { isVariant, type Value } from '../../values/value.ts';
import { findIndex, findObject, findType } from '../find.ts';
import { parseName } from '../object-name.ts';
import type { DdlEvent, Detail, EventCatalogs } from './events.ts';
import { wordOf } from './security-events.ts';

/** The events of a procedure with its arguments in the order of its parameters. Asked before it runs. */
export function eventsOfProcedure(procedure: string, args: readonly Value[], catalogs: EventCatalogs): readonly DdlEvent[] {
  const event = EVENTS[procedure]?.(args.map(textOf), catalogs);
  if (event === undefined) return [];
  const parameters: Detail = ['Parameters', { each: 'Param', values: args.map((value) => textOf(value) ?? '') }];
  return [{ ...event, details: [...(event.details ?? []), parameters] }];
}

type Text = string | null | undefined;

type Describe = (args: readonly Text[], catalogs: EventCatalogs) => DdlEvent;

/** Names what one of the arguments says, as an object, a column of one, or a type. */
const named =
  (type: string, place: number, objectType?: string): Describe =>
  (args, catalogs) => ({ type, ...find(args[place] ?? '', catalogs, objectType) });

const EVENTS: Readonly<Record<string, Describe>> = {
  sp_rename: ([name, newName, kind], catalogs) => ({
    type: 'RENAME',
    ...find(name ?? '', catalogs, RENAMED[kind?.trim().toUpperCase() ?? '']),
    details: [['NewObjectName', newName ?? '']],
  }),
  sp_addextendedproperty: property('CREATE_EXTENDED_PROPERTY', 2, 1),
  sp_updateextendedproperty: property('ALTER_EXTENDED_PROPERTY', 2, 1),
  sp_dropextendedproperty: property('DROP_EXTENDED_PROPERTY', 1, null),
  sp_bindefault: named('BIND_DEFAULT', 1),
  sp_unbindefault: named('UNBIND_DEFAULT', 0),
  sp_bindrule: named('BIND_RULE', 1),
  sp_unbindrule: named('UNBIND_RULE', 0),
  sp_addtype: named('CREATE_TYPE', 0, 'TYPE'),
  sp_addmessage: ([id]) => onServer('CREATE_MESSAGE', 'MESSAGE', id),
  sp_altermessage: ([id]) => onServer('ALTER_MESSAGE', 'MESSAGE', id),
  sp_dropmessage: ([id]) => onServer('DROP_MESSAGE', 'MESSAGE', id),
  sp_MSsetconfiguration: ([option, value]) => ({
    ...onServer('ALTER_INSTANCE', 'SERVER', option),
    details: [
      ['PropertyName', option ?? ''],
      ['PropertyValue', value ?? ''],
    ],
  }),
};

const RENAMED: Readonly<Record<string, string>> = {
  COLUMN: 'COLUMN',
  INDEX: 'INDEX',
  USERDATATYPE: 'TYPE',
  STATISTICS: 'STATISTICS',
  DATABASE: 'DATABASE',
};

const onServer = (type: string, objectType: string, object: Text): DdlEvent => ({
  type,
  database: undefined,
  schema: null,
  object: object ?? '',
  objectType,
  target: null,
});

/** A property is told with its name; its object is the innermost of the levels, its target the one around it. */
function property(type: string, from: number, value: number | null): Describe {
  return (args, catalogs) => {
    const levels = [0, 1, 2].map((level) => ({ kind: args[from + 2 * level]?.toUpperCase(), name: args[from + 2 * level + 1] }));
    const named = levels.filter(({ name }) => name !== null && name !== undefined);
    const inner = named.at(-1);
    const outer = named.length > 2 ? named.at(-2) : undefined;
    const database = catalogs.database(undefined)?.name;
    const details: Detail[] = [['PropertyName', args[0] ?? '']];
    if (value !== null) details.push(['PropertyValue', args[value] ?? '']);
    return {
      type,
      database,
      schema: levels[0]?.kind === 'SCHEMA' ? (levels[0].name ?? null) : null,
      object: inner?.name ?? database ?? '',
      objectType: inner?.kind ?? 'DATABASE',
      target: outer === undefined ? null : { object: outer.name ?? '', objectType: outer.kind ?? '' },
      details,
    };
  };
}

type Found = Pick<DdlEvent, 'database' | 'schema' | 'object' | 'objectType' | 'target'>;

function find(written: string, catalogs: EventCatalogs, wanted?: string): Found {
  const catalog = catalogs.database(undefined);
  const inward = [...(parseName(written) ?? [])].reverse().map((part) => part ?? undefined);
  const [name = written, around] = inward;
  const base = { database: catalog?.name, schema: null, object: name, target: null };
  if (catalog === undefined || wanted === 'DATABASE') return { ...base, objectType: wanted ?? '' };
  const object = wanted === undefined ? findObject(catalog, around, catalogs.defaultSchema, name) : undefined;
  if (object !== undefined) return { ...base, schema: object.schema, objectType: wordOf(object) };
  const type = wanted === 'TYPE' || around === undefined ? findType(catalog, around, catalogs.defaultSchema, name) : undefined;
  if (wanted === 'TYPE' || type !== undefined) return { ...base, schema: type?.schema ?? catalogs.defaultSchema, objectType: 'TYPE' };
  const parent = around === undefined ? undefined : findObject(catalog, inward[2], catalogs.defaultSchema, around);
  if (parent === undefined) return { ...base, objectType: wanted ?? 'OBJECT' };
  const isIndex = wanted === undefined && parent.kind === 'table' && findIndex(parent, name) !== undefined;
  const target = { object: parent.name, objectType: wordOf(parent) };
  return { ...base, schema: parent.schema, objectType: wanted ?? (isIndex ? 'INDEX' : 'COLUMN'), target };
}

function textOf(value: Value): Text {
  if (value === null || typeof value === 'string') return value;
  return isVariant(value) ? show(value.value, value.type) : String(value);
}
