/** Evaluates a parsed and checked query over a tree: items in, items out. */

import type { XmlAttribute, XmlElement, XmlNode } from '../node.ts';
import {
  type Atom,
  atom,
  atomize,
  boolean,
  double,
  type Item,
  isExact,
  isInteger,
  isNode,
  isNumeric,
  text,
  toDouble,
  truth,
} from './atom.ts';
import { CASTS } from './cast.ts';
import { construct } from './construct.ts';
import { exactArithmetic, LIBRARY } from './library.ts';
import type { Binding, NodeTest, SequenceTest, XQuery } from './syntax.ts';

/** Where an expression is evaluated: the context item, variables, and what the statement passes in. */
export interface Focus {
  readonly item: Item | null;
  readonly position: number;
  readonly size: number;
  readonly variables: ReadonlyMap<string, readonly Item[]>;
  readonly outside: readonly (readonly Item[])[];
}

type Of<K extends XQuery['kind']> = Extract<XQuery, { kind: K }>;

export function evaluate(query: XQuery, focus: Focus): readonly Item[] {
  switch (query.kind) {
    case 'literal':
      return [query.atom];
    case 'sequence':
      return query.items.flatMap((item) => evaluate(item, focus));
    case 'variable':
      return focus.variables.get(query.name) ?? [];
    case 'context':
      return focus.item === null ? [] : [focus.item];
    case 'root':
      return focus.item === null ? [] : [rootOf(focus.item)];
    case 'step':
      return walk(query, focus);
    case 'filter':
      return filter(evaluate(query.input, focus), query.predicate, focus);
    case 'arithmetic':
      return arithmetic(query, focus);
    case 'negate':
      return arithmetic({ kind: 'arithmetic', op: '-', left: ZERO, right: query.operand }, focus);
    case 'compare':
      return compare(query, focus);
    case 'logic': {
      const left = truth(evaluate(query.left, focus));
      if (left === (query.op === 'or')) return [boolean(left)];
      return [boolean(truth(evaluate(query.right, focus)))];
    }
    case 'call':
      return call(query, focus);
    case 'cast':
      return evaluate(query.operand, focus).flatMap((item) => CASTS[query.type]?.(atomize(item)) ?? []);
    case 'instance':
      return [boolean(isInstance(evaluate(query.operand, focus), query.test))];
    case 'if':
      return evaluate(truth(evaluate(query.condition, focus)) ? query.then : query.else, focus);
    case 'flwor':
      return flwor(query, focus);
    case 'quantified':
      return [boolean(quantified(query, focus))];
    case 'outside':
      return focus.outside[query.index] ?? [];
    default:
      return construct(query, focus, evaluate);
  }
}

const ZERO: XQuery = { kind: 'literal', atom: atom('xs:integer', 0n) };

function rootOf(item: Item): Item {
  let at = item;
  while (isNode(at) && at.parent !== null) at = at.parent;
  return at;
}

function walk(step: Of<'step'>, focus: Focus): readonly Item[] {
  const input = evaluate(step.input, focus);
  const found = input.flatMap((item) => {
    const candidates: readonly Item[] = isNode(item) ? along(item, step.axis).filter((node) => matches(node, step.test, step.axis)) : [];
    return step.predicates.reduce((items, predicate) => filter(items, predicate, focus), candidates);
  });
  return input.length > 1 ? inOrder(found as XmlNode[]) : found;
}

/** Each node once, in document order. */
function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const sorted = nodes.every((node, index) => index === 0 || (nodes[index - 1] as XmlNode).order < node.order);
  return sorted ? nodes : [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

function along(node: XmlNode, axis: Of<'step'>['axis']): XmlNode[] {
  switch (axis) {
    case 'child':
      return childrenOf(node);
    case 'attribute':
      return node.kind === 'element' ? node.attributes : [];
    case 'self':
      return [node];
    case 'parent':
      return node.parent === null ? [] : [node.parent];
    case 'descendant':
      return below(node, []);
    case 'descendant-or-self':
      return below(node, [node]);
  }
}

const childrenOf = (node: XmlNode): XmlNode[] => (node.kind === 'document' || node.kind === 'element' ? node.children : []);

function below(node: XmlNode, found: XmlNode[]): XmlNode[] {
  for (const child of childrenOf(node)) {
    found.push(child);
    below(child, found);
  }
  return found;
}

function matches(node: XmlNode, test: NodeTest, axis: Of<'step'>['axis']): boolean {
  switch (test.kind) {
    case 'node':
      return true;
    case 'instruction':
      return node.kind === 'instruction' && (test.target === null || node.name.local === test.target);
    case 'name':
      return node.kind === (axis === 'attribute' ? 'attribute' : 'element') && isNamed(node, test);
    default:
      return node.kind === test.kind;
  }
}

function isNamed(node: XmlElement | XmlAttribute, test: Extract<NodeTest, { kind: 'name' }>): boolean {
  return (test.local === null || node.name.local === test.local) && (test.uri === null || node.name.uri === test.uri);
}

/** A number picks the item at that place; anything else keeps the items for which it is true. */
function filter(items: readonly Item[], predicate: XQuery, focus: Focus): readonly Item[] {
  if (predicate.kind === 'literal' && typeof predicate.atom.value === 'bigint') {
    const picked = items[toDouble(predicate.atom) - 1];
    return picked === undefined ? [] : [picked];
  }
  const size = items.length;
  return items.filter((item, index) => {
    const result = evaluate(predicate, { ...focus, item, position: index + 1, size });
    const [only] = result;
    if (result.length === 1 && only !== undefined && !isNode(only) && isNumeric(only.type)) return toDouble(only) === index + 1;
    return truth(result);
  });
}

function arithmetic({ op, left, right }: Of<'arithmetic'>, focus: Focus): readonly Item[] {
  const [a] = evaluate(left, focus).map(atomize);
  const [b] = evaluate(right, focus).map(atomize);
  if (a === undefined || b === undefined) return [];
  if (isExact(a.type) && isExact(b.type)) {
    const value = exactArithmetic(op, a.value as bigint, b.value as bigint);
    const whole = op !== 'div' && isInteger(a.type) && isInteger(b.type);
    return value === undefined ? [] : [atom(whole ? 'xs:integer' : 'xs:decimal', value)];
  }
  const result = approximate(op, toDouble(a), toDouble(b));
  return Number.isNaN(result) ? [] : [double(result)];
}

function approximate(op: Of<'arithmetic'>['op'], a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'div':
      return b === 0 ? Number.NaN : a / b;
    case 'mod':
      return a % b;
  }
}

const GENERAL: Readonly<Record<string, string>> = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };

/** A general comparison holds when it holds for any pair; a value comparison of nothing is nothing. */
function compare({ form, op, left, right }: Of<'compare'>, focus: Focus): readonly Item[] {
  const a = evaluate(left, focus);
  const b = evaluate(right, focus);
  if (form === 'general') return [boolean(a.some((x) => b.some((y) => holds(GENERAL[op] as string, atomize(x), atomize(y)))))];
  if (a[0] === undefined || b[0] === undefined) return [];
  if (form === 'value') return [boolean(holds(op, atomize(a[0]), atomize(b[0])))];
  const [x, y] = [a[0] as XmlNode, b[0] as XmlNode];
  return [boolean(op === 'is' ? x === y : op === '<<' ? x.order < y.order : x.order > y.order)];
}

function holds(op: string, a: Atom, b: Atom): boolean {
  const order = orderOf(a, b);
  if (order === undefined) return false;
  switch (op) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** -1, 0 or 1; undefined where an untyped value is none of the other's type. */
function orderOf(a: Atom, b: Atom): number | undefined {
  if (typeof a.value === 'bigint' && typeof b.value === 'bigint') return sign(a.value, b.value);
  if (isNumeric(a.type) || isNumeric(b.type)) {
    const [x, y] = [toDouble(a), toDouble(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? undefined : sign(x, y);
  }
  if (a.type === b.type || (isText(a) && isText(b))) return sign(a.value, b.value);
  const [x, y] = a.type === 'xdt:untypedAtomic' ? [CASTS[b.type]?.(a), b] : [a, CASTS[a.type]?.(b)];
  return x === undefined || y === undefined ? undefined : sign(x.value, y.value);
}

const isText = (value: Atom): boolean => value.type === 'xs:string' || value.type === 'xdt:untypedAtomic';
const sign = (a: Atom['value'], b: Atom['value']): number => (a < b ? -1 : a > b ? 1 : 0);

function call({ name, args }: Of<'call'>, focus: Focus): readonly Item[] {
  const fn = LIBRARY[name];
  const values = args.map((arg) => evaluate(arg, focus));
  return fn === undefined ? [] : fn.evaluate(values, focus);
}

function isInstance(items: readonly Item[], { kind, name, occurrence }: SequenceTest): boolean {
  if (kind === 'empty') return items.length === 0;
  if (items.length === 0) return occurrence === '?' || occurrence === '*';
  if (items.length > 1 && (occurrence === '' || occurrence === '?')) return false;
  return items.every((item) => {
    if (kind === 'item') return true;
    if (!isNode(item)) return kind === 'atomic' && (item.type === name || name === 'xdt:anyAtomicType' || isWider(item.type, name));
    if (kind === 'node') return true;
    return item.kind === kind && (name === null || ('name' in item && item.name.local === name));
  });
}

/** The types that contain another. */
function isWider(type: string, name: string | null): boolean {
  if (name === 'xs:decimal') return isExact(type);
  return name === 'xs:integer' && isInteger(type);
}

function flwor(query: Of<'flwor'>, focus: Focus): readonly Item[] {
  const tuples: Focus[] = [];
  bindAll(query.bindings, 0, focus, (tuple) => {
    if (query.where === null || truth(evaluate(query.where, tuple))) tuples.push(tuple);
    return true;
  });
  return ordered(tuples, query.order).flatMap((tuple) => evaluate(query.result, tuple));
}

/** Calls `visit` for each combination, in order, until it says no. */
function bindAll(bindings: readonly Binding[], at: number, focus: Focus, visit: (tuple: Focus) => boolean): boolean {
  const binding = bindings[at];
  if (binding === undefined) return visit(focus);
  const items = evaluate(binding.source, focus);
  const next = (value: readonly Item[]): boolean =>
    bindAll(bindings, at + 1, { ...focus, variables: new Map(focus.variables).set(binding.name, value) }, visit);
  return binding.kind === 'let' ? next(items) : items.every((item) => next([item]));
}

function ordered(tuples: readonly Focus[], order: Of<'flwor'>['order']): readonly Focus[] {
  if (order.length === 0) return tuples;
  const keyed = tuples.map((tuple) => ({ tuple, keys: order.map(({ key }) => evaluate(key, tuple).map(atomize)[0]) }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of order.entries()) {
      const difference = compareKeys(a.keys[index], b.keys[index]);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
  return keyed.map(({ tuple }) => tuple);
}

/** Nothing comes first. */
function compareKeys(a: Atom | undefined, b: Atom | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return orderOf(a, b) ?? sign(text(a), text(b));
}

function quantified({ every, bindings, condition }: Of<'quantified'>, focus: Focus): boolean {
  let found = every;
  bindAll(bindings, 0, focus, (tuple) => {
    found = truth(evaluate(condition, tuple));
    return found === every;
  });
  return found;
}
