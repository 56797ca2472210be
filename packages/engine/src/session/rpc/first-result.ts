/**
 * The first result that a text can have, found without running it: every way through its code is followed up to the first statement that returns
 * rows, into the procedures that it calls. Ways that end in different results are joined as far as their columns agree; what cannot be known from
 * the text (dynamic SQL, temporary tables, native procedures) is an error that names the statement.
 */

import type { Span } from '@sprocket/tsql';
import { SqlError, sqlError } from '../../errors.ts';
import type { Instruction } from '../../program/program.ts';
import { type Compiled, statementOf } from '../../run/compiled.ts';
import { CompileFailure } from '../../run/failures.ts';
import type { CodeModule } from '../../run/modules.ts';
import type { ResultColumn } from '../api.ts';
import { inDatabase } from '../modules.ts';
import type { SessionCore } from '../session-core.ts';

/** A column of the first result. Its name is empty where the ways disagree. */
export type FirstResult = readonly ResultColumn[];

/** A statement that returns rows. */
interface Found {
  readonly columns: FirstResult;
  readonly statement: string;
  readonly procedure: string | null;
}

interface Walk {
  readonly core: SessionCore;
  readonly compiled: Compiled;
  /** Null outside procedures. */
  readonly procedure: string | null;
  /** Procedures on the way here, which end a recursion. */
  readonly callers: readonly number[];
  readonly found: Found[];
}

/** The columns of the first result; none when no way returns rows. */
export function firstResult(core: SessionCore, compiled: Compiled): FirstResult {
  const walk: Walk = { core, compiled, procedure: null, callers: [], found: [] };
  follow(walk);
  return joined(walk.found);
}

/** The first result of a procedure of the database in use. */
export function firstResultOf(core: SessionCore, module: CodeModule): FirstResult {
  const walk: Walk = { core, compiled: module.compiled, procedure: module.name, callers: [module.objectId], found: [] };
  inDatabase(core, module.databaseId ?? core.catalogs.currentId, () => follow(walk));
  return joined(walk.found);
}

/** Collects the first results of all ways; true when some way returns none. */
function follow(walk: Walk): boolean {
  const { code } = walk.compiled.program;
  const seen = new Set<number>();
  const pending = [0];
  let passes = false;
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const instruction = code[at];
    if (instruction === undefined || instruction.kind === 'return') passes = true;
    else if (!seen.has(at)) {
      seen.add(at);
      // The way straight on is followed first, so that results are found in the order of the text.
      pending.push(...next(walk, instruction, at).toReversed());
    }
  }
  return passes;
}

/** Where an instruction goes on; nowhere when it returns rows. */
function next(walk: Walk, instruction: Instruction, at: number): readonly number[] {
  switch (instruction.kind) {
    case 'jump':
      return [instruction.target];
    case 'jumpUnless':
      return [at + 1, instruction.target];
    case 'enterTry':
      return [at + 1, instruction.handler];
    case 'throw':
      return [];
    case 'query':
      return returnsRows(walk, instruction) ? [] : [at + 1];
    case 'broker':
      return instruction.received !== null && returnsRows(walk, { ...instruction, kind: 'query', statement: instruction.received.query })
        ? []
        : [at + 1];
    case 'execute':
      return passesThrough(walk, instruction) ? [at + 1] : [];
    case 'executeString':
      throw named(walk, instruction.statement.span, 11513);
    default:
      return [at + 1];
  }
}

function returnsRows(walk: Walk, instruction: Extract<Instruction, { kind: 'query' }>): boolean {
  const { span } = instruction.statement;
  const prepared = preparedOf(walk, instruction);
  const columns = prepared.kind === 'query' || prepared.kind === 'change' ? prepared.columns : null;
  if (columns === null || columns === undefined) return false;
  if ([...prepared.dependencies.temporaries.values()].some((table) => table !== undefined)) throw named(walk, span, 11525);
  walk.found.push({ columns, statement: textOf(walk, span), procedure: walk.procedure });
  return true;
}

function preparedOf(walk: Walk, instruction: Extract<Instruction, { kind: 'query' }>): ReturnType<typeof statementOf> {
  try {
    return statementOf(walk.compiled, instruction, instruction.statement, walk.core.catalogs);
  } catch (error) {
    const cause = error instanceof CompileFailure ? error.error : error;
    // A temporary table that the text itself creates is not there yet.
    if (cause instanceof SqlError && cause.number === 208 && cause.message.includes("'#"))
      throw named(walk, instruction.statement.span, 11525);
    throw cause;
  }
}

function passesThrough(walk: Walk, instruction: Extract<Instruction, { kind: 'execute' }>): boolean {
  const { statement } = instruction;
  if (statement.procedure.kind === 'variable') throw named(walk, statement.span, 11513);
  const parts = statement.procedure.parts.map((part) => part.value);
  const module = walk.core.modules.procedure(parts);
  if (module === undefined) throw sqlError(2812, parts.join('.'));
  if (module.kind === 'native' && module.name === 'sp_executesql') throw named(walk, statement.span, 11513);
  if (module.kind === 'native') throw named(walk, statement.span, 11519);
  if (walk.callers.includes(module.objectId)) return true;
  const inner: Walk = { ...walk, compiled: module.compiled, procedure: module.name, callers: [...walk.callers, module.objectId] };
  return inDatabase(walk.core, module.databaseId ?? walk.core.catalogs.currentId, () => follow(inner));
}

const textOf = (walk: Walk, span: Span): string => walk.compiled.text.slice(span.start, span.end).trim();

/** An error about a statement; the number after it is that for a statement in a procedure. */
function named(walk: Walk, span: Span, number: 11513 | 11519 | 11525): SqlError {
  const statement = textOf(walk, span);
  return walk.procedure === null ? sqlError(number, statement) : sqlError(number + 1, statement, bareName(walk.procedure));
}

const bareName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function joined(found: readonly Found[]): FirstResult {
  const [first, ...others] = found;
  if (first === undefined) return [];
  return others.reduce((columns, other) => join(columns, first, other), first.columns);
}

function join(columns: FirstResult, first: Found, other: Found): FirstResult {
  const same = columns.length === other.columns.length && columns.every((column, i) => agrees(column, other.columns[i] as ResultColumn));
  if (!same) throw conflict(first, other);
  return columns.map((column, i): ResultColumn => {
    const against = other.columns[i] as ResultColumn;
    const wider = column.type.length >= 0 && (against.type.length < 0 || against.type.length > column.type.length);
    return {
      ...column,
      type: wider ? against.type : column.type,
      name: column.name === against.name ? column.name : '',
      nullable: column.nullable || against.nullable,
    };
  });
}

/** Types agree when they are equal, or both are variable strings or binaries. */
function agrees(a: ResultColumn, b: ResultColumn): boolean {
  if (a.type.name !== b.type.name) return false;
  return a.type.name.startsWith('var') || a.type.name === 'nvarchar' || sameSize(a, b);
}

const sameSize = (a: ResultColumn, b: ResultColumn): boolean =>
  a.type.length === b.type.length && a.type.precision === b.type.precision && a.type.scale === b.type.scale;

function conflict(first: Found, other: Found): SqlError {
  if (first.procedure === null || other.procedure === null) return sqlError(11509, first.statement, other.statement);
  return sqlError(11512, first.statement, bareName(first.procedure), other.statement, bareName(other.procedure));
}
