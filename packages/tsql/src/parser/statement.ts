/**
 * Which rule reads a statement, by its first word. Reserved words decide alone; other words are statements only in company, since they
 * are names everywhere else.
 */
import type { ModuleMode, Statement } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { administrative, verbStatement } from './administrative.ts';
import { alterTable } from './alter-table.ts';
import { beginConversationTimer, beginDialog, endConversation, getConversationGroup, moveConversation, receive, send } from './broker.ts';
import { bulkInsert, insertBulk, textStatement } from './bulk.ts';
import {
  atomicBlock,
  block,
  breakStatement,
  continueStatement,
  gotoStatement,
  ifStatement,
  labelStatement,
  printStatement,
  raiseError,
  returnStatement,
  throwStatement,
  tryCatch,
  waitForStatement,
  whileStatement,
} from './control.ts';
import { closeCursor, deallocateCursor, fetchCursor, openCursor } from './cursor.ts';
import { alterDatabase, backupStatement, createDatabase, dbccStatement, restoreStatement } from './database.ts';
import { deleteStatement, insertStatement, mergeStatement, select, truncateStatement, updateStatement, withStatement } from './dml.ts';
import { dropStatement, enableTrigger } from './drop.ts';
import { execute, executeAs, odbcCall, procedureCall, revert } from './execute.ts';
import { alterIndex, atCreateIndex, createIndex, createStatistics, updateStatistics } from './index-definition.ts';
import { atLabel } from './lookahead.ts';
import { MODULE_WORDS, moduleStatement, requireBatchStart, unknownObject } from './module.ts';
import { isName } from './names.ts';
import {
  alterPartitionFunction,
  alterPartitionScheme,
  alterSchema,
  alterSequence,
  alterXmlSchemaCollection,
  createDefault,
  createPartitionFunction,
  createPartitionScheme,
  createRule,
  createSchema,
  createSequence,
  createSynonym,
  createType,
  createXmlSchemaCollection,
} from './object.ts';
import {
  alterApplicationRole,
  alterAuthorization,
  alterLogin,
  alterRole,
  alterUser,
  atRole,
  createApplicationRole,
  createLogin,
  createRole,
  createUser,
  permissionStatement,
} from './security.ts';
import { alterSecurityPolicy, createSecurityPolicy } from './security-policy.ts';
import { checkpointStatement, killStatement, reconfigureStatement, setUserStatement, shutdownStatement, useStatement } from './session.ts';
import { setStatement } from './set.ts';
import type { Parser } from './state.ts';
import { acceptWords, atWords, expect, fail, nearText, nested, peek, syntaxError } from './state.ts';
import { createTable } from './table.ts';
import { beginTransaction, commitTransaction, rollbackTransaction, saveTransaction } from './transaction.ts';
import { declareStatement } from './variables.ts';

type Rule = (p: Parser) => Statement;

/** Rules by the first word. */
const RULES: Readonly<Record<string, Rule | undefined>> = {
  '(': select,
  '{': odbcCall,
  ADD: (p) => verbStatement(p) ?? syntaxError(p),
  ALTER: alterStatement,
  BACKUP: backupStatement,
  BEGIN: beginStatement,
  BREAK: breakStatement,
  BULK: bulkInsert,
  CHECKPOINT: checkpointStatement,
  CLOSE: (p) => verbStatement(p) ?? closeCursor(p),
  COMMIT: commitTransaction,
  CONTINUE: continueStatement,
  CREATE: createStatement,
  DBCC: dbccStatement,
  DEALLOCATE: deallocateCursor,
  DECLARE: declareStatement,
  DELETE: (p) => deleteStatement(p, null, p.token),
  DENY: permissionStatement,
  DROP: dropStatement,
  DUMP: backupStatement,
  END: endStatement,
  EXEC: executeStatement,
  EXECUTE: executeStatement,
  FETCH: fetchCursor,
  GOTO: gotoStatement,
  GRANT: permissionStatement,
  IF: ifStatement,
  INSERT: (p) => (peek(p, 1) === 'BULK' ? insertBulk(p) : insertStatement(p, null, p.token)),
  KILL: killStatement,
  LOAD: restoreStatement,
  MERGE: (p) => mergeStatement(p, null, p.token),
  OPEN: (p) => verbStatement(p) ?? openCursor(p),
  PRINT: printStatement,
  RAISERROR: raiseError,
  READTEXT: textStatement,
  RECONFIGURE: reconfigureStatement,
  RESTORE: restoreStatement,
  RETURN: returnStatement,
  REVERT: revert,
  REVOKE: permissionStatement,
  ROLLBACK: rollbackTransaction,
  SAVE: saveTransaction,
  SELECT: select,
  SET: setStatement,
  SETUSER: setUserStatement,
  SHUTDOWN: shutdownStatement,
  TRUNCATE: truncateStatement,
  UPDATE: (p) => (peek(p, 1) === 'STATISTICS' ? updateStatistics(p) : updateStatement(p, null, p.token)),
  UPDATETEXT: textStatement,
  USE: useStatement,
  WAITFOR: waitForStatement,
  WHILE: whileStatement,
  WITH: withStatement,
  WRITETEXT: textStatement,
};

/** One statement, without the semicolon after it. */
export function statement(p: Parser): Statement {
  const rule = RULES[p.token.key];
  return nested(p, rule ?? wordStatement);
}

/** Statements whose first word is not reserved. */
function wordStatement(p: Parser): Statement {
  if (atLabel(p)) return labelStatement(p);
  switch (p.token.key) {
    case 'THROW':
      return throwStatement(p);
    case 'RECEIVE':
      return receive(p);
    case 'ENABLE':
    case 'DISABLE':
      if (peek(p, 1) === 'TRIGGER') return enableTrigger(p);
      break;
    case 'SEND':
      if (atWords(p, 'SEND', 'ON')) return send(p);
      break;
    case 'GET':
      if (atWords(p, 'GET', 'CONVERSATION')) return getConversationGroup(p);
      break;
    case 'MOVE':
      if (atWords(p, 'MOVE', 'CONVERSATION')) return moveConversation(p);
      break;
    default:
  }
  // A procedure may be called by its bare name only where the batch begins.
  if (p.index === 0 && isName(p)) return procedureCall(p, p.token, null);
  return syntaxError(p);
}

/** END closes something, or begins END CONVERSATION. A stray one is named as a plain token. */
function endStatement(p: Parser): Statement {
  return peek(p, 1) === 'CONVERSATION' ? endConversation(p) : fail(p, 102, p.token, nearText(p.token));
}

function executeStatement(p: Parser): Statement {
  return peek(p, 1) === 'AS' ? executeAs(p) : execute(p);
}

function beginStatement(p: Parser): Statement {
  switch (peek(p, 1)) {
    case 'TRAN':
    case 'TRANSACTION':
    case 'DISTRIBUTED':
      return beginTransaction(p);
    case 'TRY':
      return tryCatch(p);
    case 'ATOMIC':
      return atomicBlock(p);
    case 'DIALOG':
      return beginDialog(p);
    case 'CONVERSATION':
      return beginConversationTimer(p);
    default:
      return block(p);
  }
}

/** Rules after CREATE, by the class of the object. */
const CREATE_RULES: Readonly<Record<string, ((p: Parser, start: Token) => Statement) | undefined>> = {
  TABLE: createTable,
  STATISTICS: createStatistics,
  TYPE: createType,
  SEQUENCE: createSequence,
  SYNONYM: createSynonym,
  SCHEMA: atBatchStart(createSchema),
  DEFAULT: atBatchStart(createDefault),
  RULE: atBatchStart(createRule),
  USER: createUser,
  LOGIN: createLogin,
  APPLICATION: createApplicationRole,
  SECURITY: createSecurityPolicy,
};

/** Rules after ALTER, by the class of the object. */
const ALTER_RULES: Readonly<Record<string, ((p: Parser, start: Token) => Statement) | undefined>> = {
  TABLE: alterTable,
  INDEX: alterIndex,
  SEQUENCE: alterSequence,
  SCHEMA: alterSchema,
  USER: alterUser,
  LOGIN: alterLogin,
  APPLICATION: alterApplicationRole,
  SECURITY: alterSecurityPolicy,
  AUTHORIZATION: alterAuthorization,
};

function atBatchStart(rule: (p: Parser, start: Token) => Statement): (p: Parser, start: Token) => Statement {
  return (p, start) => {
    requireBatchStart(p, start, p.token.key);
    return rule(p, start);
  };
}

function createStatement(p: Parser): Statement {
  const start = expect(p, 'CREATE');
  const mode: ModuleMode = acceptWords(p, 'OR', 'ALTER') ? 'createOrAlter' : 'create';
  if (MODULE_WORDS.has(p.token.key)) return moduleStatement(p, start, mode);
  if (mode === 'createOrAlter') return unknownObject(p);
  const rule = CREATE_RULES[p.token.key];
  if (rule !== undefined) return rule(p, start);
  if (atCreateIndex(p)) return createIndex(p, start);
  if (atRole(p)) return createRole(p, start);
  if (atWords(p, 'PARTITION', 'FUNCTION')) return createPartitionFunction(p, start);
  if (atWords(p, 'PARTITION', 'SCHEME')) return createPartitionScheme(p, start);
  if (atWords(p, 'XML', 'SCHEMA', 'COLLECTION')) return createXmlSchemaCollection(p, start);
  if (p.token.key === 'DATABASE' && !DATABASE_OBJECTS.has(peek(p, 1))) return createDatabase(p, start);
  return administrative(p, start, 'CREATE') ?? unknownObject(p);
}

function alterStatement(p: Parser): Statement {
  const start = expect(p, 'ALTER');
  if (MODULE_WORDS.has(p.token.key)) return moduleStatement(p, start, 'alter');
  const rule = ALTER_RULES[p.token.key];
  if (rule !== undefined) return rule(p, start);
  if (atRole(p)) return alterRole(p, start);
  if (p.token.key === 'DATABASE' && !DATABASE_OBJECTS.has(peek(p, 1))) return alterDatabase(p, start);
  if (atWords(p, 'PARTITION', 'FUNCTION')) return alterPartitionFunction(p, start);
  if (atWords(p, 'PARTITION', 'SCHEME')) return alterPartitionScheme(p, start);
  if (atWords(p, 'XML', 'SCHEMA', 'COLLECTION')) return alterXmlSchemaCollection(p, start);
  return administrative(p, start, 'ALTER') ?? unknownObject(p);
}

/** Words after DATABASE that name a class of object, unless they are the database's own name. */
const DATABASE_OBJECTS: ReadonlySet<string> = new Set(['AUDIT', 'ENCRYPTION', 'SCOPED']);
