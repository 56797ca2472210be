/**
 * What data definition asks of permissions, before a statement does anything: a row for each kind of statement. There is no ownership chaining here:
 * a procedure that creates a table needs the permission of whoever runs it.
 */

import type { Statement } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../../errors.ts';
import { nameText } from '../../find.ts';
import { isBrokerDdl } from '../broker/index.ts';
import type { DdlContext } from '../context.ts';
import { isFullText } from '../full-text.ts';
import { isXmlIndex, tableOfXmlIndex } from '../index/xml.ts';
import type { DdlStatement } from '../index.ts';
import { SCOPED_CONFIGURATION } from '../scoped-configuration.ts';
import { isSensitivity } from '../sensitivity.ts';
import { permitBroker } from './broker.ts';
import { permitAlterDatabase, permitCreateDatabase, permitDbcc, permitDrop } from './drop.ts';
import {
  permitCreate,
  permitInSchema,
  permitModule,
  permitReferences,
  permitRunAs,
  permitTable,
  permitTransfer,
  permitTrigger,
  permitXmlSchema,
  requireHeld,
} from './objects.ts';
import {
  permitAlterApplicationRole,
  permitAlterLogin,
  permitAlterRole,
  permitAlterUser,
  permitAuthorization,
  permitCreateRole,
  requireOnServer,
} from './principals.ts';

/** Raises what keeps whoever acts from executing the statement. */
export function requirePermission(statement: DdlStatement, context: DdlContext): void {
  if (context.authority.server().unrestricted) return;
  (PERMIT[statement.kind] as Permit<DdlStatement['kind']>)(statement, context);
}

type Permit<Kind extends Statement['kind']> = (statement: Extract<Statement, { readonly kind: Kind }>, context: DdlContext) => void;

const nothing = (): void => undefined;

const PERMIT: { readonly [Kind in DdlStatement['kind']]: Permit<Kind> } = {
  createTable: ({ name, elements }, context) => {
    permitCreate(context, 'CREATE TABLE', name);
    permitReferences(elements, context);
  },
  alterTable: ({ name, action }, context) => {
    permitTable(context, name, () => sqlErrorState(1088, 13, nameText(name)));
    if (action.kind === 'addElements') permitReferences(action.elements, context);
  },
  createIndex: ({ table }, context) => permitTable(context, table, () => sqlErrorState(1088, 12, nameText(table))),
  alterIndex: ({ table }, context) => permitTable(context, table, () => sqlErrorState(1088, 9, nameText(table))),
  dropIndex: ({ items }, context) => {
    for (const { index, table } of items)
      permitTable(context, table, () => sqlError(3701, 'drop', 'index', `${nameText(table)}.${index.value}`));
  },
  createStatistics: ({ table }, context) => permitTable(context, table, () => sqlErrorState(1088, 12, nameText(table))),
  updateStatistics: ({ table }, context) => permitTable(context, table, () => sqlErrorState(1088, 12, nameText(table))),
  createProcedure: (statement, context) => permitModule(statement, context, 'PROCEDURE'),
  createFunction: (statement, context) => permitModule(statement, context, 'FUNCTION'),
  createView: (statement, context) => permitModule(statement, context, 'VIEW'),
  createTrigger: (statement, context) => {
    permitTrigger(statement.target, statement.name, context);
    permitRunAs(statement.options, context, context.catalogs.current());
  },
  enableTrigger: ({ target }, context) => permitTrigger(target, null, context),
  createType: ({ name }, context) => permitCreate(context, 'CREATE TYPE', name),
  createSequence: ({ name }, context) => permitInSchema(context, 'CREATE SEQUENCE', name),
  alterSequence: ({ name }, context) => permitTable(context, name, () => sqlError(15151, 'alter', 'sequence object', nameText(name))),
  createXmlSchemaCollection: ({ name }, context) => permitCreate(context, 'CREATE XML SCHEMA COLLECTION', name),
  alterXmlSchemaCollection: ({ name }, context) => permitXmlSchema(context, name, 'ALTER', () => sqlError(6347, nameText(name))),
  createSynonym: ({ name }, context) => permitCreate(context, 'CREATE SYNONYM', name),
  createSchema: (_, context) => requireHeld(context, 'CREATE SCHEMA'),
  alterSchema: permitTransfer,
  createDefault: ({ name }, context) => permitCreate(context, 'CREATE DEFAULT', name),
  createRule: ({ name }, context) => permitCreate(context, 'CREATE RULE', name),
  createPartitionFunction: (_, context) => requireHeld(context, 'ALTER ANY DATASPACE', 'CREATE PARTITION FUNCTION'),
  createPartitionScheme: (_, context) => requireHeld(context, 'ALTER ANY DATASPACE', 'CREATE PARTITION SCHEME'),
  alterPartitionFunction: (_, context) => requireHeld(context, 'ALTER ANY DATASPACE', 'ALTER PARTITION FUNCTION'),
  alterPartitionScheme: (_, context) => requireHeld(context, 'ALTER ANY DATASPACE', 'ALTER PARTITION SCHEME'),
  drop: permitDrop,
  createDatabase: (_, context) => permitCreateDatabase(context),
  alterDatabase: permitAlterDatabase,
  backup: nothing,
  restore: nothing,
  administrative: (statement, context) => {
    const { what } = statement;
    if (isBrokerDdl(what)) return permitBroker(statement, context);
    if (isFullText(what)) requireHeld(context, what.endsWith('CATALOG') ? 'CREATE FULLTEXT CATALOG' : 'ALTER ANY FULLTEXT CATALOG', what);
    if (isSensitivity(what)) requireHeld(context, 'ALTER ANY SENSITIVITY CLASSIFICATION', what);
    if (isXmlIndex(what)) {
      const table = tableOfXmlIndex(statement);
      permitTable(context, table, () => sqlErrorState(1088, 12, nameText(table)));
    }
    if (what === SCOPED_CONFIGURATION) requireHeld(context, 'ALTER ANY DATABASE SCOPED CONFIGURATION', what);
  },
  dbcc: permitDbcc,
  createUser: (_, context) => requireHeld(context, 'ALTER ANY USER', sqlError(15247)),
  alterUser: permitAlterUser,
  createLogin: (_, context) => requireOnServer(context, 'CREATE LOGIN', sqlError(15247)),
  alterLogin: permitAlterLogin,
  createRole: permitCreateRole,
  alterRole: permitAlterRole,
  createSecurityPolicy: (_, context) => requireHeld(context, 'ALTER ANY SECURITY POLICY', sqlError(15247)),
  alterSecurityPolicy: (_, context) => requireHeld(context, 'ALTER ANY SECURITY POLICY', sqlError(15247)),
  createApplicationRole: (_, context) => requireHeld(context, 'ALTER ANY APPLICATION ROLE', sqlError(15247)),
  alterApplicationRole: permitAlterApplicationRole,
  // Each permission of the list is asked for by itself.
  permission: nothing,
  alterAuthorization: permitAuthorization,
};
