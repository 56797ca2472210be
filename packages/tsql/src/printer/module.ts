/** Modules and schema objects as text. */
import type {
  AlterSecurityPolicy,
  CreateFunction,
  CreateProcedure,
  CreateSecurityPolicy,
  CreateTrigger,
  CreateView,
  Identifier,
  ModuleMode,
  ModuleOption,
  ModuleStatement,
  ObjectName,
  ObjectStatement,
  Parameter,
  SequenceOption,
  TriggerTarget,
} from '../ast/index.ts';
import { bareIdentifier, identifier, nullability, objectName, withOptions } from './names.ts';
import type { Out, Rules } from './out.ts';
import { enclose, group, nodeGroup, optional, optionalGroup, words } from './out.ts';
import { blockOf, executePrincipal, statementLines } from './procedural.ts';

const MODES: Readonly<Record<ModuleMode, string>> = { create: 'CREATE', alter: 'ALTER', createOrAlter: 'CREATE OR ALTER' };

export const MODULE_RULES: Rules<ModuleStatement> = {
  createProcedure,
  createFunction,
  createTrigger,
  createView,
};

function securityPolicy(verb: string, node: CreateSecurityPolicy | AlterSecurityPolicy, out: Out): string {
  const predicates = node.predicates.map((item) =>
    words(item.action, `${item.type} PREDICATE`, optional('', item.call, out), `ON ${objectName(item.table)}`, item.operation ?? ''),
  );
  const options = withOptions(node.options, out);
  return words(
    `${verb} SECURITY POLICY ${objectName(node.name)}`,
    predicates.join(', '),
    options,
    node.notForReplication && 'NOT FOR REPLICATION',
  );
}

/** Parts that are not empty, one a line. */
function lines(parts: readonly string[], out: Out): string {
  return parts.filter((part) => part !== '').join(out.line);
}

function external(name: ObjectName): string {
  return `EXTERNAL NAME ${objectName(name)}`;
}

function createProcedure(node: CreateProcedure, out: Out): string {
  const number = node.number === null ? '' : `;${node.number}`;
  const parameters = node.parameters.map((item) => parameter(item, out)).join(`,${out.inner.line}`);
  return lines(
    [
      `${MODES[node.mode]} PROCEDURE ${objectName(node.name)}${number}${parameters === '' ? '' : out.inner.line + parameters}`,
      options(node.options, out),
      node.forReplication ? 'FOR REPLICATION' : '',
      'AS',
      node.body.kind === 'externalBody' ? external(node.body.name) : statementLines(node.body.statements, out),
    ],
    out,
  );
}

function parameter(node: Parameter, out: Out): string {
  return words(
    node.variable.name,
    out.node(node.type),
    node.varying && 'VARYING',
    nullability(node.nullable),
    optional('= ', node.default, out),
    node.output && 'OUTPUT',
    node.readOnly && 'READONLY',
  );
}

function options(list: readonly ModuleOption[], out: Out): string {
  return list.length === 0 ? '' : `WITH ${list.map((item) => option(item, out)).join(', ')}`;
}

function option(node: ModuleOption, out: Out): string {
  return words(
    node.name,
    node.on !== null && `= ${node.on ? 'ON' : 'OFF'}`,
    node.principal !== null && modulePrincipal(node.principal, out),
  );
}

/** A module names its user as a bare string. */
function modulePrincipal(node: Parameters<typeof executePrincipal>[0], out: Out): string {
  return node.type === 'user' && node.name !== null ? out.node(node.name) : executePrincipal(node, out);
}

function createFunction(node: CreateFunction, out: Out): string {
  return lines(
    [
      `${MODES[node.mode]} FUNCTION ${objectName(node.name)} ${group(node.parameters, out, parameter)}`,
      `RETURNS ${returns(node.returns, out)}`,
      options(node.options, out),
      node.order.length === 0
        ? ''
        : `ORDER (${node.order.map((item) => identifier(item.name) + (item.descending ? ' DESC' : '')).join(', ')})`,
      'AS',
      functionBody(node.body, out),
    ],
    out,
  );
}

function returns(node: CreateFunction['returns'], out: Out): string {
  switch (node.kind) {
    case 'returnsScalar':
      return out.node(node.type);
    case 'returnsQuery':
      return words('TABLE', optionalGroup('', node.columns, out));
    case 'returnsTable':
      return `${node.variable.name} TABLE ${nodeGroup(node.elements, out)}`;
  }
}

function functionBody(node: CreateFunction['body'], out: Out): string {
  switch (node.kind) {
    case 'externalBody':
      return external(node.name);
    case 'select':
      return `RETURN ${enclose(out, (inner) => inner.node(node))}`;
    case 'statementBody': {
      const [first] = node.statements;
      return node.statements.length === 1 && first?.kind === 'atomicBlock' ? out.node(first) : blockOf(node.statements, out);
    }
  }
}

/** A table, DATABASE, or ALL SERVER. */
export function triggerTarget(node: TriggerTarget): string {
  switch (node.kind) {
    case 'name':
      return objectName(node);
    case 'database':
      return 'DATABASE';
    case 'allServer':
      return 'ALL SERVER';
  }
}

function createTrigger(node: CreateTrigger, out: Out): string {
  return lines(
    [
      `${MODES[node.mode]} TRIGGER ${objectName(node.name)} ON ${triggerTarget(node.target)}`,
      options(node.options, out),
      `${node.timing === 'after' ? 'AFTER' : 'INSTEAD OF'} ${node.events.join(', ')}`,
      node.notForReplication ? 'NOT FOR REPLICATION' : '',
      'AS',
      node.body.kind === 'externalBody' ? external(node.body.name) : statementLines(node.body.statements, out),
    ],
    out,
  );
}

function createView(node: CreateView, out: Out): string {
  return lines(
    [
      words(`${MODES[node.mode]} VIEW ${objectName(node.name)}`, optionalGroup('', node.columns, out)),
      options(node.options, out),
      'AS',
      out.node(node.select),
      node.withCheckOption ? 'WITH CHECK OPTION' : '',
    ],
    out,
  );
}

const authorization = (node: Identifier | null) => (node === null ? '' : `AUTHORIZATION ${identifier(node)}`);

export const OBJECT_RULES: Rules<ObjectStatement> = {
  createType: (node, out) => {
    const { definition } = node;
    const head = `CREATE TYPE ${objectName(node.name)}`;
    if (definition.kind === 'externalBody') return `${head} ${external(definition.name)}`;
    if (definition.kind === 'aliasType') return words(`${head} FROM ${out.node(definition.base)}`, nullability(definition.nullable));
    return words(`${head} AS TABLE ${nodeGroup(definition.elements, out)}`, withOptions(definition.options, out));
  },
  createSequence: (node, out) =>
    words(
      `CREATE SEQUENCE ${objectName(node.name)}`,
      optional('AS ', node.type, out),
      ...node.options.map((item) => sequenceOption(item, out)),
    ),
  alterSequence: (node, out) => words(`ALTER SEQUENCE ${objectName(node.name)}`, ...node.options.map((item) => sequenceOption(item, out))),
  createSynonym: (node) => `CREATE SYNONYM ${objectName(node.name)} FOR ${objectName(node.target)}`,
  createSecurityPolicy: (node, out) => securityPolicy('CREATE', node, out),
  alterSecurityPolicy: (node, out) => securityPolicy('ALTER', node, out),
  createSchema: (node, out) => {
    const head = words('CREATE SCHEMA', node.name !== null && identifier(node.name), authorization(node.authorization));
    return [head, ...node.elements.map((element) => out.inner.node(element))].join(out.inner.line);
  },
  alterSchema: (node) => {
    const securable = node.class === null ? '' : `${node.class}::`;
    return `ALTER SCHEMA ${identifier(node.name)} TRANSFER ${securable}${objectName(node.object)}`;
  },
  createDefault: (node, out) => `CREATE DEFAULT ${objectName(node.name)} AS ${out.node(node.value)}`,
  createRule: (node, out) => `CREATE RULE ${objectName(node.name)} AS ${out.node(node.condition)}`,
  createPartitionFunction: (node, out) => {
    const range = `AS RANGE ${node.right ? 'RIGHT' : 'LEFT'} FOR VALUES ${nodeGroup(node.values, out)}`;
    return `CREATE PARTITION FUNCTION ${identifier(node.name)} (${out.node(node.type)}) ${range}`;
  },
  alterPartitionFunction: (node, out) =>
    words(`ALTER PARTITION FUNCTION ${identifier(node.name)}() ${node.action} RANGE`, node.value !== null && `(${out.node(node.value)})`),
  alterPartitionScheme: (node) =>
    words(`ALTER PARTITION SCHEME ${identifier(node.name)} NEXT USED`, node.filegroup !== null && bareIdentifier(node.filegroup)),
  createXmlSchemaCollection: (node, out) => `CREATE XML SCHEMA COLLECTION ${objectName(node.name)} AS ${out.node(node.schema)}`,
  alterXmlSchemaCollection: (node, out) => `ALTER XML SCHEMA COLLECTION ${objectName(node.name)} ADD ${out.node(node.schema)}`,
  createPartitionScheme: (node) => {
    const filegroups = `(${node.filegroups.map(bareIdentifier).join(', ')})`;
    return words(
      `CREATE PARTITION SCHEME ${identifier(node.name)} AS PARTITION ${identifier(node.function)}`,
      node.all && 'ALL',
      `TO ${filegroups}`,
    );
  },
  drop: (node) =>
    words(
      `DROP ${node.what}`,
      node.ifExists && 'IF EXISTS',
      node.names.map(objectName).join(', '),
      node.on !== null && `ON ${dropTarget(node.what, node.on)}`,
      node.suffix,
    ),
  enableTrigger: (node) => {
    const triggers = node.triggers === null ? 'ALL' : node.triggers.map(objectName).join(', ');
    return `${node.enable ? 'ENABLE' : 'DISABLE'} TRIGGER ${triggers} ON ${triggerTarget(node.target)}`;
  },
};

/** Events live on SERVER, triggers on ALL SERVER. */
function dropTarget(what: string, on: TriggerTarget): string {
  if (on.kind === 'allServer' && what !== 'TRIGGER') return 'SERVER';
  return what === 'EVENT NOTIFICATION' && on.kind === 'name' ? `QUEUE ${objectName(on)}` : triggerTarget(on);
}

function sequenceOption(node: SequenceOption, out: Out): string {
  const preposition = node.name === 'RESTART' && node.value !== null && 'WITH';
  return words(node.no && 'NO', node.name, preposition, optional('', node.value, out));
}
