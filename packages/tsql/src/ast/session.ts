/** Statements about the session and the server: SET options, USE, KILL and the like. */
import type { Identifier, Node, ObjectName } from './common.ts';
import type { Expression } from './expression.ts';

export type SessionStatement =
  | SetOptions
  | SetOption
  | SetStatistics
  | SetOffsets
  | SetIdentityInsert
  | SetIsolationLevel
  | Use
  | Kill
  | Checkpoint
  | Reconfigure
  | Shutdown
  | SetUser;

/** `SET NOCOUNT, XACT_ABORT ON`: switches, in upper case. */
export interface SetOptions extends Node<'setOptions'> {
  readonly names: readonly string[];
  readonly on: boolean;
}
/** `SET ROWCOUNT 10`, `SET DATEFORMAT dmy`: the name in upper case; a bare word as value is a string constant. */
export interface SetOption extends Node<'setOption'> {
  readonly name: string;
  readonly value: Expression;
}
/** `SET STATISTICS IO, TIME ON` */
export interface SetStatistics extends Node<'setStatistics'> {
  readonly names: readonly ('IO' | 'TIME' | 'XML' | 'PROFILE')[];
  readonly on: boolean;
}
/** `SET OFFSETS SELECT, FROM ON` */
export interface SetOffsets extends Node<'setOffsets'> {
  readonly keywords: readonly string[];
  readonly on: boolean;
}
/** `SET IDENTITY_INSERT t ON` */
export interface SetIdentityInsert extends Node<'setIdentityInsert'> {
  readonly table: ObjectName;
  readonly on: boolean;
}
export type IsolationLevel = 'READ UNCOMMITTED' | 'READ COMMITTED' | 'REPEATABLE READ' | 'SNAPSHOT' | 'SERIALIZABLE';
/** `SET TRANSACTION ISOLATION LEVEL …` */
export interface SetIsolationLevel extends Node<'setIsolationLevel'> {
  readonly level: IsolationLevel;
}

/** `USE database` */
export interface Use extends Node<'use'> {
  readonly database: Identifier;
}
/** `KILL 53`, `KILL 'uow' WITH STATUSONLY`, `KILL STATS JOB 1`, `KILL QUERY NOTIFICATION SUBSCRIPTION ALL` */
export interface Kill extends Node<'kill'> {
  readonly what: 'session' | 'statsJob' | 'queryNotification';
  /** Null for ALL. */
  readonly id: Expression | null;
  readonly statusOnly: boolean;
}
/** `CHECKPOINT 10` */
export interface Checkpoint extends Node<'checkpoint'> {
  readonly duration: Expression | null;
}
/** `RECONFIGURE WITH OVERRIDE` */
export interface Reconfigure extends Node<'reconfigure'> {
  readonly withOverride: boolean;
}
/** `SHUTDOWN WITH NOWAIT` */
export interface Shutdown extends Node<'shutdown'> {
  readonly noWait: boolean;
}
/** `SETUSER 'name' WITH NORESET`; `user` is null to go back. */
export interface SetUser extends Node<'setUser'> {
  readonly user: Expression | null;
  readonly noReset: boolean;
}
