/** Names and ids of objects, schemas and columns: OBJECT_ID, OBJECT_NAME, SCHEMA_ID, COL_NAME and the texts of objects. */

import { findSchema, sameName } from './find.ts';
import { type Answers, type Found, type MetadataContext, objectById, objectNamed } from './metadata-context.ts';
import { systemProcedure } from './procedures/index.ts';
import type { ColumnEntry } from './views/columns.ts';
import { columnEntries, tableColumns } from './views/columns.ts';
import type { ObjectEntry } from './views/objects.ts';

/** The columns that an object has. */
export function columnsOf({ entry }: Found): readonly ColumnEntry[] {
  if (entry.table !== null && entry.constraint === null && entry.column === null) return tableColumns(entry.table);
  return entry.object === null ? [] : columnEntries(entry.object);
}

export const columnNamed = (found: Found, name: string): ColumnEntry | undefined => columnsOf(found).find((c) => sameName(c.name, name));

function objectId(context: MetadataContext, name: string, type?: string): number | null {
  const found = objectNamed(context, name);
  if (found === undefined) return null;
  return type === undefined || found.entry.type === type.trim().toUpperCase() ? found.entry.id : null;
}

/** The definition of a module, or the expression of a check or default. */
function definitionOf({ object, constraint, column, isSystem, name }: ObjectEntry): string | null {
  if (isSystem) return systemDefinition(name);
  if (column?.default) return column.default.text;
  if (constraint !== null && 'text' in constraint) return constraint.text;
  if (object === null || !('definition' in object)) return null;
  return 'encrypted' in object && object.encrypted ? null : object.definition;
}

function systemDefinition(name: string): string | null {
  const procedure = systemProcedure(name);
  return procedure?.kind === 'text' ? procedure.definition : null;
}

function schemaName({ catalogs }: MetadataContext, id?: number): string | null {
  if (id === undefined) return catalogs.defaultSchema;
  for (const schema of catalogs.current.schemas.values()) if (schema.id === id) return schema.name;
  return null;
}

export const NAME_ANSWERS: Answers = {
  OBJECT_ID: objectId,
  OBJECT_NAME: (context, id: number, databaseId?: number) => objectById(context, id, databaseId)?.entry.name ?? null,
  OBJECT_SCHEMA_NAME: (context, id: number, databaseId?: number) => objectById(context, id, databaseId)?.entry.schema ?? null,
  OBJECT_DEFINITION: (context, id: number) => {
    const found = objectById(context, id);
    return found === undefined ? null : definitionOf(found.entry);
  },
  SCHEMA_ID: ({ catalogs }, name: string = catalogs.defaultSchema) => findSchema(catalogs.current, name)?.id ?? null,
  SCHEMA_NAME: schemaName,
  COL_NAME: (context, id: number, columnId: number) => {
    const found = objectById(context, id);
    return found === undefined ? null : (columnsOf(found).find((c) => c.id === columnId)?.name ?? null);
  },
  MESSAGE_TEXT: ({ catalogs }, id: number) => catalogs.server.messages.find((message) => message.id === id)?.text ?? null,
};
