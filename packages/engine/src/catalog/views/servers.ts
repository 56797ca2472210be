/** sys.servers and the logins by which linked servers would be reached: the server itself is number 0, those of sp_addlinkedserver follow. */

import { BIT, DATETIME, INT, nvarchar, SYSNAME } from '@sprocket/tsql';
import { nameKey } from '../model.ts';
import { type LinkedLogin, type LinkedServer, type LinkedServerOptions, LOCAL_OPTIONS } from '../server.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, datetimeOf, NO, SYSTEM_CREATED } from './shared.ts';

/** All servers by their ids. */
export function serverEntries({ live, server }: SystemContext): readonly LinkedServer[] {
  const { serverName } = live.host;
  return [{ ...LOCAL, name: serverName, dataSource: serverName }, ...(server.linkedServers ?? [])];
}

const LOCAL: Omit<LinkedServer, 'name' | 'dataSource'> = {
  id: 0,
  product: 'SQL Server',
  provider: 'SQLNCLI',
  location: null,
  providerString: null,
  catalog: null,
  options: LOCAL_OPTIONS,
  logins: [],
  modified: SYSTEM_CREATED,
};

const option = (read: (options: LinkedServerOptions) => boolean) => column<LinkedServer>(BIT, ({ options }) => bit(read(options)));

const SERVER_COLUMNS: ColumnRows<LinkedServer> = {
  server_id: column(INT, (s) => s.id),
  name: column(SYSNAME, (s) => s.name),
  product: column(SYSNAME, (s) => s.product),
  provider: column(SYSNAME, (s) => s.provider),
  data_source: nullable(nvarchar(4000), (s) => s.dataSource),
  location: nullable(nvarchar(4000), (s) => s.location),
  provider_string: nullable(nvarchar(4000), (s) => s.providerString),
  catalog: nullable(SYSNAME, (s) => s.catalog),
  connect_timeout: nullable(INT, (s) => s.options.connectTimeout),
  query_timeout: nullable(INT, (s) => s.options.queryTimeout),
  is_linked: column(BIT, (s) => bit(s.id !== 0)),
  is_remote_login_enabled: option((o) => o.rpc),
  is_rpc_out_enabled: option((o) => o.rpcOut),
  is_data_access_enabled: option((o) => o.dataAccess),
  is_collation_compatible: option((o) => o.collationCompatible),
  uses_remote_collation: option((o) => o.useRemoteCollation),
  collation_name: nullable(SYSNAME, (s) => s.options.collationName),
  lazy_schema_validation: option((o) => o.lazySchemaValidation),
  is_system: NO,
  is_publisher: NO,
  is_subscriber: nullable(BIT, 0),
  is_distributor: nullable(BIT, 0),
  is_nonsql_subscriber: nullable(BIT, 0),
  is_remote_proc_transaction_promotion_enabled: nullable(BIT, (s) => bit(s.options.transactionPromotion)),
  modify_date: column(DATETIME, (s) => datetimeOf(s.modified)),
  is_rda_server: nullable(BIT, 0),
};

interface LoginEntry extends LinkedLogin {
  readonly serverId: number;
}

function* linkedLogins({ server }: SystemContext): Iterable<LoginEntry> {
  for (const { id, logins } of server.linkedServers ?? []) for (const login of logins) yield { ...login, serverId: id };
}

const LOGIN_COLUMNS: ColumnRows<LoginEntry> = {
  server_id: column(INT, (l) => l.serverId),
  local_principal_id: nullable(INT, (l, { server }) => (l.local === null ? 0 : (server.logins.get(nameKey(l.local))?.id ?? null))),
  uses_self_credential: column(BIT, (l) => bit(l.useSelf)),
  remote_name: nullable(SYSNAME, (l) => l.remote),
  modify_date: column(DATETIME, (l) => datetimeOf(l.modified)),
};

export const SERVER_VIEWS: readonly SystemView[] = [
  defineView('sys', 'servers', { live: true, columns: SERVER_COLUMNS, items: serverEntries }),
  defineView('sys', 'linked_logins', { live: true, columns: LOGIN_COLUMNS, items: linkedLogins }),
];
