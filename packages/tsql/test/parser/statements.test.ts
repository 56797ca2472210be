/** The trees of procedural statements and of definitions, as far as their shape is not obvious. */
import { describe, expect, test } from 'vitest';
import { statements, tree } from '../support.ts';

const named = (...parts: string[]) => ({ parts: parts.map((value) => ({ value })) });
const kinds = (text: string) => statements(text).map(({ kind }) => kind);

describe('statements side by side', () => {
  test.for([
    ['DECLARE @v int = 7 SELECT @v SET @v = 1 PRINT @v', ['declare', 'select', 'setVariable', 'print']],
    ['IF 1 = 1 SELECT 1 SELECT 2', ['if', 'select']],
    ['EXEC p 1 EXEC q SELECT 1', ['executeProcedure', 'executeProcedure', 'select']],
    ['sp_help t SELECT 1', ['executeProcedure', 'select']],
    ['BEGIN TRAN COMMIT ROLLBACK SAVE TRAN x', ['beginTransaction', 'commitTransaction', 'rollbackTransaction', 'saveTransaction']],
    ['RETURN SELECT 1', ['return', 'select']],
    ['SELECT 1 FETCH NEXT FROM c', ['select', 'fetchCursor']],
    ['OPEN c FETCH c CLOSE c DEALLOCATE c', ['openCursor', 'fetchCursor', 'closeCursor', 'deallocateCursor']],
    ['COMMIT lbl: PRINT 1', ['commitTransaction', 'label', 'print']],
    ['UPDATE t SET a = 1 DELETE t INSERT t DEFAULT VALUES TRUNCATE TABLE t', ['update', 'delete', 'insert', 'truncate']],
    ['CREATE TABLE t (a int) CREATE INDEX i ON t (a) DROP TABLE t', ['createTable', 'createIndex', 'drop']],
    [';;PRINT 1;;', ['print']],
    ['', []],
    ['-- nothing', []],
  ] as const)('%s', ([text, expected]) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('control of flow', () => {
  test('ELSE belongs to the nearest IF', () => {
    expect(tree('IF 1 = 1 IF 2 = 2 PRINT 1 ELSE PRINT 2')).toMatchObject({
      then: { kind: 'if', otherwise: { kind: 'print' } },
      otherwise: null,
    });
  });

  test('a chain of ELSE IF nests to the right', () => {
    expect(tree('IF 1 = 1 PRINT 1 ELSE IF 2 = 2 PRINT 2 ELSE PRINT 3')).toMatchObject({
      otherwise: { kind: 'if', then: { value: { text: '2' } }, otherwise: { kind: 'print' } },
    });
  });

  test('errors', () => {
    expect(tree("THROW 50000, 'm', 1")).toMatchObject({
      error: { number: { text: '50000' }, message: { value: 'm' }, state: { text: '1' } },
    });
    expect(tree("RAISERROR ('m %d', 16, 1, @a) WITH NOWAIT")).toMatchObject({
      severity: { text: '16' },
      args: [{ name: '@a' }],
      options: ['NOWAIT'],
    });
    expect(tree('BEGIN TRY PRINT 1 END TRY BEGIN CATCH THROW; END CATCH')).toMatchObject({
      statements: [{}],
      handler: [{ kind: 'throw', error: null }],
    });
  });
});

describe('variables and calls', () => {
  test('DECLARE mixes scalars and cursors; a table is alone', () => {
    expect(tree('DECLARE @a AS int = 1, @c CURSOR')).toMatchObject({
      items: [
        { kind: 'declareVariable', type: { name: named('int') }, value: { text: '1' } },
        { kind: 'declareVariable', type: { name: named('CURSOR') }, value: null },
      ],
    });
    expect(tree('DECLARE @t AS TABLE (x int)')).toMatchObject({
      items: [{ kind: 'declareTable', elements: [{ kind: 'columnDefinition' }] }],
    });
  });

  test('EXEC', () => {
    expect(tree('EXEC @rc = dbo.p;2 1, -1, word, DEFAULT, @p = @v OUTPUT WITH RECOMPILE')).toMatchObject({
      returnVariable: { name: '@rc' },
      procedure: named('dbo', 'p'),
      number: 2,
      args: [
        { name: null, value: { text: '1' }, output: false },
        { value: { kind: 'unary' } },
        { value: { kind: 'string', value: 'word' } },
        { value: { kind: 'default' } },
        { name: { name: '@p' }, value: { name: '@v' }, output: true },
      ],
      options: { recompile: true, resultSets: null },
    });
    expect(tree("EXEC ('a' + @b) AT srv")).toMatchObject({ kind: 'executeString', text: { kind: 'arithmetic' }, at: { value: 'srv' } });
    expect(tree('{@rc = call p(1)}')).toMatchObject({ kind: 'executeProcedure', returnVariable: { name: '@rc' }, args: [{}] });
  });

  test('cursors in both syntaxes', () => {
    expect(tree('DECLARE c INSENSITIVE SCROLL CURSOR FOR SELECT 1 FOR READ ONLY')).toMatchObject({
      definition: { options: ['INSENSITIVE', 'SCROLL'], for: { kind: 'cursorReadOnly' } },
    });
    expect(tree('DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT 1 FOR UPDATE OF a')).toMatchObject({
      definition: { options: ['LOCAL', 'FAST_FORWARD'], for: { columns: [named('a')] } },
    });
    expect(tree('FETCH ABSOLUTE -1 FROM GLOBAL c INTO @a')).toMatchObject({
      direction: 'absolute',
      offset: { kind: 'unary' },
      cursor: { global: true },
      into: [{ name: '@a' }],
    });
  });

  test.for([
    ['SET NOCOUNT, XACT_ABORT ON', { kind: 'setOptions', names: ['NOCOUNT', 'XACT_ABORT'], on: true }],
    ['SET ROWCOUNT @n', { kind: 'setOption', name: 'ROWCOUNT', value: { name: '@n' } }],
    ['SET DATEFORMAT dmy', { kind: 'setOption', name: 'DATEFORMAT', value: { value: 'dmy' } }],
    ['SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', { kind: 'setIsolationLevel', level: 'REPEATABLE READ' }],
    ['SET @x += 1', { kind: 'setVariable', op: '+=' }],
    ["SET @x.modify('delete /a')", { kind: 'setMethod', args: [{ value: 'delete /a' }], value: null }],
    ['SET IDENTITY_INSERT dbo.t OFF', { kind: 'setIdentityInsert', table: named('dbo', 't'), on: false }],
  ] as const)('%s', ([text, node]) => {
    expect(tree(text)).toMatchObject(node);
  });

  test('SET QUOTED_IDENTIFIER changes how the rest of the batch is read', () => {
    expect(statements('SET QUOTED_IDENTIFIER OFF SELECT "a"')[1]).toMatchObject({
      query: { body: { items: [{ expression: { kind: 'string', value: 'a' } }] } },
    });
  });
});

describe('definitions', () => {
  test('tables', () => {
    expect(
      tree(
        "CREATE TABLE dbo.t (a int IDENTITY (1, 2) NOT NULL CONSTRAINT pk PRIMARY KEY, b AS a + 1 PERSISTED, c varchar(9) DEFAULT 'x', FOREIGN KEY (a) REFERENCES u (b) ON DELETE CASCADE, CHECK (a > 0))",
      ),
    ).toMatchObject({
      name: named('dbo', 't'),
      elements: [
        {
          name: { value: 'a' },
          nullable: false,
          identity: { seed: { text: '1' }, increment: { text: '2' } },
          constraints: [{ kind: 'primaryKey', name: { value: 'pk' }, columns: [] }],
        },
        { kind: 'computedColumn', persisted: true },
        { type: { args: [9] }, nullable: null, constraints: [{ kind: 'defaultConstraint', value: { value: 'x' }, column: null }] },
        {
          kind: 'foreignKey',
          columns: [{ value: 'a' }],
          table: named('u'),
          references: [{ value: 'b' }],
          onDelete: 'CASCADE',
          onUpdate: null,
        },
        { kind: 'check', condition: { kind: 'comparison' } },
      ],
    });
  });

  test.for([
    ['ALTER TABLE t ADD a int', { action: { kind: 'addElements', check: null } }],
    ['ALTER TABLE t WITH NOCHECK ADD CHECK (a > 0)', { action: { kind: 'addElements', check: false } }],
    [
      'ALTER TABLE t DROP CONSTRAINT a, b, COLUMN c',
      { action: { items: [{ what: 'constraint' }, { what: 'constraint' }, { what: 'column' }] } },
    ],
    ['ALTER TABLE t NOCHECK CONSTRAINT ALL', { action: { kind: 'checkConstraints', enable: false, names: null } }],
    ['ALTER TABLE t ALTER COLUMN a bigint NULL', { action: { change: { type: { name: named('bigint') }, nullable: true } } }],
    [
      'CREATE UNIQUE CLUSTERED INDEX i ON t (a DESC) INCLUDE (b) WHERE a > 1',
      { unique: true, clustered: true, columns: [{ descending: true }], include: [{}], where: {} },
    ],
    ['DROP INDEX t.i', { items: [{ index: { value: 'i' }, table: named('t') }] }],
    ['DROP PROC IF EXISTS p, q', { what: 'PROCEDURE', ifExists: true, names: [named('p'), named('q')] }],
    ['CREATE TYPE t FROM int NOT NULL', { definition: { kind: 'aliasType', nullable: false } }],
    [
      'CREATE SEQUENCE s START WITH 5 NO CYCLE',
      {
        options: [
          { name: 'START WITH', value: { text: '5' } },
          { name: 'CYCLE', no: true },
        ],
      },
    ],
    [
      'GRANT SELECT (a), EXECUTE ON OBJECT::t TO u WITH GRANT OPTION',
      { permissions: [{ name: 'SELECT', columns: [{}] }, { name: 'EXECUTE' }], securable: { class: 'OBJECT' }, withGrantOption: true },
    ],
    [
      'ALTER DATABASE d SET RECOVERY SIMPLE WITH NO_WAIT',
      { action: { kind: 'setDatabaseOptions', options: [{ name: 'RECOVERY', values: [{ value: 'SIMPLE' }] }] } },
    ],
    ['CREATE FULLTEXT INDEX ON t (a) KEY INDEX k', { kind: 'administrative', what: 'CREATE FULLTEXT INDEX' }],
    ["CREATE CERTIFICATE c WITH SUBJECT = 's'", { kind: 'administrative', what: 'CREATE CERTIFICATE', names: [named('c')] }],
    [
      'DBCC CHECKIDENT (t, RESEED, 0) WITH NO_INFOMSGS',
      { command: 'CHECKIDENT', args: [{ value: 't' }, { value: 'RESEED' }, { text: '0' }], options: [{ name: 'NO_INFOMSGS' }] },
    ],
  ] as const)('%s', ([text, node]) => {
    expect(tree(text)).toMatchObject(node);
  });

  test('procedures', () => {
    expect(
      tree(
        'CREATE OR ALTER PROC dbo.p @a int = NULL, @b dbo.tt READONLY, @c int OUT WITH RECOMPILE, EXECUTE AS OWNER AS SELECT 1; SELECT 2',
      ),
    ).toMatchObject({
      mode: 'createOrAlter',
      parameters: [
        { variable: { name: '@a' }, default: { kind: 'null' }, output: false },
        { readOnly: true, default: null },
        { output: true },
      ],
      options: [{ name: 'RECOMPILE' }, { name: 'EXECUTE AS', principal: { type: 'owner' } }],
      body: { statements: [{ kind: 'select' }, { kind: 'select' }] },
    });
  });

  test('functions of the three kinds', () => {
    expect(tree('CREATE FUNCTION f (@a int) RETURNS int AS BEGIN RETURN @a END')).toMatchObject({
      returns: { kind: 'returnsScalar' },
      body: { statements: [{ kind: 'return' }] },
    });
    expect(tree('CREATE FUNCTION f () RETURNS TABLE AS RETURN ((SELECT 1 AS a))')).toMatchObject({
      returns: { kind: 'returnsQuery' },
      body: { kind: 'select' },
    });
    expect(tree('CREATE FUNCTION f () RETURNS @t TABLE (a int) AS BEGIN RETURN END')).toMatchObject({
      returns: { variable: { name: '@t' }, elements: [{}] },
    });
  });

  test('triggers and views', () => {
    expect(tree('CREATE TRIGGER r ON t INSTEAD OF INSERT, DELETE AS PRINT 1')).toMatchObject({
      target: named('t'),
      timing: 'insteadOf',
      events: ['INSERT', 'DELETE'],
    });
    expect(tree('CREATE TRIGGER r ON ALL SERVER FOR LOGON AS PRINT 1')).toMatchObject({
      target: { kind: 'allServer' },
      timing: 'after',
      events: ['LOGON'],
    });
    expect(tree('CREATE VIEW v (a) WITH SCHEMABINDING AS SELECT 1 WITH CHECK OPTION')).toMatchObject({
      columns: [{ value: 'a' }],
      withCheckOption: true,
    });
  });

  test('the span of a module is its text', () => {
    const text = '-- before\nCREATE PROC p AS\nSELECT 1;\n-- after\n';
    const { span } = statements(text)[0]!;
    expect(text.slice(span.start, span.end)).toBe('CREATE PROC p AS\nSELECT 1;');
    expect(span.line).toBe(2);
  });
});
