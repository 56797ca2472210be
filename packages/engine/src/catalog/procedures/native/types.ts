/** sp_addtype: an alias type of a system type that is named in a string, as `'varchar(11)'`. */

import { parseDataType, SYSNAME, varchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { commitCatalog } from '../../ddl/apply.ts';
import { requireFreeTypeName, withAlias } from '../../ddl/type.ts';
import { findSchema } from '../../find.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { native, parameter } from './native.ts';

function addType(context: NativeContext, name: string | null, base: string | null, nullType: string | null, owner: string | null): void {
  const { type, diagnostics } = parseDataType(base ?? '');
  if (name === null || name === '' || type === null || diagnostics.length > 0) throw sqlError(15036, base ?? '(null)');
  const catalog = context.catalogs.current();
  const schema = findSchema(catalog, owner ?? context.defaultSchema);
  if (schema === undefined) throw sqlError(2760, owner ?? context.defaultSchema);
  requireFreeTypeName(catalog, schema.name, name);
  commitCatalog(
    context,
    catalog,
    withAlias(context, catalog, { schema: schema.name, name, base: type, nullable: isNullable(context, nullType) }),
  );
}

/** Left out, the session's SET option decides. */
function isNullable(context: NativeContext, nullType: string | null): boolean {
  if (nullType === null) return context.settings.ansiNullDefault;
  switch (nullType.trim().toUpperCase()) {
    case 'NULL':
      return true;
    case 'NOT NULL':
    case 'NONULL':
      return false;
    default:
      throw sqlError(15085);
  }
}

export const ALIAS_TYPES: readonly NativeProcedure[] = [
  native('sp_addtype', {
    parameters: [
      parameter('typename', SYSNAME),
      parameter('phystype', SYSNAME),
      parameter('nulltype', varchar(8), 'NULL'),
      parameter('owner', SYSNAME, 'NULL'),
    ],
    run: addType,
  }),
];
