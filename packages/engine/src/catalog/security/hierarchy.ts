/**
 * Which permissions imply which. A permission on a securable is implied by the permission that covers it on the same securable, and by one on the
 * securable that contains it: SELECT on a table by CONTROL on the table and by SELECT on its schema. Source: sys.fn_builtin_permissions.
 */

/** What permissions can be about, from the outside inwards. */
export type SecurableClass =
  | 'SERVER'
  | 'LOGIN'
  | 'SERVER ROLE'
  | 'DATABASE'
  | 'USER'
  | 'ROLE'
  | 'APPLICATION ROLE'
  | 'SCHEMA'
  | 'TYPE'
  | 'XML SCHEMA COLLECTION'
  | 'OBJECT'
  | 'CERTIFICATE'
  | 'ASYMMETRIC KEY'
  | 'SYMMETRIC KEY'
  | 'MESSAGE TYPE'
  | 'CONTRACT'
  | 'SERVICE'
  | 'ROUTE'
  | 'REMOTE SERVICE BINDING';

export interface Implication {
  /** The permission on the same securable that covers it; null when none does. */
  readonly covering: string | null;
  /** The permission on the containing securable that covers it; null when none does. */
  readonly outer: string | null;
}

/** The class that contains a class. */
export const CONTAINER: Readonly<Record<SecurableClass, SecurableClass | null>> = {
  SERVER: null,
  LOGIN: 'SERVER',
  'SERVER ROLE': 'SERVER',
  DATABASE: 'SERVER',
  USER: 'DATABASE',
  ROLE: 'DATABASE',
  'APPLICATION ROLE': 'DATABASE',
  SCHEMA: 'DATABASE',
  CERTIFICATE: 'DATABASE',
  'ASYMMETRIC KEY': 'DATABASE',
  'SYMMETRIC KEY': 'DATABASE',
  'MESSAGE TYPE': 'DATABASE',
  CONTRACT: 'DATABASE',
  SERVICE: 'DATABASE',
  ROUTE: 'DATABASE',
  'REMOTE SERVICE BINDING': 'DATABASE',
  TYPE: 'SCHEMA',
  'XML SCHEMA COLLECTION': 'SCHEMA',
  OBJECT: 'SCHEMA',
};

const by = (covering: string | null, outer: string | null): Implication => ({ covering, outer });

/** Permissions of one class that are covered alike; the outer one has the same name. */
const same = (names: readonly string[], covering: string): Readonly<Record<string, Implication>> =>
  Object.fromEntries(names.map((name) => [name, by(covering, name)]));

/** Permissions that the same two cover. */
const alike = (names: readonly string[], covering: string | null, outer: string | null): Readonly<Record<string, Implication>> =>
  Object.fromEntries(names.map((name) => [name, by(covering, outer)]));

const DATA = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES', 'EXECUTE'] as const;

/** Permissions of a class of keys. */
const keyPermissions = (alter: string): Readonly<Record<string, Implication>> => ({
  'VIEW DEFINITION': by('CONTROL', 'VIEW DEFINITION'),
  REFERENCES: by('CONTROL', 'REFERENCES'),
  'TAKE OWNERSHIP': by('CONTROL', 'CONTROL'),
  ALTER: by('CONTROL', alter),
  CONTROL: by(null, 'CONTROL'),
});

const withoutReferences = ({ REFERENCES: _, ...others }: Readonly<Record<string, Implication>>): Readonly<Record<string, Implication>> =>
  others;

export const PERMISSIONS: Readonly<Record<SecurableClass, Readonly<Record<string, Implication>>>> = {
  OBJECT: {
    ...same([...DATA, 'VIEW DEFINITION', 'VIEW CHANGE TRACKING', 'UNMASK', 'ALTER'], 'CONTROL'),
    RECEIVE: by('CONTROL', 'CONTROL'),
    'TAKE OWNERSHIP': by('CONTROL', 'CONTROL'),
    CONTROL: by(null, 'CONTROL'),
  },
  TYPE: {
    ...same(['EXECUTE', 'REFERENCES', 'VIEW DEFINITION'], 'CONTROL'),
    'TAKE OWNERSHIP': by('CONTROL', 'CONTROL'),
    CONTROL: by(null, 'CONTROL'),
  },
  'XML SCHEMA COLLECTION': {
    ...same(['EXECUTE', 'REFERENCES', 'VIEW DEFINITION', 'ALTER'], 'CONTROL'),
    'TAKE OWNERSHIP': by('CONTROL', 'CONTROL'),
    CONTROL: by(null, 'CONTROL'),
  },
  SCHEMA: {
    ...same([...DATA, 'VIEW DEFINITION', 'UNMASK'], 'CONTROL'),
    ...alike(['TAKE OWNERSHIP', 'VIEW CHANGE TRACKING'], 'CONTROL', 'CONTROL'),
    'CREATE SEQUENCE': by('ALTER', 'CONTROL'),
    ALTER: by('CONTROL', 'ALTER ANY SCHEMA'),
    CONTROL: by(null, 'CONTROL'),
  },
  CERTIFICATE: keyPermissions('ALTER ANY CERTIFICATE'),
  'ASYMMETRIC KEY': keyPermissions('ALTER ANY ASYMMETRIC KEY'),
  'SYMMETRIC KEY': keyPermissions('ALTER ANY SYMMETRIC KEY'),
  'MESSAGE TYPE': keyPermissions('ALTER ANY MESSAGE TYPE'),
  CONTRACT: keyPermissions('ALTER ANY CONTRACT'),
  SERVICE: { ...withoutReferences(keyPermissions('ALTER ANY SERVICE')), SEND: by('CONTROL', 'CONTROL') },
  ROUTE: withoutReferences(keyPermissions('ALTER ANY ROUTE')),
  'REMOTE SERVICE BINDING': withoutReferences(keyPermissions('ALTER ANY REMOTE SERVICE BINDING')),
  USER: {
    ...alike(['IMPERSONATE'], 'CONTROL', 'CONTROL'),
    'VIEW DEFINITION': by('CONTROL', 'VIEW DEFINITION'),
    ALTER: by('CONTROL', 'ALTER ANY USER'),
    CONTROL: by(null, 'CONTROL'),
  },
  ROLE: {
    ...alike(['TAKE OWNERSHIP'], 'CONTROL', 'CONTROL'),
    'VIEW DEFINITION': by('CONTROL', 'VIEW DEFINITION'),
    ALTER: by('CONTROL', 'ALTER ANY ROLE'),
    CONTROL: by(null, 'CONTROL'),
  },
  'APPLICATION ROLE': {
    'VIEW DEFINITION': by('CONTROL', 'VIEW DEFINITION'),
    ALTER: by('CONTROL', 'ALTER ANY APPLICATION ROLE'),
    CONTROL: by(null, 'CONTROL'),
  },
  DATABASE: {
    SELECT: by('CONTROL', 'SELECT ALL USER SECURABLES'),
    ...alike(
      ['INSERT', 'UPDATE', 'DELETE', 'REFERENCES', 'EXECUTE', 'UNMASK', 'TAKE OWNERSHIP', 'AUTHENTICATE'],
      'CONTROL',
      'CONTROL SERVER',
    ),
    ...alike(
      ['BACKUP DATABASE', 'BACKUP LOG', 'CHECKPOINT', 'SUBSCRIBE QUERY NOTIFICATIONS', 'CONNECT REPLICATION'],
      'CONTROL',
      'CONTROL SERVER',
    ),
    CONNECT: by('CONNECT REPLICATION', 'CONNECT ANY DATABASE'),
    'VIEW DEFINITION': by('CONTROL', 'VIEW ANY DEFINITION'),
    'VIEW SECURITY DEFINITION': by('VIEW DEFINITION', 'VIEW ANY DEFINITION'),
    ...alike(
      ['VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', 'VIEW ANY COLUMN MASTER KEY DEFINITION'],
      'VIEW DEFINITION',
      'VIEW ANY DEFINITION',
    ),
    'VIEW DATABASE STATE': by('CONTROL', 'VIEW SERVER STATE'),
    'ALTER ANY SCHEMA': by('ALTER', 'CONTROL SERVER'),
    ...alike(['ALTER ANY USER', 'ALTER ANY ROLE', 'ALTER ANY APPLICATION ROLE', 'ALTER ANY DATASPACE'], 'ALTER', 'CONTROL SERVER'),
    'ALTER ANY DATABASE DDL TRIGGER': by('ALTER', 'CONTROL SERVER'),
    ...alike(['ALTER ANY SECURITY POLICY', 'ALTER ANY MASK'], 'CONTROL', 'CONTROL SERVER'),
    ...alike(['CREATE TABLE', 'CREATE VIEW', 'CREATE PROCEDURE', 'CREATE FUNCTION', 'CREATE TYPE'], 'ALTER', 'CONTROL SERVER'),
    ...alike(['CREATE SYNONYM', 'CREATE DEFAULT', 'CREATE RULE', 'CREATE XML SCHEMA COLLECTION', 'SHOWPLAN'], 'ALTER', 'CONTROL SERVER'),
    ...alike(['ALTER ANY CERTIFICATE', 'ALTER ANY ASYMMETRIC KEY', 'ALTER ANY SYMMETRIC KEY'], 'ALTER', 'CONTROL SERVER'),
    ...alike(['ALTER ANY MESSAGE TYPE', 'ALTER ANY CONTRACT', 'ALTER ANY SERVICE', 'ALTER ANY ROUTE'], 'ALTER', 'CONTROL SERVER'),
    ...alike(['ALTER ANY REMOTE SERVICE BINDING', 'CREATE QUEUE'], 'ALTER', 'CONTROL SERVER'),
    'CREATE MESSAGE TYPE': by('ALTER ANY MESSAGE TYPE', 'CONTROL SERVER'),
    'CREATE CONTRACT': by('ALTER ANY CONTRACT', 'CONTROL SERVER'),
    'CREATE SERVICE': by('ALTER ANY SERVICE', 'CONTROL SERVER'),
    'CREATE ROUTE': by('ALTER ANY ROUTE', 'CONTROL SERVER'),
    'CREATE REMOTE SERVICE BINDING': by('ALTER ANY REMOTE SERVICE BINDING', 'CONTROL SERVER'),
    'CREATE CERTIFICATE': by('ALTER ANY CERTIFICATE', 'CONTROL SERVER'),
    'CREATE ASYMMETRIC KEY': by('ALTER ANY ASYMMETRIC KEY', 'CONTROL SERVER'),
    'CREATE SYMMETRIC KEY': by('ALTER ANY SYMMETRIC KEY', 'CONTROL SERVER'),
    'CREATE SCHEMA': by('ALTER ANY SCHEMA', 'CONTROL SERVER'),
    'CREATE ROLE': by('ALTER ANY ROLE', 'CONTROL SERVER'),
    'CREATE USER': by('ALTER ANY USER', 'CONTROL SERVER'),
    'CREATE DATABASE': by('CONTROL', 'CREATE ANY DATABASE'),
    ALTER: by('CONTROL', 'ALTER ANY DATABASE'),
    CONTROL: by(null, 'CONTROL SERVER'),
  },
  LOGIN: {
    IMPERSONATE: by('CONTROL', 'IMPERSONATE ANY LOGIN'),
    'VIEW DEFINITION': by('CONTROL', 'VIEW ANY DEFINITION'),
    ALTER: by('CONTROL', 'ALTER ANY LOGIN'),
    CONTROL: by(null, 'CONTROL SERVER'),
  },
  'SERVER ROLE': {
    ...alike(['TAKE OWNERSHIP'], 'CONTROL', 'CONTROL SERVER'),
    'VIEW DEFINITION': by('CONTROL', 'VIEW ANY DEFINITION'),
    ALTER: by('CONTROL', 'ALTER ANY SERVER ROLE'),
    CONTROL: by(null, 'CONTROL SERVER'),
  },
  SERVER: {
    ...alike(
      ['ADMINISTER BULK OPERATIONS', 'ALTER ANY CONNECTION', 'ALTER ANY DATABASE', 'ALTER ANY LINKED SERVER'],
      'CONTROL SERVER',
      null,
    ),
    ...alike(['ALTER ANY LOGIN', 'ALTER ANY SERVER ROLE', 'ALTER SERVER STATE', 'ALTER SETTINGS', 'ALTER TRACE'], 'CONTROL SERVER', null),
    ...alike(
      ['CONNECT ANY DATABASE', 'CONNECT SQL', 'IMPERSONATE ANY LOGIN', 'SELECT ALL USER SECURABLES', 'SHUTDOWN'],
      'CONTROL SERVER',
      null,
    ),
    ...alike(['AUTHENTICATE SERVER', 'UNSAFE ASSEMBLY', 'EXTERNAL ACCESS ASSEMBLY'], 'CONTROL SERVER', null),
    'CREATE ANY DATABASE': by('ALTER ANY DATABASE', null),
    'CREATE LOGIN': by('ALTER ANY LOGIN', null),
    'CREATE SERVER ROLE': by('ALTER ANY SERVER ROLE', null),
    'VIEW ANY DATABASE': by('VIEW ANY DEFINITION', null),
    'VIEW ANY DEFINITION': by('CONTROL SERVER', null),
    'VIEW SERVER STATE': by('ALTER SERVER STATE', null),
    'CONTROL SERVER': by(null, null),
  },
};

/** What the members of the fixed database roles are granted or denied in the whole database. */
export const DATABASE_ROLE_PERMISSIONS: Readonly<Record<string, { readonly state: 'grant' | 'deny'; readonly names: readonly string[] }>> =
  {
    public: { state: 'grant', names: ['VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', 'VIEW ANY COLUMN MASTER KEY DEFINITION'] },
    db_owner: { state: 'grant', names: ['CONTROL'] },
    db_datareader: { state: 'grant', names: ['SELECT'] },
    db_datawriter: { state: 'grant', names: ['INSERT', 'UPDATE', 'DELETE'] },
    db_denydatareader: { state: 'deny', names: ['SELECT'] },
    db_denydatawriter: { state: 'deny', names: ['INSERT', 'UPDATE', 'DELETE'] },
    db_accessadmin: { state: 'grant', names: ['ALTER ANY USER', 'CREATE SCHEMA', 'CONNECT'] },
    db_securityadmin: { state: 'grant', names: ['ALTER ANY ROLE', 'ALTER ANY APPLICATION ROLE', 'CREATE SCHEMA', 'VIEW DEFINITION'] },
    db_backupoperator: { state: 'grant', names: ['BACKUP DATABASE', 'BACKUP LOG', 'CHECKPOINT'] },
    db_ddladmin: {
      state: 'grant',
      names: [
        'ALTER ANY SCHEMA',
        'ALTER ANY DATASPACE',
        'ALTER ANY DATABASE DDL TRIGGER',
        'ALTER ANY CONTRACT',
        'ALTER ANY MESSAGE TYPE',
        'ALTER ANY REMOTE SERVICE BINDING',
        'ALTER ANY ROUTE',
        'ALTER ANY SERVICE',
        'CREATE DEFAULT',
        'CREATE FUNCTION',
        'CREATE PROCEDURE',
        'CREATE QUEUE',
        'CREATE RULE',
        'CREATE SYNONYM',
        'CREATE TABLE',
        'CREATE TYPE',
        'CREATE VIEW',
        'CREATE XML SCHEMA COLLECTION',
        'REFERENCES',
      ],
    },
  };

/** What the members of the fixed server roles are granted. sysadmin needs no row: nothing is asked of its members. */
export const SERVER_ROLE_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  public: ['VIEW ANY DATABASE', 'CONNECT SQL'],
  securityadmin: ['ALTER ANY LOGIN'],
  serveradmin: ['ALTER SERVER STATE', 'ALTER SETTINGS', 'SHUTDOWN'],
  processadmin: ['ALTER ANY CONNECTION', 'ALTER SERVER STATE'],
  setupadmin: ['ALTER ANY LINKED SERVER'],
  dbcreator: ['ALTER ANY DATABASE'],
  bulkadmin: ['ADMINISTER BULK OPERATIONS'],
};
