/** Control of flow, variables, calls, cursors, transactions and settings as text. */
import type {
  CursorDefinition,
  CursorReference,
  Declaration,
  ExecuteArgument,
  ExecuteOptions,
  ExecutePrincipal,
  If,
  ProceduralStatement,
  ResultSet,
  Statement,
  TransactionName,
} from '../ast/index.ts';
import { identifier, nullability, objectName } from './names.ts';
import type { Out, Rules } from './out.ts';
import { group, list, nodeGroup, nodes, optional, words } from './out.ts';

/** Statements one a line, each with its semicolon. */
export function statementLines(statements: readonly Statement[], out: Out): string {
  return statements.map((statement) => terminated(statement, out)).join(out.line);
}

/** A statement with its semicolon; a label has its colon instead. */
export function terminated(statement: Statement, out: Out): string {
  const text = out.node(statement);
  return statement.kind === 'label' || endsWithSemicolon(statement) ? text : `${text};`;
}

/** Branches and module bodies end with the semicolon of their last statement. */
function endsWithSemicolon(statement: Statement): boolean {
  switch (statement.kind) {
    case 'if':
    case 'while':
      return true;
    case 'createProcedure':
    case 'createTrigger':
      return statement.body.kind === 'statementBody';
    default:
      return false;
  }
}

/** The text between BEGIN and END, indented. */
function body(statements: readonly Statement[], out: Out): string {
  return statements.length === 0 ? out.line : out.inner.line + statementLines(statements, out.inner) + out.line;
}

/** BEGIN … END around statements. */
export function blockOf(statements: readonly Statement[], out: Out): string {
  return `BEGIN${body(statements, out)}END`;
}

/** The statement that a branch or a loop runs: a block beside its word, anything else on the next line. */
function branch(statement: Statement, out: Out): string {
  if (statement.kind === 'block') return `${out.line}${out.node(statement)};`;
  return out.inner.line + terminated(statement, out.inner);
}

function ifStatement(node: If, out: Out): string {
  const condition = `IF ${out.node(node.condition)}`;
  if (node.otherwise === null) return condition + branch(node.then, out);
  // Without a block, the ELSE would belong to an IF that ends the first branch.
  const then = takesElse(node.then) ? `${out.line}${blockOf([node.then], out)};` : branch(node.then, out);
  const otherwise = node.otherwise.kind === 'if' ? ` ${out.node(node.otherwise)}` : branch(node.otherwise, out);
  return `${condition}${then}${out.line}ELSE${otherwise}`;
}

function takesElse(statement: Statement): boolean {
  if (statement.kind === 'while') return takesElse(statement.body);
  return statement.kind === 'if' && (statement.otherwise === null || takesElse(statement.otherwise));
}

const name = (node: TransactionName | null) => (node === null ? null : node.kind === 'variable' ? node.name : identifier(node));
const onOff = (on: boolean) => (on ? 'ON' : 'OFF');

export const PROCEDURAL_RULES: Rules<ProceduralStatement> = {
  block: (node, out) => blockOf(node.statements, out),
  atomicBlock: (node, out) => `BEGIN ATOMIC WITH ${nodeGroup(node.options, out)}${body(node.statements, out)}END`,
  if: ifStatement,
  while: (node, out) => `WHILE ${out.node(node.condition)}${branch(node.body, out)}`,
  break: () => 'BREAK',
  continue: () => 'CONTINUE',
  return: (node, out) => `RETURN${optional(' ', node.value, out)}`,
  goto: (node) => `GOTO ${identifier(node.label)}`,
  label: (node) => `${identifier(node.name)}:`,
  tryCatch: (node, out) => `BEGIN TRY${body(node.statements, out)}END TRY${out.line}BEGIN CATCH${body(node.handler, out)}END CATCH`,
  throw: (node, out) => {
    if (node.error === null) return 'THROW';
    const { number, message, state } = node.error;
    return words('THROW', nodes([number, message, state], out));
  },
  raiseError: (node, out) => {
    const args = nodeGroup([node.message, node.severity, node.state, ...node.args], out);
    return words(`RAISERROR ${args}`, node.options.length > 0 && `WITH ${node.options.join(', ')}`);
  },
  print: (node, out) => `PRINT ${out.node(node.value)}`,
  waitFor: (node, out) => `WAITFOR ${node.mode.toUpperCase()} ${out.node(node.value)}`,
  waitForStatement: (node, out) => `WAITFOR (${out.node(node.statement)})${optional(', TIMEOUT ', node.timeout, out)}`,
  declare: (node, out) => words('DECLARE', list(node.items, out, declaration)),
  setVariable: (node, out) => `SET ${node.variable.name} ${node.op} ${out.node(node.value)}`,
  setCursorVariable: (node, out) => `SET ${node.variable.name} = ${cursorDefinition(node.definition, out)}`,
  setMethod: (node, out) => {
    const target = `SET ${node.variable.name}.${identifier(node.method)}`;
    return node.args === null ? `${target}${optional(' = ', node.value, out)}` : `${target}${nodeGroup(node.args, out)}`;
  },
  executeProcedure: (node, out) => {
    const procedure = node.procedure.kind === 'variable' ? node.procedure.name : objectName(node.procedure);
    return words(
      'EXEC',
      node.returnVariable !== null && `${node.returnVariable.name} =`,
      node.number === null ? procedure : `${procedure};${node.number}`,
      list(node.args, out, executeArgument),
      executeOptions(node.options, out),
    );
  },
  executeString: (node, out) => {
    const args = [out.node(node.text), ...node.args.map((argument) => executeArgument(argument, out))].join(', ');
    return words(
      `EXEC (${args})`,
      node.as !== null && `AS ${executePrincipal(node.as, out)}`,
      node.at !== null && words('AT', node.atDataSource && 'DATA_SOURCE', identifier(node.at)),
      executeOptions(node.options, out),
    );
  },
  executeAs: (node, out) =>
    words(
      `EXECUTE AS ${executePrincipal(node.principal, out)}`,
      node.noRevert && 'WITH NO REVERT',
      node.cookieInto !== null && `WITH COOKIE INTO ${node.cookieInto.name}`,
    ),
  revert: (node) => words('REVERT', node.cookie !== null && `WITH COOKIE = ${node.cookie.name}`),
  beginTransaction: (node, out) =>
    words(
      'BEGIN',
      node.distributed && 'DISTRIBUTED',
      'TRANSACTION',
      name(node.name),
      node.mark && words('WITH MARK', optional('', node.markText, out)),
    ),
  commitTransaction: (node) =>
    words(
      'COMMIT TRANSACTION',
      name(node.name),
      node.delayedDurability !== null && `WITH (DELAYED_DURABILITY = ${onOff(node.delayedDurability)})`,
    ),
  rollbackTransaction: (node) => words('ROLLBACK TRANSACTION', name(node.name)),
  saveTransaction: (node) => words('SAVE TRANSACTION', name(node.name)),
  declareCursor: (node, out) => {
    const { options } = node.definition;
    // INSENSITIVE belongs to the ISO syntax, which has all its options before CURSOR.
    if (!options.includes('INSENSITIVE')) return words('DECLARE', identifier(node.name), cursorDefinition(node.definition, out));
    return words('DECLARE', identifier(node.name), ...options, cursorDefinition({ ...node.definition, options: [] }, out));
  },
  openCursor: (node) => `OPEN ${cursorReference(node.cursor)}`,
  fetchCursor: (node, out) =>
    words(
      'FETCH',
      node.direction.toUpperCase(),
      optional('', node.offset, out),
      `FROM ${cursorReference(node.cursor)}`,
      node.into.length > 0 && `INTO ${node.into.map((variable) => variable.name).join(', ')}`,
    ),
  closeCursor: (node) => `CLOSE ${cursorReference(node.cursor)}`,
  deallocateCursor: (node) => `DEALLOCATE ${cursorReference(node.cursor)}`,
};

function declaration(node: Declaration, out: Out): string {
  if (node.kind === 'declareTable') return `${node.variable.name} TABLE ${nodeGroup(node.elements, out)}`;
  return words(node.variable.name, out.node(node.type), nullability(node.nullable), optional('= ', node.value, out));
}

function executeArgument(node: ExecuteArgument, out: Out): string {
  return words(node.name !== null && `${node.name.name} =`, out.node(node.value), node.output && 'OUTPUT');
}

/** `USER = 'u'`, `CALLER` */
export function executePrincipal(node: ExecutePrincipal, out: Out): string {
  return words(node.type.toUpperCase(), optional('= ', node.name, out));
}

function executeOptions(node: ExecuteOptions, out: Out): string {
  const parts: string[] = [];
  if (node.recompile) parts.push('RECOMPILE');
  if (typeof node.resultSets === 'string') parts.push(`RESULT SETS ${node.resultSets.toUpperCase()}`);
  else if (node.resultSets !== null) parts.push(`RESULT SETS ${group(node.resultSets, out, resultSet)}`);
  return parts.length === 0 ? '' : `WITH ${parts.join(', ')}`;
}

function resultSet(node: ResultSet, out: Out): string {
  if (node.kind === 'resultSetAs') {
    return node.type === 'forXml' ? 'AS FOR XML' : words('AS', node.type.toUpperCase(), node.name !== null && objectName(node.name));
  }
  return group(node.columns, out, (column) => {
    const collation = column.collation === null ? '' : `COLLATE ${identifier(column.collation)}`;
    return words(identifier(column.name), out.node(column.type), collation, nullability(column.nullable));
  });
}

function cursorDefinition(node: CursorDefinition, out: Out): string {
  const end = node.for === null ? '' : node.for.kind === 'cursorReadOnly' ? 'FOR READ ONLY' : cursorUpdate(node.for.columns);
  const select = out.inner.line + out.inner.node(node.select);
  return `${words('CURSOR', ...node.options)} FOR${select}${end === '' ? '' : out.inner.line + end}`;
}

function cursorUpdate(columns: readonly Parameters<typeof objectName>[0][]): string {
  return columns.length === 0 ? 'FOR UPDATE' : `FOR UPDATE OF ${columns.map(objectName).join(', ')}`;
}

/** `GLOBAL c`, `@c` */
export function cursorReference(node: CursorReference): string {
  return words(node.global && 'GLOBAL', name(node.name));
}
