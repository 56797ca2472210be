/** TYPE_ID, TYPE_NAME and TYPEPROPERTY: system types, alias types and table types by name and number. */

import type { Type } from '@sprocket/tsql';
import { findSchema, findType, sameName } from './find.ts';
import { ANSI_TRIMMED, lengthInUnits, scaleOrNull } from './metadata-columns.ts';
import type { Answers, MetadataContext } from './metadata-context.ts';
import type { UserType } from './model.ts';
import { parseName } from './object-name.ts';
import { SYSTEM_TYPES, type SystemType, systemTypeNamed } from './types.ts';

type AnyType = { readonly user: UserType; readonly system: null } | { readonly user: null; readonly system: SystemType };

function typeNamed({ catalogs }: MetadataContext, text: string): AnyType | undefined {
  const parts = parseName(text);
  if (parts === undefined || parts.length > 2) return undefined;
  const [name = null, schema = null] = [...parts].reverse();
  if (name === null) return undefined;
  const system = schema === null || sameName(schema, 'sys') ? systemTypeNamed(name) : undefined;
  if (system !== undefined) return { user: null, system };
  const user = findType(catalogs.current, schema ?? undefined, catalogs.defaultSchema, name);
  return user && { user, system: null };
}

function typeName({ catalogs }: MetadataContext, id: number): string | null {
  for (const type of catalogs.current.types.values()) if (type.id === id) return type.name;
  return SYSTEM_TYPES.find((type) => type.userTypeId === id)?.name ?? null;
}

type Read = (type: AnyType, base: Type | null, context: MetadataContext) => number | boolean | null;

/** By folded name. */
const PROPERTIES: Readonly<Record<string, Read>> = {
  allowsnull: ({ user, system }) =>
    user === null ? system.name !== 'sysname' && system.name !== 'timestamp' : user.kind === 'alias' && user.nullable,
  ownerid: ({ user }, _, { catalogs }) => {
    const schema = user === null ? 'sys' : user.schema;
    const owner = findSchema(catalogs.current, schema)?.owner ?? schema;
    return catalogs.current.principals.get(owner.toLowerCase())?.id ?? 1;
  },
  precision: ({ system }, base) => (base === null ? (system === null ? null : systemPrecision(system)) : lengthInUnits(base)),
  scale: ({ system }, base) => (base === null ? systemScale(system) : scaleOrNull(base)),
  usesansitrim: ({ system }, base) => (ANSI_TRIMMED.has(base?.name ?? system?.name ?? '') ? true : null),
};

function systemPrecision({ name, precision, maxLength }: SystemType): number {
  if (precision !== 0) return precision;
  if (name === 'sql_variant') return 0;
  if (name === 'text' || name === 'image') return 2_147_483_647;
  if (name === 'ntext') return 1_073_741_823;
  return name === 'nchar' || name === 'nvarchar' || name === 'sysname' ? maxLength / 2 : maxLength;
}

const systemScale = (system: SystemType | null): number | null =>
  system === null || system.precision === 0 || ['bit', 'real', 'float'].includes(system.name) ? null : system.scale;

function typeProperty(context: MetadataContext, name: string, property: string): number | null {
  const type = typeNamed(context, name);
  if (type === undefined) return null;
  const base = type.user?.kind === 'alias' ? type.user.base : null;
  const value = PROPERTIES[property.trim().toLowerCase()]?.(type, base, context);
  return value === undefined || value === null ? null : Number(value);
}

export const TYPE_ANSWERS: Answers = {
  TYPE_ID: (context, name: string) => {
    const type = typeNamed(context, name);
    return type === undefined ? null : (type.user?.id ?? type.system?.userTypeId ?? null);
  },
  TYPE_NAME: typeName,
  TYPEPROPERTY: typeProperty,
};
