/**
 * What the printing rules share: the way to print a child, and layout. A rule returns text whose line ends are already indented for the
 * place where it stands, so that constants with line ends inside stay untouched. Short lists and queries stay on one line.
 */
import type {
  Clause,
  DataType,
  Expression,
  FullTextColumns,
  GroupingItem,
  Identifier,
  ObjectName,
  Option,
  OptionValue,
  OrderItem,
  Over,
  Query,
  QueryBody,
  QueryHint,
  SelectItem,
  Statement,
  TableElement,
  TableHint,
  TableSource,
} from '../ast/index.ts';

/** The nodes that have a printing rule of their own. */
export type Printable =
  | Clause
  | DataType
  | Expression
  | FullTextColumns
  | GroupingItem
  | Identifier
  | ObjectName
  | Option
  | OptionValue
  | OrderItem
  | Over
  | Query
  | QueryBody
  | QueryHint
  | SelectItem
  | Statement
  | TableElement
  | TableHint
  | TableSource;

/** One rule per kind. */
export type Rules<Node extends { readonly kind: string }> = {
  readonly [Kind in Node['kind']]: (node: Extract<Node, { readonly kind: Kind }>, out: Out) => string;
};

/** Prints children at some depth of indentation. */
export interface Out {
  readonly node: (node: Printable) => string;
  /** A line end and the indentation of this depth. */
  readonly line: string;
  /** One level deeper. */
  readonly inner: Out;
}

/** Longer than this, a list or a query takes a line per part. */
const SHORT = 100;

function isShort(text: string): boolean {
  return text.length <= SHORT && !text.includes('\n');
}

/**
 * `a, b, c`, or one a line below the word in front. Items are printed once, at the inner depth, which does not show on one line: printing
 * them twice would take time exponential in the depth of nesting.
 */
export function list<Node>(items: readonly Node[], out: Out, print: (node: Node, out: Out) => string): string {
  const texts = items.map((item) => print(item, out.inner));
  const flat = texts.join(', ');
  return isShort(flat) ? flat : out.inner.line + texts.join(`,${out.inner.line}`);
}

/** Nodes as a list. */
export function nodes(items: readonly Printable[], out: Out): string {
  return list(items, out, (item, at) => at.node(item));
}

/** `(a, b, c)` */
export function group<Node>(items: readonly Node[], out: Out, print: (node: Node, out: Out) => string): string {
  const text = list(items, out, print);
  return text.startsWith('\n') ? `(${text}${out.line})` : `(${text})`;
}

/** Nodes in parentheses. */
export function nodeGroup(items: readonly Printable[], out: Out): string {
  return group(items, out, (item, at) => at.node(item));
}

/** Nodes in parentheses with a word or blank in front; nothing for no nodes. */
export function optionalGroup(before: string, items: readonly Printable[], out: Out): string {
  return items.length === 0 ? '' : before + nodeGroup(items, out);
}

/** Clauses on one line when they are short, otherwise one a line. Empty ones are left out. */
export function clauses(parts: readonly (string | false | null)[], out: Out): string {
  const present = parts.filter((part) => typeof part === 'string' && part !== '');
  const flat = present.join(' ');
  return isShort(flat) ? flat : present.join(out.line);
}

/** Words with blanks between them; empty ones are left out, and a word that begins a line needs no blank. */
export function words(...parts: readonly (string | false | null)[]): string {
  let text = '';
  for (const part of parts) if (typeof part === 'string' && part !== '') text += text === '' || part.startsWith('\n') ? part : ` ${part}`;
  return text;
}

/** A text in parentheses, indented when it has more than one line. The text is made one level deeper. */
export function enclose(out: Out, print: (out: Out) => string): string {
  const text = print(out.inner);
  return text.includes('\n') ? `(${out.inner.line}${text}${out.line})` : `(${text})`;
}

/** A word and a node, or nothing. */
export function optional(before: string, node: Printable | null, out: Out): string {
  return node === null ? '' : before + out.node(node);
}
