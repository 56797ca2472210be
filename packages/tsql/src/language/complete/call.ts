/** The call around the caret, from tokens: a function in parentheses, or the arguments of EXEC. */

import type { SignatureHelp } from '../answers.ts';
import type { BuiltinSignature } from '../builtins.ts';
import { builtinFunction } from '../builtins.ts';
import type { CatalogRoutine, CatalogSnapshot } from '../catalog.ts';
import { indexOf, sameName } from '../catalog.ts';
import type { Caret } from './caret.ts';
import { caretAt } from './caret.ts';
import { objectNameOf } from './sources.ts';

/** A procedure whose arguments are being typed. */
export interface ExecutedProcedure {
  readonly routine: CatalogRoutine;
  /** The argument at the caret, counted from 0. */
  readonly argument: number;
  /** The name that the argument was given, `@a` in `@a = 1`. */
  readonly name: string | null;
}

/** Helps with the call whose arguments are being typed; null when there is none. */
export function signatureHelp(text: string, offset: number, catalog: CatalogSnapshot): SignatureHelp | null {
  const caret = caretAt(text, offset) ?? null;
  if (caret === null) return null;
  const call = functionCall(caret, catalog);
  if (call !== null) return call;
  const executed = executedProcedure(caret, catalog);
  if (executed === null) return null;
  const { routine, argument, name } = executed;
  const named = name === null ? argument : routine.parameters.findIndex((parameter) => sameName(parameter.name, name));
  return routineHelp(routine, named, ' ', '');
}

/** Whether the caret is behind `EXEC name`, where arguments stand. */
export function executedProcedure({ tokens, index }: Caret, catalog: CatalogSnapshot): ExecutedProcedure | null {
  const exec = execBefore(tokens, index);
  if (exec < 0) return null;
  let at = exec + 1;
  if (tokens[at]?.type === 'variable' && tokens[at + 1]?.key === '=') at += 2;
  const parts: string[] = [];
  while (at < index && (tokens[at]!.type === 'word' || tokens[at]!.type === 'quotedName')) {
    parts.push(tokens[at]!.text);
    at++;
    if (tokens[at]?.key !== '.') break;
    at++;
  }
  if (parts.length === 0 || at > index || tokens[at - 1]?.key === '.') return null;
  const routine = indexOf(catalog).routine(objectNameOf(parts));
  return routine === undefined ? null : { routine, ...argumentAt(tokens, at, index) };
}

type Tokens = Caret['tokens'];

/** EXEC before the caret with nothing between that ends its statement. */
function execBefore(tokens: Tokens, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const { key, type } = tokens[at]!;
    if (key === 'EXEC' || key === 'EXECUTE') return at;
    if (key === ';' || key === '(' || key === ')') return -1;
    if (type === 'keyword' && key !== 'NULL' && key !== 'DEFAULT') return -1;
  }
  return -1;
}

function argumentAt(tokens: Tokens, from: number, to: number): { readonly argument: number; readonly name: string | null } {
  let argument = 0;
  let start = from;
  for (let at = from; at < to; at++) {
    if (tokens[at]!.key !== ',') continue;
    argument++;
    start = at + 1;
  }
  const first = tokens[start];
  const named = first?.type === 'variable' && tokens[start + 1]?.key === '=' && start + 1 < to;
  return { argument, name: named ? first.text : null };
}

/** The innermost parenthesis before the caret that belongs to a function's name. */
function functionCall({ tokens, index }: Caret, catalog: CatalogSnapshot): SignatureHelp | null {
  let depth = 0;
  let commas = 0;
  for (let at = index - 1; at > 0; at--) {
    const { key } = tokens[at]!;
    if (key === ';') return null;
    if (key === ')') depth++;
    else if (key === ',' && depth === 0) commas++;
    else if (key === '(' && depth-- === 0) {
      const help = helpFor(tokens, at - 1, commas, catalog);
      if (help !== null) return help;
      depth = 0;
      commas = 0;
    } else if (depth === 0 && (key === 'SELECT' || key === 'FROM' || key === 'WHERE')) return null;
  }
  return null;
}

function helpFor(tokens: Tokens, at: number, commas: number, catalog: CatalogSnapshot): SignatureHelp | null {
  const name = tokens[at]!;
  if (tokens[at - 1]?.key === '.' && tokens[at - 2] !== undefined) {
    const routine = indexOf(catalog).routine(objectNameOf([tokens[at - 2]!.text, name.text]));
    return routine === undefined || routine.kind === 'procedure' ? null : routineHelp(routine, commas, '(', ')');
  }
  const builtin = builtinFunction(name.text);
  return builtin === undefined || name.type === 'quotedName' ? null : builtinHelp(builtin, commas);
}

function builtinHelp({ label, parameters, maxArgs, returns }: BuiltinSignature, commas: number): SignatureHelp {
  const active = maxArgs === Number.POSITIVE_INFINITY ? Math.min(commas, parameters.length - 1) : commas;
  return {
    label,
    parameters: parameters.map((parameter) => ({ label: parameter })),
    activeParameter: active < parameters.length ? active : -1,
    documentation: `Returns ${returns}.`,
  };
}

function routineHelp(routine: CatalogRoutine, active: number, open: string, close: string): SignatureHelp {
  const parameters = routine.parameters.map(({ name, type, output, hasDefault, default: value }) => {
    const suffix = `${hasDefault ? ` = ${value ?? '…'}` : ''}${output ? ' OUTPUT' : ''}`;
    return { label: `${name} ${type}${suffix}` };
  });
  const label = `${routine.schema}.${routine.name}${open}${parameters.map((parameter) => parameter.label).join(', ')}${close}`;
  const documentation = routine.returns === undefined ? {} : { documentation: `Returns ${routine.returns}.` };
  return { label, parameters, activeParameter: active < parameters.length ? active : -1, ...documentation };
}
