/**
 * Functions that answer about objects: OBJECT_ID, COL_LENGTH, SERVERPROPERTY and the like. Each asks `env.metadata.lookup` by its own name and hands
 * its arguments over, NULLs excluded; an unknown object or property is NULL. COLLATIONPROPERTY and SQL_VARIANT_PROPERTY need no catalog.
 */

import { DATETIME, INT, MAX, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { as, define, int, integer, type Param, sysname } from './define.ts';

interface MetadataRow {
  readonly type: Type;
  readonly params: readonly Param[];
  readonly optional?: number;
}

const objectName: Param = as(nvarchar(1035));
const smallint: Param = as(SMALLINT);

/** The object id of COLUMNPROPERTY and INDEXPROPERTY: an integer and nothing that would have to become one. */
const strictInt: Param = (argument, position, name) => {
  if (argument.untypedNull !== true) integer(argument, position, name);
  return INT;
};

const METADATA_ROWS: Readonly<Record<string, MetadataRow>> = {
  ASSEMBLYPROPERTY: { type: SQL_VARIANT, params: [sysname, sysname] },
  COL_LENGTH: { type: SMALLINT, params: [objectName, sysname] },
  COL_NAME: { type: SYSNAME, params: [int, int] },
  COLUMNPROPERTY: { type: INT, params: [strictInt, sysname, sysname] },
  DATABASEPROPERTY: { type: INT, params: [sysname, sysname] },
  DATABASEPROPERTYEX: { type: SQL_VARIANT, params: [sysname, sysname] },
  FILE_ID: { type: SMALLINT, params: [sysname] },
  FILE_IDEX: { type: INT, params: [sysname] },
  FILE_NAME: { type: nvarchar(128), params: [int] },
  FILEGROUP_ID: { type: INT, params: [sysname] },
  FILEGROUP_NAME: { type: nvarchar(128), params: [smallint] },
  FILEGROUPPROPERTY: { type: INT, params: [sysname, sysname] },
  FILEPROPERTY: { type: INT, params: [sysname, sysname] },
  FULLTEXTCATALOGPROPERTY: { type: INT, params: [sysname, sysname] },
  FULLTEXTSERVICEPROPERTY: { type: INT, params: [sysname] },
  INDEX_COL: { type: SYSNAME, params: [objectName, int, int] },
  INDEXKEY_PROPERTY: { type: INT, params: [strictInt, int, smallint, sysname] },
  INDEXPROPERTY: { type: INT, params: [strictInt, sysname, sysname] },
  OBJECT_DEFINITION: { type: nvarchar(MAX), params: [int] },
  OBJECT_ID: { type: INT, params: [objectName, sysname], optional: 1 },
  OBJECT_NAME: { type: SYSNAME, params: [int, int], optional: 1 },
  OBJECT_SCHEMA_NAME: { type: SYSNAME, params: [int, int], optional: 1 },
  OBJECTPROPERTY: { type: INT, params: [int, sysname] },
  OBJECTPROPERTYEX: { type: SQL_VARIANT, params: [int, sysname] },
  SCHEMA_ID: { type: INT, params: [sysname], optional: 1 },
  SCHEMA_NAME: { type: SYSNAME, params: [int], optional: 1 },
  SERVERPROPERTY: { type: SQL_VARIANT, params: [sysname] },
  STATS_DATE: { type: DATETIME, params: [int, int] },
  TYPE_ID: { type: INT, params: [objectName] },
  TYPE_NAME: { type: SYSNAME, params: [int] },
  TYPEPROPERTY: { type: INT, params: [objectName, sysname] },
};

function metadataRow([name, row]: [string, MetadataRow]): Builtin {
  return define({
    name,
    params: row.params,
    optional: row.optional ?? 0,
    returns: row.type,
    nullable: true,
    volatility: 'statement',
    evaluate: (env: Environment, ...args: Value[]) => env.metadata.lookup(name, ...args),
  });
}

export const METADATA: readonly Builtin[] = Object.entries(METADATA_ROWS).map(metadataRow);
