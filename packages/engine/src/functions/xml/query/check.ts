/**
 * Gives every expression its static type and refuses what SQL Server refuses when it compiles: more than one item where one is wanted (2389), operands
 * of unlike types (2234), conditions that are none (2204), anything done to constructed nodes (2373).
 */

import { isNumeric, text } from './atom.ts';
import { CASTS } from './cast.ts';
import { LIBRARY, type LibraryFunction, type Parameter } from './library.ts';
import { queryError } from './scan.ts';
import type { Binding, Of, XQuery } from './syntax.ts';
import { atomTypeOf, declaredStep, valueType } from './typed.ts';
import {
  atomic,
  type Cardinality,
  EMPTY,
  either,
  followedBy,
  isSingle,
  maybe,
  promoted,
  type StaticType,
  show,
  times,
  withMany,
} from './types.ts';

export interface CheckContext {
  /** The method as messages name it. */
  readonly method: string;
  readonly item: StaticType;
  /** What `/` means. */
  readonly root: StaticType;
  readonly variables: ReadonlyMap<string, StaticType>;
  /** Types of what the statement passes in. */
  readonly outside: readonly StaticType[];
  /** Inside a predicate, where position() and last() mean something. */
  readonly predicate: boolean;
}

export function typeOf(query: XQuery, cx: CheckContext): StaticType {
  switch (query.kind) {
    case 'literal':
      return atomic(query.atom.type);
    case 'sequence':
      return query.items.map((item) => typeOf(item, cx)).reduce((all, type) => followedBy(all, alike(all, type, cx)), EMPTY);
    case 'variable':
      return cx.variables.get(query.name) ?? fail(cx, 2227, `$${query.name}`);
    case 'context':
      return cx.item;
    case 'root':
      return cx.root;
    case 'step':
      return stepType(query, cx);
    case 'filter':
      return filterType(query, cx);
    case 'arithmetic':
      return arithmeticType(query.op, query.left, query.right, cx);
    case 'negate':
      return operand('-', query.operand, cx);
    case 'compare':
      return compareType(query, cx);
    case 'logic':
      condition(query.left, cx);
      condition(query.right, cx);
      return atomic('xs:boolean');
    case 'call':
      return callType(query, cx);
    case 'cast':
      return castType(query, cx);
    case 'instance':
      return instanceType(query, cx);
    case 'if': {
      condition(query.condition, cx);
      const then = typeOf(query.then, cx);
      return either(then, alike(then, typeOf(query.else, cx), cx));
    }
    case 'flwor':
      return flworType(query, cx);
    case 'quantified':
      condition(query.condition, bound(query.bindings, query.every ? 'every' : 'some', cx).cx);
      return atomic('xs:boolean');
    case 'outside':
      return cx.outside[query.index] ?? EMPTY;
    default:
      return constructorType(query, cx);
  }
}

/** The type as atomic values. */
export function atomized(type: StaticType, cx: CheckContext, what = 'data()'): StaticType {
  if (type.constructed === true) fail(cx, 2373, what);
  if (type.kind !== 'node') return type;
  const value = valueType(type.declared);
  return atomic(value === null ? 'xdt:untypedAtomic' : atomTypeOf(value), value?.variety === 'list' ? '*' : type.many);
}

/** 2389 unless there is at most one. */
export function requireSingle(type: StaticType, what: string, cx: CheckContext): StaticType {
  return isSingle(type) ? type : fail(cx, 2389, what, show(type));
}

function fail(cx: CheckContext, number: number, ...args: readonly string[]): never {
  throw queryError(cx.method, number, ...args);
}

/** 2210 when nodes stand beside atomic values. */
function alike(all: StaticType, type: StaticType, cx: CheckContext): StaticType {
  if (all.kind === 'empty' || type.kind === 'empty' || all.kind === type.kind) return type;
  const [value, node] = type.kind === 'atomic' ? [type, all] : [all, type];
  return fail(cx, 2210, show(value), show(node));
}

function condition(query: XQuery, cx: CheckContext): void {
  const type = typeOf(query, cx);
  if (type.kind === 'node' || type.kind === 'empty' || (type.shown === 'xs:boolean' && isSingle(type))) return;
  fail(cx, 2204, show(type));
}

function stepType(step: Of<'step'>, cx: CheckContext): StaticType {
  const input = typeOf(step.input, cx);
  if (input.constructed === true) fail(cx, 2373, "'/'");
  if (input.kind === 'atomic') fail(cx, 2374, "'/'");
  const reached = reachedType(step, input, cx);
  const narrowed = step.predicates.reduce((type, predicate) => predicateType(type, predicate, cx), reached);
  return withMany(narrowed, times(input.many, narrowed.many));
}

/** What a step finds from one node. */
function reachedType(step: Of<'step'>, input: StaticType, cx: CheckContext): StaticType {
  const { axis, test } = step;
  const declared = input.declared && declaredStep(step, input.declared);
  if (declared !== undefined) return declared;
  if (axis === 'self' && test.kind === 'node') return withMany(input, '');
  if (axis === 'parent') return { kind: 'node', shown: 'element(*,xdt:untyped)', many: '?' };
  const many: Cardinality = axis === 'self' || (axis === 'attribute' && test.kind === 'name' && test.local !== null) ? '?' : '*';
  if (test.kind !== 'name') return kindType(test.kind, input, many, cx);
  const name = test.local === null ? '*' : test.uri === null || test.uri === '' ? test.local : `{${test.uri}}:${test.local}`;
  const isLeaf = input.node === 'attribute' || input.node === 'text';
  if (axis === 'attribute') {
    if (isLeaf) fail(cx, 2219, name, show(input));
    return { kind: 'node', node: 'attribute', shown: `attribute(${name},xdt:untypedAtomic)`, many };
  }
  if (isLeaf && axis === 'child') fail(cx, 2261, name, show(input));
  return { kind: 'node', node: 'element', shown: `element(${name},xdt:untyped)`, many };
}

function kindType(kind: 'node' | 'text' | 'comment' | 'instruction', input: StaticType, many: Cardinality, cx: CheckContext): StaticType {
  if (kind === 'node') return { kind: 'node', shown: '(element(*,xdt:untyped) | text | comment | processing-instruction)', many };
  if (kind === 'text' && (input.node === 'attribute' || input.node === 'text')) fail(cx, 2377, 'text()');
  if (kind === 'text' && input.node === 'element' && valueType(input.declared) !== null) fail(cx, 9312, show(input));
  return { kind: 'node', node: kind, shown: kind === 'instruction' ? 'processing-instruction' : kind, many };
}

function filterType({ input, predicate }: Of<'filter'>, cx: CheckContext): StaticType {
  const type = typeOf(input, cx);
  if (type.constructed === true) fail(cx, 2373, "'[]'");
  return predicateType(type, predicate, cx);
}

function predicateType(type: StaticType, predicate: XQuery, cx: CheckContext): StaticType {
  if (type.kind === 'empty') return type;
  const found = typeOf(predicate, { ...cx, item: withMany(type, ''), predicate: true });
  if (found.kind === 'atomic' && isNumeric(found.shown) && isSingle(found)) return withMany(type, '?');
  if (isPosition(predicate)) return withMany(type, '?');
  if (found.kind === 'atomic' && found.shown !== 'xs:boolean') fail(cx, 2203, show(found));
  return withMany(type, maybe(type.many));
}

/** `position() = 2` picks one as `2` does. */
function isPosition(query: XQuery): boolean {
  if (query.kind !== 'compare' || (query.op !== '=' && query.op !== 'eq')) return false;
  const isCall = (side: XQuery): boolean => side.kind === 'call' && side.name === 'position';
  const isFixed = (side: XQuery): boolean => side.kind === 'literal' || (side.kind === 'call' && side.name === 'last');
  return (isCall(query.left) && isFixed(query.right)) || (isCall(query.right) && isFixed(query.left));
}

/** An operand of arithmetic: one number, or an untyped value. */
function operand(op: string, query: XQuery, cx: CheckContext): StaticType {
  const type = requireSingle(atomized(typeOf(query, cx), cx), op, cx);
  if (type.kind === 'empty' || type.shown === 'xdt:untypedAtomic' || isNumeric(type.shown)) return type;
  return fail(cx, 9308, op, show(type));
}

function arithmeticType(op: string, left: XQuery, right: XQuery, cx: CheckContext): StaticType {
  const [a, b] = [operand(op, left, cx), operand(op, right, cx)];
  if (a.kind === 'empty' || b.kind === 'empty') return EMPTY;
  const wider = promoted(a.shown, b.shown);
  const type = op === 'div' && wider === 'xs:integer' ? 'xs:decimal' : wider === 'xdt:anyAtomicType' ? 'xs:double' : wider;
  return atomic(type, a.many === '' && b.many === '' && op !== 'div' && op !== 'mod' ? '' : '?');
}

function compareType({ form, op, left, right }: Of<'compare'>, cx: CheckContext): StaticType {
  const [a, b] = [typeOf(left, cx), typeOf(right, cx)];
  if (form === 'node') {
    for (const type of [a, b]) {
      if (type.kind !== 'node') fail(cx, 2234, op, show(a), show(b));
      requireSingle(type, op, cx);
    }
    return atomic('xs:boolean', a.many === '' && b.many === '' ? '' : '?');
  }
  const values = [atomized(a, cx), atomized(b, cx)] as const;
  if (form === 'value') for (const type of values) requireSingle(type, op, cx);
  if (!comparable(values[0], values[1])) fail(cx, 2234, op, show(values[0]), show(values[1]));
  return atomic('xs:boolean', form === 'general' || (a.many === '' && b.many === '') ? '' : '?');
}

const TEXTS: ReadonlySet<string> = new Set(['xs:string', 'xs:anyURI']);

function comparable(a: StaticType, b: StaticType): boolean {
  if (a.kind === 'empty' || b.kind === 'empty') return true;
  if ([a.shown, b.shown].some((shown) => shown === 'xdt:untypedAtomic' || shown === 'xdt:anyAtomicType')) return true;
  return a.shown === b.shown || (isNumeric(a.shown) && isNumeric(b.shown)) || (TEXTS.has(a.shown) && TEXTS.has(b.shown));
}

function callType({ name, args }: Of<'call'>, cx: CheckContext): StaticType {
  const fn = LIBRARY[name] as LibraryFunction;
  const shown = `${name}()`;
  if (fn.parameter.length === 0 && (name === 'position' || name === 'last') && !cx.predicate) fail(cx, 2371, shown);
  const types = args.map((arg, index) => argumentType(arg, fn.parameter[index] ?? 'string', shown, cx));
  const [first = cx.item] = types;
  return resultType(fn.returns, first, name);
}

function argumentType(arg: XQuery, parameter: Parameter, name: string, cx: CheckContext): StaticType {
  if (parameter === 'condition') {
    condition(arg, cx);
    return atomic('xs:boolean');
  }
  const type = typeOf(arg, cx);
  if (type.constructed === true) fail(cx, 2373, name);
  switch (parameter) {
    case 'items':
      return type;
    case 'item':
      return requireSingle(type, name, cx);
    case 'node':
      if (type.kind === 'atomic') fail(cx, 2374, name);
      return requireSingle(type, name, cx);
    case 'numbers':
      return numbersType(atomized(type, cx), name, cx);
    default:
      return converted(requireSingle(atomized(type, cx), name, cx), parameter, name, cx);
  }
}

function numbersType(type: StaticType, name: string, cx: CheckContext): StaticType {
  const isSum = name === 'sum()' || name === 'avg()';
  if (isSum && type.kind === 'atomic' && !isNumeric(type.shown) && type.shown !== 'xdt:untypedAtomic') fail(cx, 9308, name, show(type));
  return type;
}

/** One atomic value, which must be of the parameter's type unless it is untyped. */
function converted(type: StaticType, parameter: 'string' | 'position' | 'number', name: string, cx: CheckContext): StaticType {
  if (type.kind === 'empty' || type.shown === 'xdt:untypedAtomic') return type;
  if (parameter === 'string') return TEXTS.has(type.shown) ? type : fail(cx, 2364, show(type), 'xs:string');
  if (isNumeric(type.shown)) return type;
  return parameter === 'position' ? fail(cx, 2364, show(type), 'xs:decimal') : fail(cx, 9308, name, show(type));
}

function resultType(returns: LibraryFunction['returns'], argument: StaticType, name: string): StaticType {
  const value = valueType(argument.declared);
  const own = argument.kind === 'atomic' ? argument.shown : value === null ? 'xdt:untypedAtomic' : atomTypeOf(value);
  const number = isNumeric(own) ? own : 'xs:double';
  switch (returns) {
    case 'atomic':
      return atomic(number as 'xs:double', argument.many === '' ? '' : '?');
    case 'atomics':
      return argument.kind === 'empty' ? EMPTY : atomic(own as 'xs:string', name === 'data' ? argument.many : '*');
    case 'total':
      return atomic(number as 'xs:double');
    case 'average':
      return atomic(number === 'xs:double' || number === 'xs:float' ? 'xs:double' : 'xs:decimal', '?');
    case 'least':
      return atomic((TEXTS.has(own) ? own : number) as 'xs:double', '?');
    default:
      return atomic(returns);
  }
}

function castType({ operand: query, type: name }: Of<'cast'>, cx: CheckContext): StaticType {
  const type = atomized(typeOf(query, cx), cx);
  if (!isSingle(type) || type.kind === 'empty') fail(cx, 2365, show(type), name);
  if (query.kind === 'literal' && CASTS[name]?.(query.atom) === undefined) fail(cx, 9319, text(query.atom));
  return atomic(name as 'xs:string', '?');
}

function instanceType({ operand: query }: Of<'instance'>, cx: CheckContext): StaticType {
  const type = typeOf(query, cx);
  if (type.constructed === true) fail(cx, 2373, "'instance of'");
  requireSingle(type, 'instance of', cx);
  return atomic('xs:boolean');
}

function flworType(query: Of<'flwor'>, cx: CheckContext): StaticType {
  const { cx: inner, many } = bound(query.bindings, '', cx);
  if (query.where !== null) condition(query.where, inner);
  for (const { key } of query.order) requireSingle(atomized(typeOf(key, inner), inner), 'order by', inner);
  const result = typeOf(query.result, inner);
  return result.kind === 'empty' ? result : withMany(result, times(query.where === null ? many : maybe(many), result.many));
}

/** The context with the variables of the bindings, and how often the body is evaluated. */
function bound(bindings: readonly Binding[], word: string, cx: CheckContext): { readonly cx: CheckContext; readonly many: Cardinality } {
  let inner: CheckContext = { ...cx, predicate: false };
  let many: Cardinality = '';
  for (const { kind, name, source } of bindings) {
    const type = typeOf(source, inner);
    if (type.constructed === true) fail(cx, 2373, `'${word === '' ? kind : word}'`);
    if (kind === 'for') many = times(many, type.many);
    inner = { ...inner, variables: new Map(inner.variables).set(name, kind === 'for' ? withMany(type, '') : type) };
  }
  return { cx: inner, many };
}

function constructorType(query: XQuery, cx: CheckContext): StaticType {
  switch (query.kind) {
    case 'element':
      for (const { value } of query.attributes) if (typeof value !== 'string') atomized(typeOf(value, cx), cx);
      for (const part of query.content) if (typeof part !== 'string') typeOf(part, cx);
      return { kind: 'node', node: 'element', shown: `element(${query.name.local},xdt:untyped)`, many: '', constructed: true };
    case 'attribute':
      if (query.content !== null) atomized(typeOf(query.content, cx), cx);
      return { kind: 'node', node: 'attribute', shown: `attribute(${query.name.local},xdt:untypedAtomic)`, many: '', constructed: true };
    case 'text':
      atomized(typeOf(query.content, cx), cx);
      return { kind: 'node', node: 'text', shown: 'text', many: '', constructed: true };
    case 'comment':
      return { kind: 'node', node: 'comment', shown: 'comment', many: '', constructed: true };
    default:
      return { kind: 'node', node: 'instruction', shown: 'processing-instruction', many: '', constructed: true };
  }
}
