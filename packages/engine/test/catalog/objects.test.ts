/** Modules, schemas, types, sequences, synonyms, databases, principals and permissions. */

import { describe, expect, test } from 'vitest';
import { moduleText } from '../../src/catalog/ddl/module-text.ts';
import { createWorld } from './world.ts';

describe('modules', () => {
  test('keep the text of their batch, with CREATE for ALTER', () => {
    const world = createWorld();
    world.run('-- first\nCREATE PROCEDURE p AS SELECT 1 AS a');
    const before = world.view('sys.procedures')[0];
    world.run('-- second\nALTER PROCEDURE p @a int = 5, @b nvarchar(10) OUTPUT AS SELECT 2 AS a');
    const procedure = world.database().objects.get('dbo.p');
    expect(procedure).toMatchObject({ definition: '-- second\nCREATE PROCEDURE p @a int = 5, @b nvarchar(10) OUTPUT AS SELECT 2 AS a' });
    expect(world.view('sys.procedures')[0]).toMatchObject({ object_id: before?.object_id as number, name: 'p' });
    expect(world.view('sys.parameters').map(({ name, parameter_id, is_output }) => [name, parameter_id, is_output])).toEqual([
      ['@a', 1, 0],
      ['@b', 2, 1],
    ]);
  });

  test('CREATE OR ALTER is kept as CREATE; lines stay', () => {
    const text = 'create or\n alter /* x */ procedure p as select 1';
    const kept = moduleText(text, { span: { start: 0, end: text.length }, mode: 'createOrAlter' });
    expect(kept).toBe('create \n  /* x */ procedure p as select 1');
  });

  test.each([
    ['ALTER PROCEDURE p AS RETURN', "208: Invalid object name 'p'."],
    [
      'CREATE PROCEDURE shop.dbo.p AS RETURN',
      "166: 'CREATE/ALTER PROCEDURE' does not allow specifying the database name as a prefix to the object name.",
    ],
    [
      'CREATE PROCEDURE p @a int, @A int AS RETURN',
      "134: The variable name '@A' has already been declared. Variable names must be unique within a query batch or stored procedure.",
    ],
    ['CREATE VIEW v AS SELECT 1', '4511: Create View or Function failed because no column name was specified for column 1.'],
    [
      'CREATE VIEW v AS SELECT 1 AS a, 2 AS A',
      "4506: Column names in each view or function must be unique. Column name 'A' in view or function 'v' is specified more than once.",
    ],
    ['CREATE VIEW v (a) AS SELECT 1, 2', "8158: 'v' has more columns than were specified in the column list."],
    ['CREATE VIEW v (a, b) AS SELECT 1', "8159: 'v' has fewer columns than were specified in the column list."],
    ['CREATE VIEW v AS SELECT * FROM missing', "208: Invalid object name 'missing'."],
    ['CREATE TRIGGER tr ON missing AFTER INSERT AS RETURN', "8197: The object 'missing' does not exist or is invalid for this operation."],
    ['DROP PROCEDURE p', "3701: Cannot drop the procedure 'p', because it does not exist or you do not have permission."],
    ['DROP FUNCTION dbo.f', "3701: Cannot drop the function 'dbo.f', because it does not exist or you do not have permission."],
    ['DROP PROCEDURE IF EXISTS p', undefined],
  ])('%s', (text, message) => {
    expect(createWorld().run(text)).toEqual(message === undefined ? [] : [message]);
  });

  test('a view has the columns of its query', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int NOT NULL, b varchar(5))');
    expect(world.run('CREATE VIEW v AS SELECT a, b + b AS bb, a * 1.5 AS c FROM t')).toEqual([]);
    expect(
      world
        .view('sys.columns', ({ column_id, max_length }) => column_id !== null && max_length !== null)
        .map(({ name, max_length }) => [name, max_length]),
    ).toEqual([
      ['a', 4],
      ['b', 5],
      ['a', 4],
      ['bb', 10],
      ['c', 9],
    ]);
    expect(world.run('ALTER PROCEDURE v AS RETURN')).toEqual([
      "2010: Cannot perform alter on 'v' because it is an incompatible object type.",
    ]);
    expect(world.run('DROP PROCEDURE v')).toEqual(["3705: Cannot use DROP PROCEDURE with 'v' because 'v' is a view. Use DROP VIEW."]);
  });

  test('functions of all three forms', () => {
    const world = createWorld();
    world.run('CREATE FUNCTION f (@a int) RETURNS decimal(9,2) WITH SCHEMABINDING AS BEGIN RETURN @a END');
    world.run('CREATE FUNCTION g (@a int) RETURNS TABLE AS RETURN SELECT @a AS x, 1 AS y');
    world.run('CREATE FUNCTION h () RETURNS @t TABLE (id int PRIMARY KEY, name varchar(9)) AS BEGIN RETURN END');
    expect(world.view('sys.objects').map(({ name, type }) => [name, type])).toEqual([
      ['f', 'FN'],
      ['g', 'IF'],
      ['h', 'TF'],
    ]);
    expect(world.view('sys.columns').map(({ name, is_nullable }) => [name, is_nullable])).toEqual([
      ['x', 1],
      ['y', 0],
      ['id', 0],
      ['name', 1],
    ]);
    expect(
      world.view('sys.parameters', ({ parameter_id }) => parameter_id === 0).map(({ name, precision, scale }) => [name, precision, scale]),
    ).toEqual([['', 9, 2]]);
    expect(world.view('sys.sql_modules', ({ is_schema_bound }) => is_schema_bound === 1)).toHaveLength(1);
  });

  test('schema binding keeps what is referred to', () => {
    const world = createWorld();
    world.run('CREATE TABLE dbo.t (a int)');
    world.run('CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT a FROM dbo.t');
    expect(world.run('DROP TABLE dbo.t')).toEqual(["3729: Cannot DROP TABLE 'dbo.t' because it is being referenced by object 'v'."]);
    expect(
      world
        .view('sys.sql_expression_dependencies')
        .map(({ referenced_entity_name, is_schema_bound_reference }) => [referenced_entity_name, is_schema_bound_reference]),
    ).toEqual([['t', 1]]);
  });

  test('triggers', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int)');
    expect(world.run('CREATE TRIGGER tr ON t FOR INSERT, UPDATE AS RETURN')).toEqual([]);
    expect(world.run('CREATE TRIGGER i1 ON t INSTEAD OF DELETE AS RETURN')).toEqual([]);
    expect(world.run('CREATE TRIGGER i2 ON t INSTEAD OF DELETE AS RETURN')).toEqual([
      "2111: Cannot create trigger 'i2' on table 't' because an INSTEAD OF DELETE trigger already exists on this object.",
    ]);
    expect(world.view('sys.trigger_events').map(({ type_desc }) => type_desc)).toEqual(['INSERT', 'UPDATE', 'DELETE']);
    world.run('DISABLE TRIGGER tr ON t');
    expect(
      world.view('sys.triggers').map(({ name, is_disabled, is_instead_of_trigger }) => [name, is_disabled, is_instead_of_trigger]),
    ).toEqual([
      ['tr', 1, 0],
      ['i1', 0, 1],
    ]);
    world.run('ALTER TABLE t ENABLE TRIGGER ALL');
    expect(world.view('sys.triggers', ({ is_disabled }) => is_disabled === 1)).toEqual([]);
    expect(world.run('DROP TRIGGER tr, i1')).toEqual([]);
    world.run('CREATE TRIGGER d ON DATABASE FOR CREATE_TABLE AS RETURN');
    expect(world.view('sys.triggers')[0]).toMatchObject({ name: 'd', parent_class_desc: 'DATABASE', parent_id: 0 });
    expect(world.run('DROP TRIGGER d ON DATABASE')).toEqual([]);
  });
});

describe('schemas', () => {
  test('with elements, transfer, drop', () => {
    const world = createWorld();
    expect(world.run('CREATE SCHEMA sales AUTHORIZATION dbo CREATE TABLE t (a int PRIMARY KEY) GRANT SELECT ON t TO public')).toEqual([]);
    expect(world.view('sys.schemas', ({ name }) => name === 'sales')).toEqual([{ name: 'sales', schema_id: 5, principal_id: 1 }]);
    expect(world.table('t').schema).toBe('sales');
    expect(world.run('CREATE SCHEMA sales')).toEqual([
      "2714: There is already an object named 'sales' in the database.",
      '2759: CREATE SCHEMA failed due to previous errors.',
    ]);
    expect(world.run('DROP SCHEMA sales')).toEqual(["3729: Cannot drop schema 'sales' because it is being referenced by object 't'."]);
    expect(world.run('ALTER SCHEMA dbo TRANSFER sales.t')).toEqual([]);
    expect(world.table('t')).toMatchObject({ schema: 'dbo', storage: { name: 'sales.t' } });
    expect(world.run('CREATE TABLE sales.t (a int)')).toEqual([]);
    expect(world.database().objects.get('sales.t')).toMatchObject({ storage: { name: expect.stringMatching(/^sales\.t~\d+$/) } });
    expect(world.run('DROP TABLE sales.t; DROP SCHEMA sales')).toEqual([]);
    expect(world.run('DROP SCHEMA dbo')).toEqual(["15150: Cannot drop the schema 'dbo'."]);
    expect(world.run('DROP SCHEMA x')).toEqual([
      "15151: Cannot drop the schema 'x', because it does not exist or you do not have permission.",
    ]);
  });
});

describe('types', () => {
  test('alias and table types', () => {
    const world = createWorld();
    expect(world.run('CREATE TYPE id FROM varchar(11) NOT NULL; CREATE TYPE list AS TABLE (id int PRIMARY KEY, n id)')).toEqual([]);
    expect(
      world
        .view('sys.types', ({ is_user_defined }) => is_user_defined === 1)
        .map(({ name, system_type_id, user_type_id, max_length, is_nullable }) => [
          name,
          system_type_id,
          user_type_id,
          max_length,
          is_nullable,
        ]),
    ).toEqual([
      ['id', 167, 257, 11, 0],
      ['list', 243, 258, -1, 0],
    ]);
    expect(world.view('sys.table_types')).toHaveLength(1);
    world.run('CREATE TABLE t (a id)');
    expect(world.view('sys.columns', ({ name }) => name === 'a')[0]).toMatchObject({
      system_type_id: 167,
      user_type_id: 257,
      is_nullable: 0,
    });
    expect(world.run('DROP TYPE id')).toEqual([
      "3732: Cannot drop type 'id' because it is being referenced by object 't'. There may be other objects that reference this type.",
    ]);
    expect(world.run('CREATE TYPE id FROM int')).toEqual([
      "219: The type 'dbo.id' already exists, or you do not have permission to create it.",
    ]);
    expect(world.run('DROP TYPE nothing')[0]).toMatch(/^218/);
  });
});

describe('sequences', () => {
  test('defaults, restart and limits', () => {
    const world = createWorld();
    world.run('CREATE SEQUENCE a; CREATE SEQUENCE b AS tinyint START WITH 10 INCREMENT BY -2 NO CACHE CYCLE');
    const rows = world
      .view('sys.sequences')
      .map(({ name, start_value, minimum_value, is_cycling, is_cached }) => [name, start_value, minimum_value, is_cycling, is_cached]);
    expect(rows).toEqual([
      ['a', { type: expect.objectContaining({ name: 'bigint' }), value: -9223372036854775808n }, expect.anything(), 0, 1],
      ['b', { type: expect.objectContaining({ name: 'tinyint' }), value: 10 }, expect.anything(), 1, 0],
    ]);
    const id = world.view('sys.sequences')[0]?.object_id as number;
    world.counters.set(`sequence:${id}`, 77n);
    expect(world.view('sys.sequences')[0]?.current_value).toMatchObject({ value: 77n });
    world.run('ALTER SEQUENCE a RESTART WITH 5');
    expect(world.counters.get(`sequence:${id}`)).toBeNull();
    expect(world.database().objects.get('dbo.a')).toMatchObject({ start: 5n });
    expect(world.run('CREATE SEQUENCE c INCREMENT BY 0')).toEqual(["11700: The increment for sequence object 'c' cannot be zero."]);
    expect(world.run('CREATE SEQUENCE c MINVALUE 5 MAXVALUE 5')).toEqual([
      "11705: The minimum value for sequence object 'c' must be less than its maximum value.",
    ]);
    expect(world.run('CREATE SEQUENCE c AS varchar(5)')[0]).toMatch(/^11702/);
    expect(world.run('DROP SEQUENCE a, b')).toEqual([]);
  });
});

describe('small objects', () => {
  test('synonyms, defaults, rules, statistics, partitions', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int, b int); CREATE SYNONYM s FOR other.dbo.t; CREATE STATISTICS st ON t (b, a) WITH NORECOMPUTE');
    world.run('CREATE DEFAULT d AS 5');
    world.run("CREATE RULE r AS @x IN ('a', 'b')");
    world.run(
      'CREATE PARTITION FUNCTION pf (int) AS RANGE RIGHT FOR VALUES (1, 10); CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])',
    );
    expect(world.view('sys.synonyms')[0]).toMatchObject({ name: 's', base_object_name: '[other].[dbo].[t]' });
    expect(world.view('sys.stats_columns').map(({ column_id }) => column_id)).toEqual([2, 1]);
    expect(world.view('sys.objects', ({ type }) => type === 'D ' || type === 'R ').map(({ name }) => name)).toEqual(['d', 'r']);
    expect(world.view('sys.partition_functions')[0]).toMatchObject({ name: 'pf', fanout: 3, boundary_value_on_right: 1 });
    expect(world.run('UPDATE STATISTICS t; UPDATE STATISTICS t st')).toEqual([]);
    expect(world.run('UPDATE STATISTICS x')).toEqual(["2706: Table 'x' does not exist."]);
    expect(
      world.run('DROP STATISTICS t.st; DROP SYNONYM s; DROP DEFAULT d; DROP RULE r; DROP PARTITION SCHEME ps; DROP PARTITION FUNCTION pf'),
    ).toEqual([]);
  });
});

describe('databases', () => {
  test('create, set, rename, drop', () => {
    const world = createWorld();
    expect(world.run('CREATE DATABASE [My Data] COLLATE Latin1_General_CS_AS')).toEqual([]);
    expect(
      world
        .view('sys.databases', ({ database_id }) => (database_id as number) > 4)
        .map(({ name, collation_name }) => [name, collation_name]),
    ).toEqual([
      ['shop', 'SQL_Latin1_General_CP1_CI_AS'],
      ['My Data', 'Latin1_General_CS_AS'],
    ]);
    expect(world.run('CREATE DATABASE [my data]')).toEqual(["1801: Database 'my data' already exists. Choose a different database name."]);
    expect(
      world.run(
        'ALTER DATABASE shop SET RECOVERY SIMPLE WITH NO_WAIT; ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON, AUTO_CLOSE ON',
      ),
    ).toEqual([]);
    expect(world.view('sys.databases', ({ name }) => name === 'shop')[0]).toMatchObject({
      recovery_model_desc: 'SIMPLE',
      snapshot_isolation_state: 1,
      is_auto_close_on: 1,
    });
    expect(world.run('ALTER DATABASE nothing SET RECOVERY FULL').map((message) => message.split(':')[0])).toEqual(['5011', '5069']);
    expect(world.run('ALTER DATABASE [My Data] MODIFY NAME = Other')).toEqual(["info 5073: The database name 'Other' has been set."]);
    expect(world.run('DROP DATABASE Other')).toEqual([]);
    expect(world.run('DROP DATABASE Other')).toEqual([
      "3701: Cannot drop the database 'Other', because it does not exist or you do not have permission.",
    ]);
    expect(world.run('DROP DATABASE master')).toEqual(["3708: Cannot drop the database 'master' because it is a system database."]);
    expect(world.run("BACKUP DATABASE shop TO DISK = 'x'")[0]).toMatch(/^40510: Statement 'BACKUP DATABASE' is not supported/);
  });
});

describe('principals and permissions', () => {
  test('logins, users, roles', () => {
    const world = createWorld();
    expect(world.run("CREATE LOGIN ann WITH PASSWORD = 'Secret1', DEFAULT_DATABASE = shop, CHECK_POLICY = OFF")).toEqual([]);
    expect(world.server().logins.get('ann')).toMatchObject({ passwordHash: 'hash:Secret1', defaultDatabase: 'shop', checkPolicy: false });
    expect(world.run("CREATE LOGIN ann WITH PASSWORD = 'x'")).toEqual(["15025: The server principal 'ann' already exists."]);
    expect(
      world.run('CREATE USER ann FOR LOGIN ann WITH DEFAULT_SCHEMA = guest; CREATE ROLE readers; ALTER ROLE readers ADD MEMBER ann'),
    ).toEqual([]);
    expect(
      world
        .view('sys.database_principals', ({ principal_id }) => (principal_id as number) > 4 && (principal_id as number) < 16384)
        .map(({ name, type, default_schema_name }) => [name, type, default_schema_name]),
    ).toEqual([
      ['ann', 'S', 'guest'],
      ['readers', 'R', null],
    ]);
    expect(world.view('sys.database_role_members')).toContainEqual({ role_principal_id: 6, member_principal_id: 5 });
    expect(world.run('CREATE USER ann FOR LOGIN ann')).toEqual([
      "15023: User, group, or role 'ann' already exists in the current database.",
    ]);
    expect(world.run('CREATE USER bob FOR LOGIN bob')).toEqual(["15007: 'bob' is not a valid login or you do not have permission."]);
    expect(world.run('DROP ROLE readers')).toEqual(['15144: The role has members. It must be empty before it can be dropped.']);
    expect(world.run('ALTER ROLE readers DROP MEMBER ann; DROP ROLE readers; DROP USER ann; DROP LOGIN ann')).toEqual([]);
    expect(world.run('ALTER LOGIN ann DISABLE')[0]).toMatch(/^15151: Cannot alter the login 'ann'/);
    expect(world.run('DROP USER dbo')).toEqual(["15150: Cannot drop the user 'dbo'."]);
  });

  test('GRANT, DENY and REVOKE', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int, b int); CREATE ROLE r');
    world.run(
      'GRANT SELECT, INSERT ON t TO r WITH GRANT OPTION; GRANT UPDATE (b) ON dbo.t TO r; GRANT CREATE TABLE TO r; DENY EXECUTE ON SCHEMA::dbo TO r',
    );
    const rows = () =>
      world
        .view('sys.database_permissions', ({ grantee_principal_id }) => grantee_principal_id === 5)
        .map(({ class_desc, minor_id, type, permission_name, state }) => [class_desc, minor_id, type, permission_name, state]);
    expect(rows()).toEqual([
      ['OBJECT_OR_COLUMN', 0, 'SL  ', 'SELECT', 'W'],
      ['OBJECT_OR_COLUMN', 0, 'IN  ', 'INSERT', 'W'],
      ['OBJECT_OR_COLUMN', 2, 'UP  ', 'UPDATE', 'G'],
      ['DATABASE', 0, 'CRTB', 'CREATE TABLE', 'G'],
      ['SCHEMA', 0, 'EX  ', 'EXECUTE', 'D'],
    ]);
    expect(world.run('DENY SELECT ON t TO r')).toEqual(['4611: To revoke or deny grantable privileges, specify the CASCADE option.']);
    world.run('DENY SELECT ON t TO r CASCADE; REVOKE INSERT, UPDATE (b) ON t TO r CASCADE');
    expect(rows().map(([, , , name, state]) => [name, state])).toEqual([
      ['CREATE TABLE', 'G'],
      ['EXECUTE', 'D'],
      ['SELECT', 'D'],
    ]);
    expect(world.run('GRANT SELECT ON missing TO r')).toEqual([
      "15151: Cannot find the object 'missing', because it does not exist or you do not have permission.",
    ]);
    expect(world.run('GRANT SELECT ON t TO nobody')).toEqual([
      "15151: Cannot find the user 'nobody', because it does not exist or you do not have permission.",
    ]);
  });
});

describe('DBCC', () => {
  test('CHECKIDENT', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (id int IDENTITY(1,1), a int)');
    const key = `identity:${world.table('t').id}`;
    world.counters.set(key, 12n);
    expect(world.run("DBCC CHECKIDENT ('dbo.t', RESEED, 100)")).toEqual([
      "info 7998: Checking identity information: current identity value '12', current column value '12'.",
      'info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.',
    ]);
    expect(world.counters.get(key)).toBe(100n);
    expect(world.run("DBCC CHECKIDENT ('missing')")).toEqual([
      '2501: Cannot find a table or object with the name "missing". Check the system catalog.',
    ]);
    world.run('CREATE TABLE u (a int)');
    expect(world.run('DBCC CHECKIDENT (u) WITH NO_INFOMSGS')).toEqual(["7997: 'u' does not contain an identity column."]);
    expect(world.run('DBCC USEROPTIONS WITH NO_INFOMSGS')).toEqual(['rows of Set Option, Value: [["language","us_english"]]']);
    expect(world.run('DBCC FREEPROCCACHE WITH NO_INFOMSGS')).toEqual([]);
    expect(world.run('DBCC WRITEPAGE')[0]).toMatch(/^40510: Statement 'DBCC WRITEPAGE'/);
  });
});
