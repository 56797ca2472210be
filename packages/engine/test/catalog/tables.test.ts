/** CREATE, ALTER and DROP TABLE: catalog, storage, errors. */

import { describe, expect, test } from 'vitest';
import { createWorld } from './world.ts';

describe('CREATE TABLE', () => {
  test('keeps columns with type, nullability and identity', () => {
    const world = createWorld();
    expect(
      world.run('CREATE TABLE t (id int IDENTITY(10,5) PRIMARY KEY, name nvarchar(20) NOT NULL, price decimal(9,2), made datetime2)'),
    ).toEqual([]);
    const columns = world.table('t').columns.map(({ name, type, nullable, storageName }) => [name, type.name, nullable, storageName]);
    expect(columns).toEqual([
      ['id', 'int', false, 'c1'],
      ['name', 'nvarchar', false, 'c2'],
      ['price', 'decimal', true, 'c3'],
      ['made', 'datetime2', true, 'c4'],
    ]);
    expect(world.table('t').columns[0]?.identity).toEqual({ seed: 10n, increment: 5n, notForReplication: false });
    expect(world.table('t').storage).toEqual({ kind: 'database', name: 'dbo.t', rowIdColumn: 1 });
  });

  test('lays out one integer key as the row id and other keys as indexes over their collation keys', () => {
    const world = createWorld();
    world.run('CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (code char(3) PRIMARY KEY, n int NULL UNIQUE)');
    const sql = world.physical("SELECT name, sql FROM db5.sqlite_master WHERE name LIKE 'dbo.%' ORDER BY name");
    const text = sql.map(([, statement]) => String(statement));
    expect(text[0]).toBe('CREATE TABLE "dbo.a"("c1" INTEGER PRIMARY KEY)');
    expect(text[1]).toBe('CREATE TABLE "dbo.b"("c1" TEXT, "c2" INT)');
    expect(text[2]).toMatch(/^CREATE UNIQUE INDEX "dbo\.b\.PK__b__[0-9A-F]{16}" ON "dbo\.b"\(key_sql_latin1_general_cp1_ci_as\("c1"\)\)$/);
    expect(text.slice(3)).toHaveLength(2);
    expect(text[4]).toMatch(/~null1" ON "dbo\.b"\(\("c2" IS NULL\)\) WHERE "c2" IS NULL$/);
  });

  test('stored catalogs load to the same state', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (id bigint IDENTITY PRIMARY KEY, b bit NOT NULL DEFAULT 1, c AS id * 2, CHECK (id > 0))');
    world.run('CREATE SEQUENCE s START WITH 5');
    const before = world.database();
    const after = world.reload();
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect(after?.version).not.toBe(before.version);
  });

  test.each([
    [
      'CREATE TABLE t (a int, A int)',
      "2705: Column names in each table must be unique. Column name 'A' in table 't' is specified more than once.",
    ],
    [
      'CREATE TABLE t (a int IDENTITY, b int IDENTITY)',
      "2744: Multiple identity columns specified for table 't'. Only one identity column per table is allowed.",
    ],
    ['CREATE TABLE t (a int NULL IDENTITY)', "8147: Could not create IDENTITY attribute on nullable column 'a', table 't'."],
    [
      'CREATE TABLE t (a varchar(3) IDENTITY)',
      "2749: Identity column 'a' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, unencrypted, and constrained to be nonnullable.",
    ],
    ['CREATE TABLE t (a nothing)', '2715: Column, parameter, or variable #1: Cannot find data type nothing.'],
    [
      'CREATE TABLE nowhere.t (a int)',
      '2760: The specified schema name "nowhere" either does not exist or you do not have permission to use it.',
    ],
    ['CREATE TABLE nowhere.dbo.t (a int)', "2702: Database 'nowhere' does not exist."],
    ['CREATE TABLE t (a int PRIMARY KEY, b int PRIMARY KEY)', "8110: Cannot add multiple PRIMARY KEY constraints to table 't'."],
  ])('%s', (text, message) => {
    expect(createWorld().run(text)).toEqual([message]);
  });

  test.each([
    ['CREATE TABLE t (a int NULL PRIMARY KEY)', '8111'],
    ['CREATE TABLE t (a int PRIMARY KEY CLUSTERED, b int UNIQUE CLUSTERED)', '8112'],
    ['CREATE TABLE t (a int REFERENCES missing)', '1767'],
    ['CREATE TABLE t (a int, FOREIGN KEY (x) REFERENCES t (a))', '1769'],
    ['CREATE TABLE t (a int, b int REFERENCES t (a))', '1776'],
    ['CREATE TABLE t (a int PRIMARY KEY, b bigint REFERENCES t (a))', '1778'],
    ['CREATE TABLE t (a varchar(9) PRIMARY KEY, b varchar(8) REFERENCES t (a))', '1753'],
    ['CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t ON DELETE CASCADE)', '1785'],
    ['CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL REFERENCES t ON DELETE SET NULL)', '1761'],
    ['CREATE TABLE t (a int IDENTITY DEFAULT 1)', '1754'],
  ])('%s fails with %s, then 1750', (text, number) => {
    const messages = createWorld().run(text);
    expect(messages.map((message) => message.split(':')[0])).toEqual([number, '1750']);
  });

  test('a failed statement leaves nothing in the catalog', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int REFERENCES missing)');
    expect(world.database().objects.size).toBe(0);
  });

  test('a name is taken once, also by constraints', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int CONSTRAINT ck CHECK (a > 0))');
    expect(world.run('CREATE TABLE T (a int)')).toEqual(["2714: There is already an object named 'T' in the database."]);
    expect(world.run('CREATE TABLE ck (a int)')).toEqual(["2714: There is already an object named 'ck' in the database."]);
  });

  test('system names show table and column', () => {
    const world = createWorld();
    world.run('CREATE TABLE publisher_list (country varchar(30) DEFAULT 1, id int PRIMARY KEY)');
    expect(world.table('publisher_list').columns[0]?.default?.name).toMatch(/^DF__publisher__count__[0-9A-F]{8}$/);
    expect(world.table('publisher_list').keys[0]?.name).toMatch(/^PK__publishe__[0-9A-F]{16}$/);
  });

  test('nullability that is not stated follows ANSI_NULL_DFLT_ON, the key and the alias type', () => {
    const world = createWorld();
    world.run('CREATE TYPE code FROM varchar(5) NOT NULL');
    world.run('CREATE TABLE t (a int, b code, c int, d sysname, e timestamp, PRIMARY KEY (c))', { ansiNullDefault: true });
    expect(world.table('t').columns.map(({ nullable }) => nullable)).toEqual([true, false, false, false, false]);
    world.run('CREATE TABLE u (a int)', { ansiNullDefault: false });
    expect(world.table('u').columns[0]?.nullable).toBe(false);
  });

  test('computed columns take type and place; the others may refer to columns after them', () => {
    const world = createWorld();
    expect(world.run('CREATE TABLE t (total AS price * quantity, price money NOT NULL, quantity int NOT NULL)')).toEqual([]);
    expect(world.table('t').columns.map(({ name, id, type }) => [name, id, type.name])).toEqual([
      ['total', 1, 'money'],
      ['price', 2, 'money'],
      ['quantity', 3, 'int'],
    ]);
    expect(world.table('t').columns[0]?.computed).toEqual({ text: '([price]*[quantity])', persisted: false });
    expect(world.run('CREATE TABLE u (a int, b AS a + 1, c AS b + 1)')[0]).toMatch(/^1759/);
  });
});

describe('temporary tables', () => {
  test('live in the temporary schema and leave out foreign keys', () => {
    const world = createWorld();
    world.run('CREATE TABLE p (id int PRIMARY KEY)');
    const messages = world.run('CREATE TABLE #t (id int PRIMARY KEY, p int REFERENCES p)');
    expect(messages[0]).toMatch(/^info 1756/);
    expect(world.table('#t').storage).toEqual({ kind: 'temporary', name: '#t', rowIdColumn: 1 });
    expect(world.physical("SELECT name FROM temp.sqlite_master WHERE type = 'table'")).toEqual([['#t']]);
    expect(world.run('CREATE TABLE #t (a int)')).toEqual(["2714: There is already an object named '#t' in the database."]);
    world.run('CREATE INDEX i ON #t (p); ALTER TABLE #t ADD x int NOT NULL DEFAULT 3; DROP TABLE #t');
    expect(world.temporary.size).toBe(0);
    expect(world.physical('SELECT count(*) FROM temp.sqlite_master')).toEqual([[0]]);
  });
});

describe('DROP TABLE', () => {
  test('refuses a referenced table and takes triggers along', () => {
    const world = createWorld();
    world.run('CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a)');
    world.run('CREATE TRIGGER tr ON b AFTER INSERT AS RETURN');
    expect(world.run('DROP TABLE a')).toEqual(["3726: Could not drop object 'a' because it is referenced by a FOREIGN KEY constraint."]);
    expect(world.run('DROP TABLE b, a')).toEqual([]);
    expect(world.database().objects.size).toBe(0);
    expect(world.physical("SELECT name FROM db5.sqlite_master WHERE name LIKE 'dbo.%'")).toEqual([]);
  });

  test('of what is not there', () => {
    const world = createWorld();
    expect(world.run('DROP TABLE dbo.t')).toEqual([
      "3701: Cannot drop the table 'dbo.t', because it does not exist or you do not have permission.",
    ]);
    expect(world.run('DROP TABLE IF EXISTS dbo.t')).toEqual([]);
    world.run('CREATE VIEW v AS SELECT 1 AS a');
    expect(world.run('DROP TABLE v')).toEqual(["3705: Cannot use DROP TABLE with 'v' because 'v' is a view. Use DROP VIEW."]);
  });
});

describe('ALTER TABLE', () => {
  const withRows = () => {
    const world = createWorld();
    world.run('CREATE TABLE t (id int PRIMARY KEY, name varchar(10) NULL, n int NULL)');
    world.connection.execute(`INSERT INTO db5."dbo.t"(c1, c2, c3) VALUES(1, 'a', 5), (2, NULL, 5)`);
    return world;
  };

  test('ADD fills what must have a value', () => {
    const world = withRows();
    expect(
      world.run('ALTER TABLE t ADD b int NOT NULL DEFAULT 7, c int NULL DEFAULT 8, d int NULL DEFAULT 9 WITH VALUES, e int IDENTITY'),
    ).toEqual([]);
    expect(world.physical('SELECT c4, c5, c6, c7 FROM db5."dbo.t" ORDER BY c1')).toEqual([
      [7, null, 9, 1],
      [7, null, 9, 2],
    ]);
  });

  test('ADD of a column without a value for existing rows', () => {
    expect(withRows().run('ALTER TABLE t ADD b int NOT NULL')[0]).toMatch(
      /^4901: ALTER TABLE only allows columns to be added .* Column 'b' cannot be added to non-empty table 't'/,
    );
    const empty = createWorld();
    empty.run('CREATE TABLE t (a int)');
    expect(empty.run('ALTER TABLE t ADD b int NOT NULL')).toEqual([]);
  });

  test('ADD of constraints holds rows against them unless WITH NOCHECK', () => {
    const world = withRows();
    expect(world.run('ALTER TABLE t ADD CONSTRAINT ck CHECK (n > 9)')[0]).toMatch(
      /^547: The ALTER TABLE statement conflicted with the CHECK constraint "ck"/,
    );
    expect(world.run('ALTER TABLE t WITH NOCHECK ADD CONSTRAINT ck2 CHECK (n > 9)')).toEqual([]);
    expect(world.table('t').checks.at(-1)).toMatchObject({ name: 'ck2', notTrusted: true, disabled: false });
    expect(world.run('ALTER TABLE t ADD CONSTRAINT uq UNIQUE (n)')).toEqual([
      "1505: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.t' and the index name 'uq'. The duplicate key value is (5).",
      '1750: Could not create constraint or index. See previous errors.',
    ]);
    expect(world.run('ALTER TABLE t ADD PRIMARY KEY (n)')[0]).toBe("1779: Table 't' already has a primary key defined on it.");
  });

  test('DROP COLUMN names what depends on it', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int CONSTRAINT df DEFAULT 1, b int, c AS a + 1, CONSTRAINT ck CHECK (a > 0))');
    expect(world.run('ALTER TABLE t DROP COLUMN a')).toEqual([
      "5074: The object 'ck' is dependent on column 'a'.",
      "5074: The object 'df' is dependent on column 'a'.",
      "5074: The column 'c' is dependent on column 'a'.",
      '4922: ALTER TABLE DROP COLUMN a failed because one or more objects access this column.',
    ]);
    expect(world.run('ALTER TABLE t DROP CONSTRAINT ck, df, COLUMN c, a')).toEqual([]);
    expect(world.run('ALTER TABLE t ADD d int')).toEqual([]);
    expect(world.table('t').columns.map(({ name, id }) => [name, id])).toEqual([
      ['b', 2],
      ['d', 4],
    ]);
    expect(world.run('ALTER TABLE t DROP COLUMN x')).toEqual([
      "4924: ALTER TABLE DROP COLUMN failed because column 'x' does not exist in table 't'.",
    ]);
  });

  test('DROP CONSTRAINT', () => {
    const world = createWorld();
    world.run('CREATE TABLE a (id int CONSTRAINT pk PRIMARY KEY, x int); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a)');
    world.connection.execute('INSERT INTO db5."dbo.a"(c1, c2) VALUES(7, 70)');
    expect(world.run('ALTER TABLE a DROP CONSTRAINT pk')).toEqual([
      "3725: The constraint 'pk' is being referenced by table 'b', foreign key constraint 'fk'.",
      '3727: Could not drop constraint. See previous errors.',
    ]);
    expect(world.run('ALTER TABLE a DROP CONSTRAINT fk')[0]).toBe("3733: Constraint 'fk' does not belong to table 'a'.");
    expect(world.run('ALTER TABLE a DROP CONSTRAINT nothing')[0]).toBe("3728: 'nothing' is not a constraint.");
    expect(world.run('ALTER TABLE b DROP CONSTRAINT fk; ALTER TABLE a DROP CONSTRAINT pk')).toEqual([]);
    expect(world.table('a').storage.rowIdColumn).toBeNull();
    expect(world.physical('SELECT c1, c2 FROM db5."dbo.a"')).toEqual([[7, 70]]);
  });

  test('ALTER COLUMN converts values and refuses NULLs', () => {
    const world = withRows();
    expect(world.run('ALTER TABLE t ALTER COLUMN n varchar(10) NULL')).toEqual([]);
    expect(world.physical('SELECT typeof("c3~2"), "c3~2" FROM db5."dbo.t" WHERE c1 = 1')).toEqual([['text', '5']]);
    expect(world.run('ALTER TABLE t ALTER COLUMN name varchar(10) NOT NULL')).toEqual([
      "515: Cannot insert the value NULL into column 'name', table 'shop.dbo.t'; column does not allow nulls. UPDATE fails.",
    ]);
    expect(world.run('ALTER TABLE t ALTER COLUMN x int')).toEqual([
      "4924: ALTER TABLE ALTER COLUMN failed because column 'x' does not exist in table 't'.",
    ]);
    expect(world.run('ALTER TABLE t ALTER COLUMN name varchar(50) NULL')).toEqual([]);
    expect(world.table('t').columns[1]?.type.length).toBe(50);
  });

  test('NOCHECK and CHECK CONSTRAINT keep trust apart from enforcement', () => {
    const world = withRows();
    world.run('ALTER TABLE t WITH NOCHECK ADD CONSTRAINT ck CHECK (n > 9)');
    world.run('ALTER TABLE t NOCHECK CONSTRAINT ALL');
    expect(world.table('t').checks[0]).toMatchObject({ disabled: true, notTrusted: true });
    world.run('ALTER TABLE t CHECK CONSTRAINT ck');
    expect(world.table('t').checks[0]).toMatchObject({ disabled: false, notTrusted: true });
    expect(world.run('ALTER TABLE t WITH CHECK CHECK CONSTRAINT ck')[0]).toMatch(/^547/);
    expect(world.run('ALTER TABLE t NOCHECK CONSTRAINT missing')).toEqual([
      "4917: Constraint 'missing' does not exist.",
      '4916: Could not enable or disable the constraint. See previous errors.',
    ]);
  });

  test('of a missing table', () => {
    expect(createWorld().run('ALTER TABLE nothing ADD a int')).toEqual([
      '4902: Cannot find the object "nothing" because it does not exist or you do not have permissions.',
    ]);
  });
});

describe('indexes', () => {
  test('UNIQUE allows one NULL', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int NULL, b varchar(5) NULL, CONSTRAINT uq UNIQUE (a, b))');
    const insert = (values: string) => () =>
      world.connection.run(`INSERT INTO db5."dbo.t"(c1, c2) VALUES(${values})`, [], { bigints: false, functions: [] });
    insert('1, NULL')();
    insert("NULL, 'x'")();
    insert('NULL, NULL')();
    insert("1, 'x'")();
    for (const values of ['1, NULL', "NULL, 'X '", 'NULL, NULL', "1, 'X'"]) expect(insert(values)).toThrow();
  });

  test('of many nullable columns', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int, b int, c int, d int, e int, CONSTRAINT uq UNIQUE (a, b, c, d, e))');
    const insert = () => world.connection.run('INSERT INTO db5."dbo.t"(c1, c2) VALUES(1, NULL)', []);
    insert();
    expect(insert).toThrow();
  });

  test.each([
    ['a IS NOT NULL', '([a] IS NOT NULL)', '"c1" IS NOT NULL'],
    ['a = 1 AND b IS NULL', '([a]=(1) AND [b] IS NULL)', '"c1" = 1 AND "c2" IS NULL'],
    ['a IN (1, 2)', '([a] IN ((1), (2)))', '"c1" IN (1, 2)'],
    ["b <> 'x'", "([b]<>'x')", `key_sql_latin1_general_cp1_ci_as("c2") <> key_sql_latin1_general_cp1_ci_as('x')`],
  ])('filter %s', (where, definition, sql) => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int NOT NULL, b varchar(5))');
    expect(world.run(`CREATE UNIQUE INDEX ix ON t (a) WHERE ${where}`)).toEqual([]);
    expect(world.view('sys.indexes', ({ name }) => name === 'ix')[0]).toMatchObject({ has_filter: 1, filter_definition: definition });
    const [[statement] = []] = world.physical("SELECT sql FROM db5.sqlite_master WHERE name = 'dbo.t.ix'");
    expect(String(statement).split(' WHERE ')[1]).toBe(sql);
  });

  test('filters without an exact form', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int, d date)');
    expect(world.run('CREATE UNIQUE INDEX ix ON t (d) WHERE a > 1.5')[0]).toMatch(/^40510/);
    expect(world.run('CREATE INDEX ix ON t (d) WHERE a > 1.5')).toEqual([]);
  });

  test('CREATE, DISABLE, REBUILD, DROP', () => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int NOT NULL, b int, c int, CONSTRAINT pk PRIMARY KEY NONCLUSTERED (a))');
    const names = () => world.physical("SELECT name FROM db5.sqlite_master WHERE type = 'index' ORDER BY name").map(([name]) => name);
    expect(world.run('CREATE CLUSTERED INDEX ix ON t (b DESC) INCLUDE (c)')).toEqual([]);
    expect(world.table('t').indexes[0]).toMatchObject({ indexId: 1, columns: [{ columnId: 2, descending: true }], included: [3] });
    expect(world.run('CREATE INDEX ix ON t (c)')).toEqual([
      "1913: The operation failed because an index or statistics with name 'ix' already exists on table 'dbo.t'.",
    ]);
    expect(world.run('CREATE CLUSTERED INDEX iy ON t (c)')[0]).toMatch(
      /^1902: Cannot create more than one clustered index on table 't'. Drop the existing clustered index 'ix'/,
    );
    world.run('CREATE UNIQUE INDEX uq ON t (c)');
    expect(names()).toEqual(['dbo.t.ix', 'dbo.t.uq', 'dbo.t.uq~null1']);
    world.run('ALTER INDEX uq ON t DISABLE');
    expect(names()).toEqual(['dbo.t.ix']);
    world.run('ALTER INDEX ALL ON t REBUILD');
    expect(names()).toEqual(['dbo.t.ix', 'dbo.t.uq', 'dbo.t.uq~null1']);
    expect(world.run('DROP INDEX t.pk')[0]).toBe(
      "3723: An explicit DROP INDEX is not allowed on index 't.pk'. It is being used for PRIMARY KEY constraint enforcement.",
    );
    expect(world.run('DROP INDEX uq ON t, t.ix')).toEqual([]);
    expect(names()).toEqual([]);
    expect(world.run('DROP INDEX uq ON t')).toEqual([
      "3701: Cannot drop the index 't.uq', because it does not exist or you do not have permission.",
    ]);
  });

  test.each([
    ['CREATE INDEX i ON missing (a)', '1088: Cannot find the object "missing" because it does not exist or you do not have permissions.'],
    ['CREATE INDEX i ON t (x)', "1911: Column name 'x' does not exist in the target table or view."],
    ['CREATE INDEX i ON t (big)', "1919: Column 'big' in table 't' is of a type that is invalid for use as a key column in an index."],
    ['CREATE INDEX i ON t (a) INCLUDE (a)', "1909: Cannot use duplicate column names in index. Column name 'a' listed more than once."],
    ['ALTER INDEX i ON t REBUILD', "2727: Cannot find index 'i'."],
  ])('%s', (text, message) => {
    const world = createWorld();
    world.run('CREATE TABLE t (a int, big nvarchar(max))');
    expect(world.run(text)).toEqual([message]);
  });

  test('a long key is warned of', () => {
    const world = createWorld();
    const [message] = world.run('CREATE TABLE t (a nvarchar(900) NOT NULL CONSTRAINT pk PRIMARY KEY)');
    expect(message).toBe(
      "info 1945: Warning! The maximum key length for a clustered index is 900 bytes. The index 'pk' has maximum length of 1800 bytes. For some combination of large values, the insert/update operation will fail.",
    );
  });
});
