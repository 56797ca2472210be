/** Evaluates XPath over XML trees: sequences of nodes and atomic values, in document order. */

import { sqlError } from '../../errors.ts';
import { stringValue, type XmlNode } from './node.ts';
import type { Path, Step } from './xpath-parse.ts';

export type Item = XmlNode | string | number | boolean;

export interface Focus {
  readonly item: Item;
  readonly position: number;
  readonly size: number;
}

export function evaluatePath(path: Path, focus: Focus): readonly Item[] {
  switch (path.kind) {
    case 'string':
    case 'number':
      return [path.value];
    case 'negate':
      return [-number(evaluatePath(path.operand, focus))];
    case 'binary':
      return binary(path, focus);
    case 'call':
      return call(path, focus);
    case 'path': {
      const start = path.start === null ? [path.absolute ? rootOf(focus.item) : focus.item] : evaluatePath(path.start, focus);
      return path.steps.reduce<readonly Item[]>(walk, start);
    }
  }
}

export const isNode = (item: Item): item is XmlNode => typeof item === 'object';
export const text = (item: Item): string => (isNode(item) ? stringValue(item) : String(item));

function rootOf(item: Item): Item {
  let at = item;
  while (isNode(at) && at.parent !== null) at = at.parent;
  return at;
}

function walk(items: readonly Item[], step: Step): readonly Item[] {
  // A predicate behind parentheses counts over the whole sequence, one of a step within each parent.
  if (step.axis === 'self' && step.predicates.length > 0) return filter(items, step.predicates);
  const found = items.flatMap((item) => (isNode(item) ? filter(candidates(item, step), step.predicates) : []));
  return [...new Set(found)];
}

function candidates(node: XmlNode, step: Step): XmlNode[] {
  return along(node, step.axis).filter((candidate) => matches(candidate, step));
}

function along(node: XmlNode, axis: Step['axis']): XmlNode[] {
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
      return childrenOf(node).flatMap((child) => [child, ...along(child, 'descendant')]);
    case 'descendant-or-self':
      return [node, ...along(node, 'descendant')];
  }
}

const childrenOf = (node: XmlNode): XmlNode[] => (node.kind === 'document' || node.kind === 'element' ? node.children : []);

function matches(node: XmlNode, step: Step): boolean {
  switch (step.test) {
    case 'node()':
      return true;
    case 'text()':
      return node.kind === 'text';
    case 'comment()':
      return node.kind === 'comment';
    case 'processing-instruction()':
      return node.kind === 'instruction';
    case '*':
      return step.axis === 'attribute' ? node.kind === 'attribute' : node.kind === 'element';
    default:
      return (
        (node.kind === 'element' || node.kind === 'attribute') && (node.name === step.test || localName(node.name) === localName(step.test))
      );
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function filter<T extends Item>(items: readonly T[], predicates: readonly Path[]): readonly T[] {
  return predicates.reduce<readonly T[]>((kept, predicate) => {
    const size = kept.length;
    return kept.filter((item, index) => {
      const result = evaluatePath(predicate, { item, position: index + 1, size });
      return result.length === 1 && typeof result[0] === 'number' ? result[0] === index + 1 : truth(result);
    });
  }, items);
}

/** The effective boolean value. */
export function truth(items: readonly Item[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if (isNode(first)) return true;
  return typeof first === 'number' ? first !== 0 && !Number.isNaN(first) : typeof first === 'boolean' ? first : first !== '';
}

function number(items: readonly Item[]): number {
  const [first] = items;
  return first === undefined ? Number.NaN : Number(isNode(first) ? stringValue(first) : first);
}

function binary(path: Extract<Path, { kind: 'binary' }>, focus: Focus): readonly Item[] {
  const left = (): readonly Item[] => evaluatePath(path.left, focus);
  const right = (): readonly Item[] => evaluatePath(path.right, focus);
  switch (path.op) {
    case 'or':
      return [truth(left()) || truth(right())];
    case 'and':
      return [truth(left()) && truth(right())];
    case '|':
      return [...new Set([...left(), ...right()])];
    case '+':
      return [number(left()) + number(right())];
    case '-':
      return [number(left()) - number(right())];
    case '*':
      return [number(left()) * number(right())];
    case 'div':
      return [number(left()) / number(right())];
    case 'mod':
      return [number(left()) % number(right())];
    default:
      return [compareAny(path.op, left(), right())];
  }
}

/** A general comparison holds when it holds for any pair. */
function compareAny(op: string, left: readonly Item[], right: readonly Item[]): boolean {
  return left.some((a) => right.some((b) => compareItems(op, a, b)));
}

function compareItems(op: string, a: Item, b: Item): boolean {
  const numeric = typeof a === 'number' || typeof b === 'number';
  const [l, r] = numeric ? [number([a]), number([b])] : [text(a), text(b)];
  switch (op) {
    case '=':
    case 'eq':
      return l === r;
    case '!=':
    case 'ne':
      return l !== r;
    case '<':
    case 'lt':
      return l < r;
    case '>':
    case 'gt':
      return l > r;
    case '<=':
    case 'le':
      return l <= r;
    default:
      return l >= r;
  }
}

type Fn = (args: readonly (readonly Item[])[], focus: Focus) => readonly Item[];

const first = (args: readonly (readonly Item[])[], index = 0): string => {
  const item = args[index]?.[0];
  return item === undefined ? '' : text(item);
};

const FUNCTIONS: Readonly<Record<string, Fn>> = {
  position: (_args, focus) => [focus.position],
  last: (_args, focus) => [focus.size],
  count: ([items = []]) => [items.length],
  not: ([items = []]) => [!truth(items)],
  empty: ([items = []]) => [items.length === 0],
  exists: ([items = []]) => [items.length > 0],
  true: () => [true],
  false: () => [false],
  string: (args, focus) => [args.length === 0 ? text(focus.item) : first(args)],
  data: ([items = []]) => items.map(text),
  number: ([items = []], focus) => [items.length === 0 ? number([focus.item]) : number(items)],
  sum: ([items = []]) => [items.reduce<number>((total, item) => total + number([item]), 0)],
  min: ([items = []]) => (items.length === 0 ? [] : [Math.min(...items.map((item) => number([item])))]),
  max: ([items = []]) => (items.length === 0 ? [] : [Math.max(...items.map((item) => number([item])))]),
  avg: ([items = []]) => (items.length === 0 ? [] : [items.reduce<number>((total, item) => total + number([item]), 0) / items.length]),
  concat: (args) => [args.map((_a, index) => first(args, index)).join('')],
  contains: (args) => [first(args).includes(first(args, 1))],
  'starts-with': (args) => [first(args).startsWith(first(args, 1))],
  'string-length': (args) => [first(args).length],
  substring: (args) => {
    const start = Math.round(number(args[1] ?? [])) - 1;
    const end = args[2] === undefined ? undefined : start + Math.round(number(args[2]));
    return [first(args).slice(Math.max(start, 0), end)];
  },
  'upper-case': (args) => [first(args).toUpperCase()],
  'lower-case': (args) => [first(args).toLowerCase()],
  'normalize-space': (args) => [first(args).trim().split(/\s+/).join(' ')],
  'local-name': ([items], focus) => {
    const node = items === undefined ? focus.item : items[0];
    return [node !== undefined && isNode(node) && 'name' in node ? localName(node.name) : ''];
  },
  'distinct-values': ([items = []]) => [...new Set(items.map(text))],
};

function call(path: Extract<Path, { kind: 'call' }>, focus: Focus): readonly Item[] {
  const fn = FUNCTIONS[path.name];
  if (fn === undefined) throw sqlError(2395, path.name);
  return fn(
    path.args.map((arg) => evaluatePath(arg, focus)),
    focus,
  );
}
