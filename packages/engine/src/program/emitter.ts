/**
 * The state of flattening one text: instructions so far, variables in order of declaration, labels and the jumps that wait for them, and the loops
 * that BREAK and CONTINUE refer to. Jumps are emitted with an open target and patched when the target is known.
 */

import type { DataType, TableElement, Type } from '@sprocket/tsql';
import { nameKey, type Table } from '../catalog/model.ts';
import { type SqlError, sqlError } from '../errors.ts';
import type { VariableDeclaration } from '../run/contracts.ts';
import type { Instruction, Jump, Program } from './program.ts';

/** What declared types mean in the database where the text runs. The functions raise SQL Server's errors for what does not exist. */
export interface TypeResolver {
  /** `table` is set for a table type. */
  scalar(type: DataType, site: { readonly name: string; readonly ordinal: number }): { readonly type: Type; readonly table: Table | null };
  table(variable: string, elements: readonly TableElement[]): Table;
  /** A variable's own copy of a table type. */
  instance(variable: string, table: Table): Table;
}

interface Label {
  readonly target: number;
  readonly depth: number;
}

/** A loop that is being flattened. */
interface Loop {
  readonly start: number;
  readonly depth: number;
  readonly breaks: number[];
}

export interface Emitter {
  readonly code: Instruction[];
  readonly declarations: VariableDeclaration[];
  readonly variables: Map<string, VariableDeclaration>;
  readonly types: TypeResolver;
  readonly labels: Map<string, Label>;
  /** GOTOs by place, to be patched at the end. */
  readonly gotos: Map<number, string>;
  readonly loops: Loop[];
  /** TRY and CATCH blocks around the place of emission. */
  depth: number;
  lastLine: number;
  /** As the last SET ANSI_NULLS left it. */
  ansiNulls?: boolean;
}

export function createEmitter(types: TypeResolver): Emitter {
  return {
    code: [],
    declarations: [],
    variables: new Map(),
    types,
    labels: new Map(),
    gotos: new Map(),
    loops: [],
    depth: 0,
    lastLine: 1,
  };
}

/** An instruction without what every instruction has. */
export type Bare<I extends Instruction = Instruction> = I extends Instruction ? Omit<I, 'line' | 'visible' | 'ansiNulls'> : never;

/** Appends an instruction and returns its place. */
export function emit(emitter: Emitter, line: number, instruction: Bare): number {
  const { ansiNulls } = emitter;
  const visible = emitter.declarations.length;
  emitter.code.push({ ...instruction, line, visible, ...(ansiNulls === undefined ? {} : { ansiNulls }) } as Instruction);
  emitter.lastLine = Math.max(emitter.lastLine, line);
  return emitter.code.length - 1;
}

/** Emits a jump whose target follows. */
export const emitJump = (emitter: Emitter, line: number, depth: number, target = -1): number =>
  emit(emitter, line, { kind: 'jump', target, depth });

/** Points a jump, a condition or a TRY at the place where the next instruction goes. */
export function patch(emitter: Emitter, place: number, target = emitter.code.length): void {
  const instruction = emitter.code[place];
  if (instruction === undefined) throw new Error(`no instruction at ${place}`);
  emitter.code[place] = instruction.kind === 'enterTry' ? { ...instruction, handler: target } : ({ ...instruction, target } as Jump);
}

/** Gives a name its slot; 134 when it has one. */
export function declareVariable(
  emitter: Emitter,
  name: string,
  line: number,
  type: Type,
  table: Table | null,
  readOnly = false,
): VariableDeclaration {
  const key = nameKey(name);
  if (emitter.variables.has(key)) throw atLine(sqlError(134, name), line);
  const declaration: VariableDeclaration = { name, slot: emitter.declarations.length, type, table, readOnly };
  emitter.variables.set(key, declaration);
  emitter.declarations.push(declaration);
  return declaration;
}

/** Patches the GOTOs and closes the program. */
export function finish(emitter: Emitter, parameterCount: number): Program {
  for (const [place, label] of emitter.gotos) {
    const target = emitter.labels.get(nameKey(label));
    const line = emitter.code[place]?.line ?? 0;
    if (target === undefined) throw atLine(sqlError(133, label), line);
    emitter.code[place] = { kind: 'jump', line, visible: 0, target: target.target, depth: target.depth };
  }
  const { code, variables, declarations, lastLine } = emitter;
  return { code, variables, declarations, parameterCount, lastLine };
}

export function atLine(error: SqlError, line: number): SqlError {
  if (error.line === 0) error.line = line;
  return error;
}
