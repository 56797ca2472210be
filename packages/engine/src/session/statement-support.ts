/**
 * What becomes of each kind of statement: executed, accepted without effect, or refused by name. The session asks this table before it administers
 * anything, and the support matrix of the documentation is generated from it. A kind that is missing here does not compile.
 */

import type { Statement } from '@sprocket/tsql';

export type StatementTopic =
  | 'Data'
  | 'Control of flow'
  | 'Cursors'
  | 'Transactions'
  | 'Session and server'
  | 'Objects'
  | 'Security'
  | 'Service Broker';

export interface StatementSupport {
  readonly topic: StatementTopic;
  /** As a user writes it; error 40510 names a refused statement so. */
  readonly words: string;
  readonly support: 'executed' | 'accepted' | 'refused';
}

const row =
  (support: StatementSupport['support']) =>
  (topic: StatementTopic, words: string): StatementSupport => ({ topic, words, support });

const executed = row('executed');
const accepted = row('accepted');
const refused = row('refused');

export const STATEMENTS: Readonly<Record<Statement['kind'], StatementSupport>> = {
  select: executed('Data', 'SELECT'),
  insert: executed('Data', 'INSERT'),
  update: executed('Data', 'UPDATE'),
  delete: executed('Data', 'DELETE'),
  merge: executed('Data', 'MERGE'),
  truncate: executed('Data', 'TRUNCATE TABLE'),
  insertBulk: executed('Data', 'INSERT BULK'),
  bulkInsert: executed('Data', 'BULK INSERT'),
  textStatement: executed('Data', 'READTEXT, WRITETEXT, UPDATETEXT'),
  block: executed('Control of flow', 'BEGIN … END'),
  atomicBlock: refused('Control of flow', 'BEGIN ATOMIC … END'),
  if: executed('Control of flow', 'IF'),
  while: executed('Control of flow', 'WHILE'),
  break: executed('Control of flow', 'BREAK'),
  continue: executed('Control of flow', 'CONTINUE'),
  return: executed('Control of flow', 'RETURN'),
  goto: executed('Control of flow', 'GOTO'),
  label: executed('Control of flow', 'label:'),
  tryCatch: executed('Control of flow', 'BEGIN TRY … BEGIN CATCH'),
  throw: executed('Control of flow', 'THROW'),
  raiseError: executed('Control of flow', 'RAISERROR'),
  print: executed('Control of flow', 'PRINT'),
  waitFor: executed('Control of flow', 'WAITFOR DELAY, TIME'),
  waitForStatement: executed('Control of flow', 'WAITFOR (RECEIVE, GET CONVERSATION GROUP)'),
  declare: executed('Control of flow', 'DECLARE @variable'),
  setVariable: executed('Control of flow', 'SET @variable'),
  setCursorVariable: executed('Cursors', 'SET @cursor = CURSOR'),
  setMethod: executed('Control of flow', "SET @variable.modify('…')"),
  executeProcedure: executed('Control of flow', 'EXECUTE procedure'),
  executeString: executed('Control of flow', 'EXECUTE (string)'),
  declareCursor: executed('Cursors', 'DECLARE CURSOR'),
  openCursor: executed('Cursors', 'OPEN'),
  fetchCursor: executed('Cursors', 'FETCH'),
  closeCursor: executed('Cursors', 'CLOSE'),
  deallocateCursor: executed('Cursors', 'DEALLOCATE'),
  beginTransaction: executed('Transactions', 'BEGIN TRANSACTION'),
  commitTransaction: executed('Transactions', 'COMMIT'),
  rollbackTransaction: executed('Transactions', 'ROLLBACK'),
  saveTransaction: executed('Transactions', 'SAVE TRANSACTION'),
  setIsolationLevel: executed('Transactions', 'SET TRANSACTION ISOLATION LEVEL'),
  setOptions: executed('Session and server', 'SET option ON, OFF'),
  setOption: executed('Session and server', 'SET option value'),
  setIdentityInsert: executed('Session and server', 'SET IDENTITY_INSERT'),
  setStatistics: executed('Session and server', 'SET STATISTICS TIME (IO is accepted in silence)'),
  setOffsets: accepted('Session and server', 'SET OFFSETS'),
  use: executed('Session and server', 'USE'),
  kill: executed('Session and server', 'KILL'),
  checkpoint: executed('Session and server', 'CHECKPOINT'),
  reconfigure: executed('Session and server', 'RECONFIGURE'),
  shutdown: executed('Session and server', 'SHUTDOWN'),
  dbcc: executed('Session and server', 'DBCC'),
  backup: executed('Session and server', 'BACKUP DATABASE, CERTIFICATE, MASTER KEY'),
  restore: executed('Session and server', 'RESTORE DATABASE, HEADERONLY, FILELISTONLY, LABELONLY, VERIFYONLY, MASTER KEY'),
  createTable: executed('Objects', 'CREATE TABLE'),
  alterTable: executed('Objects', 'ALTER TABLE'),
  createIndex: executed('Objects', 'CREATE INDEX'),
  alterIndex: executed('Objects', 'ALTER INDEX'),
  dropIndex: executed('Objects', 'DROP INDEX'),
  createStatistics: executed('Objects', 'CREATE STATISTICS'),
  updateStatistics: executed('Objects', 'UPDATE STATISTICS'),
  createProcedure: executed('Objects', 'CREATE, ALTER PROCEDURE'),
  createFunction: executed('Objects', 'CREATE, ALTER FUNCTION'),
  createTrigger: executed('Objects', 'CREATE, ALTER TRIGGER'),
  createView: executed('Objects', 'CREATE, ALTER VIEW'),
  enableTrigger: executed('Objects', 'ENABLE, DISABLE TRIGGER'),
  createType: executed('Objects', 'CREATE TYPE'),
  createSequence: executed('Objects', 'CREATE SEQUENCE'),
  alterSequence: executed('Objects', 'ALTER SEQUENCE'),
  createSynonym: executed('Objects', 'CREATE SYNONYM'),
  createSchema: executed('Objects', 'CREATE SCHEMA'),
  alterSchema: executed('Objects', 'ALTER SCHEMA'),
  createDefault: executed('Objects', 'CREATE DEFAULT'),
  createRule: executed('Objects', 'CREATE RULE'),
  createPartitionFunction: executed('Objects', 'CREATE PARTITION FUNCTION'),
  createPartitionScheme: executed('Objects', 'CREATE PARTITION SCHEME'),
  alterPartitionFunction: executed('Objects', 'ALTER PARTITION FUNCTION'),
  alterPartitionScheme: executed('Objects', 'ALTER PARTITION SCHEME'),
  createXmlSchemaCollection: executed('Objects', 'CREATE XML SCHEMA COLLECTION'),
  alterXmlSchemaCollection: executed('Objects', 'ALTER XML SCHEMA COLLECTION'),
  drop: executed('Objects', 'DROP'),
  createDatabase: executed('Objects', 'CREATE DATABASE'),
  alterDatabase: executed('Objects', 'ALTER DATABASE'),
  administrative: refused('Objects', 'statements about other classes of objects'),
  createUser: executed('Security', 'CREATE USER'),
  alterUser: executed('Security', 'ALTER USER'),
  createLogin: executed('Security', 'CREATE LOGIN'),
  alterLogin: executed('Security', 'ALTER LOGIN'),
  createRole: executed('Security', 'CREATE ROLE'),
  alterRole: executed('Security', 'ALTER ROLE'),
  createSecurityPolicy: executed('Security', 'CREATE SECURITY POLICY'),
  alterSecurityPolicy: executed('Security', 'ALTER SECURITY POLICY'),
  createApplicationRole: executed('Security', 'CREATE APPLICATION ROLE'),
  alterApplicationRole: executed('Security', 'ALTER APPLICATION ROLE'),
  permission: executed('Security', 'GRANT, DENY, REVOKE'),
  alterAuthorization: executed('Security', 'ALTER AUTHORIZATION'),
  executeAs: executed('Security', 'EXECUTE AS'),
  revert: executed('Security', 'REVERT'),
  setUser: executed('Security', 'SETUSER'),
  beginDialog: executed('Service Broker', 'BEGIN DIALOG'),
  send: executed('Service Broker', 'SEND'),
  receive: executed('Service Broker', 'RECEIVE'),
  endConversation: executed('Service Broker', 'END CONVERSATION'),
  getConversationGroup: executed('Service Broker', 'GET CONVERSATION GROUP'),
  moveConversation: executed('Service Broker', 'MOVE CONVERSATION'),
  beginConversationTimer: executed('Service Broker', 'BEGIN CONVERSATION TIMER'),
};
