/** DATABASEPROPERTYEX, DATABASEPROPERTY, and the names and numbers of a database's files and filegroups. */

import { TINYINT } from '@sprocket/tsql';
import { collation } from '../values/collation.ts';
import type { Value, Variant } from '../values/value.ts';
import { sameName } from './find.ts';
import type { Answers, MetadataContext } from './metadata-context.ts';
import { comparisonStyle, number, text } from './metadata-values.ts';
import { type DatabaseCatalog, nameKey } from './model.ts';
import { isOptionOn } from './views/databases.ts';

type Read = (database: DatabaseCatalog, context: MetadataContext) => Variant | null;

const flag =
  (option: string, initially = false): Read =>
  (database) =>
    number(isOptionOn(database, option, initially));

const no: Read = () => number(false);

/** By folded name. */
const PROPERTIES: Readonly<Record<string, Read>> = {
  collation: (database) => text(database.collation),
  comparisonstyle: (database) => number(comparisonStyle(collation(database.collation))),
  isansinulldefault: flag('ANSI_NULL_DEFAULT'),
  isansinullsenabled: flag('ANSI_NULLS'),
  isansipaddingenabled: flag('ANSI_PADDING'),
  isansiwarningsenabled: flag('ANSI_WARNINGS'),
  isarithmeticabortenabled: flag('ARITHABORT'),
  isautoclose: flag('AUTO_CLOSE'),
  isautocreatestatistics: flag('AUTO_CREATE_STATISTICS', true),
  isautocreatestatisticsincremental: no,
  isautoshrink: flag('AUTO_SHRINK'),
  isautoupdatestatistics: flag('AUTO_UPDATE_STATISTICS', true),
  ischangetrackingenabled: (database) => ({ type: TINYINT, value: Number(database.options.changeTracking !== undefined) }),
  isclone: no,
  isclosecursorsoncommitenabled: flag('CURSOR_CLOSE_ON_COMMIT'),
  isdatabasesuspendedforsnapshotbackup: no,
  isfulltextenabled: () => number(true),
  isinstandby: no,
  islocalcursorsdefault: (database) => number(database.options.other.CURSOR_DEFAULT === 'LOCAL'),
  ismemoryoptimizedelevatetosnapshotenabled: no,
  ismergepublished: no,
  isnullconcat: flag('CONCAT_NULL_YIELDS_NULL'),
  isnumericroundabortenabled: flag('NUMERIC_ROUNDABORT'),
  isparameterizationforced: (database) => number(database.options.other.PARAMETERIZATION === 'FORCED'),
  ispublished: no,
  isquotedidentifiersenabled: flag('QUOTED_IDENTIFIER'),
  isrecursivetriggersenabled: flag('RECURSIVE_TRIGGERS'),
  issubscribed: no,
  issyncwithbackup: no,
  istornpagedetectionenabled: no,
  isverifiedclone: no,
  isxtpsupported: () => number(true),
  lcid: (database) => number(collation(database.collation)?.lcid ?? 1033),
  recovery: (database) => text(database.options.recovery),
  sqlsortorder: () => ({ type: TINYINT, value: 52 }),
  status: (database, { catalogs }) => text(catalogs.server.databases.get(nameKey(database.name))?.state ?? 'ONLINE'),
  updateability: (database) => text(database.options.readOnly ? 'READ_ONLY' : 'READ_WRITE'),
  useraccess: (database) => text(database.options.singleUser ? 'SINGLE_USER' : 'MULTI_USER'),
  version: () => number(957),
};

/** The names of DATABASEPROPERTY that DATABASEPROPERTYEX does not have. */
const OLD_PROPERTIES: Readonly<Record<string, Read>> = {
  isbulkcopy: (database) => number(database.options.recovery === 'BULK_LOGGED'),
  isdboonly: no,
  isdetached: no,
  isemergencymode: no,
  isinload: no,
  isinrecovery: no,
  isnotrecovered: no,
  isoffline: (database, { catalogs }) => number(catalogs.server.databases.get(nameKey(database.name))?.state === 'OFFLINE'),
  isreadonly: (database) => number(database.options.readOnly),
  isshutdown: no,
  issingleuser: (database) => number(database.options.singleUser),
  issuspect: no,
  istruncatelog: (database) => number(database.options.recovery === 'SIMPLE'),
};

const propertyOf = (rows: Readonly<Record<string, Read>>, context: MetadataContext, name: string, property: string): Variant | null => {
  const database = context.catalogs.database(name.trimEnd());
  return database === undefined ? null : (rows[property.trim().toLowerCase()]?.(database, context) ?? null);
};

/** The old function has numbers only. */
function databaseProperty(context: MetadataContext, name: string, property: string): Value {
  const found = propertyOf({ ...PROPERTIES, ...OLD_PROPERTIES }, context, name, property);
  return found !== null && typeof found.value === 'number' ? found.value : null;
}

interface DatabaseFile {
  readonly id: number;
  readonly name: string;
}

const SYSTEM_FILES: Readonly<Record<number, readonly [string, string]>> = {
  1: ['master', 'mastlog'],
  2: ['tempdev', 'templog'],
  3: ['modeldev', 'modellog'],
  4: ['MSDBData', 'MSDBLog'],
};

/** A data file and a log, as sys.database_files shows them. */
export function filesOf({ databaseId, name }: DatabaseCatalog): readonly DatabaseFile[] {
  const [data, log] = SYSTEM_FILES[databaseId] ?? [name, `${name}_log`];
  return [
    { id: 1, name: data },
    { id: 2, name: log },
  ];
}

const fileNamed = ({ catalogs }: MetadataContext, name: string): DatabaseFile | undefined =>
  filesOf(catalogs.current).find((file) => sameName(file.name, name.trimEnd()));

function fileProperty(context: MetadataContext, name: string, property: string): number | null {
  const file = fileNamed(context, name);
  if (file === undefined) return null;
  const size = context.live.databaseSize(context.catalogs.current.databaseId);
  switch (property.trim().toLowerCase()) {
    case 'isreadonly':
      return Number(context.catalogs.current.options.readOnly);
    case 'isprimaryfile':
      return Number(file.id === 1);
    case 'islogfile':
      return Number(file.id === 2);
    case 'spaceused':
      return Math.ceil((file.id === 1 ? size.data : size.log) / 8192);
    default:
      return null;
  }
}

const groupNamed = ({ catalogs }: MetadataContext, name: string) =>
  catalogs.current.dataSpaces.find((space) => space.kind === 'filegroup' && sameName(space.name, name.trimEnd()));

function filegroupProperty(context: MetadataContext, name: string, property: string): number | null {
  const group = groupNamed(context, name);
  if (group?.kind !== 'filegroup') return null;
  switch (property.trim().toLowerCase()) {
    case 'isreadonly':
      return Number(group.readOnly);
    case 'isuserdefinedfg':
      return Number(group.id !== 1);
    case 'isdefault':
      return Number(group.isDefault);
    default:
      return null;
  }
}

const fileId = (context: MetadataContext, name: string): number | null => fileNamed(context, name)?.id ?? null;

export const DATABASE_ANSWERS: Answers = {
  DATABASEPROPERTYEX: (context, name: string, property: string) => propertyOf(PROPERTIES, context, name, property),
  DATABASEPROPERTY: databaseProperty,
  FILE_ID: fileId,
  FILE_IDEX: fileId,
  FILE_NAME: ({ catalogs }, id: number) => filesOf(catalogs.current).find((file) => file.id === id)?.name ?? null,
  FILEPROPERTY: fileProperty,
  FILEGROUP_ID: (context, name: string) => groupNamed(context, name)?.id ?? null,
  FILEGROUP_NAME: ({ catalogs }, id: number) => catalogs.current.dataSpaces.find((space) => space.id === id)?.name ?? null,
  FILEGROUPPROPERTY: filegroupProperty,
};
