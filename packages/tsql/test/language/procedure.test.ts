/** Drafts as procedures: what is read from them, what is refused, and what is deployed. */
import { describe, expect, test } from 'vitest';
import { draftPosition, parse, parseProcedure, signature, toCreateOrAlter } from '../../src/index.ts';

const OWN = { schema: 'dbo', name: 'p' };

/** Code and line of each finding. */
function findings(text: string): readonly string[] {
  return parseProcedure(text).diagnostics.map(({ code, line }) => `${code} line ${line}`);
}

describe('drafts', () => {
  test('a header', () => {
    const text = '-- why\nALTER PROC sales.[my p] @a int = 1\nWITH RECOMPILE\nAS\nSELECT @a';
    const { header, bodySpan, diagnostics } = parseProcedure(text);
    expect(diagnostics).toEqual([]);
    expect(header).toMatchObject({ form: 'alter', schema: 'sales', name: 'my p', options: ['RECOMPILE'] });
    expect(text.slice(header!.span.start, header!.span.end)).toMatch(/^ALTER PROC[\s\S]*AS$/);
    expect(text.slice(bodySpan.start, bodySpan.end)).toBe('SELECT @a');
  });

  test('a body alone has no header and may return a value', () => {
    const { header, diagnostics } = parseProcedure('SET NOCOUNT ON;\nRETURN 1;');
    expect(header).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  const REFUSED: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['another batch', 'CREATE PROC p AS SELECT 1\nGO\n\nSELECT 2', ['draft-second-batch line 4']],
    ['several procedures in two batches', 'CREATE PROC p AS SELECT 1\nGO\nCREATE PROC q AS SELECT 2', ['draft-second-batch line 3']],
    ['several procedures in one batch', 'CREATE PROC p AS SELECT 1\nCREATE PROC q AS SELECT 2', ['156 line 2']],
    ['a statement before the header', 'SELECT 1\nCREATE PROC p AS SELECT 1', ['draft-before-header line 1']],
    ['a view', 'CREATE VIEW v AS SELECT 1 AS a', ['draft-not-a-procedure line 1']],
    ['a syntax error', 'CREATE PROC p AS\nSELECT FROM t', ['156 line 2']],
    ['a setting that would be lost', 'SET QUOTED_IDENTIFIER OFF\nGO\nCREATE PROC p AS SELECT 1', ['draft-setting line 1']],
    ['GO at the end', 'CREATE PROC p AS SELECT 1\nGO\n', []],
    ['settings as tools script them', 'SET ANSI_NULLS ON\nGO\nSET QUOTED_IDENTIFIER ON\nGO\n-- c\nCREATE PROC p AS SELECT 1\nGO', []],
    ['GO inside a comment', 'CREATE PROC p AS /*\nGO\n*/ SELECT 1', []],
  ];

  test.for(REFUSED)('%s', ([, text, expected]) => expect(findings(text)).toEqual(expected));
});

describe('signature', () => {
  test('types in pieces, defaults as text and as JSON', () => {
    const text = `CREATE PROC p @a int, @b decimal(9, 2) = -1.50, @c nvarchar(max) = N'it''s' OUTPUT, @d dbo.IdList READONLY, @e datetime2 = NULL,
      @f bigint = 9007199254740993, @g varchar = abc AS SELECT 1`;
    const found = signature(text);
    expect(found.map(({ name, type, default: value }) => [name, type, value])).toEqual([
      ['@a', 'int', undefined],
      ['@b', 'decimal(9, 2)', '-1.50'],
      ['@c', 'nvarchar(max)', "N'it''s'"],
      ['@d', 'dbo.IdList', undefined],
      ['@e', 'datetime2', 'NULL'],
      ['@f', 'bigint', '9007199254740993'],
      ['@g', 'varchar', "'abc'"],
    ]);
    expect(found.map(({ structure }) => structure)).toEqual([
      { base: 'int' },
      { base: 'decimal', precision: 9, scale: 2 },
      { base: 'nvarchar', length: 'max' },
      { base: 'IdList', userType: 'dbo.IdList' },
      { base: 'datetime2', scale: 7 },
      { base: 'bigint' },
      { base: 'varchar', length: 1 },
    ]);
    expect(found.map(({ defaultValue }) => defaultValue)).toEqual([undefined, -1.5, "it's", undefined, null, '9007199254740993', 'abc']);
    expect(found.map(({ output, readonly, hasDefault }) => [output, readonly, hasDefault])[2]).toEqual([true, false, true]);
  });

  test('a body alone has none', () => expect(signature('SELECT 1')).toEqual([]));
});

describe('deployment', () => {
  const DEPLOYED: readonly (readonly [text: string, sql: string])[] = [
    ['CREATE PROC p AS SELECT 1', 'CREATE OR ALTER PROC [dbo].[p] AS SELECT 1'],
    ['ALTER PROCEDURE dbo.P @a int AS SELECT 1', 'CREATE OR ALTER PROCEDURE [dbo].[p] @a int AS SELECT 1'],
    ['create or alter proc [dbo].[p] as select 1', 'create or alter proc [dbo].[p] as select 1'],
    ['-- ALTER PROC x\nALTER PROC p AS SELECT 1', '-- ALTER PROC x\nCREATE OR ALTER PROC [dbo].[p] AS SELECT 1'],
    ['SELECT 1', 'CREATE OR ALTER PROCEDURE [dbo].[p]\nAS\nSELECT 1'],
    ['SET ANSI_NULLS ON\nGO\nCREATE PROC p AS SELECT 1\nGO\n', '\nCREATE OR ALTER PROC [dbo].[p] AS SELECT 1\n'],
  ];

  test.for(DEPLOYED)('%j', ([text, sql]) => {
    const result = toCreateOrAlter(text, OWN);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    expect(result.deployment.sql.trim()).toBe(sql.trim());
    expect(parse(result.deployment.sql).diagnostics).toEqual([]);
  });

  const MAPPED: readonly string[] = [
    '-- c\nCREATE PROC p @a int AS\nSELECT ¦',
    'CREATE PROC p AS SELECT ¦',
    'ALTER\nPROC\n  dbo . p\nAS SELECT ¦',
    'SET NOCOUNT ON;\nSELECT ¦',
    'SET ANSI_NULLS ON\nGO\n\nCREATE PROC p AS\n  SELECT ¦',
    '\n\nSET ANSI_NULLS ON\nGO\n-- x\nSELECT ¦',
  ];

  test.for(MAPPED)('places map back: %j', (marked) => {
    const text = marked.replace('¦', 'Zz');
    const result = toCreateOrAlter(text, OWN);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const { sql, map } = result.deployment;
    expect(draftPosition(map, place(sql, 'Zz'))).toEqual(place(text, 'Zz'));
  });

  test('another name in the header is an error that names both', () => {
    const result = toCreateOrAlter('CREATE PROC sales.q AS SELECT 1', OWN);
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'draft-other-name', line: 1, column: 13 }] });
    if (!result.ok) expect(result.diagnostics[0]!.message).toBe('The header names [sales].[q], but this procedure is [dbo].[p].');
  });

  test('nothing to deploy', () =>
    expect(toCreateOrAlter('-- later\n', OWN)).toMatchObject({ ok: false, diagnostics: [{ code: 'draft-empty' }] }));
});

function place(text: string, word: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}
