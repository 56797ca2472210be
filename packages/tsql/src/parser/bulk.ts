/** Bulk loading and the old text pointers. */
import type { BulkColumn, BulkInsert, Expression, InsertBulk, ObjectName, TextStatement } from '../ast/index.ts';
import { isLiteral, literal } from './literals.ts';
import { dataType, identifier, isName, objectName, variable } from './names.ts';
import { columnNullability } from './nullability.ts';
import { optionsInParentheses, withOptions } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, expectWords, parenthesized, spanFrom, syntaxError } from './state.ts';

/** `BULK INSERT t FROM 'file' WITH (…)` */
export function bulkInsert(p: Parser): BulkInsert {
  const start = p.token;
  expectWords(p, 'BULK', 'INSERT');
  const table = objectName(p);
  expect(p, 'FROM');
  const file = p.rules.value(p);
  const options = accept(p, 'WITH') ? optionsInParentheses(p) : [];
  return { kind: 'bulkInsert', table, file, options, span: spanFrom(p, start) };
}

/** `INSERT BULK t (a int, …) WITH (…)` */
export function insertBulk(p: Parser): InsertBulk {
  const start = p.token;
  expectWords(p, 'INSERT', 'BULK');
  const table = objectName(p);
  const columns = at(p, '(') ? parenthesized(p, bulkColumn) : [];
  return { kind: 'insertBulk', table, columns, options: withOptions(p), span: spanFrom(p, start) };
}

function bulkColumn(p: Parser): BulkColumn {
  const start = p.token;
  const name = identifier(p);
  const type = dataType(p);
  const collation = accept(p, 'COLLATE') ? identifier(p) : null;
  const nullable = columnNullability(p);
  return { kind: 'bulkColumn', name, type, collation, nullable, span: spanFrom(p, start) };
}

/** READTEXT, WRITETEXT and UPDATETEXT; arguments stand side by side. */
export function textStatement(p: Parser): TextStatement {
  const start = advance(p);
  const verb = start.key as TextStatement['verb'];
  accept(p, 'BULK');
  const column = objectName(p);
  const args: Expression[] = [];
  const options: string[] = [];
  let source: ObjectName | null = null;
  for (;;) {
    if (acceptWords(p, 'WITH', 'LOG')) options.push('WITH LOG');
    else if (accept(p, 'HOLDLOCK')) options.push('HOLDLOCK');
    else if (p.token.type === 'variable') args.push(variable(p));
    else if (isLiteral(p)) args.push(literal(p));
    else if (verb === 'UPDATETEXT' && source === null && args.length === 3 && isName(p)) source = objectName(p);
    else break;
    accept(p, ',');
  }
  if (args.length === 0) syntaxError(p);
  return { kind: 'textStatement', verb, column, args, source, options, span: spanFrom(p, start) };
}
