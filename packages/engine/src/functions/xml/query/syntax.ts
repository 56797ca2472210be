/** What a query is made of, as `parse.ts` reads it: the XQuery that SQL Server takes, and the three statements of modify(). */

import type { XmlDeclaration, XmlName } from '../node.ts';
import type { Atom } from './atom.ts';

export type Axis = 'child' | 'attribute' | 'self' | 'parent' | 'descendant' | 'descendant-or-self';

/** What a step selects: by name (null for any), or by the kind of node. */
export type NodeTest =
  | { readonly kind: 'name'; readonly local: string | null; readonly uri: string | null; readonly prefix: string }
  | { readonly kind: 'node' | 'text' | 'comment' }
  | { readonly kind: 'instruction'; readonly target: string | null };

export type XQuery =
  | { readonly kind: 'literal'; readonly atom: Atom }
  | { readonly kind: 'sequence'; readonly items: readonly XQuery[] }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'context' }
  | { readonly kind: 'root' }
  | { readonly kind: 'step'; readonly input: XQuery; readonly axis: Axis; readonly test: NodeTest; readonly predicates: readonly XQuery[] }
  | { readonly kind: 'filter'; readonly input: XQuery; readonly predicate: XQuery }
  | { readonly kind: 'arithmetic'; readonly op: '+' | '-' | '*' | 'div' | 'mod'; readonly left: XQuery; readonly right: XQuery }
  | { readonly kind: 'negate'; readonly operand: XQuery }
  | {
      readonly kind: 'compare';
      readonly form: 'general' | 'value' | 'node';
      readonly op: string;
      readonly left: XQuery;
      readonly right: XQuery;
    }
  | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly left: XQuery; readonly right: XQuery }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly XQuery[] }
  | { readonly kind: 'cast'; readonly operand: XQuery; readonly type: string }
  | { readonly kind: 'instance'; readonly operand: XQuery; readonly test: SequenceTest }
  | { readonly kind: 'if'; readonly condition: XQuery; readonly then: XQuery; readonly else: XQuery }
  | {
      readonly kind: 'flwor';
      readonly bindings: readonly Binding[];
      readonly where: XQuery | null;
      readonly order: readonly { readonly key: XQuery; readonly descending: boolean }[];
      readonly result: XQuery;
    }
  | { readonly kind: 'quantified'; readonly every: boolean; readonly bindings: readonly Binding[]; readonly condition: XQuery }
  | Constructor
  /** `sql:variable("@v")`, `sql:column("t.c")`: the value that the statement passes at `index`. */
  | { readonly kind: 'outside'; readonly index: number };

export interface Binding {
  readonly kind: 'for' | 'let';
  readonly name: string;
  readonly source: XQuery;
}

export type Constructor =
  | {
      readonly kind: 'element';
      readonly name: XmlName;
      readonly declarations: readonly XmlDeclaration[];
      readonly attributes: readonly { readonly name: XmlName; readonly value: string | XQuery }[];
      readonly content: readonly (string | XQuery)[];
    }
  | { readonly kind: 'attribute'; readonly name: XmlName; readonly content: XQuery | null }
  | { readonly kind: 'text'; readonly content: XQuery }
  | { readonly kind: 'comment'; readonly value: string }
  | { readonly kind: 'instruction'; readonly target: string; readonly value: string };

/** `xs:int?`, `element(a)*`, `empty()` */
export interface SequenceTest {
  readonly kind: 'empty' | 'item' | 'node' | 'element' | 'attribute' | 'text' | 'comment' | 'instruction' | 'atomic';
  /** The name of an element, an attribute or an atomic type. */
  readonly name: string | null;
  readonly occurrence: '' | '?' | '*' | '+';
}

/** A statement of modify(). */
export type XmlChange =
  | { readonly kind: 'insert'; readonly content: XQuery; readonly place: 'first' | 'last' | 'before' | 'after'; readonly target: XQuery }
  | { readonly kind: 'delete'; readonly target: XQuery }
  | { readonly kind: 'replace'; readonly target: XQuery; readonly value: XQuery };

/** A value that the query takes from outside. */
export interface Outside {
  readonly source: 'variable' | 'column';
  readonly name: string;
}

export interface ParsedQuery<T> {
  readonly body: T;
  /** The prolog's declarations, in which an empty prefix is the default element namespace. */
  readonly prolog: readonly XmlDeclaration[];
  readonly outside: readonly Outside[];
}

/** A node of one kind. */
export type Of<K extends XQuery['kind']> = Extract<XQuery, { kind: K }>;
