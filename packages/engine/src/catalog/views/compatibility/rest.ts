/**
 * The views of SQL Server 2000 that describe the server and what hangs on a database: linked servers, files of all databases, permissions, locks,
 * counters, references. What does not exist here (devices, remote logins, cached plans) has columns and no rows.
 */

import type { Value } from '../../../values/value.ts';
import { dependenciesOf } from '../../dependencies.ts';
import { findPrincipal } from '../../find.ts';
import { type DatabaseCatalog, type ForeignKey, nameKey, type Permission, type Table } from '../../model.ts';
import type { SystemContext } from '../define.ts';
import type { LockFigures } from '../live.ts';
import { COUNTERS, type Counter } from '../performance.ts';
import { serverEntries } from '../servers.ts';
import { bit } from '../shared.ts';
import type { SpecRow } from '../spec.ts';
import { CHARSETS } from './charsets.ts';
import { tables } from './tables.ts';

/** A view in the words of `specView`. */
export interface OldView {
  readonly name: string;
  readonly spec: string;
  readonly rows?: (context: SystemContext) => Iterable<SpecRow>;
}

function* allFiles({ databases, server }: SystemContext): Iterable<SpecRow> {
  for (const { name, databaseId } of databases()) {
    const file = server.databases.get(nameKey(name))?.file ?? '';
    const shared = { size: 1024, maxsize: -1, growth: 8192, status: 2, perf: 0, dbid: databaseId };
    yield { ...shared, fileid: 1, groupid: 1, name, filename: file };
    yield { ...shared, fileid: 2, groupid: 0, name: `${name}_log`, filename: `${file}-wal` };
  }
}

function* fileGroups({ catalog }: SystemContext): Iterable<SpecRow> {
  for (const space of catalog.dataSpaces) {
    if (space.kind === 'filegroup')
      yield { groupid: space.id, allocpolicy: 0, status: (space.isDefault ? 16 : 0) | (space.readOnly ? 8 : 0), groupname: space.name };
  }
}

function* depends({ catalog }: SystemContext): Iterable<SpecRow> {
  for (const object of catalog.objects.values())
    for (const { id, schemaBound } of dependenciesOf(catalog, object))
      if (id !== null)
        yield { id: object.id, depid: id, number: 1, depnumber: 0, status: 0, deptype: bit(schemaBound), depdbid: 0, depsiteid: 0 };
}

const PLACES = Array.from({ length: 16 }, (_, i) => i);

const references = (context: SystemContext): Iterable<SpecRow> =>
  [...tables(context)].flatMap((table) => table.foreignKeys.map((key) => reference(table, key)));

function reference(table: Table, key: ForeignKey): SpecRow {
  const columns = (prefix: string, ids: readonly number[]): readonly [string, Value][] =>
    PLACES.map((i) => [`${prefix}${i + 1}`, ids[i] ?? 0]);
  return {
    constid: key.id,
    fkeyid: table.id,
    rkeyid: key.referencedTable,
    rkeyindid: 1,
    keycnt: key.columns.length,
    ...Object.fromEntries([...columns('fkey', key.columns), ...columns('rkey', key.referencedColumns)]),
  };
}

/** Numbers of the statements that sysprotects tells of. */
const ACTIONS: Readonly<Record<string, number>> = {
  REFERENCES: 26,
  'CREATE FUNCTION': 178,
  SELECT: 193,
  INSERT: 195,
  DELETE: 196,
  UPDATE: 197,
  'CREATE TABLE': 198,
  'CREATE DATABASE': 203,
  'CREATE VIEW': 207,
  'CREATE PROCEDURE': 222,
  EXECUTE: 224,
  'BACKUP DATABASE': 228,
  'CREATE DEFAULT': 233,
  'BACKUP LOG': 235,
  'CREATE RULE': 236,
};

const PROTECTIONS = { 'grant with grant option': 204, grant: 205, deny: 206 } as const;

function* protections({ catalog }: SystemContext): Iterable<SpecRow> {
  for (const row of catalog.permissions) {
    const action = ACTIONS[row.permission];
    if (action === undefined || !['DATABASE', 'OBJECT'].includes(row.class)) continue;
    yield { ...parties(catalog, row), action, protecttype: PROTECTIONS[row.state], columns: columnBits(row) };
  }
}

function parties(catalog: DatabaseCatalog, { objectId, grantee, grantor }: Permission): SpecRow {
  return { id: objectId, uid: findPrincipal(catalog, grantee)?.id ?? 0, grantor: findPrincipal(catalog, grantor ?? 'dbo')?.id ?? 1 };
}

/** Bit 0 stands for all columns, now and later; the others for columns by their ids. */
function columnBits({ permission, columnId }: Permission): Uint8Array | null {
  if (!['SELECT', 'UPDATE', 'REFERENCES'].includes(permission)) return null;
  const bytes = new Uint8Array(Math.floor(columnId / 8) + 1);
  bytes[bytes.length - 1] = 1 << (columnId % 8);
  return bytes;
}

/** Numbers of lock modes, and of what is locked. */
const MODES: Readonly<Record<string, number>> = { S: 3, U: 4, X: 5, IS: 6, IU: 7, IX: 8 };
const RESOURCES: Readonly<Record<string, number>> = { DATABASE: 2, OBJECT: 5, APPLICATION: 10 };

const lock = (figures: LockFigures): SpecRow => ({
  rsc_text: figures.description.slice(0, 32).padEnd(32),
  rsc_dbid: figures.databaseId,
  rsc_objid: figures.objectId,
  rsc_type: RESOURCES[figures.resource] ?? 0,
  req_mode: MODES[figures.mode] ?? 0,
  req_status: figures.granted ? 1 : 3,
  req_refcnt: 1,
  req_spid: figures.sessionId,
  req_ownertype: 1,
});

function* locks({ live }: SystemContext): Iterable<SpecRow> {
  for (const figures of live.locks()) yield lock(figures);
}

const counter = ({ object, name, instance, type, read }: Counter, { live }: SystemContext): SpecRow => ({
  object_name: `SQLServer:${object}`.padEnd(128),
  counter_name: name.padEnd(128),
  instance_name: (instance ?? '').padEnd(128),
  cntr_value: BigInt(read(live.counters())),
  cntr_type: type,
});

function* servers(context: SystemContext): Iterable<SpecRow> {
  for (const entry of serverEntries(context)) {
    const { options } = entry;
    yield {
      srvid: entry.id,
      srvstatus: entry.id === 0 ? 1089 : 128,
      srvname: entry.name,
      srvproduct: entry.product,
      providername: entry.provider,
      datasource: entry.dataSource,
      location: entry.location,
      providerstring: entry.providerString,
      catalog: entry.catalog,
      srvcollation: options.collationName,
      connecttimeout: options.connectTimeout,
      querytimeout: options.queryTimeout,
      srvnetname: entry.name.slice(0, 30).padEnd(30),
      isremote: bit(entry.id === 0),
      rpc: bit(options.rpc),
      rpcout: bit(options.rpcOut),
      dataaccess: bit(options.dataAccess),
      collationcompatible: bit(options.collationCompatible),
      useremotecollation: bit(options.useRemoteCollation),
      lazyschemavalidation: bit(options.lazySchemaValidation),
      collation: options.collationName,
    };
  }
}

function* fullTextCatalogs({ catalog }: SystemContext): Iterable<SpecRow> {
  for (const { id, name } of catalog.fullTextCatalogs ?? []) yield { ftcatid: id, name };
}

const KEY_COLUMNS = ['fkey', 'rkey'].map((prefix) => PLACES.map((i) => `${prefix}${i + 1}:smallint?`).join(' ')).join(' ');

export const REST: readonly OldView[] = [
  {
    name: 'sysaltfiles',
    spec: 'fileid:smallint? groupid:smallint? size:int maxsize:int growth:int status:int? perf:int? dbid:smallint? name:name filename:path',
    rows: allFiles,
  },
  { name: 'sysfilegroups', spec: 'groupid:smallint? allocpolicy:smallint? status:int? groupname:name', rows: fileGroups },
  {
    name: 'sysdepends',
    spec: 'id:int depid:int number:smallint? depnumber:smallint? status:smallint? deptype:tinyint depdbid:smallint? depsiteid:smallint? selall:bit resultobj:bit readobj:bit',
    rows: depends,
  },
  {
    name: 'sysreferences',
    spec: `constid:int fkeyid:int rkeyid:int? rkeyindid:smallint? keycnt:smallint? forkeys:b32? refkeys:b32? fkeydbid:smallint? rkeydbid:smallint? ${KEY_COLUMNS}`,
    rows: references,
  },
  {
    name: 'sysprotects',
    spec: 'id:int? uid:smallint? action:tinyint? protecttype:tinyint? columns:b8000? grantor:smallint?',
    rows: protections,
  },
  {
    name: 'syspermissions',
    spec: 'id:int? grantee:smallint? grantor:smallint? actadd:smallint? actmod:smallint? seladd:b4000? selmod:b4000? updadd:b4000? updmod:b4000? refadd:b4000? refmod:b4000?',
  },
  {
    name: 'syslockinfo',
    spec: 'rsc_text:nchar32 rsc_bin:fixed16 rsc_valblk:fixed16 rsc_dbid:smallint rsc_indid:smallint rsc_objid:int rsc_type:tinyint rsc_flag:tinyint req_mode:tinyint req_status:tinyint req_refcnt:smallint req_cryrefcnt:smallint req_lifetime:int req_spid:int req_ecid:int req_ownertype:smallint req_transactionID:bigint? req_transactionUOW:guid?',
    rows: locks,
  },
  {
    name: 'sysperfinfo',
    spec: 'object_name:nchar128 counter_name:nchar128 instance_name:nchar128? cntr_value:bigint cntr_type:int',
    rows: (context) => COUNTERS.map((row) => counter(row, context)),
  },
  {
    name: 'sysservers',
    spec: 'srvid:smallint? srvstatus:smallint? srvname:name srvproduct:n128 providername:n128 datasource:long? location:long? providerstring:long? schemadate:date topologyx:int? topologyy:int? catalog:name? srvcollation:name? connecttimeout:int? querytimeout:int? srvnetname:char30? isremote:bit? rpc:bit pub:bit sub:bit? dist:bit? dpub:bit? rpcout:bit dataaccess:bit collationcompatible:bit system:bit useremotecollation:bit lazyschemavalidation:bit collation:name? nonsqlsub:bit?',
    rows: servers,
  },
  {
    name: 'syscharsets',
    spec: 'type:smallint id:tinyint csid:tinyint status:smallint? name:name description:n255? binarydefinition:b6000? definition:image?',
    rows: () => CHARSETS,
  },
  { name: 'sysfulltextcatalogs', spec: 'ftcatid:smallint? name:name status:smallint? path:path?', rows: fullTextCatalogs },
  {
    name: 'syscacheobjects',
    spec: 'bucketid:int? cacheobjtype:n17 objtype:n8 objid:int? dbid:smallint? dbidexec:smallint? uid:smallint? refcounts:int? usecounts:int? pagesused:int? setopts:int? langid:smallint? dateformat:smallint? status:int? lasttime:bigint? maxexectime:bigint? avgexectime:bigint? lastreads:bigint? lastwrites:bigint? sqlbytes:int? sql:n3900?',
  },
  { name: 'sysdevices', spec: 'name:name size:int? low:int? high:int? status:smallint? cntrltype:smallint? phyname:path?' },
  { name: 'sysoledbusers', spec: 'rmtsrvid:smallint? rmtloginame:n128? rmtpassword:n128? loginsid:sid? status:smallint changedate:date' },
  { name: 'sysopentapes', spec: 'openTape:n64' },
  { name: 'sysremotelogins', spec: 'remoteserverid:smallint? remoteusername:name? status:smallint? sid:sid? changedate:date' },
];
