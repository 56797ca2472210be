/** Linked servers: sys.servers and the logins for them. They are remembered, and a statement that would reach one is refused. */

import { BIT, nvarchar, SYSNAME, varchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { commitServer } from '../../ddl/apply.ts';
import { sameName } from '../../find.ts';
import { nameKey } from '../../model.ts';
import { type LinkedLogin, type LinkedServer, type LinkedServerOptions, type ServerCatalog, setLinkedServers } from '../../server.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { native, parameter } from './native.ts';

type Text = string | null;

const linkedServers = (server: ServerCatalog): readonly LinkedServer[] => server.linkedServers ?? [];

const OPTIONS: LinkedServerOptions = {
  rpc: false,
  rpcOut: false,
  dataAccess: true,
  collationCompatible: false,
  useRemoteCollation: true,
  collationName: null,
  lazySchemaValidation: false,
  transactionPromotion: true,
  connectTimeout: 0,
  queryTimeout: 0,
};

const SQL_SERVER = 'SQL Server';

/** `SQL Server` needs no provider and takes nothing else; every other product needs one. */
function addServer(
  context: NativeContext,
  name: Text,
  product: Text,
  provider: Text,
  dataSource: Text,
  location: Text,
  providerString: Text,
  catalog: Text,
): void {
  const server = context.server.catalog();
  if (name === null || name.trim() === '') throw sqlError(15600, 'sys.sp_addlinkedserver');
  if (linkedServers(server).some((other) => sameName(other.name, name))) throw sqlError(15028, name);
  const isOwn = product !== null && sameName(product, SQL_SERVER);
  if (isOwn && [provider, dataSource, location, providerString, catalog].some((value) => value !== null)) throw sqlError(15428, product);
  if (!isOwn && provider === null) throw product === null ? sqlError(15429, '(null)') : sqlError(15427, product);
  const made: LinkedServer = {
    id: Math.max(0, ...linkedServers(server).map(({ id }) => id)) + 1,
    name,
    product: isOwn ? SQL_SERVER : (product ?? ''),
    provider: provider ?? 'SQLNCLI',
    dataSource: isOwn ? name : dataSource,
    location,
    providerString,
    catalog,
    options: OPTIONS,
    // Everybody logs in there as here.
    logins: [{ local: null, useSelf: true, remote: null, modified: context.now }],
    modified: context.now,
  };
  commitServer(context, setLinkedServers(server, [...linkedServers(server), made]));
}

/** Raises 15015. */
function required(server: ServerCatalog, name: Text): LinkedServer {
  const found = linkedServers(server).find((other) => name !== null && sameName(other.name, name));
  if (found === undefined) throw sqlError(15015, name ?? '(null)');
  return found;
}

function change(context: NativeContext, changed: LinkedServer): void {
  const server = context.server.catalog();
  const others = linkedServers(server).map((other) => (other.id === changed.id ? { ...changed, modified: context.now } : other));
  commitServer(context, setLinkedServers(server, others));
}

function dropServer(context: NativeContext, name: Text, dropLogins: Text): void {
  const server = context.server.catalog();
  const gone = required(server, name);
  if (dropLogins !== null && dropLogins.trim().toLowerCase() !== 'droplogins') throw sqlError(15600, 'sys.sp_dropserver');
  if (dropLogins === null && gone.logins.some(({ local }) => local !== null)) throw sqlError(15190, gone.name);
  commitServer(
    context,
    setLinkedServers(
      server,
      linkedServers(server).filter((other) => other !== gone),
    ),
  );
}

const isTrue = (value: Text): boolean | undefined => {
  const word = value?.trim().toLowerCase();
  if (word === 'true' || word === 'on') return true;
  return word === 'false' || word === 'off' ? false : undefined;
};

const sameLocal = (a: Text, b: Text): boolean => (a === null || b === null ? a === b : sameName(a, b));

function requireLogin({ logins }: ServerCatalog, local: Text): void {
  if (local !== null && !logins.has(nameKey(local))) throw sqlError(15007, local);
}

/** The remote password is not kept, as nothing is ever sent there. */
function addLogin(context: NativeContext, name: Text, useSelf: Text, local: Text, remote: Text): void {
  const server = context.server.catalog();
  const found = required(server, name);
  requireLogin(server, local);
  const self = isTrue(useSelf);
  if (self === undefined) throw sqlError(15600, 'sys.sp_addlinkedsrvlogin');
  const login: LinkedLogin = { local, useSelf: self, remote: self ? null : remote, modified: context.now };
  change(context, { ...found, logins: [...found.logins.filter((other) => !sameLocal(other.local, local)), login] });
}

function dropLogin(context: NativeContext, name: Text, local: Text): void {
  const server = context.server.catalog();
  const found = required(server, name);
  requireLogin(server, local);
  change(context, { ...found, logins: found.logins.filter((other) => !sameLocal(other.local, local)) });
}

const SWITCHES: Readonly<Record<string, keyof LinkedServerOptions>> = {
  rpc: 'rpc',
  'rpc out': 'rpcOut',
  'data access': 'dataAccess',
  'collation compatible': 'collationCompatible',
  'use remote collation': 'useRemoteCollation',
  'lazy schema validation': 'lazySchemaValidation',
  'remote proc transaction promotion': 'transactionPromotion',
};

const TIMEOUTS: Readonly<Record<string, keyof LinkedServerOptions>> = {
  'connect timeout': 'connectTimeout',
  'query timeout': 'queryTimeout',
};

/** Options of replication have no meaning here. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['pub', 'sub', 'dist', 'dpub', 'system', 'name', 'remote proc transaction']);

function setOption(context: NativeContext, name: Text, option: Text, value: Text): void {
  const found = required(context.server.catalog(), name);
  const key = option?.trim().toLowerCase() ?? '';
  if (WITHOUT_EFFECT.has(key)) return;
  const changed = optionChange(key, value);
  if (changed === undefined) throw sqlError(15600, 'sys.sp_serveroption');
  change(context, { ...found, options: { ...found.options, ...changed } });
}

function optionChange(key: string, value: Text): Partial<LinkedServerOptions> | undefined {
  if (key === 'collation name') return { collationName: value === 'null' ? null : value };
  const timeout = TIMEOUTS[key];
  if (timeout !== undefined) return /^\d+$/.test(value?.trim() ?? '') ? { [timeout]: Number(value) } : undefined;
  const [field, on] = [SWITCHES[key], isTrue(value)];
  return field === undefined || on === undefined ? undefined : { [field]: on };
}

export const LINKED_SERVERS: readonly NativeProcedure[] = [
  native('sp_addlinkedserver', {
    writes: 'server',
    parameters: [
      parameter('server', SYSNAME),
      parameter('srvproduct', nvarchar(128), 'NULL'),
      parameter('provider', nvarchar(128), 'NULL'),
      parameter('datasrc', nvarchar(4000), 'NULL'),
      parameter('location', nvarchar(4000), 'NULL'),
      parameter('provstr', nvarchar(4000), 'NULL'),
      parameter('catalog', SYSNAME, 'NULL'),
      parameter('linkedstyle', BIT, 'NULL'),
    ],
    run: addServer,
  }),
  native('sp_dropserver', {
    writes: 'server',
    parameters: [parameter('server', SYSNAME), parameter('droplogins', varchar(10), 'NULL')],
    run: dropServer,
  }),
  native('sp_addlinkedsrvlogin', {
    writes: 'server',
    parameters: [
      parameter('rmtsrvname', SYSNAME),
      parameter('useself', varchar(8), "'TRUE'"),
      parameter('locallogin', SYSNAME, 'NULL'),
      parameter('rmtuser', SYSNAME, 'NULL'),
      parameter('rmtpassword', SYSNAME, 'NULL'),
    ],
    run: addLogin,
  }),
  native('sp_droplinkedsrvlogin', {
    writes: 'server',
    parameters: [parameter('rmtsrvname', SYSNAME), parameter('locallogin', SYSNAME)],
    run: dropLogin,
  }),
  native('sp_serveroption', {
    writes: 'server',
    parameters: [parameter('server', SYSNAME), parameter('optname', varchar(35)), parameter('optvalue', nvarchar(128))],
    run: setOption,
  }),
];
