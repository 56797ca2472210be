/** Data type references to types: system types, then the alias and table types of the database. */

import type { DataType, Type } from '@sprocket/tsql';
import * as T from '@sprocket/tsql';
import { findXmlSchema, nameParts, nameText } from '../catalog/find.ts';
import { nameKey, objectKey, type Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { type Binder, useDatabase } from './context.ts';
import { needlessSize, systemType, type TypeSite } from './system-types.ts';

export { CONVERSION, DECLARATION, type TypeSite } from './system-types.ts';

export interface ResolvedType {
  readonly type: Type;
  /** Set for a table type. */
  readonly table: Table | null;
  /** Nullability that an alias type declares. */
  readonly nullable: boolean | null;
}

export function resolveType(reference: DataType, site: TypeSite, binder: Binder | null): ResolvedType {
  const parts = reference.name.parts;
  if (parts.length === 1 || nameKey(parts.at(-2)?.value ?? '') === 'sys') {
    const type = systemType(reference, site);
    if (type !== undefined) return { type: withXmlSchema(type, reference, binder), table: null, nullable: null };
  }
  return userType(reference, site, binder);
}

/** `xml(collection)`: 6314 when there is no such collection. */
function withXmlSchema(type: Type, { xmlSchema }: DataType, binder: Binder | null): Type {
  if (xmlSchema === null) return type;
  const { database: databaseName, schema, name } = nameParts(xmlSchema.collection);
  const database = binder === null ? undefined : useDatabase(binder, databaseName);
  const collection = database && findXmlSchema(database, schema, binder?.defaultSchema ?? 'dbo', name);
  if (database === undefined || collection === undefined) throw sqlError(6314, nameText(xmlSchema.collection));
  return { ...type, xmlSchema: { database: database.databaseId, collection: collection.id, document: xmlSchema.document } };
}

/** An unknown type is 243 in an expression and 2715 in a definition. */
function userType(reference: DataType, site: TypeSite, binder: Binder | null): ResolvedType {
  const parts = reference.name.parts.map((part) => part.value);
  const name = parts.at(-1) ?? '';
  const database = binder === null ? undefined : useDatabase(binder, parts.length > 2 ? parts.at(-3) : undefined);
  const schemas = parts.length > 1 ? [parts.at(-2) ?? ''] : [binder?.defaultSchema ?? 'dbo', 'dbo', 'sys'];
  for (const schema of schemas) {
    const found = database?.types.get(objectKey(schema, name));
    if (found !== undefined && reference.args.length > 0) throw needlessSize(name, reference, site);
    if (found?.kind === 'alias')
      return { type: { ...found.base, alias: `${found.schema}.${found.name}` }, table: null, nullable: found.nullable };
    if (found?.kind === 'table')
      return { type: { ...T.TABLE, alias: `${found.schema}.${found.name}` }, table: found.table, nullable: null };
  }
  throw site.kind === 'conversion' ? sqlError(243, parts.join('.')) : sqlError(2715, site.ordinal, parts.join('.'));
}
