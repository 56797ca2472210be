/** System views: shape of every view, rows of those that tools depend on, and how long many objects take. */

import { describe, expect, test } from 'vitest';
import { SYSTEM_FUNCTIONS, systemFunction } from '../../src/catalog/system-functions.ts';
import { NO_FIGURES, SYSTEM_VIEWS, systemView } from '../../src/catalog/views/index.ts';
import { objectEntries } from '../../src/catalog/views/objects.ts';
import { datetimeOf } from '../../src/catalog/views/shared.ts';
import { createWorld, NOW } from './world.ts';

const SCRIPT = `
CREATE TYPE phone FROM varchar(20);
CREATE TABLE customers (
  id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_customers PRIMARY KEY,
  code char(5) NOT NULL CONSTRAINT UQ_code UNIQUE,
  name nvarchar(40) NULL,
  phone phone NULL,
  rating decimal(5,2) NOT NULL CONSTRAINT DF_rating DEFAULT (0),
  notes nvarchar(max) NULL,
  doubled AS rating * 2,
  CONSTRAINT CK_rating CHECK (rating >= 0)
);
CREATE TABLE orders (
  id int NOT NULL PRIMARY KEY,
  customer int NOT NULL CONSTRAINT FK_customer REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX IX_name ON customers (name DESC) INCLUDE (phone);
`;

const shop = () => {
  const world = createWorld();
  world.run(SCRIPT);
  return world;
};

describe('every view', () => {
  test.each(SYSTEM_VIEWS.map((view) => [`${view.schema}.${view.name}`, view] as const))('%s has rows of its columns', (_, view) => {
    const world = shop();
    const names = view.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    expect(view.table.columns.map((column) => column.name)).toEqual(names);
    const context = { catalog: world.database(), server: world.server(), databases: () => [world.database()], live: NO_FIGURES };
    for (const row of view.rows(context)) {
      expect(row).toHaveLength(names.length);
      for (const [i, value] of row.entries()) {
        if (value === undefined || (value === null && view.columns[i]?.nullable === false))
          throw new Error(`${view.name}.${names[i]} is ${value}`);
      }
    }
  });

  test('is found by name without regard to case; ids are unique', () => {
    expect(systemView('SYS', 'Tables')?.name).toBe('tables');
    expect(systemView('information_schema', 'columns')?.schema).toBe('INFORMATION_SCHEMA');
    expect(systemView('dbo', 'sysobjects')?.schema).toBe('dbo');
    expect(systemView('dbo', 'tables')).toBeUndefined();
    expect(new Set(SYSTEM_VIEWS.map(({ id }) => id)).size).toBe(SYSTEM_VIEWS.length);
  });
});

describe('sys', () => {
  test('objects with their constraints', () => {
    expect(
      shop()
        .view('sys.objects')
        .map(({ name, type, parent_object_id }) => [name, type, parent_object_id === 0])
        .sort(),
    ).toEqual([
      ['CK_rating', 'C ', false],
      ['DF_rating', 'D ', false],
      ['FK_customer', 'F ', false],
      [expect.stringMatching(/^PK__orders__/), 'PK', false],
      ['PK_customers', 'PK', false],
      ['UQ_code', 'UQ', false],
      ['customers', 'U ', true],
      ['orders', 'U ', true],
    ]);
  });

  test('columns', () => {
    const rows = shop().view('sys.columns', ({ object_id, name }) => object_id !== null && name !== 'customer');
    expect(
      rows
        .slice(0, 7)
        .map((row) => [
          row.name,
          row.system_type_id,
          row.max_length,
          row.precision,
          row.scale,
          row.is_nullable,
          row.is_identity,
          row.is_computed,
        ]),
    ).toEqual([
      ['id', 56, 4, 10, 0, 0, 1, 0],
      ['code', 175, 5, 0, 0, 0, 0, 0],
      ['name', 231, 80, 0, 0, 1, 0, 0],
      ['phone', 167, 20, 0, 0, 1, 0, 0],
      ['rating', 106, 5, 5, 2, 0, 0, 0],
      ['notes', 231, -1, 0, 0, 1, 0, 0],
      ['doubled', 106, 5, 7, 2, 1, 0, 1],
    ]);
    expect(rows[2]?.collation_name).toBe('SQL_Latin1_General_CP1_CI_AS');
    expect(rows[3]?.user_type_id).toBe(257);
  });

  test('indexes and their columns', () => {
    const world = shop();
    expect(
      world
        .view('sys.indexes')
        .map((row) => [row.name, row.index_id, row.type_desc, row.is_unique, row.is_primary_key, row.is_unique_constraint]),
    ).toEqual([
      ['PK_customers', 1, 'CLUSTERED', 1, 1, 0],
      ['UQ_code', 2, 'NONCLUSTERED', 1, 0, 1],
      ['IX_name', 3, 'NONCLUSTERED', 0, 0, 0],
      [expect.stringMatching(/^PK__orders__/), 1, 'CLUSTERED', 1, 1, 0],
    ]);
    expect(
      world
        .view('sys.index_columns', ({ index_id }) => index_id === 3)
        .map((row) => [row.column_id, row.key_ordinal, row.is_descending_key, row.is_included_column]),
    ).toEqual([
      [3, 1, 1, 0],
      [4, 0, 0, 1],
    ]);
    world.run('CREATE TABLE heap (a int)');
    expect(world.view('sys.indexes', ({ index_id }) => index_id === 0).map(({ name, type_desc }) => [name, type_desc])).toEqual([
      [null, 'HEAP'],
    ]);
  });

  test('foreign keys', () => {
    const world = shop();
    expect(world.view('sys.foreign_keys')[0]).toMatchObject({
      name: 'FK_customer',
      referenced_object_id: world.table('customers').id,
      key_index_id: 1,
      delete_referential_action: 1,
      delete_referential_action_desc: 'CASCADE',
      update_referential_action_desc: 'NO_ACTION',
      is_system_named: 0,
    });
    expect(world.view('sys.foreign_key_columns')).toEqual([
      {
        constraint_object_id: expect.any(Number),
        constraint_column_id: 1,
        parent_object_id: world.table('orders').id,
        parent_column_id: 2,
        referenced_object_id: world.table('customers').id,
        referenced_column_id: 1,
      },
    ]);
  });

  test('definitions', () => {
    const world = shop();
    expect(world.view('sys.check_constraints').map(({ definition, parent_column_id }) => [definition, parent_column_id])).toEqual([
      ['([rating]>=(0))', 5],
    ]);
    expect(world.view('sys.default_constraints').map(({ definition, parent_column_id }) => [definition, parent_column_id])).toEqual([
      ['((0))', 5],
    ]);
    expect(world.view('sys.computed_columns').map(({ name, definition, is_persisted }) => [name, definition, is_persisted])).toEqual([
      ['doubled', '([rating]*(2))', 0],
    ]);
    expect(world.view('sys.identity_columns').map(({ name, seed_value }) => [name, seed_value])).toEqual([
      ['id', { type: expect.objectContaining({ name: 'int' }), value: 1 }],
    ]);
  });

  test('databases and schemas', () => {
    const world = shop();
    expect(world.view('sys.databases').map(({ name, database_id }) => [name, database_id])).toEqual([
      ['master', 1],
      ['tempdb', 2],
      ['model', 3],
      ['shop', 5],
    ]);
    expect(world.view('sys.schemas')).toHaveLength(13);
    expect(world.view('sys.objects')[0]?.create_date).toBe(datetimeOf(NOW));
    // 2024-01-01 is 45,290 days after 1900-01-01.
    expect(datetimeOf(NOW)).toBe(45_290 * 86_400 * 300);
  });
});

describe('INFORMATION_SCHEMA', () => {
  test('COLUMNS', () => {
    const rows = shop().view('INFORMATION_SCHEMA.COLUMNS', ({ TABLE_NAME }) => TABLE_NAME === 'customers');
    expect(
      rows.map((row) => [
        row.COLUMN_NAME,
        row.DATA_TYPE,
        row.CHARACTER_MAXIMUM_LENGTH,
        row.CHARACTER_OCTET_LENGTH,
        row.NUMERIC_PRECISION,
        row.NUMERIC_SCALE,
        row.COLUMN_DEFAULT,
        row.IS_NULLABLE,
        row.DOMAIN_NAME,
      ]),
    ).toEqual([
      ['id', 'int', null, null, 10, 0, null, 'NO', null],
      ['code', 'char', 5, 5, null, null, null, 'NO', null],
      ['name', 'nvarchar', 40, 80, null, null, null, 'YES', null],
      ['phone', 'varchar', 20, 20, null, null, null, 'YES', 'phone'],
      ['rating', 'decimal', null, null, 5, 2, '((0))', 'NO', null],
      ['notes', 'nvarchar', -1, -1, null, null, null, 'YES', null],
      ['doubled', 'decimal', null, null, 7, 2, null, 'YES', null],
    ]);
  });

  test('constraints', () => {
    const world = shop();
    expect(
      world.view('INFORMATION_SCHEMA.TABLE_CONSTRAINTS').map(({ CONSTRAINT_NAME, CONSTRAINT_TYPE }) => [CONSTRAINT_NAME, CONSTRAINT_TYPE]),
    ).toEqual([
      ['PK_customers', 'PRIMARY KEY'],
      ['UQ_code', 'UNIQUE'],
      ['CK_rating', 'CHECK'],
      [expect.stringMatching(/^PK__orders/), 'PRIMARY KEY'],
      ['FK_customer', 'FOREIGN KEY'],
    ]);
    expect(world.view('INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS')[0]).toMatchObject({
      CONSTRAINT_NAME: 'FK_customer',
      UNIQUE_CONSTRAINT_NAME: 'PK_customers',
      DELETE_RULE: 'CASCADE',
      UPDATE_RULE: 'NO ACTION',
    });
    expect(world.view('INFORMATION_SCHEMA.KEY_COLUMN_USAGE').map(({ COLUMN_NAME }) => COLUMN_NAME)).toEqual([
      'id',
      'code',
      'id',
      'customer',
    ]);
  });
});

describe('compatibility views', () => {
  test('sysobjects tells tables, views and procedures by sysstat', () => {
    const world = shop();
    world.run('CREATE VIEW v AS SELECT 1 AS a');
    world.run('CREATE PROCEDURE p AS RETURN');
    const low = (name: string) => (world.view('dbo.sysobjects', (row) => row.name === name)[0]?.sysstat as number) & 0xf;
    expect([low('customers'), low('v'), low('p')]).toEqual([3, 2, 4]);
  });

  test('syscolumns has columns and parameters', () => {
    const world = shop();
    world.run('CREATE PROCEDURE p @a int, @b varchar(9) OUTPUT AS RETURN');
    const id = world.database().objects.get('dbo.p')?.id;
    expect(
      world.view('sys.syscolumns', (row) => row.id === id).map(({ name, xtype, length, isoutparam }) => [name, xtype, length, isoutparam]),
    ).toEqual([
      ['@a', 56, 4, 0],
      ['@b', 167, 9, 1],
    ]);
  });
});

describe('system functions', () => {
  test('are found in sys; fn_ also without a schema', () => {
    expect(systemFunction('sys', 'DM_EXEC_SQL_TEXT')?.name).toBe('dm_exec_sql_text');
    expect(systemFunction('', 'dm_exec_sql_text')).toBeUndefined();
    expect(systemFunction('', 'fn_helpcollations')?.form).toBe('inline');
    expect(new Set(SYSTEM_FUNCTIONS.map(({ id }) => id)).size).toBe(SYSTEM_FUNCTIONS.length);
  });
});

test('the objects of a state of the catalog are sorted once, however many views list them', () => {
  const world = createWorld();
  const text = 'CREATE PROCEDURE p @a int, @b nvarchar(50) AS RETURN';
  world.run(text);
  const template = world.database().objects.get('dbo.p');
  if (template?.kind !== 'procedure') throw new Error('no procedure');
  const procedures = Array.from({ length: 2000 }, (_, i) => ({ ...template, id: 10_000_000 + i, name: `p${i}` }));
  const objects = new Map(procedures.map((procedure) => [`dbo.${procedure.name}`, procedure]));
  const catalog = { ...world.database(), objects, objectsById: new Map(procedures.map((procedure) => [procedure.id, procedure])) };
  const context = { catalog, server: world.server(), databases: () => [catalog], live: NO_FIGURES };
  let rows = 0;
  for (const name of ['procedures', 'parameters']) for (const _ of systemView('sys', name)?.rows(context) ?? []) rows++;
  expect(rows).toBe(6000);
  expect(objectEntries(catalog)).toBe(objectEntries(catalog));
});
