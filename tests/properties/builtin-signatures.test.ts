/** The editor's list of built-in functions has the names and numbers of arguments of the engine's tables, so that it cannot drift. */

import { BUILTIN_SIGNATURES } from '@sprocket/tsql';
import { expect, test } from 'vitest';
import { AGGREGATE_FUNCTIONS, SCALAR_FAMILIES, TABLE_FUNCTIONS, WINDOW_FUNCTIONS } from '../../packages/engine/src/functions/index.ts';

/** Functions with a grammar of their own, and those written without parentheses; those of schema sys have a dot, those nobody can write a dollar sign. */
const OWN_GRAMMAR = new Set(
  'PARSE TRY_PARSE JSON_OBJECT JSON_ARRAY CAST TRY_CAST CONVERT TRY_CONVERT COALESCE NULLIF IIF CURRENT_TIMESTAMP CURRENT_DATE CURRENT_USER SESSION_USER SYSTEM_USER USER'.split(
    ' ',
  ),
);

const engine = [...SCALAR_FAMILIES.flatMap(({ rows }) => rows), ...AGGREGATE_FUNCTIONS, ...WINDOW_FUNCTIONS, ...TABLE_FUNCTIONS].filter(
  ({ name }) => !name.startsWith('@@') && !/[ .$]/.test(name) && !OWN_GRAMMAR.has(name),
);
const editor = BUILTIN_SIGNATURES.filter(({ name }) => !OWN_GRAMMAR.has(name));

test('the same functions', () => {
  expect(new Set(editor.map(({ name }) => name))).toEqual(new Set(engine.map(({ name }) => name)));
});

/** A list that goes on has no end in the editor; the engine's limits are SQL Server's. */
const VARIADIC = 20;

test.for(engine.map((row) => [row.name, row] as const))('%s', ([name, { minArgs, maxArgs }]) => {
  const row = editor.find((item) => item.name === name)!;
  // The engine counts the expression of WITHIN GROUP as an argument; ISJSON takes a keyword behind its document.
  const hidden = name.includes('PERCENTILE_') ? 1 : 0;
  expect(row.minArgs).toBe(minArgs - hidden);
  // The binder adds where the column of TEXTPTR stands.
  if (name !== 'ISJSON' && name !== 'TEXTPTR') expect(Math.min(row.maxArgs, VARIADIC)).toBe(Math.min(maxArgs, VARIADIC) - hidden);
});
