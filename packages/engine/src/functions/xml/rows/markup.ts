/** What every mode of FOR XML shares: its options, elements as text, and the namespace declarations of the outermost element. */

import type { Type } from '@sprocket/tsql';
import type { Value } from '../../../values/value.ts';
import type { XmlDeclaration } from '../node.ts';
import { escapeAttribute } from '../text.ts';

export interface XmlColumn {
  readonly name: string;
  readonly type: Type;
  /** AUTO: the table (by alias, or as FROM writes it) that the column comes from; empty for an expression. */
  readonly table: string;
  /** AUTO without BINARY BASE64: how a binary value is addressed. */
  readonly reference: BinaryReference | null;
}

/** `dbobject/TABLE[@PK='V']/@COLUMN` */
export interface BinaryReference {
  readonly table: string;
  readonly column: string;
  readonly keys: readonly { readonly name: string; readonly index: number }[];
}

export interface XmlOptions {
  readonly mode: 'raw' | 'path' | 'auto' | 'explicit';
  /** The row's element; null for the mode's default, empty for none. */
  readonly element: string | null;
  readonly root: string | null;
  /** ELEMENTS: columns as elements instead of attributes. */
  readonly elements: boolean;
  /** XSINIL: NULL as an element with xsi:nil. */
  readonly nil: boolean;
  /** WITH XMLNAMESPACES. */
  readonly namespaces: readonly XmlDeclaration[];
  /** AUTO: the level when no column comes from a table. */
  readonly firstTable: string;
}

export type Row = readonly Value[];
export type Rows = readonly Row[];

/** Null content closes the element at once; empty content does not. */
export interface Fields {
  readonly attributes: string;
  readonly content: string | null;
}

export function wrap(name: string, declarations: string, { attributes, content }: Fields): string {
  if (name === '') return content ?? '';
  const tag = `<${name}${declarations}${attributes}`;
  return content === null ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

export const NIL = ' xsi:nil="true"';

/** xsi first, then the clause's declarations from the last to the first. */
export function declarationsOf({ nil, namespaces }: Pick<XmlOptions, 'nil' | 'namespaces'>): string {
  const own = [...namespaces].reverse().map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`);
  return (nil ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' : '') + own.join('');
}

/** The declarations that each outermost element bears when no root does. */
export const rowDeclarations = (options: XmlOptions): string => (options.root === null ? declarationsOf(options) : '');
