/**
 * All built-in functions, by name. A family is a table in a file of its own; this file only joins them. The support matrix of the documentation is
 * generated from these lists, so a function that is not here does not exist.
 */

import { AGGREGATES } from './aggregates.ts';
import type { AggregateBuiltin, Builtin, TableBuiltin, WindowBuiltin } from './builtin.ts';
import { CHANGE_TRACKING } from './change-tracking.ts';
import { CRYPTOGRAPHY } from './cryptography.ts';
import { DATE_ARITHMETIC } from './date-arithmetic.ts';
import { DATE_BUILD } from './date-build.ts';
import { CLOCK } from './date-now.ts';
import { DATE_TRUNC } from './date-trunc.ts';
import { DATE_ZONES } from './date-zones.ts';
import { DESCRIBED } from './described.ts';
import { FORMAT } from './format/function.ts';
import { PARSE } from './format/parse.ts';
import { FULL_TEXT_TABLES } from './fulltext/keywords.ts';
import { GRAPH, PSEUDO_COLUMNS } from './graph.ts';
import { JSON_FUNCTIONS } from './json/functions.ts';
import { LOGICAL } from './logical.ts';
import { BIT_MATH } from './math-bits.ts';
import { EXACT_MATH } from './math-exact.ts';
import { FLOAT_MATH } from './math-float.ts';
import { MESSAGES } from './messages.ts';
import { METADATA } from './metadata.ts';
import { OUTSIDE } from './outside.ts';
import { PROPERTIES } from './properties.ts';
import { SESSION } from './session.ts';
import { STRING_BUILD } from './string-build.ts';
import { STRING_PARTS } from './string-parts.ts';
import { STRING_SEARCH } from './string-search.ts';
import { SYSTEM } from './system.ts';
import { TABLES } from './tables.ts';
import { TEXT_POINTERS, TEXT_STATEMENTS } from './text-pointers.ts';
import { WINDOWS } from './windows.ts';
import { XML_SCHEMA_NAMESPACE } from './xml/schema/namespace.ts';

export { parseName } from '../catalog/object-name.ts';
export { TIME_ZONES } from '../values/time-zones.ts';
export type * from './builtin.ts';
export { CLR_TYPES, type ClrMember, type ClrType, clrTypeOf } from './clr/index.ts';
export { argumentCountError } from './define.ts';
export { DESCRIBED_COLUMNS, DESCRIBED_ERROR } from './described.ts';
export { breakingOf } from './fulltext/breaking.ts';
export { type Breaking, type Condition, freeText, parseCondition } from './fulltext/condition.ts';
export { rankOf } from './fulltext/match.ts';
export { NODE_IDENTIFIER, ROW_IDENTIFIER } from './graph.ts';
export { jsonAuto } from './json/auto.ts';
export { type DocumentColumn, type DocumentOptions, jsonDocument } from './json/document.ts';
export { type JsonColumn, openJson, openJsonWith } from './json/open.ts';
export { formatRaiserror, type PrintfArgument } from './printf.ts';
export { createRandom } from './random.ts';
export { storageSize } from './storage-size.ts';
export { type BinaryReference, describedDocument, type XmlColumn, type XmlOptions, xmlDocument } from './xml/document.ts';
export { nodeColumnOf, nodeType, outsideOf, type QuerySite, xmlExist, xmlModify, xmlNodes, xmlQuery, xmlValue } from './xml/methods.ts';
export { invalidNameCharacter } from './xml/names.ts';
export type { XmlDeclaration } from './xml/node.ts';
export { parseXml } from './xml/node.ts';
export { EDGE_COLUMNS, openXmlEdges, openXmlWith } from './xml/open.ts';
export type { SiteSchema } from './xml/query/typed.ts';
export { inlineData, XDR_NAME } from './xml/rows/inline-data.ts';
export { inlineSchema } from './xml/rows/inline-schema.ts';
export { collectionSchema } from './xml/schema/collection.ts';
export { componentsOf, redeclared } from './xml/schema/components.ts';
export { validated } from './xml/schema/validate.ts';

/** A family of functions under the heading of the support matrix. */
export interface Family<T> {
  readonly title: string;
  readonly rows: readonly T[];
}

export const SCALAR_FAMILIES: readonly Family<Builtin>[] = [
  { title: 'String', rows: [...STRING_PARTS, ...STRING_SEARCH, ...STRING_BUILD, ...FORMAT] },
  { title: 'Mathematical', rows: [...EXACT_MATH, ...FLOAT_MATH, ...BIT_MATH] },
  { title: 'Date and time', rows: [...CLOCK, ...DATE_ARITHMETIC, ...DATE_BUILD, ...DATE_TRUNC, ...DATE_ZONES] },
  { title: 'Logical', rows: LOGICAL },
  { title: 'JSON', rows: JSON_FUNCTIONS },
  { title: 'Conversion', rows: PARSE },
  { title: 'System', rows: [...SYSTEM, ...PROPERTIES, ...MESSAGES, ...OUTSIDE, ...CHANGE_TRACKING] },
  { title: 'Session', rows: SESSION },
  { title: 'Metadata', rows: [...METADATA, XML_SCHEMA_NAMESPACE] },
  { title: 'Graph', rows: GRAPH },
  { title: 'Cryptographic', rows: CRYPTOGRAPHY },
  { title: 'Text and image', rows: TEXT_POINTERS },
];

export const AGGREGATE_FUNCTIONS: readonly AggregateBuiltin[] = AGGREGATES;
export const WINDOW_FUNCTIONS: readonly WindowBuiltin[] = WINDOWS;
export const TABLE_FUNCTIONS: readonly TableBuiltin[] = [...TABLES, ...DESCRIBED, ...FULL_TEXT_TABLES];

/** A scalar function by its name in any case. */
export function builtin(name: string): Builtin | undefined {
  return SCALARS.get(name.toUpperCase());
}

export function aggregate(name: string): AggregateBuiltin | undefined {
  return AGGREGATE_NAMES.get(name.toUpperCase());
}

/** ROW_NUMBER and the others that exist only with OVER; aggregates with OVER are aggregates. */
export function windowFunction(name: string): WindowBuiltin | undefined {
  return WINDOW_NAMES.get(name.toUpperCase());
}

/** A rowset function of a FROM clause. */
export function tableFunction(name: string): TableBuiltin | undefined {
  return TABLE_NAMES.get(name.toUpperCase());
}

function byName<T extends { readonly name: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.name, row]));
}

/** With those that stand for statements and columns, which nobody writes. */
const SCALARS = byName([...SCALAR_FAMILIES.flatMap((family) => family.rows), ...TEXT_STATEMENTS, ...PSEUDO_COLUMNS]);
const AGGREGATE_NAMES = byName(AGGREGATE_FUNCTIONS);
const WINDOW_NAMES = byName(WINDOW_FUNCTIONS);
const TABLE_NAMES = byName(TABLE_FUNCTIONS);
