/**
 * A program together with what binding has made of its expressions and statements so far. Bound things carry nothing of a session, so one `Compiled`
 * serves everyone who runs the text in the same database under the same settings. Each is kept with what it was bound against and is used again as
 * long as that still holds, so a known text binds nothing.
 */

import type { CursorDefinition, Delete, Expression, Insert, Merge, Select, Truncate, Type, Update } from '@sprocket/tsql';
import { chainOf } from '../bind/access.ts';
import { BrokenModule } from '../bind/broken-module.ts';
import type { BindScope, Dependencies } from '../bind/context.ts';
import { nameKey, type Table } from '../catalog/model.ts';
import type { Identity } from '../catalog/security/index.ts';
import { SqlError } from '../errors.ts';
import type { Instruction, Program } from '../program/program.ts';
import { visibleVariables } from '../program/program.ts';
import { undeclared } from '../program/undeclared.ts';
import type { PreparedStatement, Scalar, Variables } from './contracts.ts';
import { type CursorPlan, type PlanOptions, planCursor } from './cursors/plan.ts';
import { CompileFailure, isDeferred, PermissionError } from './failures.ts';
import { preparePredicate, preparePrinted, prepareScalar, prepareStatement } from './prepare.ts';
import type { SessionCatalogs } from './runtime.ts';

export interface Compiled {
  readonly program: Program;
  /** What the spans of the program's syntax refer to. */
  readonly text: string;
  readonly settings: { readonly ansiNulls: boolean; readonly quotedIdentifier: boolean };
  /** Schema in which a module's unqualified names are looked up first; null for the user's default. */
  readonly schema: string | null;
  readonly trigger: BindScope['trigger'];
  /** The module that it is the body of: ownership chains begin there. Null for batches, dynamic SQL and temporary procedures. */
  readonly owned: OwnedBody | null;
  readonly slots: Map<object, Slot>;
  readonly visible: Map<number, Variables>;
  /** True when all statements that could be bound before running have been. */
  checked: boolean;
}

/** Where a module is and who owns it; without an owner of its own it is its schema's. */
export interface OwnedBody {
  readonly databaseId: number;
  readonly schema: string;
  readonly owner?: string;
}

interface Slot {
  readonly prepared: Prepared;
  readonly databaseId: number;
  /** Schema of the user, for names without one. */
  readonly schema: string;
  /** Who was last found to be permitted to run it, in the epoch `permittedIn`. */
  permitted: Identity | null;
  permittedIn: number;
  /** Catalog epoch in which the slot was last known to be valid. */
  epoch: number;
}

interface Prepared {
  readonly dependencies: Dependencies;
}

export interface Predicate extends Prepared {
  readonly reading: Scalar['reading'];
  evaluate(frame: Parameters<Scalar['evaluate']>[0]): boolean | null;
}

export type Bindable = Select | Insert | Update | Delete | Merge | Truncate;

export function createCompiled(
  program: Program,
  text: string,
  settings: Compiled['settings'],
  home: Pick<Compiled, 'schema' | 'trigger' | 'owned'> = { schema: null, trigger: null, owned: null },
): Compiled {
  return { program, text, settings, ...home, slots: new Map(), visible: new Map(), checked: false };
}

/** The bound form of an expression; `target` converts it as an assignment would. */
export function scalarOf(compiled: Compiled, at: Instruction, expression: Expression, catalogs: SessionCatalogs, target?: Type): Scalar {
  return bound(compiled, at, expression, catalogs, (scope) => prepareScalar(expression, scope, target));
}

/** What PRINT shows: a string as it is, anything else converted to varchar. */
export function printedScalar(compiled: Compiled, at: Instruction, expression: Expression, catalogs: SessionCatalogs): Scalar {
  return bound(compiled, at, expression, catalogs, (scope) => preparePrinted(expression, scope));
}

export function predicateOf(compiled: Compiled, at: Instruction, condition: Expression, catalogs: SessionCatalogs): Predicate {
  return bound(compiled, at, condition, catalogs, (scope) => preparePredicate(condition, scope));
}

export function statementOf(compiled: Compiled, at: Instruction, statement: Bindable, catalogs: SessionCatalogs): PreparedStatement {
  return bound(compiled, at, statement, catalogs, (scope) => prepareStatement(statement, scope));
}

/** What a cursor's query was bound to. */
export function cursorPlan(
  compiled: Compiled,
  at: Instruction,
  definition: CursorDefinition,
  catalogs: SessionCatalogs,
  options: PlanOptions = { isApi: false },
): CursorPlan {
  const firstSlot = compiled.program.declarations.length;
  return bound(compiled, at, definition, catalogs, (scope) => planCursor(definition, scope, firstSlot, options));
}

/** What `key` was bound to, if that still holds; else binds it anew. Errors become compile failures at the statement's line. */
export function bound<P extends Prepared>(
  compiled: Compiled,
  at: Instruction,
  key: object,
  catalogs: SessionCatalogs,
  prepare: (scope: BindScope) => P,
): P {
  const slot = compiled.slots.get(key);
  if (slot !== undefined && isValid(slot, compiled, catalogs)) {
    if (!catalogs.unrestricted) permit(slot, at, catalogs);
    return slot.prepared as P;
  }
  const prepared = bindAnew(compiled, at, catalogs, prepare);
  const schema = compiled.schema ?? catalogs.defaultSchema;
  const fresh: Slot = { prepared, databaseId: catalogs.currentId, schema, epoch: catalogs.epoch, permitted: null, permittedIn: 0 };
  compiled.slots.set(key, fresh);
  if (!catalogs.unrestricted) permit(fresh, at, catalogs);
  return prepared;
}

/** Holds the one who runs it against what it asks for, once for each identity and state of the catalogs. Raises 229, 230 and 916. */
function permit(slot: Slot, at: Instruction, catalogs: SessionCatalogs): void {
  const { identity } = catalogs;
  if (slot.permitted === identity && slot.permittedIn === slot.epoch) return;
  catalogs.authorize(slot.prepared.dependencies, at.line);
  slot.permitted = identity;
  slot.permittedIn = slot.epoch;
}

function bindAnew<P extends Prepared>(compiled: Compiled, at: Instruction, catalogs: SessionCatalogs, prepare: (scope: BindScope) => P): P {
  try {
    return prepare(scopeOf(compiled, at, catalogs));
  } catch (thrown) {
    if (!(thrown instanceof SqlError)) throw thrown;
    if (thrown.line === 0) thrown.line = at.line;
    if (!(thrown instanceof BrokenModule)) throw new CompileFailure(thrown);
    for (const other of thrown.others) if (other.line === 0) other.line = at.line;
    throw new CompileFailure(thrown, thrown.others);
  }
}

export function scopeOf(compiled: Compiled, at: Instruction, catalogs: SessionCatalogs): BindScope {
  return {
    variables: variablesOf(compiled, at.visible),
    catalog: catalogs,
    settings: { ...compiled.settings, ansiNulls: ansiNullsOf(compiled, at), defaultSchema: compiled.schema ?? catalogs.defaultSchema },
    trigger: compiled.trigger,
    ...chainIn(compiled, catalogs),
  };
}

/** A module keeps the setting that it was created under, whatever its body sets. */
const ansiNullsOf = ({ owned, settings }: Compiled, at: Instruction): boolean =>
  owned === null ? (at.ansiNulls ?? settings.ansiNulls) : settings.ansiNulls;

function chainIn({ owned }: Compiled, catalogs: SessionCatalogs): Pick<BindScope, 'chain'> {
  const database = owned === null ? undefined : catalogs.databaseById(owned.databaseId);
  return owned === null || database === undefined ? {} : { chain: chainOf(database, owned) };
}

function variablesOf(compiled: Compiled, visible: number): Variables {
  let variables = compiled.visible.get(visible);
  if (variables === undefined) {
    variables = visibleVariables(compiled.program, visible);
    compiled.visible.set(visible, variables);
  }
  return variables;
}

function isValid(slot: Slot, compiled: Compiled, catalogs: SessionCatalogs): boolean {
  if (slot.databaseId !== catalogs.currentId) return false;
  if (compiled.schema === null && slot.schema !== catalogs.defaultSchema) return false;
  if (slot.epoch === catalogs.epoch) return true;
  const { databases, temporaries } = slot.prepared.dependencies;
  for (const [id, version] of databases) if (catalogs.databaseById(id)?.version !== version) return false;
  for (const [name, table] of temporaries) if (!sameTable(catalogs.temporary(name), table)) return false;
  slot.epoch = catalogs.epoch;
  return true;
}

const sameTable = (a: Table | undefined, b: Table | undefined): boolean => a === b;

/**
 * Binds every statement that can be bound before the text runs, as SQL Server compiles a batch: a misspelt column of a table that exists ends the
 * batch before its first statement, while a missing table waits until its statement runs. USE counts from where it stands. All errors are reported.
 */
export function checkAll(compiled: Compiled, catalogs: SessionCatalogs): void {
  if (compiled.checked) return;
  const errors: SqlError[] = [];
  const before = catalogs.currentId;
  try {
    for (const instruction of compiled.program.code) {
      if (instruction.kind === 'use') switchIfKnown(catalogs, instruction.statement.database.value);
      else errors.push(...errorsOf(compiled, instruction, catalogs));
    }
  } finally {
    catalogs.switchTo(before);
  }
  const [first, ...others] = errors;
  if (first !== undefined) throw new CompileFailure(first, others);
  compiled.checked = true;
}

function switchIfKnown(catalogs: SessionCatalogs, name: string): void {
  const database = catalogs.database(name);
  if (database !== undefined) catalogs.switchTo(database.databaseId);
}

function errorsOf(compiled: Compiled, instruction: Instruction, catalogs: SessionCatalogs): readonly SqlError[] {
  const variables = variablesOf(compiled, instruction.visible);
  const missing = undeclared(instruction, (name) => variables.has(nameKey(name)));
  if (missing.length > 0) return missing;
  try {
    checkOne(compiled, instruction, catalogs);
    return [];
  } catch (thrown) {
    if (thrown instanceof CompileFailure) return isDeferred(thrown.error) ? [] : [thrown.error, ...thrown.others];
    // Permissions are asked for when the statement runs.
    if (thrown instanceof PermissionError) return [];
    throw thrown;
  }
}

function checkOne(compiled: Compiled, instruction: Instruction, catalogs: SessionCatalogs): void {
  switch (instruction.kind) {
    case 'query':
      statementOf(compiled, instruction, instruction.statement, catalogs);
      return;
    case 'broker':
      if (instruction.received !== null) statementOf(compiled, instruction, instruction.received.query, catalogs);
      return;
    case 'declareCursor':
      cursorPlan(compiled, instruction, instruction.definition, catalogs);
      return;
    case 'assign': {
      const type = compiled.program.declarations[instruction.slot]?.type;
      if (type !== undefined && type.name !== 'cursor') scalarOf(compiled, instruction, instruction.value, catalogs, type);
      return;
    }
    case 'jumpUnless':
      predicateOf(compiled, instruction, instruction.condition, catalogs);
      return;
    case 'print':
      printedScalar(compiled, instruction, instruction.statement.value, catalogs);
      return;
    default:
  }
}
