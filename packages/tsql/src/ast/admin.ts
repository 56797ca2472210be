/**
 * Databases, security, backup and the long tail of server administration. The common ones are structured. The rest is one node,
 * `administrative`: what it is, what it names, and its remaining clauses as a tree of tokens, enough to refuse it by name, to find its
 * options and to print it again.
 */
import type { Identifier, Literal, Node, ObjectName, Option, Variable, Word } from './common.ts';
import type { Expression } from './expression.ts';

export type AdminStatement =
  | CreateDatabase
  | AlterDatabase
  | Backup
  | Restore
  | Dbcc
  | CreateUser
  | AlterUser
  | CreateLogin
  | AlterLogin
  | CreateRole
  | AlterRole
  | CreateApplicationRole
  | AlterApplicationRole
  | Permission
  | AlterAuthorization
  | Administrative;

/** `CREATE DATABASE name ON (…) LOG ON (…) COLLATE c WITH …` */
export interface CreateDatabase extends Node<'createDatabase'> {
  readonly name: Identifier;
  readonly containment: 'NONE' | 'PARTIAL' | null;
  readonly files: readonly FileGroup[];
  readonly logFiles: readonly FileSpec[];
  readonly collation: Identifier | null;
  /** `FOR ATTACH`, `FOR ATTACH_REBUILD_LOG`, `FOR LOAD` */
  readonly for: string | null;
  /** `AS SNAPSHOT OF database` */
  readonly snapshotOf: Identifier | null;
  readonly options: readonly Option[];
}
/** `PRIMARY (…), (…)` or `FILEGROUP name (…)`; files before any filegroup are in one with name null. */
export interface FileGroup extends Node<'fileGroup'> {
  readonly name: Identifier | null;
  readonly primary: boolean;
  /** CONTAINS FILESTREAM, CONTAINS MEMORY_OPTIMIZED_DATA, DEFAULT */
  readonly modifiers: readonly string[];
  readonly files: readonly FileSpec[];
}
/** `(NAME = n, FILENAME = 'path', SIZE = 10 MB, …)` */
export interface FileSpec extends Node<'fileSpec'> {
  readonly options: readonly Option[];
}
/** `ALTER DATABASE name action`; `name` is null for CURRENT. */
export interface AlterDatabase extends Node<'alterDatabase'> {
  readonly name: Identifier | null;
  readonly action: AlterDatabaseSet | AlterDatabaseCollate | AlterDatabaseName | AlterDatabaseOther;
}
/** `SET RECOVERY SIMPLE, READ_ONLY WITH ROLLBACK IMMEDIATE` */
export interface AlterDatabaseSet extends Node<'setDatabaseOptions'> {
  readonly options: readonly Option[];
  /** What follows WITH, as words: `ROLLBACK IMMEDIATE`, `NO_WAIT`. */
  readonly termination: readonly Clause[];
}
/** `COLLATE c` */
export interface AlterDatabaseCollate extends Node<'collateDatabase'> {
  readonly collation: Identifier;
}
/** `MODIFY NAME = n` */
export interface AlterDatabaseName extends Node<'renameDatabase'> {
  readonly name: Identifier;
}
/** `ADD FILE …`, `MODIFY FILEGROUP …`, `SCOPED CONFIGURATION …` */
export interface AlterDatabaseOther extends Node<'alterDatabaseOther'> {
  readonly clauses: readonly Clause[];
}

/** `BACKUP DATABASE name TO DISK = '…' WITH …` */
export interface Backup extends Node<'backup'> {
  /** DATABASE, LOG, CERTIFICATE, MASTER KEY … */
  readonly what: string;
  readonly name: Identifier | Variable | null;
  readonly clauses: readonly Clause[];
}
/** `RESTORE DATABASE name FROM DISK = '…' WITH …` */
export interface Restore extends Node<'restore'> {
  /** DATABASE, LOG, HEADERONLY, FILELISTONLY, VERIFYONLY, LABELONLY … */
  readonly what: string;
  readonly name: Identifier | Variable | null;
  readonly clauses: readonly Clause[];
}
/** `DBCC CHECKIDENT ('t', RESEED, 0) WITH NO_INFOMSGS` */
export interface Dbcc extends Node<'dbcc'> {
  /** Upper case. */
  readonly command: string;
  /** A bare word is a string constant. */
  readonly args: readonly Expression[];
  readonly options: readonly Option[];
}

/** `CREATE USER name FOR LOGIN l WITH …` */
export interface CreateUser extends Node<'createUser'> {
  readonly name: Identifier;
  readonly for: PrincipalSource | null;
  readonly options: readonly Option[];
}
/** `FOR LOGIN l`, `WITHOUT LOGIN`, `FOR CERTIFICATE c`, `FROM EXTERNAL PROVIDER`, `FROM WINDOWS` */
export interface PrincipalSource extends Node<'principalSource'> {
  readonly type: 'LOGIN' | 'WITHOUT LOGIN' | 'CERTIFICATE' | 'ASYMMETRIC KEY' | 'EXTERNAL PROVIDER' | 'WINDOWS';
  readonly name: Identifier | null;
}
/** `ALTER USER name WITH …` */
export interface AlterUser extends Node<'alterUser'> {
  readonly name: Identifier;
  readonly options: readonly Option[];
}
/** `CREATE LOGIN name WITH PASSWORD = '…', …` */
export interface CreateLogin extends Node<'createLogin'> {
  readonly name: Identifier;
  readonly from: PrincipalSource | null;
  readonly options: readonly Option[];
}
/** `ALTER LOGIN name ENABLE`, `ALTER LOGIN name WITH …` */
export interface AlterLogin extends Node<'alterLogin'> {
  readonly name: Identifier;
  readonly action: 'ENABLE' | 'DISABLE' | 'ADD CREDENTIAL' | 'DROP CREDENTIAL' | 'WITH';
  readonly credential: Identifier | null;
  readonly options: readonly Option[];
}
/** `CREATE ROLE name AUTHORIZATION owner`, `CREATE SERVER ROLE` */
export interface CreateRole extends Node<'createRole'> {
  readonly server: boolean;
  readonly name: Identifier;
  readonly authorization: Identifier | null;
}
/** `ALTER ROLE name ADD MEMBER m`, `ALTER SERVER ROLE` */
export interface AlterRole extends Node<'alterRole'> {
  readonly server: boolean;
  readonly name: Identifier;
  readonly action: 'ADD MEMBER' | 'DROP MEMBER' | 'WITH NAME';
  /** The member, or the new name. */
  readonly operand: Identifier;
}

/** `CREATE APPLICATION ROLE name WITH PASSWORD = '…', DEFAULT_SCHEMA = s` */
export interface CreateApplicationRole extends Node<'createApplicationRole'> {
  readonly name: Identifier;
  readonly options: readonly Option[];
}
/** `ALTER APPLICATION ROLE name WITH NAME = n, …` */
export interface AlterApplicationRole extends Node<'alterApplicationRole'> {
  readonly name: Identifier;
  readonly options: readonly Option[];
}

/** `GRANT`, `DENY` and `REVOKE` */
export interface Permission extends Node<'permission'> {
  readonly verb: 'GRANT' | 'DENY' | 'REVOKE';
  readonly permissions: readonly PermissionItem[];
  readonly securable: Securable | null;
  readonly principals: readonly Identifier[];
  /** `WITH GRANT OPTION` */
  readonly withGrantOption: boolean;
  /** `REVOKE GRANT OPTION FOR` */
  readonly grantOptionFor: boolean;
  readonly cascade: boolean;
  readonly as: Identifier | null;
}
/** `SELECT (a, b)`, `ALL PRIVILEGES`, `VIEW DEFINITION`: the name in upper case. */
export interface PermissionItem extends Node<'permissionItem'> {
  readonly name: string;
  readonly columns: readonly Identifier[];
}
/** `ON OBJECT::dbo.t (a, b)` */
export interface Securable extends Node<'securable'> {
  /** Upper case; null when not written. */
  readonly class: string | null;
  readonly name: ObjectName;
  readonly columns: readonly Identifier[];
}
/** `ALTER AUTHORIZATION ON OBJECT::t TO principal`; `principal` is null for SCHEMA OWNER. */
export interface AlterAuthorization extends Node<'alterAuthorization'> {
  readonly securable: Securable;
  readonly principal: Identifier | null;
}

/** Any other statement: full text, keys and certificates, endpoints, message types, queues and services, audits, events, assemblies, resource governor … */
export interface Administrative extends Node<'administrative'> {
  /** Verb and object class in upper case: `CREATE FULLTEXT INDEX`, `OPEN SYMMETRIC KEY`. */
  readonly what: string;
  /** The objects it is about. */
  readonly names: readonly ObjectName[];
  readonly clauses: readonly Clause[];
}
/** One token, or a group in parentheses, of a statement whose inner grammar is not modelled. */
export type Clause = Word | Identifier | Variable | Literal | Sign | Group;
/** `=`, `,`, `.`, `::` and other signs. */
export interface Sign extends Node<'sign'> {
  readonly value: string;
}
/** `( … )` */
export interface Group extends Node<'group'> {
  readonly items: readonly Clause[];
}
