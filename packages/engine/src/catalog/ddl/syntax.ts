/**
 * Small questions about syntax trees and stored text that several statements ask: which columns an expression names, what an option says, and the
 * tree of a definition that the catalog keeps as text.
 */

import type { Table as TableReference } from '@sprocket/tsql';
import {
  annotations,
  type Call,
  type Expression,
  isXmlMethod,
  type MethodCall,
  type Option,
  parseExpression,
  type Statement,
} from '@sprocket/tsql';
import { nameKey } from '../model.ts';

/** The first column of an expression as it is written. */
export function firstColumn(tree: unknown): string | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if (isColumn(tree)) return tree.name.parts.map((part) => part.value).join('.');
  const children: readonly unknown[] = isDateCall(tree) ? tree.args.slice(1) : Object.values(tree);
  for (const child of children) {
    const found = firstColumn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Folded names of all columns in an expression or statements, without their qualifiers. */
export function columnNames(tree: Expression | readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>();
  collect(tree, names);
  return names;
}

/** A tree is plain data, so a walk needs to know nothing of the kinds. */
function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (isDateCall(node)) {
    for (const argument of node.args.slice(1)) collect(argument, names);
    return;
  }
  if (isColumn(node)) names.add(nameKey(node.name.parts.at(-1)?.value ?? ''));
  for (const child of Object.values(node)) collect(child, names);
}

/** Functions whose first argument is a date part, which reads like a column. */
const DATE_FUNCTIONS: ReadonlySet<string> = new Set([
  'dateadd',
  'datediff',
  'datediff_big',
  'datename',
  'datepart',
  'datetrunc',
  'date_bucket',
]);

function isDateCall(node: object): node is Call {
  return 'kind' in node && node.kind === 'call' && DATE_FUNCTIONS.has(nameKey((node as Call).name.parts.at(-1)?.value ?? ''));
}

function isColumn(node: object): node is Extract<Expression, { kind: 'column' }> {
  return 'kind' in node && node.kind === 'column';
}

/** The tree of a stored definition; undefined when the text is not an expression. */
export function parseDefinition(text: string): Expression | undefined {
  const { expression, diagnostics } = parseExpression(text);
  return diagnostics.length === 0 && expression !== null ? expression : undefined;
}

/** Whether a tree reads a temporary table. */
export function usesTemporaryTable(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  if ('kind' in tree && tree.kind === 'table' && (tree as TableReference).name.parts.at(-1)?.value.startsWith('#') === true) return true;
  return Object.values(tree).some(usesTemporaryTable);
}

/** Whether a stored definition names the column. */
export function refersTo(text: string, column: string): boolean {
  const expression = parseDefinition(text);
  return expression !== undefined && columnNames(expression).has(nameKey(column));
}

/** The annotations (`-- @sprocket:key=value`) that stand before a statement; one without a value has an empty one. */
export function annotationsOf(text: string, statement: Statement): Readonly<Record<string, string>> {
  const found = annotations(text, [statement]).get(statement) ?? [];
  return Object.fromEntries(found.map(({ key, value }) => [key, value ?? '']));
}

export function findOption(options: readonly Option[], name: string): Option | undefined {
  return options.find((option) => option.name === name);
}

/** Whether an option is ON; a bare option counts as ON. */
export function isOn(options: readonly Option[], name: string): boolean {
  const option = findOption(options, name);
  return option !== undefined && optionText(option) !== 'OFF';
}

/** The value of an option that is a name, as written in the text: words are names here and keep their letter case. */
export function optionName(option: Option, text: string): string {
  const [value] = option.values;
  return value?.kind === 'word' ? text.slice(value.span.start, value.span.end) : optionText(option);
}

/** The value of an option as text: a word or a constant; empty when it has none. */
export function optionText(option: Option): string {
  return option.values.map(valueText).join(' ');
}

function valueText(value: Option['values'][number]): string {
  switch (value.kind) {
    case 'word':
    case 'string':
      return value.value;
    case 'name':
      return value.parts.map((part) => part.value).join('.');
    case 'variable':
      return value.name;
    case 'binary':
      return `0x${value.hex}`;
    case 'null':
      return 'NULL';
    case 'unary':
      return value.op + (value.operand.kind === 'integer' || value.operand.kind === 'decimal' ? value.operand.text : '');
    default:
      return value.text;
  }
}

function isMethodOfXml(node: { readonly kind?: unknown }): boolean {
  if (node.kind !== 'methodCall') return false;
  const { method, args } = node as MethodCall;
  return isXmlMethod(method, args.length);
}

/** Whether a method of an xml value is called anywhere in an expression. */
export function callsMethod(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return isMethodOfXml(node as { readonly kind?: unknown }) || Object.values(node).some(callsMethod);
}
