/** The one assembly that every database has, Microsoft.SqlServer.Types, and the CLR types in it. Assemblies of users cannot be created. */

import { BIT, DATETIME, INT, nvarchar, SMALLINT, SYSNAME, TINYINT } from '@sprocket/tsql';
import { SYSTEM_TYPES, type SystemType } from '../types.ts';
import { type ColumnRows, column, defineView, nullable, type SystemView } from './define.ts';
import { bit, DESCRIPTION, datetimeOf, NO, SYSTEM_CREATED } from './shared.ts';

const ASSEMBLY = 'Microsoft.SqlServer.Types';
const ASSEMBLY_ID = 1;
const IDENTITY = 'Culture=neutral, PublicKeyToken=89845dcd8080cc91';
const VERSION = '16.0.0.0';

const CLASSES: Readonly<Record<string, string>> = {
  hierarchyid: 'SqlHierarchyId',
  geometry: 'SqlGeometry',
  geography: 'SqlGeography',
};

const ASSEMBLY_COLUMNS: ColumnRows<null> = {
  name: column(SYSNAME, ASSEMBLY),
  principal_id: nullable(INT, 4),
  assembly_id: column(INT, ASSEMBLY_ID),
  clr_name: nullable(nvarchar(4000), `${ASSEMBLY}, Version=${VERSION}, ${IDENTITY}, processorarchitecture=msil`.toLowerCase()),
  permission_set: nullable(TINYINT, 3),
  permission_set_desc: nullable(DESCRIPTION, 'UNSAFE_ACCESS'),
  is_visible: column(BIT, 1),
  create_date: column(DATETIME, datetimeOf(SYSTEM_CREATED)),
  modify_date: column(DATETIME, datetimeOf(SYSTEM_CREATED)),
  is_user_defined: nullable(BIT, 0),
};

const TYPE_COLUMNS: ColumnRows<SystemType> = {
  name: column(SYSNAME, (t) => t.name),
  system_type_id: column(TINYINT, (t) => t.systemTypeId),
  user_type_id: column(INT, (t) => t.userTypeId),
  schema_id: column(INT, 4),
  principal_id: nullable(INT),
  max_length: column(SMALLINT, (t) => t.maxLength),
  precision: column(TINYINT, 0),
  scale: column(TINYINT, 0),
  collation_name: nullable(SYSNAME),
  is_nullable: nullable(BIT, 1),
  is_user_defined: NO,
  is_assembly_type: column(BIT, 1),
  default_object_id: column(INT, 0),
  rule_object_id: column(INT, 0),
  assembly_id: column(INT, ASSEMBLY_ID),
  assembly_class: nullable(SYSNAME, (t) => classOf(t)),
  is_binary_ordered: nullable(BIT, (t) => bit(t.name === 'hierarchyid')),
  is_fixed_length: nullable(BIT, 0),
  prog_id: nullable(nvarchar(40)),
  assembly_qualified_name: nullable(nvarchar(4000), (t) => `${classOf(t)}, ${ASSEMBLY}, Version=${VERSION}, ${IDENTITY}`),
  is_table_type: NO,
};

const classOf = (type: SystemType): string => `${ASSEMBLY}.${CLASSES[type.name]}`;

export const ASSEMBLY_VIEWS: readonly SystemView[] = [
  defineView('sys', 'assemblies', { columns: ASSEMBLY_COLUMNS, items: () => [null] }),
  defineView('sys', 'assembly_types', { columns: TYPE_COLUMNS, items: () => SYSTEM_TYPES.filter(({ name }) => name in CLASSES) }),
];
