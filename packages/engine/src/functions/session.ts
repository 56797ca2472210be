/**
 * Functions that answer about the session: the @@ variables, the identity of the user and the connection, the last identity value, the error that a
 * CATCH block handles. Each asks `env.session` by its own name and passes its arguments on; the value comes back in the form of the type declared
 * here, so that the session and the binder cannot disagree on it.
 */

import {
  BIGINT,
  binary,
  char,
  INT,
  numeric,
  nvarchar,
  SMALLINT,
  SQL_VARIANT,
  SYSNAME,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
  XML,
} from '@sprocket/tsql';
import type { CaughtError, Environment } from '../environment.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { as, define, int, invalidArgument, type Param, sysname } from './define.ts';

interface SessionRow {
  readonly type: Type;
  readonly params?: readonly Param[];
  /** How many of `params` may be left out; default none. */
  readonly optional?: number;
  /** False when the answer is never NULL; default true. */
  readonly nullable?: false;
  /** NULL arguments are handed over too. */
  readonly nullCall?: true;
}

const NUMBER = { type: INT, nullable: false } as const;
const NAME = { type: SYSNAME } as const;
const IDENTITY: Type = numeric(38, 0);

/** A name that must be written as nvarchar. */
const unicodeName: Param = (argument, position, name) => {
  if (argument.untypedNull === true || argument.type.name !== 'nvarchar') throw invalidArgument(argument, position, name);
  return nvarchar(128);
};

/** @@name and functions without arguments of that kind, by the type of what they yield. */
const SESSION_ROWS: Readonly<Record<string, SessionRow>> = {
  '@@CONNECTIONS': NUMBER,
  '@@CPU_BUSY': NUMBER,
  '@@CURSOR_ROWS': NUMBER,
  '@@DATEFIRST': { type: TINYINT, nullable: false },
  '@@DBTS': { type: varbinary(8), nullable: false },
  '@@DEF_SORTORDER_ID': NUMBER,
  '@@DEFAULT_LANGID': NUMBER,
  '@@ERROR': NUMBER,
  '@@FETCH_STATUS': NUMBER,
  '@@IDENTITY': { type: IDENTITY },
  '@@IDLE': NUMBER,
  '@@IO_BUSY': NUMBER,
  '@@LANGID': { type: SMALLINT, nullable: false },
  '@@LANGUAGE': { type: nvarchar(128) },
  '@@LOCK_TIMEOUT': NUMBER,
  '@@MAX_CONNECTIONS': NUMBER,
  '@@MAX_PRECISION': { type: TINYINT, nullable: false },
  '@@MICROSOFTVERSION': NUMBER,
  '@@NESTLEVEL': NUMBER,
  '@@OPTIONS': NUMBER,
  '@@PACK_RECEIVED': NUMBER,
  '@@PACK_SENT': NUMBER,
  '@@PACKET_ERRORS': NUMBER,
  '@@PROCID': NUMBER,
  '@@REMSERVER': { type: nvarchar(128) },
  '@@ROWCOUNT': NUMBER,
  '@@SERVERNAME': { type: nvarchar(128) },
  '@@SERVICENAME': { type: nvarchar(128) },
  '@@SPID': { type: SMALLINT, nullable: false },
  '@@TEXTSIZE': NUMBER,
  '@@TIMETICKS': NUMBER,
  '@@TOTAL_ERRORS': NUMBER,
  '@@TOTAL_READ': NUMBER,
  '@@TOTAL_WRITE': NUMBER,
  '@@TRANCOUNT': NUMBER,
  '@@VERSION': { type: nvarchar(300), nullable: false },
  APP_NAME: { type: nvarchar(128) },
  APPLOCK_MODE: { type: nvarchar(32), params: [sysname, as(nvarchar(255)), as(nvarchar(32))] },
  APPLOCK_TEST: { type: SMALLINT, params: [sysname, as(nvarchar(255)), as(nvarchar(32)), as(nvarchar(32))] },
  CHANGE_TRACKING_CURRENT_VERSION: { type: BIGINT },
  GET_TRANSMISSION_STATUS: { type: nvarchar(4000), params: [as(UNIQUEIDENTIFIER)] },
  CHANGE_TRACKING_MIN_VALID_VERSION: { type: BIGINT, params: [int] },
  COLUMNS_UPDATED: { type: varbinary(128) },
  CONNECTIONPROPERTY: { type: SQL_VARIANT, params: [sysname] },
  CONTEXT_INFO: { type: varbinary(128) },
  CURRENT_REQUEST_ID: { type: SMALLINT, nullable: false },
  CURRENT_TRANSACTION_ID: { type: BIGINT, nullable: false },
  CURRENT_USER: NAME,
  CURSOR_STATUS: { type: SMALLINT, params: [sysname, sysname] },
  DATABASE_PRINCIPAL_ID: { type: INT, params: [sysname], optional: 1 },
  DB_ID: { type: SMALLINT, params: [sysname], optional: 1 },
  DB_NAME: { type: nvarchar(128), params: [int], optional: 1 },
  EVENTDATA: { type: XML },
  GETANSINULL: { type: SMALLINT, params: [sysname], optional: 1 },
  HAS_DBACCESS: { type: INT, params: [sysname] },
  HAS_PERMS_BY_NAME: { type: INT, params: [sysname, sysname, sysname, sysname, sysname], optional: 2, nullCall: true },
  HOST_ID: { type: char(10) },
  HOST_NAME: { type: nvarchar(128) },
  IDENT_CURRENT: { type: IDENTITY, params: [sysname] },
  IDENT_INCR: { type: IDENTITY, params: [sysname] },
  IDENT_SEED: { type: IDENTITY, params: [sysname] },
  IS_MEMBER: { type: INT, params: [sysname] },
  IS_ROLEMEMBER: { type: INT, params: [sysname, sysname], optional: 1 },
  IS_SRVROLEMEMBER: { type: INT, params: [sysname, sysname], optional: 1 },
  LOGINPROPERTY: { type: SQL_VARIANT, params: [sysname, sysname] },
  MIN_ACTIVE_ROWVERSION: { type: binary(8), nullable: false },
  PUBLISHINGSERVERNAME: { type: nvarchar(128) },
  ORIGINAL_DB_NAME: { type: nvarchar(128) },
  ORIGINAL_LOGIN: NAME,
  PERMISSIONS: { type: INT, params: [int, sysname], optional: 2 },
  ROWCOUNT_BIG: { type: BIGINT, nullable: false },
  SCOPE_IDENTITY: { type: IDENTITY },
  SESSION_CONTEXT: { type: SQL_VARIANT, params: [unicodeName] },
  SESSION_USER: NAME,
  SESSIONPROPERTY: { type: SQL_VARIANT, params: [sysname] },
  SID_BINARY: { type: varbinary(85), params: [sysname] },
  SUSER_ID: { type: INT, params: [sysname], optional: 1 },
  SUSER_NAME: { type: nvarchar(128), params: [int], optional: 1 },
  SUSER_SID: { type: varbinary(85), params: [sysname, int], optional: 2 },
  SUSER_SNAME: { type: nvarchar(128), params: [as(varbinary(85))], optional: 1 },
  SYSTEM_USER: NAME,
  TRIGGER_NESTLEVEL: { type: INT, params: [int, sysname, sysname], optional: 3 },
  /** UPDATE(column) in a trigger, which the binder calls with the column's id. */
  UPDATE: { type: INT, params: [int], nullable: false },
  USER: NAME,
  USER_ID: { type: INT, params: [sysname], optional: 1 },
  USER_NAME: { type: nvarchar(128), params: [int], optional: 1 },
  XACT_STATE: { type: SMALLINT },
};

function sessionRow([name, row]: [string, SessionRow]): Builtin {
  return define({
    name,
    ...(row.params === undefined ? {} : { params: row.params, optional: row.optional ?? 0 }),
    ...(row.nullCall === undefined ? {} : { nullCall: row.nullCall }),
    returns: row.type,
    nullable: row.nullable ?? true,
    volatility: 'statement',
    evaluate: (env: Environment, ...args: Value[]) => env.session(name, ...args),
  });
}

/** ERROR_* functions: NULL outside a CATCH block. */
const errorRow = (name: string, type: Type, read: (error: CaughtError) => Value): Builtin =>
  define({
    name,
    returns: type,
    nullable: true,
    volatility: 'statement',
    evaluate: (env: Environment) => (env.caught === null ? null : read(env.caught)),
  });

export const SESSION: readonly Builtin[] = [
  ...Object.entries(SESSION_ROWS).map(sessionRow),
  errorRow('ERROR_LINE', INT, (error) => error.line),
  errorRow('ERROR_MESSAGE', nvarchar(4000), (error) => error.message),
  errorRow('ERROR_NUMBER', INT, (error) => error.number),
  errorRow('ERROR_PROCEDURE', nvarchar(128), (error) => error.procedure),
  errorRow('ERROR_SEVERITY', INT, (error) => error.severity),
  errorRow('ERROR_STATE', INT, (error) => error.state),
];
