/**
 * An XML schema, compiled: what `read.ts` makes of the documents of a collection and `validate.ts` holds instances against. Types of elements are
 * functions, because declarations may refer to each other in circles. Names are written `{namespace}local`, as messages show them.
 */

/** `local`, or `{uri}local` in a namespace. */
export type ExpandedName = string;

export const expanded = (uri: string, local: string): ExpandedName => (uri === '' ? local : `{${uri}}${local}`);

export interface XmlSchema {
  readonly elements: ReadonlyMap<ExpandedName, ElementDeclaration>;
  readonly attributes: ReadonlyMap<ExpandedName, AttributeDeclaration>;
  readonly types: ReadonlyMap<ExpandedName, SchemaType>;
  /** The members of each substitution group, by its head. */
  readonly substitutes: ReadonlyMap<ExpandedName, readonly ElementDeclaration[]>;
}

export type SchemaType = SimpleType | ComplexType;

export type Primitive =
  | 'string'
  | 'boolean'
  | 'decimal'
  | 'float'
  | 'double'
  | 'duration'
  | 'dateTime'
  | 'time'
  | 'date'
  | 'gYearMonth'
  | 'gYear'
  | 'gMonthDay'
  | 'gDay'
  | 'gMonth'
  | 'hexBinary'
  | 'base64Binary'
  | 'anyURI'
  | 'QName'
  | 'anySimpleType';

export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

export interface Facets {
  readonly whiteSpace: WhiteSpace;
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  /** Canonical values. */
  readonly enumeration?: readonly string[];
  /** All must match; those of one step are alternatives. */
  readonly patterns?: readonly RegExp[];
}

export interface SimpleType {
  readonly kind: 'simple';
  /** Null for an anonymous type. */
  readonly name: ExpandedName | null;
  readonly base: SimpleType | null;
  readonly variety: 'atomic' | 'list' | 'union';
  /** Of an atomic type. */
  readonly primitive: Primitive;
  /** The nearest type of XML Schema itself (`xs:int`), by which queries know the values. */
  readonly builtin: string;
  readonly item: SimpleType | null;
  readonly members: readonly SimpleType[];
  readonly facets: Facets;
}

export interface ComplexType {
  readonly kind: 'complex';
  readonly name: ExpandedName | null;
  readonly base: () => SchemaType | null;
  readonly derivation: 'restriction' | 'extension';
  readonly abstract: boolean;
  readonly mixed: boolean;
  /** The value of simple content; null for any other content. */
  readonly simple: SimpleType | null;
  /** Null for empty content. */
  readonly content: Particle | null;
  readonly attributes: ReadonlyMap<ExpandedName, AttributeUse>;
  readonly anyAttribute: Wildcard | null;
}

export interface AttributeUse {
  readonly declaration: AttributeDeclaration;
  readonly required: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
}

export interface AttributeDeclaration {
  readonly name: ExpandedName;
  readonly type: () => SimpleType;
  readonly default: string | null;
  readonly fixed: string | null;
}

export interface ElementDeclaration {
  readonly kind: 'element';
  readonly name: ExpandedName;
  readonly type: () => SchemaType;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
  /** Its head, when it may stand for another element. */
  readonly substitutionGroup: ExpandedName | null;
}

export interface Wildcard {
  readonly kind: 'any';
  /** `##any`, `##other` with the namespace that is left out, or a list. */
  readonly namespaces: '##any' | { readonly not: string } | readonly string[];
  readonly process: 'strict' | 'lax' | 'skip';
}

export interface ModelGroup {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly particles: readonly Particle[];
}

export interface Particle {
  readonly min: number;
  readonly max: number;
  readonly term: ElementDeclaration | ModelGroup | Wildcard;
}

/** Whether a wildcard lets a namespace in. */
export function admits({ namespaces }: Wildcard, uri: string): boolean {
  if (namespaces === '##any') return true;
  return 'not' in namespaces ? uri !== '' && uri !== namespaces.not : namespaces.includes(uri);
}
