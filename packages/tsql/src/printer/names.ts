/** Names, types, constants and options as text. */
import type { DataType, Identifier, Literal, ObjectName, Option, StringLiteral, Variable, Word } from '../ast/index.ts';
import { RESERVED_WORDS } from '../lexer/keywords.ts';
import { isLetter, isWord } from '../lexer/scan.ts';
import type { Out, Rules } from './out.ts';
import { nodeGroup, words } from './out.ts';

/** A name: as it is when it needs no brackets and had no quotes. */
export function identifier(node: Identifier): string {
  if (node.value === '' && !node.quoted) return '';
  return node.quoted || !isRegular(node.value) || RESERVED_WORDS.has(node.value.toUpperCase()) ? bracket(node.value) : node.value;
}

/** A name where the grammar takes some reserved words for names: PUBLIC, PRIMARY, LEFT. */
export function bareIdentifier(node: Identifier): string {
  return node.quoted || !isRegular(node.value) ? bracket(node.value) : node.value;
}

function bracket(value: string): string {
  return `[${value.replaceAll(']', ']]')}]`;
}

/** Whether a name can be written without brackets. A dollar sign begins pseudo columns. */
function isRegular(value: string): boolean {
  const first = value.charCodeAt(0);
  if (value === '' || first === 64 || !(isLetter(first) || (first === 36 && isLetter(value.charCodeAt(1))))) return false;
  for (let index = 1; index < value.length; index++) if (!isWord(value.charCodeAt(index))) return false;
  return true;
}

export function objectName(node: ObjectName): string {
  return node.parts.map(identifier).join('.');
}

/** `'text'`; a backslash before a line end would swallow it, so it is written twice with a swallowed line end between. */
export function stringText(value: string, unicode: boolean): string {
  const text = value.replaceAll("'", "''").replace(/\\(\r?\n)/g, '\\\\\n$1');
  return `${unicode ? 'N' : ''}'${text}'`;
}

export const NAME_RULES: Rules<Identifier | ObjectName | DataType | Literal | Variable | Word | Option> = {
  identifier,
  name: objectName,
  dataType,
  integer: (node) => node.text,
  decimal: (node) => node.text,
  float: (node) => node.text,
  money: (node) => `$${node.text}`,
  string: (node: StringLiteral) => stringText(node.value, node.unicode),
  binary: (node) => `0x${node.hex}`,
  null: () => 'NULL',
  variable: (node) => node.name,
  word: (node) => node.text,
  option,
};

function dataType(node: DataType): string {
  const name = node.name.parts.map((part) => (part.value.toUpperCase() === 'CURSOR' ? bareIdentifier(part) : identifier(part))).join('.');
  if (node.xmlSchema !== null)
    return `${name}(${node.xmlSchema.document ? 'DOCUMENT ' : 'CONTENT '}${objectName(node.xmlSchema.collection)})`;
  return node.args.length === 0 ? name : `${name}(${node.args.join(', ')})`;
}

function option(node: Option, out: Out): string {
  const values = node.values.map(out.node).join(' ');
  return words(node.name, node.equals && '=', values, node.options !== null && nodeGroup(node.options, out));
}

/** `WITH (a = 1)`, or nothing. */
export function withOptions(options: readonly Option[], out: Out): string {
  return options.length === 0 ? '' : `WITH ${nodeGroup(options, out)}`;
}

/** `WITH a = 1, b`, for the statements that take no parentheses; or nothing. */
export function bareOptions(options: readonly Option[], out: Out): string {
  return options.length === 0 ? '' : `WITH ${optionList(options, out)}`;
}

/** `a = 1, b` */
export function optionList(options: readonly Option[], out: Out): string {
  return options.map((item, index) => separator(item, index) + out.node(item)).join('');
}

/** The old password follows the new one without a comma. */
function separator(item: Option, index: number): string {
  if (index === 0) return '';
  return item.name === 'OLD_PASSWORD' ? ' ' : ', ';
}

/** `NULL`, `NOT NULL`, or nothing. */
export function nullability(nullable: boolean | null): string {
  if (nullable === null) return '';
  return nullable ? 'NULL' : 'NOT NULL';
}
