import { parse } from '@sprocket/tsql';
import { describe, expect, test } from 'vitest';
import { DECLARATION, resolveType } from '../../src/bind/types.ts';
import { SqlError } from '../../src/errors.ts';
import { flatten } from '../../src/program/flatten.ts';
import { type Program, visibleVariables } from '../../src/program/program.ts';

const TYPES: Parameters<typeof flatten>[1] = {
  scalar: (reference) => resolveType(reference, DECLARATION, null),
  table: () => {
    throw new Error('no table variables here');
  },
  instance: (_, table) => table,
};

function program(text: string): Program {
  const { statements, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return flatten(statements, TYPES);
}

/** Kinds with their targets: `jumpUnless→3`, `jump→5@0`. */
const shape = (text: string): readonly string[] =>
  program(text).code.map((code) => {
    if (code.kind === 'jump') return `jump→${code.target}@${code.depth}`;
    if (code.kind === 'jumpUnless') return `jumpUnless→${code.target}`;
    return code.kind === 'enterTry' ? `enterTry→${code.handler}` : code.kind;
  });

describe('control flow becomes jumps', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['IF', 'IF 1 = 1 PRINT 1', ['jumpUnless→2', 'print']],
    ['IF and ELSE', 'IF 1 = 1 PRINT 1 ELSE PRINT 2', ['jumpUnless→3', 'print', 'jump→4@0', 'print']],
    ['WHILE with BREAK and CONTINUE', 'WHILE 1 = 1 BEGIN BREAK; CONTINUE; END', ['jumpUnless→4', 'jump→4@0', 'jump→0@0', 'jump→0@0']],
    ['GOTO in both directions', 'a: GOTO b; GOTO a; b: PRINT 1', ['jump→2@0', 'jump→0@0', 'print']],
    ['TRY', 'BEGIN TRY PRINT 1 END TRY BEGIN CATCH PRINT 2 END CATCH', ['enterTry→3', 'print', 'jump→5@0', 'print', 'jump→5@0']],
    [
      'BREAK out of TRY leaves it',
      'WHILE 1 = 1 BEGIN TRY BREAK END TRY BEGIN CATCH CONTINUE END CATCH',
      ['jumpUnless→7', 'enterTry→4', 'jump→7@0', 'jump→6@0', 'jump→0@0', 'jump→6@0', 'jump→0@0'],
    ],
    ['blocks are transparent', 'BEGIN BEGIN PRINT 1 END END', ['print']],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(shape(text)).toEqual(expected);
  });
});

describe('variables', () => {
  test('get slots in the order of the text and are seen from there on', () => {
    const flat = program('DECLARE @a int = 1, @b varchar(5); PRINT @a; DECLARE @c date; PRINT @c');
    expect(flat.declarations.map(({ name, slot, type }) => [name, slot, type.name])).toEqual([
      ['@a', 0, 'int'],
      ['@b', 1, 'varchar'],
      ['@c', 2, 'date'],
    ]);
    const [first, print] = flat.code;
    expect(first).toMatchObject({ kind: 'assign', slot: 0, visible: 1 });
    expect([...visibleVariables(flat, print?.visible ?? 0).keys()]).toEqual(['@a', '@b']);
  });

  test('a compound assignment becomes the whole expression', () => {
    expect(program('DECLARE @a int; SET @a += 2').code).toMatchObject([
      { kind: 'assign', value: { kind: 'arithmetic', op: '+', left: { kind: 'variable', name: '@a' }, right: { text: '2' } } },
    ]);
  });

  const errors: readonly [string, number, number][] = [
    ['DECLARE @a int;\nDECLARE @A int', 134, 2],
    ['\nSET @a = 1', 137, 2],
    ['DECLARE @a nosuchtype', 2715, 1],
  ];
  test.each(errors)('%s', (text, number, line) => {
    const { statements } = parse(text);
    let thrown: unknown;
    try {
      flatten(statements, TYPES);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SqlError);
    expect(thrown).toMatchObject({ line });
    expect([number, 243]).toContain((thrown as SqlError).number);
  });
});
