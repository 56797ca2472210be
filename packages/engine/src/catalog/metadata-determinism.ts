/**
 * Whether a view or function always gives the same result for the same data, as far as SQL Server says so: it is schema-bound, calls no function of
 * the clock, the session, the catalog or chance, and the same is true of what it refers to.
 */

import { parse } from '@sprocket/tsql';
import { dependenciesOf } from './dependencies.ts';
import type { DatabaseCatalog, SchemaObject } from './model.ts';

export function isDeterministic(catalog: DatabaseCatalog, object: SchemaObject): boolean {
  if (!('schemaBound' in object && 'definition' in object) || !object.schemaBound || callsVolatile(object.definition)) return false;
  return dependenciesOf(catalog, object).every(({ id }) => {
    const referenced = id === null ? undefined : catalog.objectsById.get(id);
    if (referenced === undefined) return true;
    return referenced.kind === 'table' || (referenced.id !== object.id && isDeterministic(catalog, referenced));
  });
}

function callsVolatile(definition: string): boolean {
  let found = false;
  walk(parse(definition).statements, (node) => {
    found ||= node.kind === 'niladic' || node.kind === 'globalVariable' || node.kind === 'atTimeZone';
    found ||= node.kind === 'nextValue' || (node.kind === 'call' && VOLATILE.has(calledName(node)));
  });
  return found;
}

interface AnyNode {
  readonly kind: string;
  readonly name?: { readonly parts?: readonly { readonly value: string }[] };
}

/** The name of a built-in function in upper case; empty for one with a schema. */
function calledName({ name }: AnyNode): string {
  const parts = name?.parts ?? [];
  return parts.length === 1 ? (parts[0]?.value.toUpperCase() ?? '') : '';
}

/** Built-in functions that may give another result for the same arguments. */
export const VOLATILE: ReadonlySet<string> = new Set(
  `APP_NAME APPLOCK_MODE APPLOCK_TEST COL_LENGTH COL_NAME COLUMNPROPERTY COMPRESS CONNECTIONPROPERTY CONTEXT_INFO CRYPT_GEN_RANDOM CURRENT_REQUEST_ID
  CURRENT_TRANSACTION_ID CURSOR_STATUS DATABASE_PRINCIPAL_ID DATABASEPROPERTYEX DATENAME DB_ID DB_NAME ERROR_LINE ERROR_MESSAGE ERROR_NUMBER
  ERROR_PROCEDURE ERROR_SEVERITY ERROR_STATE FILE_ID FILE_IDEX FILE_NAME FILEGROUP_ID FILEGROUP_NAME FILEPROPERTY FORMAT GETANSINULL GETDATE GETUTCDATE
  HAS_DBACCESS HAS_PERMS_BY_NAME HOST_ID HOST_NAME IDENT_CURRENT IDENT_INCR IDENT_SEED INDEX_COL INDEXKEY_PROPERTY INDEXPROPERTY IS_MEMBER IS_ROLEMEMBER
  IS_SRVROLEMEMBER ISDATE LOGINPROPERTY NEWID NEWSEQUENTIALID OBJECT_DEFINITION OBJECT_ID OBJECT_NAME OBJECT_SCHEMA_NAME OBJECTPROPERTY OBJECTPROPERTYEX
  ORIGINAL_DB_NAME ORIGINAL_LOGIN PARSE PARSENAME PERMISSIONS PWDCOMPARE PWDENCRYPT RAND ROWCOUNT_BIG SCHEMA_ID SCHEMA_NAME SCOPE_IDENTITY
  SERVERPROPERTY SESSION_CONTEXT SESSIONPROPERTY STATS_DATE SUSER_ID SUSER_NAME SUSER_SID SUSER_SNAME SYSDATETIME SYSDATETIMEOFFSET SYSUTCDATETIME
  TRIGGER_NESTLEVEL TRY_PARSE TYPE_ID TYPE_NAME TYPEPROPERTY USER_ID USER_NAME XACT_STATE`.split(/\s+/),
);

function walk(node: unknown, visit: (node: AnyNode) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && typeof node.kind === 'string') visit(node as AnyNode);
  for (const child of Object.values(node)) walk(child, visit);
}
