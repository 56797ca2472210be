import { describe, expect, test } from 'vitest';
import { annotations, parse } from '../src/index.ts';

/** `key=value` of each annotation, a list a statement. */
function read(text: string): readonly (readonly string[])[] {
  const { statements, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  const found = annotations(text, statements);
  return statements.map((statement) => (found.get(statement) ?? []).map(({ key, value }) => (value === null ? key : `${key}=${value}`)));
}

describe('annotations', () => {
  test('stand on the lines before a statement, with or without a value', () => {
    expect(read('-- @sprocket:tenant\n--@sprocket:Schema = dbo \nCREATE PROC p AS SELECT 1')).toEqual([['tenant', 'schema=dbo']]);
  });

  test('@aul is the same as @sprocket', () => {
    expect(read('-- @aul:isolated=true\nSELECT 1')).toEqual([['isolated=true']]);
  });

  test('apply to the statement that follows, and to that one only', () => {
    expect(read('-- @sprocket:a\nSELECT 1;\n-- @sprocket:b=1\nSELECT 2\nSELECT 3')).toEqual([['a'], ['b=1'], []]);
  });

  test('a blank line ends the block', () => {
    expect(read('-- @sprocket:a\n\nSELECT 1')).toEqual([[]]);
    expect(read('-- @sprocket:a\n   \n-- @sprocket:b\nSELECT 1')).toEqual([['b']]);
  });

  test('other comments do not', () => {
    expect(read('-- @sprocket:a\n-- Says something.\n/* and\n more */\n-- @sprocket:b\nSELECT 1')).toEqual([['a', 'b']]);
  });

  test('a comment behind a statement does not speak for the next', () => {
    expect(read('SELECT 1 -- @sprocket:a\nSELECT 2')).toEqual([[], []]);
    expect(read('SELECT 1; -- @sprocket:a\n-- @sprocket:b\nSELECT 2')).toEqual([[], ['b']]);
  });

  test('text that only looks like one is none', () => {
    expect(read("PRINT '\n-- @sprocket:a\n'\nSELECT 1")).toEqual([[], []]);
    expect(read('/* @sprocket:a */\n-- sprocket:b\n-- @other:c\nSELECT 1')).toEqual([[]]);
  });

  test('a value may hold anything up to the end of the line', () => {
    expect(read('-- @sprocket:description=Moves orders = all of them  \r\nSELECT 1')).toEqual([['description=Moves orders = all of them']]);
    expect(read('-- @sprocket:empty=\nSELECT 1')).toEqual([['empty=']]);
  });

  test('know their line', () => {
    const text = '\n\n-- @sprocket:a\nSELECT 1';
    const { statements } = parse(text);
    expect(annotations(text, statements).get(statements[0]!)).toEqual([{ key: 'a', value: null, span: { start: 2, end: 16, line: 3 } }]);
  });

  test('are found for the statements of a procedure too', () => {
    const text = 'CREATE PROC p AS\n-- @sprocket:a\nSELECT 1\nSELECT 2';
    const [procedure] = parse(text).statements;
    const body = procedure?.kind === 'createProcedure' && procedure.body.kind === 'statementBody' ? procedure.body.statements : [];
    const found = annotations(text, body);
    expect(body.map((statement) => found.get(statement)?.map(({ key }) => key))).toEqual([['a'], undefined]);
  });
});
