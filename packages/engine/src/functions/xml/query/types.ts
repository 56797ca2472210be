/** Static types: what an expression can yield and how often, as far as its form tells. Nothing here looks at an instance. */

import { type AtomType, isApproximate, isExact, isInteger } from './atom.ts';
import type { Declared } from './typed.ts';

/** How often: exactly once, at most once, at least once, any number. */
export type Cardinality = '' | '?' | '+' | '*';

export interface StaticType {
  readonly kind: 'empty' | 'atomic' | 'node';
  /** The item type as messages show it. */
  readonly shown: string;
  readonly many: Cardinality;
  /** What kind of node, where one is known. */
  readonly node?: 'document' | 'element' | 'attribute' | 'text' | 'comment' | 'instruction';
  /** Made by a constructor: SQL Server returns it and does nothing else with it. */
  readonly constructed?: boolean;
  /** What the schema of the instances says of the node. */
  readonly declared?: Declared;
  /** The key under which `declared` is kept while the type is only text. */
  readonly known?: string;
}

export const EMPTY: StaticType = { kind: 'empty', shown: 'empty', many: '' };
export const DOCUMENT: StaticType = {
  kind: 'node',
  node: 'document',
  shown: 'document { (element(*,xdt:untyped) ? & text ? & comment ? & processing-instruction ?) * }',
  many: '',
};

export const atomic = (type: AtomType | 'xdt:anyAtomicType', many: Cardinality = ''): StaticType => ({ kind: 'atomic', shown: type, many });

/** With the sign of its cardinality. */
export const show = (type: StaticType): string => (type.many === '' ? type.shown : `${type.shown} ${type.many}`);

export const isSingle = (type: StaticType): boolean => type.kind === 'empty' || type.many === '' || type.many === '?';

export const withMany = (type: StaticType, many: Cardinality): StaticType => ({ ...type, many });

const LEAST: Readonly<Record<Cardinality, number>> = { '': 1, '?': 0, '+': 1, '*': 0 };
const OFTEN: Readonly<Record<Cardinality, boolean>> = { '': false, '?': false, '+': true, '*': true };

const cardinality = (least: number, often: boolean): Cardinality => (often ? (least > 0 ? '+' : '*') : least > 0 ? '' : '?');

/** For each item of one, items of the other. */
export const times = (a: Cardinality, b: Cardinality): Cardinality => cardinality(LEAST[a] * LEAST[b], OFTEN[a] || OFTEN[b]);

/** What may be missing. */
export const maybe = (many: Cardinality): Cardinality => cardinality(0, OFTEN[many]);

/** One behind the other. */
export function followedBy(a: StaticType, b: StaticType): StaticType {
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  return { ...alternative(a, b), many: cardinality(LEAST[a.many] + LEAST[b.many], true) };
}

/** One or the other. */
export function either(a: StaticType, b: StaticType): StaticType {
  if (a.kind === 'empty') return withMany(b, b.kind === 'empty' ? '' : maybe(b.many));
  if (b.kind === 'empty') return withMany(a, maybe(a.many));
  return { ...alternative(a, b), many: cardinality(LEAST[a.many] * LEAST[b.many], OFTEN[a.many] || OFTEN[b.many]) };
}

function alternative(a: StaticType, b: StaticType): StaticType {
  const constructed = a.constructed === true || b.constructed === true;
  const base = { kind: a.kind, many: a.many, ...(constructed ? { constructed } : {}) };
  if (a.kind === 'atomic') return { ...base, shown: a.shown === b.shown ? a.shown : promoted(a.shown, b.shown) };
  const shown = a.shown === b.shown ? a.shown : `(${a.shown} | ${b.shown})`;
  return { ...base, shown, ...(a.node !== undefined && a.node === b.node ? { node: a.node } : {}) };
}

/** The wider of two numeric types; any atomic type for others. */
export function promoted(a: string, b: string): AtomType | 'xdt:anyAtomicType' {
  if (isInteger(a) && isInteger(b)) return 'xs:integer';
  if (isExact(a) && isExact(b)) return 'xs:decimal';
  const numeric = (type: string): boolean => isExact(type) || isApproximate(type) || type === 'xdt:untypedAtomic';
  if (a === 'xs:float' && b === 'xs:float') return 'xs:float';
  return numeric(a) && numeric(b) ? 'xs:double' : 'xdt:anyAtomicType';
}
