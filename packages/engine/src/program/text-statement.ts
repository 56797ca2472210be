/**
 * READTEXT, WRITETEXT and UPDATETEXT as the statements that they are short for: a query of the row that a text pointer names, or its change. Each is a
 * template, parsed once; its names and variables stand for the table, the column and the arguments of the statement.
 */

import { type Expression, type Identifier, type ObjectName, parse, type Span, type Statement, type TextStatement } from '@sprocket/tsql';

const TEMPLATES = {
  READTEXT: 'SELECT [$READTEXT]((SELECT [$c] FROM [$t] WHERE TEXTPTR([$c]) = @pointer), @pointer, @first, @second) AS [$c]',
  WRITETEXT:
    "IF [$TEXTROW]((SELECT 1 FROM [$t] WHERE TEXTPTR([$c]) = @pointer), @pointer, N'WRITETEXT') = 1 UPDATE [$t] SET [$c] = @first WHERE TEXTPTR([$c]) = @pointer",
  UPDATETEXT:
    "IF [$TEXTROW]((SELECT 1 FROM [$t] WHERE TEXTPTR([$c]) = @pointer), @pointer, N'UPDATETEXT') = 1 UPDATE [$t] SET [$c] = [$UPDATETEXT]([$c], @first, @second, @third) WHERE TEXTPTR([$c]) = @pointer",
  /** With the text of another column for the data. */
  SOURCE:
    "IF [$TEXTROW]((SELECT 1 FROM [$t] WHERE TEXTPTR([$c]) = @pointer), @pointer, N'UPDATETEXT') = 1 AND [$TEXTROW]((SELECT 1 FROM [$u] WHERE TEXTPTR([$d]) = @third), @third, N'UPDATETEXT') = 1 UPDATE [$t] SET [$c] = [$UPDATETEXT]([$c], @first, @second, (SELECT [$d] FROM [$u] WHERE TEXTPTR([$d]) = @third)) WHERE TEXTPTR([$c]) = @pointer",
} as const;

type Template = keyof typeof TEMPLATES;

const parsed = new Map<Template, Statement>();

function template(name: Template): Statement {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const [statement] = parse(TEMPLATES[name]).statements;
  if (statement === undefined) throw new Error(`the template of ${name} is a statement`);
  parsed.set(name, statement);
  return statement;
}

export function textStatement(statement: TextStatement): Statement {
  const { verb, column, source, args, span } = statement;
  const name = source === null ? verb : 'SOURCE';
  const [pointer, first, second, third] = args;
  const nothing: Expression = { kind: 'null', span };
  const places: Places = {
    span,
    names: new Map([...columnPlaces(column, '$c', '$t'), ...(source === null ? [] : columnPlaces(source, '$d', '$u'))]),
    variables: new Map<string, Expression>([
      ['@pointer', pointer ?? nothing],
      ['@first', first ?? nothing],
      ['@second', second ?? nothing],
      ['@third', third ?? nothing],
    ]),
  };
  return filled(template(name), places) as Statement;
}

interface Places {
  readonly span: Span;
  /** The parts that stand for a name of the template. */
  readonly names: ReadonlyMap<string, readonly Identifier[]>;
  readonly variables: ReadonlyMap<string, Expression>;
}

/** `table.column`: the last part is the column, the rest the table. */
function columnPlaces({ parts }: ObjectName, column: string, table: string): readonly (readonly [string, readonly Identifier[]])[] {
  return [
    [column, parts.slice(-1)],
    [table, parts.slice(0, -1)],
  ];
}

/** A copy of the template with everything in its place; a tree is plain data. */
function filled(node: unknown, places: Places): unknown {
  if (Array.isArray(node)) return node.map((item) => filled(item, places));
  if (typeof node !== 'object' || node === null) return node;
  const { kind } = node as { readonly kind?: string };
  if (kind === 'variable') return places.variables.get((node as { readonly name: string }).name) ?? node;
  if (kind === 'name') return filledName(node as ObjectName, places);
  if (kind === 'identifier') return places.names.get((node as Identifier).value)?.[0] ?? node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'span' ? places.span : filled(value, places)]));
}

function filledName(name: ObjectName, { names, span }: Places): ObjectName {
  return { ...name, parts: names.get(name.parts[0]?.value ?? '') ?? name.parts, span };
}
