/**
 * Members of the CLR types: methods, properties and statics, each a built-in function whose first argument is the instance. A type is a table of them;
 * their names are case-sensitive. NULL is handled as .NET's parameter types do it: a nullable parameter makes the result NULL, any other refuses it.
 */

import type { Type } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { Builtin, Evaluate } from '../builtin.ts';
import { as, define } from '../define.ts';

export interface ClrType {
  readonly type: Type;
  /** The .NET class, as errors name it. */
  readonly className: string;
  readonly members: ReadonlyMap<string, ClrMember>;
  /** Properties that can be assigned: the function makes the changed instance of the present one and the value. */
  readonly setters: ReadonlyMap<string, ClrMember>;
  /** Members that SQL Server has and this server refuses by name. */
  readonly refused: ReadonlySet<string>;
}

export interface ClrMember {
  readonly kind: 'method' | 'property';
  readonly isStatic: boolean;
  readonly fn: Builtin;
}

/** One line of a type's table. */
export interface MemberRow {
  readonly name: string;
  readonly kind?: 'property';
  readonly isStatic?: true;
  /** The parameters after the instance. */
  readonly params?: readonly Parameter[];
  readonly returns: Type;
  readonly evaluate: Evaluate;
}

export interface Parameter {
  readonly type: Type;
  /** What NULL does: nothing is special about it, the result is NULL, or the call fails (6569). */
  readonly ifNull: 'passed' | 'null' | 'error';
}

/** A parameter of a type that knows NULL. */
export const nullable = (type: Type): Parameter => ({ type, ifNull: 'null' });
/** A parameter of a plain .NET type. */
export const required = (type: Type): Parameter => ({ type, ifNull: 'error' });
/** A parameter whose NULL means something. */
export const optional = (type: Type): Parameter => ({ type, ifNull: 'passed' });

export function clrType(
  type: Type,
  className: string,
  rows: readonly MemberRow[],
  refused: readonly string[],
  setters: readonly MemberRow[] = [],
): ClrType {
  const members = new Map(rows.map((row) => [row.name, memberOf(type, row)]));
  return { type, className, members, setters: new Map(setters.map((row) => [row.name, setterOf(type, row)])), refused: new Set(refused) };
}

function memberOf(type: Type, row: MemberRow): ClrMember {
  const isStatic = row.isStatic === true;
  const receiver: readonly Parameter[] = isStatic ? [] : [nullable(type)];
  const params = [...receiver, ...(row.params ?? [])];
  const shown = `${type.name}::${row.name}`;
  const fn = define({
    name: `${type.name}.${row.name}`,
    params: params.map((param) => as(param.type)),
    returns: row.returns,
    nullCall: true,
    evaluate: guarded(row.evaluate, params, shown, receiver.length),
  });
  return { kind: row.kind ?? 'method', isStatic, fn };
}

/** An assignment sees NULL on both sides, and has a mistake for each. */
function setterOf(type: Type, row: MemberRow): ClrMember {
  const params = [type, ...(row.params ?? []).map((param) => param.type)].map((param) => as(param));
  const fn = define({ name: `${type.name}.${row.name}=`, params, returns: row.returns, nullCall: true, evaluate: row.evaluate });
  return { kind: 'property', isStatic: false, fn };
}

function guarded(evaluate: Evaluate, params: readonly Parameter[], shown: string, receivers: number): Evaluate {
  return (env, ...args: readonly never[]) => {
    for (let i = 0; i < params.length; i += 1) {
      if (args[i] !== null) continue;
      const { ifNull } = params[i]!;
      if (ifNull === 'null') return null;
      if (ifNull === 'error') throw sqlError(6569, shown, i + 1 - receivers);
    }
    return evaluate(env, ...args);
  };
}
