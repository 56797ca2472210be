/** CREATE TYPE (alias and table types), and the same for sp_addtype; DROP TYPE. */

import type { CreateType, DataType, ObjectName } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { putType, removeType, setNextObjectId } from '../edit.ts';
import { findType, nameText } from '../find.ts';
import { idSource } from '../ids.ts';
import { type DatabaseCatalog, objectKey, type SchemaObject, type UserType } from '../model.ts';
import { systemTypeNamed } from '../types.ts';
import { commitCatalog, creationTarget, resolveTarget } from './apply.ts';
import { buildTable } from './build/table.ts';
import type { DdlContext } from './context.ts';

export function createType(statement: CreateType, context: DdlContext): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  requireFreeTypeName(catalog, schema, name);
  const { definition } = statement;
  switch (definition.kind) {
    case 'aliasType':
      return commitCatalog(
        context,
        catalog,
        withAlias(context, catalog, { schema, name, base: definition.base, nullable: definition.nullable ?? true }),
      );
    case 'tableType': {
      const ids = idSource(catalog.nextObjectId);
      const request = { id: ids.take(), schema, name, elements: definition.elements, storageName: `type:${schema}.${name}` };
      const table = buildTable({ context, catalog, kind: 'variable', takeId: ids.take }, request);
      const type: UserType = { kind: 'table', id: nextTypeId(catalog), schema, name, table };
      return commitCatalog(context, catalog, putType(setNextObjectId(catalog, ids.next), type));
    }
    case 'externalBody':
      throw unsupported('CREATE TYPE … EXTERNAL NAME');
  }
}

interface AliasRequest {
  readonly schema: string;
  readonly name: string;
  readonly base: DataType;
  readonly nullable: boolean;
}

export function withAlias(context: DdlContext, catalog: DatabaseCatalog, { schema, name, base, nullable }: AliasRequest): DatabaseCatalog {
  const { type, table } = context.binder.resolveType(catalog, base);
  // An alias is based on a system type; of another alias it takes the base.
  if (table !== null) throw sqlError(15151, 'find', 'type', nameText(base.name));
  const { alias: _alias, ...system } = type;
  return putType(catalog, { kind: 'alias', id: nextTypeId(catalog), schema, name, base: system, nullable });
}

export function requireFreeTypeName(catalog: DatabaseCatalog, schema: string, name: string): void {
  if (catalog.types.has(objectKey(schema, name)) || systemTypeNamed(name) !== undefined) throw sqlError(219, `${schema}.${name}`);
}

/** User types count from 257. */
const nextTypeId = (catalog: DatabaseCatalog): number => Math.max(256, ...[...catalog.types.values()].map((type) => type.id)) + 1;

export function dropType(context: DdlContext, name: ObjectName, ifExists: boolean): void {
  const target = resolveTarget(context, name);
  const type = findType(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name);
  if (type === undefined) {
    if (ifExists) return;
    throw sqlError(218, nameText(name));
  }
  const user = [...target.catalog.objects.values()].find((object) => uses(object, type));
  if (user !== undefined) throw sqlError(3732, nameText(name), user.name);
  commitCatalog(context, target.catalog, removeType(target.catalog, type.id));
}

function uses(object: SchemaObject, type: UserType): boolean {
  const alias = `${type.schema}.${type.name}`;
  switch (object.kind) {
    case 'table':
      return object.columns.some((column) => column.type.alias === alias);
    case 'procedure':
      return object.parameters.some((parameter) => parameter.type.alias === alias);
    case 'function':
      return object.returns?.alias === alias || object.parameters.some((parameter) => parameter.type.alias === alias);
    default:
      return false;
  }
}
