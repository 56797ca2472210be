/**
 * The functions of the query language, by name: how many arguments, what each may be, what type comes out and how it is computed. Those of XQuery that
 * are missing here (`starts-with`, `exists`, `normalize-space` …) SQL Server does not have either.
 */

import { divideRounded } from '../../../values/decimal.ts';
import type { XmlNode } from '../node.ts';
import {
  type Atom,
  atom,
  atomize,
  boolean,
  double,
  type Item,
  integer,
  isExact,
  isInteger,
  isNode,
  SCALE,
  string,
  text,
  toDouble,
  truth,
} from './atom.ts';
import type { Focus } from './evaluate.ts';

/**
 * What a parameter takes. `string` and `position`: one atomic value, converted; `item`: one item, `node`: one node, `number`: one number,
 * `numbers` and `items`: any number of them, `condition`: a boolean or nodes.
 */
export type Parameter = 'string' | 'position' | 'item' | 'node' | 'number' | 'numbers' | 'items' | 'condition';

/** The result: a fixed type, or that of the argument: its atomic type, its sum, its average. */
export type Result = 'xs:string' | 'xs:boolean' | 'xs:integer' | 'xs:double' | 'atomic' | 'atomics' | 'total' | 'average' | 'least';

type Arguments = readonly (readonly Item[])[];

export interface LibraryFunction {
  readonly least: number;
  readonly most: number;
  readonly parameter: readonly Parameter[];
  readonly returns: Result;
  readonly evaluate: (args: Arguments, focus: Focus) => readonly Item[];
}

export const LIBRARY: Readonly<Record<string, LibraryFunction>> = {
  true: row([], 'xs:boolean', () => [boolean(true)]),
  false: row([], 'xs:boolean', () => [boolean(false)]),
  position: row([], 'xs:integer', (_args, focus) => [integer(focus.position)]),
  last: row([], 'xs:integer', (_args, focus) => [integer(focus.size)]),
  not: row(['condition'], 'xs:boolean', ([items = []]) => [boolean(!truth(items))]),
  empty: row(['items'], 'xs:boolean', ([items = []]) => [boolean(items.length === 0)]),
  count: row(['items'], 'xs:integer', ([items = []]) => [integer(items.length)]),
  data: row(['items'], 'atomics', ([items = []]) => items.map(atomize)),
  'distinct-values': row(['items'], 'atomics', ([items = []]) => distinct(items.map(atomize))),
  string: contextual(['item'], 'xs:string', (items) => [string(first(items))]),
  number: contextual(['node'], 'xs:double', (items) => [double(items[0] === undefined ? Number.NaN : toDouble(items[0]))]),
  'local-name': contextual(['item'], 'xs:string', ([item]) => [string(nameOf(item).local)]),
  'namespace-uri': contextual(['item'], 'xs:string', ([item]) => [string(nameOf(item).uri)]),
  'string-length': contextual(['string'], 'xs:integer', (items) => [integer([...first(items)].length)]),
  concat: {
    ...row(['string'], 'xs:string', (args) => [string(args.map(first).join(''))]),
    least: 2,
    most: Number.POSITIVE_INFINITY,
  },
  contains: row(['string', 'string'], 'xs:boolean', ([all = [], part = []]) => [boolean(first(all).includes(first(part)))]),
  substring: { ...row(['string', 'position', 'position'], 'xs:string', (args) => [string(substring(args))]), least: 2 },
  'upper-case': row(['string'], 'xs:string', ([items = []]) => [string(first(items).toUpperCase())]),
  'lower-case': row(['string'], 'xs:string', ([items = []]) => [string(first(items).toLowerCase())]),
  sum: row(['numbers'], 'total', ([items = []]) => [total(items)]),
  avg: row(['numbers'], 'average', ([items = []]) => average(items)),
  min: row(['numbers'], 'least', ([items = []]) => extreme(items, (order) => order < 0)),
  max: row(['numbers'], 'least', ([items = []]) => extreme(items, (order) => order > 0)),
  floor: row(['number'], 'atomic', ([items = []]) => rounded(items, Math.floor, (value) => value - modulo(value, SCALE))),
  ceiling: row(['number'], 'atomic', ([items = []]) => rounded(items, Math.ceil, (value) => value + modulo(-value, SCALE))),
  round: row(['number'], 'atomic', ([items = []]) =>
    rounded(
      items,
      (value) => Math.floor(value + 0.5),
      (value) => value + SCALE / 2n - modulo(value + SCALE / 2n, SCALE),
    ),
  ),
};

function row(parameter: readonly Parameter[], returns: Result, evaluate: LibraryFunction['evaluate']): LibraryFunction {
  return { least: parameter.length, most: parameter.length, parameter, returns, evaluate };
}

/** A function whose argument may be left out: it then takes the context item. */
function contextual(parameter: readonly Parameter[], returns: Result, of: (items: readonly Item[]) => readonly Item[]): LibraryFunction {
  return { ...row(parameter, returns, ([items], focus) => of(items ?? (focus.item === null ? [] : [focus.item]))), least: 0 };
}

const first = (items: readonly Item[]): string => (items[0] === undefined ? '' : text(items[0]));

function nameOf(item: Item | undefined): { readonly local: string; readonly uri: string } {
  const node = item !== undefined && isNode(item) ? (item as XmlNode) : undefined;
  return node !== undefined && 'name' in node ? node.name : { local: '', uri: '' };
}

function distinct(atoms: readonly Atom[]): Atom[] {
  const seen = new Map(atoms.map((each) => [`${typeof each.value}:${text(each)}`, each]).reverse() as [string, Atom][]);
  return atoms.filter((each) => seen.get(`${typeof each.value}:${text(each)}`) === each);
}

function substring([items = [], start = [], length]: Arguments): string {
  const characters = [...first(items)];
  const from = Math.round(start[0] === undefined ? Number.NaN : toDouble(start[0]));
  const until =
    length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(length[0] === undefined ? Number.NaN : toDouble(length[0]));
  return characters.filter((_char, index) => index + 1 >= from && index + 1 < until).join('');
}

const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

/** Values as numbers of one type: exact when all are, doubles else; what is no number is left out. */
function numbers(items: readonly Item[]): { readonly exact: boolean; readonly atoms: readonly Atom[] } {
  const atoms = items.map(atomize);
  if (atoms.length > 0 && atoms.every((each) => typeof each.value === 'bigint')) return { exact: true, atoms };
  return { exact: false, atoms: atoms.map((each) => double(toDouble(each))).filter((each) => !Number.isNaN(each.value as number)) };
}

function total(items: readonly Item[]): Atom {
  if (items.length === 0) return integer(0);
  const { exact, atoms } = numbers(items);
  if (!exact) return double(atoms.reduce((sum, each) => sum + (each.value as number), 0));
  const sum = atoms.reduce((all, each) => all + (each.value as bigint), 0n);
  return atom(atoms.every((each) => isInteger(each.type)) ? 'xs:integer' : 'xs:decimal', sum);
}

function average(items: readonly Item[]): readonly Atom[] {
  const { exact, atoms } = numbers(items);
  if (atoms.length === 0) return [];
  if (!exact) return [double(atoms.reduce((sum, each) => sum + (each.value as number), 0) / atoms.length)];
  return [atom('xs:decimal', atoms.reduce((sum, each) => sum + (each.value as bigint), 0n) / BigInt(atoms.length))];
}

function extreme(items: readonly Item[], better: (order: number) => boolean): readonly Atom[] {
  const atoms = items.map(atomize);
  const textual = atoms.length > 0 && atoms.every((each) => typeof each.value === 'string' && each.type !== 'xdt:untypedAtomic');
  const all = textual ? atoms : numbers(items).atoms;
  const best = all.reduce<Atom | undefined>((kept, each) => {
    if (kept === undefined) return each;
    return better(each.value < kept.value ? -1 : each.value > kept.value ? 1 : 0) ? each : kept;
  }, undefined);
  return best === undefined ? [] : [best];
}

function rounded(items: readonly Item[], approximate: (value: number) => number, exact: (value: bigint) => bigint): readonly Atom[] {
  if (items[0] === undefined) return [];
  const value = atomize(items[0]);
  if (isExact(value.type)) return [atom(value.type, exact(value.value as bigint))];
  const number = toDouble(value);
  return Number.isNaN(number) ? [] : [double(approximate(number))];
}

/** A quotient with the fraction cut to six digits, a product rounded to six. */
export function exactArithmetic(op: string, left: bigint, right: bigint): bigint | undefined {
  const SIX = 10n ** 4n;
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return divideRounded(left * right, SCALE * SIX) * SIX;
    case 'div':
      return right === 0n ? undefined : ((left * SCALE) / right / SIX) * SIX;
    default:
      return right === 0n ? undefined : left % right;
  }
}
