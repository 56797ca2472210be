/**
 * Members of CLR types: `@h.GetLevel()`, `t.node.ToString()`, `@g.Lat`, `hierarchyid::Parse('/1/')`. The parser cannot tell `node.ToString()` from a call
 * of a function in a schema, nor `place.Lat` from a column of a table: both come here when they are nothing else. A member is bound as a call of
 * its built-in function, so that the layers below know no further kind of expression.
 */

import {
  type Call,
  type Expression,
  type Identifier,
  isClr,
  isString,
  isXmlMethod,
  type MethodCall,
  type StaticCall,
} from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { SqlError, sqlError, unsupported } from '../errors.ts';
import { type ClrMember, type ClrType, clrTypeOf } from '../functions/index.ts';
import { converter } from '../values/convert.ts';
import { argumentOf } from './call.ts';
import { coerce, typeName } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { stringConstant } from './literal.ts';
import { findColumn } from './names.ts';
import type { Expr } from './tree.ts';
import { CONVERSION, resolveType } from './types.ts';
import { bindMethod } from './xml.ts';

const ASSEMBLY = 'Microsoft.SqlServer.Types';

/** `target.Method(args)`; 258 when the target is of another type. */
export function bindClrMethod(target: Expr, name: string, args: readonly Expression[], cx: ExprContext): Expr {
  const member = instanceMember(typeOf(target), name, 'method');
  const values = args.map((arg) => bindExpr(arg, cx));
  if (values.length !== member.fn.maxArgs - 1) throw sqlError(174, name, member.fn.maxArgs - 1);
  return callMember(member, [target, ...values]);
}

/** `target.Property`; 258 when the target is of another type. */
export function bindClrProperty(target: Expr, name: string): Expr {
  return callMember(instanceMember(typeOf(target), name, 'property'), [target]);
}

/**
 * `column.Method(args)`, `t.column.Method(args)` …; undefined when what stands before the method is no column of a CLR type. With `known`, no function has
 * that name either, and a column of another type is 258.
 */
export function bindColumnMethod(node: Call, known: 'function unknown' | 'maybe function', cx: ExprContext): Expr | undefined {
  const parts = node.name.parts;
  const target = findColumn(parts.slice(0, -1), cx.names);
  if (target === undefined || (known === 'maybe function' && !isClr(target.type) && parts.length === 2)) return undefined;
  const method = parts.at(-1) as Identifier;
  // A method of xml in brackets reads like a function of a schema.
  if (target.type.name === 'xml' && isXmlMethod({ ...method, quoted: false }, node.args.length)) return bindMethod(methodOf(node), cx);
  return bindClrMethod(target, method.value, node.args, cx);
}

/** `t.column.[method](args)` as a call of the column's method. */
export function methodOf({ name, args, span }: Pick<Call, 'name' | 'args' | 'span'>): MethodCall {
  const parts = name.parts.slice(0, -1);
  const target = { kind: 'column', name: { ...name, parts }, span: name.span } as const;
  return { kind: 'methodCall', target, method: name.parts.at(-1) as Identifier, args, span };
}

/** `column.Property`; undefined when what stands before the property is no column of a CLR type. */
export function bindColumnProperty(parts: readonly Identifier[], cx: ExprContext): Expr | undefined {
  if (parts.length < 2) return undefined;
  const target = findColumn(parts.slice(0, -1), cx.names);
  return target === undefined || !isClr(target.type) ? undefined : bindClrProperty(target, parts.at(-1)?.value ?? '');
}

/** Whether a name that could be a column's is a property of one. */
export function isColumnProperty(parts: readonly Identifier[], cx: ExprContext): boolean {
  if (parts.length < 2 || findColumn(parts, cx.names) !== undefined) return false;
  const owner = findColumn(parts.slice(0, -1), cx.names);
  return owner !== undefined && isClr(owner.type);
}

/** `SET @g.STSrid = value`: the value of the variable afterwards. */
export function bindClrAssignment(target: Expr, name: string, value: Expr, shown: string): Expr {
  const owner = typeOf(target);
  const setter = owner.setters.get(name);
  if (setter !== undefined) return callMember(setter, [target, value, stringConstant(shown, true)]);
  if (owner.members.get(name)?.kind !== 'property') throw sqlError(6592, name, owner.className, ASSEMBLY);
  throw sqlError(6595, name, owner.className, ASSEMBLY);
}

/** `type::Method(args)` and `type::Property`. */
export function bindStatic(node: StaticCall, cx: ExprContext): Expr {
  const name = node.method.value;
  const reference = { kind: 'dataType', name: node.type, args: [], xmlSchema: null, span: node.span } as const;
  const { type } = resolveType(reference, CONVERSION, cx.binder);
  const owner = clrTypeOf(type);
  if (owner === undefined) throw sqlError(258, typeName(type));
  const member = memberOf(owner, name, node.args === null ? 'property' : 'method');
  if (!member.isStatic) throw sqlError(6573, name, owner.className, ASSEMBLY);
  const values = (node.args ?? []).map((arg) => bindExpr(arg, cx));
  if (values.length !== member.fn.maxArgs) throw sqlError(174, name, member.fn.maxArgs);
  return callMember(member, values);
}

function typeOf(target: Expr): ClrType {
  const owner = clrTypeOf(target.type);
  if (owner === undefined) throw sqlError(258, typeName(target.type));
  return owner;
}

function instanceMember(owner: ClrType, name: string, kind: ClrMember['kind']): ClrMember {
  const member = memberOf(owner, name, kind);
  if (member.isStatic) throw sqlError(6574, name, owner.className, ASSEMBLY);
  return member;
}

/** Names are those of .NET: in another case they are unknown. */
function memberOf(owner: ClrType, name: string, kind: ClrMember['kind']): ClrMember {
  if (owner.refused.has(name)) throw unsupported(`${owner.type.name}.${name}`);
  const member = owner.members.get(name);
  if (member?.kind === kind) return member;
  throw sqlError(kind === 'method' ? 6506 : 6592, name, owner.className, ASSEMBLY);
}

/** A text in the place of an instance is read once, not for each row; one that cannot be read fails when it runs. */
function folded(expr: Expr): Expr {
  if (expr.kind !== 'convert' || !isClr(expr.type) || expr.operand.kind !== 'constant' || !isString(expr.operand.type)) return expr;
  const { value, type } = expr.operand;
  if (value === null) return expr;
  try {
    return { kind: 'constant', value: converter(type, expr.type)(value, NO_SESSION), type: expr.type, nullable: false };
  } catch (error) {
    if (error instanceof SqlError) return expr;
    throw error;
  }
}

/** Reading a text asks nothing of a session. */
const NO_SESSION = {} as Environment;

function callMember({ fn }: ClrMember, args: readonly Expr[]): Expr {
  const facts = args.map(argumentOf);
  const signature = fn.signature(facts);
  const converted = args.map((arg, i) => folded(coerce(arg, signature.params[i] ?? arg.type)));
  return { kind: 'call', fn, signature, arguments: facts, args: converted, type: signature.returns, nullable: true };
}
