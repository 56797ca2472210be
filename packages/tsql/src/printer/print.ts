/**
 * Tree to text. The text is readable, stable (printing what was read from it yields the same text) and faithful: it parses to the tree
 * that was printed. Comments and layout of the original are gone; who needs them keeps the original text.
 */
import type { Statement } from '../ast/index.ts';
import { ADMIN_RULES } from './admin.ts';
import { BROKER_RULES } from './broker.ts';
import { DML_RULES } from './dml.ts';
import { EXPRESSION_RULES } from './expression.ts';
import { MODULE_RULES, OBJECT_RULES } from './module.ts';
import { NAME_RULES } from './names.ts';
import type { Out, Printable, Rules } from './out.ts';
import { PROCEDURAL_RULES, statementLines, terminated } from './procedural.ts';
import { QUERY_RULES } from './query.ts';
import { SESSION_RULES } from './session.ts';
import { SOURCE_RULES } from './source.ts';
import { ELEMENT_RULES, TABLE_RULES } from './table.ts';

/** Prints a node, or statements one a line, each with its semicolon. */
export function print(node: Printable | readonly Statement[]): string {
  const out = level(0);
  if (isList(node)) return node.length === 0 ? '' : `${statementLines(node, out)}\n`;
  return isStatement(node) ? terminated(node, out) : out.node(node);
}

const STATEMENT_RULES: Rules<Statement> = {
  ...DML_RULES,
  ...PROCEDURAL_RULES,
  ...SESSION_RULES,
  ...TABLE_RULES,
  ...MODULE_RULES,
  ...OBJECT_RULES,
  ...ADMIN_RULES,
  ...BROKER_RULES,
};

const RULES: Rules<Printable> = {
  ...NAME_RULES,
  ...EXPRESSION_RULES,
  ...QUERY_RULES,
  ...SOURCE_RULES,
  ...ELEMENT_RULES,
  ...STATEMENT_RULES,
  ...ADMIN_RULES,
};

const LEVELS: Out[] = [];

/** The printer at a depth of indentation; made once. */
function level(depth: number): Out {
  const known = LEVELS[depth];
  if (known !== undefined) return known;
  const out: Out = {
    node: (node) => render(node, out),
    line: `\n${'  '.repeat(depth)}`,
    get inner() {
      return level(depth + 1);
    },
  };
  LEVELS[depth] = out;
  return out;
}

function render(node: Printable, out: Out): string {
  // The table is checked kind by kind; TypeScript cannot pair a kind that it does not know with its node.
  const rule = RULES[node.kind] as (node: Printable, out: Out) => string;
  return rule(node, out);
}

function isList(node: Printable | readonly Statement[]): node is readonly Statement[] {
  return Array.isArray(node);
}

function isStatement(node: Printable): node is Statement {
  return node.kind in STATEMENT_RULES;
}
