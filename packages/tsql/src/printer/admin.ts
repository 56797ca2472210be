/** Databases, security and administration as text. */
import type {
  AdminStatement,
  AlterDatabase,
  Clause,
  CreateDatabase,
  FileGroup,
  Group,
  Identifier,
  ObjectName,
  Permission,
  PrincipalSource,
  Securable,
  Sign,
  Variable,
} from '../ast/index.ts';
import { bareIdentifier, bareOptions, identifier, objectName, optionList } from './names.ts';
import type { Out, Rules } from './out.ts';
import { clauses as clauseLines, nodeGroup, optional, optionalGroup, words } from './out.ts';

/** Signs that stand close to what is before or after them. */
const CLOSE_BEFORE: ReadonlySet<string> = new Set(['.', '::', ',']);
const CLOSE_AFTER: ReadonlySet<string> = new Set(['.', '::']);

/** Clauses with single blanks. */
function tail(items: readonly Clause[], out: Out): string {
  let text = '';
  let close = true;
  for (const item of items) {
    const sign = item.kind === 'sign' ? item.value : '';
    text += (close || CLOSE_BEFORE.has(sign) ? '' : ' ') + out.node(item);
    close = CLOSE_AFTER.has(sign);
  }
  return text;
}

const target = (name: Identifier | Variable | null) => (name === null ? '' : name.kind === 'variable' ? name.name : identifier(name));
const names = (list: readonly ObjectName[]) => list.map(objectName).join(', ');

function principalSource(node: PrincipalSource | null, word: 'FOR' | 'FROM'): string {
  if (node === null) return '';
  if (node.type === 'WITHOUT LOGIN') return node.type;
  const from = node.type === 'EXTERNAL PROVIDER' || node.type === 'WINDOWS' ? 'FROM' : word;
  return words(from, node.type, node.name !== null && identifier(node.name));
}

function securable(node: Securable, out: Out): string {
  const name = `${node.class === null ? '' : `${node.class}::`}${objectName(node.name)}`;
  return words(name, optionalGroup('', node.columns, out));
}

export const ADMIN_RULES: Rules<AdminStatement | Sign | Group> = {
  createDatabase,
  alterDatabase: (node, out) =>
    `ALTER DATABASE ${node.name === null ? 'CURRENT' : identifier(node.name)} ${databaseAction(node.action, out)}`,
  backup: (node, out) => words(`BACKUP ${node.what}`, target(node.name), tail(node.clauses, out)),
  restore: (node, out) => words(`RESTORE ${node.what}`, target(node.name), tail(node.clauses, out)),
  dbcc: (node, out) => words(`DBCC ${node.command}`, optionalGroup('', node.args, out), bareOptions(node.options, out)),
  createUser: (node, out) =>
    words(`CREATE USER ${identifier(node.name)}`, principalSource(node.for, 'FOR'), bareOptions(node.options, out)),
  alterUser: (node, out) => words(`ALTER USER ${identifier(node.name)}`, bareOptions(node.options, out)),
  createLogin: (node, out) =>
    words(`CREATE LOGIN ${identifier(node.name)}`, principalSource(node.from, 'FROM'), bareOptions(node.options, out)),
  alterLogin: (node, out) =>
    words(
      `ALTER LOGIN ${identifier(node.name)}`,
      node.action !== 'WITH' && node.action,
      node.credential !== null && identifier(node.credential),
      bareOptions(node.options, out),
    ),
  createRole: (node) =>
    words(
      'CREATE',
      node.server && 'SERVER',
      `ROLE ${identifier(node.name)}`,
      node.authorization !== null && `AUTHORIZATION ${identifier(node.authorization)}`,
    ),
  alterRole: (node) => {
    const operand = identifier(node.operand);
    const action = node.action === 'WITH NAME' ? `WITH NAME = ${operand}` : `${node.action} ${operand}`;
    return words('ALTER', node.server && 'SERVER', `ROLE ${bareIdentifier(node.name)}`, action);
  },
  createApplicationRole: (node, out) => words(`CREATE APPLICATION ROLE ${identifier(node.name)}`, bareOptions(node.options, out)),
  alterApplicationRole: (node, out) => words(`ALTER APPLICATION ROLE ${identifier(node.name)}`, bareOptions(node.options, out)),
  permission,
  alterAuthorization: (node, out) =>
    `ALTER AUTHORIZATION ON ${securable(node.securable, out)} TO ${node.principal === null ? 'SCHEMA OWNER' : identifier(node.principal)}`,
  administrative: (node, out) => words(closing(node.what, node.names), names(node.names), tail(node.clauses, out)),
  sign: (node) => node.value,
  group: (node, out) => `(${tail(node.items, out)})`,
};

/** CLOSE SYMMETRIC KEY without a name closes all of them. */
function closing(what: string, list: readonly ObjectName[]): string {
  return what === 'CLOSE SYMMETRIC KEY' && list.length === 0 ? 'CLOSE ALL SYMMETRIC KEYS' : what;
}

function createDatabase(node: CreateDatabase, out: Out): string {
  return clauseLines(
    [
      `CREATE DATABASE ${identifier(node.name)}`,
      node.containment !== null && `CONTAINMENT = ${node.containment}`,
      node.files.length > 0 && `ON ${node.files.map((group) => fileGroup(group, out)).join(', ')}`,
      node.logFiles.length > 0 && `LOG ON ${node.logFiles.map((file) => nodeGroup(file.options, out)).join(', ')}`,
      node.collation !== null && `COLLATE ${identifier(node.collation)}`,
      node.for !== null && `FOR ${node.for}`,
      node.snapshotOf !== null && `AS SNAPSHOT OF ${identifier(node.snapshotOf)}`,
      bareOptions(node.options, out),
    ],
    out,
  );
}

function fileGroup(node: FileGroup, out: Out): string {
  return words(
    node.primary && 'PRIMARY',
    node.name !== null && `FILEGROUP ${identifier(node.name)}`,
    ...node.modifiers,
    node.files.map((file) => nodeGroup(file.options, out)).join(', '),
  );
}

function databaseAction(node: AlterDatabase['action'], out: Out): string {
  switch (node.kind) {
    case 'collateDatabase':
      return `COLLATE ${identifier(node.collation)}`;
    case 'renameDatabase':
      return `MODIFY NAME = ${identifier(node.name)}`;
    case 'alterDatabaseOther':
      return tail(node.clauses, out);
    case 'setDatabaseOptions':
      return words(`SET ${optionList(node.options, out)}`, node.termination.length > 0 && `WITH ${tail(node.termination, out)}`);
  }
}

function permission(node: Permission, out: Out): string {
  const permissions = node.permissions.map((item) => words(item.name, optionalGroup('', item.columns, out))).join(', ');
  return words(
    node.verb,
    node.grantOptionFor && 'GRANT OPTION FOR',
    permissions,
    node.securable !== null && `ON ${securable(node.securable, out)}`,
    `${node.verb === 'REVOKE' ? 'FROM' : 'TO'} ${node.principals.map(bareIdentifier).join(', ')}`,
    node.withGrantOption && 'WITH GRANT OPTION',
    node.cascade && 'CASCADE',
    optional('AS ', node.as, out),
  );
}
