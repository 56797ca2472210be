import { describe, expect, it } from 'vitest';
import { metadata } from '../../src/catalog/metadata.ts';
import { nameKey } from '../../src/catalog/model.ts';
import { NO_FIGURES } from '../../src/catalog/views/index.ts';
import type { Value } from '../../src/values/value.ts';
import { createWorld, type World } from './world.ts';

const world = createWorld();

world.run(`CREATE TABLE dbo.Thing (id int IDENTITY NOT NULL CONSTRAINT PK_Thing PRIMARY KEY, name nvarchar(40) NULL CONSTRAINT DF_name DEFAULT N'x',
  big varchar(max) NULL, price decimal(9, 3) NULL CONSTRAINT CK_price CHECK (price > 0), twice AS price * 2)`);
world.run(
  'CREATE TABLE dbo.Part (id int NOT NULL PRIMARY KEY NONCLUSTERED, thing int CONSTRAINT FK_thing REFERENCES dbo.Thing (id) ON DELETE CASCADE)',
);
world.run('CREATE UNIQUE INDEX IX_name ON dbo.Thing (name DESC, price)');
world.run('CREATE STATISTICS S_price ON dbo.Thing (price)');
world.run('CREATE TYPE dbo.Code FROM varchar(11) NOT NULL');
world.run('CREATE SCHEMA sales');
world.run('CREATE SYNONYM sales.Thing FOR dbo.Thing');
world.run('CREATE TABLE #t (a int, b nchar(5))');

/** The functions as a session in the world's database sees them. */
function functionsOf({ database, server, temporary }: World) {
  const byName = (name?: string) => (name === undefined || nameKey(name) === nameKey(database().name) ? database() : undefined);
  const tempdb = { ...database(), databaseId: 2, name: 'tempdb', objects: new Map(), objectsById: new Map(), types: new Map() };
  return metadata({
    catalogs: {
      get current() {
        return database();
      },
      get server() {
        return server();
      },
      defaultSchema: 'dbo',
      database: (name) => (name?.toLowerCase() === 'tempdb' ? tempdb : byName(name)),
      databaseById: (id) => (id === 2 ? tempdb : id === database().databaseId ? database() : undefined),
    },
    temporaryObjects: () => [...temporary.values()],
    live: NO_FIGURES,
  });
}

const { lookup } = functionsOf(world);
const idOf = (name: string): Value => lookup('OBJECT_ID', name);
const thing = idOf('Thing');

/** What a function answers, by its arguments. */
const answers = (rows: readonly (readonly [string, ...Value[]])[]): void => {
  it.each(rows.map((row) => ({ name: row[0], args: row.slice(1, -1), expected: row.at(-1) ?? null })))(
    '$name($args) is $expected',
    ({ name, args, expected }) => {
      const found = lookup(name, ...args);
      expect(typeof found === 'object' && found !== null && 'value' in found ? found.value : found).toEqual(expected);
    },
  );
};

describe('names and ids', () => {
  it('reads names of up to three parts', () => {
    expect(typeof thing).toBe('number');
    for (const name of ['dbo.Thing', '[dbo].[thing]', '"Thing"', 'shop.dbo.Thing', 'shop..Thing']) expect(idOf(name)).toBe(thing);
    for (const name of ['nothing', 'sales.nothing', 'other.dbo.Thing', 'a.b.c.d', '', '[Thing']) expect(idOf(name)).toBeNull();
    expect(idOf('sales.Thing')).not.toBe(thing);
  });

  it('finds constraints, system views and procedures', () => {
    expect(lookup('OBJECT_NAME', idOf('PK_Thing'))).toBe('PK_Thing');
    expect(lookup('OBJECT_NAME', idOf('CK_price'))).toBe('CK_price');
    expect(lookup('OBJECT_NAME', idOf('sys.tables'))).toBe('tables');
    expect(lookup('OBJECT_SCHEMA_NAME', idOf('sysobjects'))).toBe('sys');
    expect(lookup('OBJECT_NAME', idOf('master..sp_help') ?? idOf('sp_help'))).toBe('sp_help');
  });

  it('finds temporary tables in tempdb only', () => {
    expect(idOf('#t')).toBeNull();
    expect(lookup('OBJECT_NAME', idOf('tempdb..#t'), 2)).toBe('#t');
  });

  answers([
    ['OBJECT_ID', 'Thing', 'U', thing],
    ['OBJECT_ID', 'Thing', 'V ', null],
    ['OBJECT_NAME', 12345, null],
    ['OBJECT_NAME', thing, 99, null],
    ['OBJECT_DEFINITION', idOf('DF_name'), "(N'x')"],
    ['OBJECT_DEFINITION', thing, null],
    ['SCHEMA_ID', 1],
    ['SCHEMA_ID', 'SALES', 5],
    ['SCHEMA_NAME', 5, 'sales'],
    ['SCHEMA_NAME', 99, null],
    ['COL_NAME', thing, 4, 'price'],
    ['COL_NAME', thing, 9, null],
  ]);
});

describe('columns', () => {
  answers([
    ['COL_LENGTH', 'Thing', 'name', 80],
    ['COL_LENGTH', 'Thing', 'big', -1],
    ['COL_LENGTH', 'Thing', 'nothing', null],
    ['COL_LENGTH', 'tempdb..#t', 'b', 10],
    ['COL_LENGTH', 'sys.objects', 'name', 256],
    ['COLUMNPROPERTY', thing, 'ID', 'isidentity', 1],
    ['COLUMNPROPERTY', thing, 'twice', 'IsComputed ', 1],
    ['COLUMNPROPERTY', thing, 'name', 'Precision', 40],
    ['COLUMNPROPERTY', thing, 'price', 'Scale', 3],
    ['COLUMNPROPERTY', thing, 'name', 'Scale', null],
    ['COLUMNPROPERTY', thing, 'big', 'UsesAnsiTrim', 1],
    ['COLUMNPROPERTY', thing, 'name', 'UsesAnsiTrim', null],
    ['COLUMNPROPERTY', thing, 'big', 'IsIndexable', 0],
    ['COLUMNPROPERTY', thing, 'name', 'Nothing', null],
    ['COLUMNPROPERTY', 12345, 'name', 'Precision', null],
  ]);
});

describe('objects', () => {
  answers([
    ['OBJECTPROPERTY', thing, 'IsUserTable', 1],
    ['OBJECTPROPERTY', thing, 'IsView', 0],
    ['OBJECTPROPERTY', thing, 'TableHasPrimaryKey', 1],
    ['OBJECTPROPERTY', thing, 'TableHasForeignRef', 1],
    ['OBJECTPROPERTY', thing, 'TableHasForeignKey', 0],
    ['OBJECTPROPERTY', thing, 'TableHasClustIndex', 1],
    ['OBJECTPROPERTY', idOf('Part'), 'TableHasClustIndex', 0],
    ['OBJECTPROPERTY', thing, 'ExecIsQuotedIdentOn', null],
    ['OBJECTPROPERTY', idOf('FK_thing'), 'CnstIsDeleteCascade', 1],
    ['OBJECTPROPERTY', idOf('FK_thing'), 'IsForeignKey', 1],
    ['OBJECTPROPERTY', idOf('PK_Thing'), 'CnstIsClustKey', 1],
    ['OBJECTPROPERTY', idOf('CK_price'), 'CnstIsColumn', 1],
    ['OBJECTPROPERTY', idOf('sys.tables'), 'IsMSShipped', 1],
    ['OBJECTPROPERTY', thing, 'Nothing', null],
    ['OBJECTPROPERTYEX', thing, 'BaseType', 'U '],
    ['OBJECTPROPERTYEX', thing, 'Cardinality', 0n],
    ['OBJECTPROPERTYEX', thing, 'IsTable', 1],
  ]);
});

describe('indexes and statistics', () => {
  answers([
    ['INDEX_COL', 'dbo.Thing', 2, 1, 'name'],
    ['INDEX_COL', 'dbo.Thing', 2, 3, null],
    ['INDEXPROPERTY', thing, 'IX_name', 'IsUnique', 1],
    ['INDEXPROPERTY', thing, 'IX_name', 'IndexID', 2],
    ['INDEXPROPERTY', thing, 'PK_Thing', 'IsClustered', 1],
    ['INDEXPROPERTY', thing, 'S_price', 'IsStatistics', 1],
    ['INDEXPROPERTY', thing, 'nothing', 'IsUnique', null],
    ['INDEXKEY_PROPERTY', thing, 2, 1, 'IsDescending', 1],
    ['INDEXKEY_PROPERTY', thing, 2, 2, 'ColumnId', 4],
    ['STATS_DATE', thing, 77, null],
  ]);
});

describe('types', () => {
  answers([
    ['TYPE_ID', 'int', 56],
    ['TYPE_ID', 'sys.nvarchar', 231],
    ['TYPE_ID', 'code', 257],
    ['TYPE_ID', 'nothing', null],
    ['TYPE_NAME', 257, 'Code'],
    ['TYPE_NAME', 256, 'sysname'],
    ['TYPEPROPERTY', 'dbo.Code', 'Precision', 11],
    ['TYPEPROPERTY', 'dbo.Code', 'AllowsNull', 0],
    ['TYPEPROPERTY', 'decimal', 'Scale', 38],
    ['TYPEPROPERTY', 'float', 'Scale', null],
    ['TYPEPROPERTY', 'xml', 'Precision', -1],
  ]);
});

describe('the database and the server', () => {
  answers([
    ['DATABASEPROPERTYEX', 'shop', 'Status', 'ONLINE'],
    ['DATABASEPROPERTYEX', 'shop', 'collation', 'SQL_Latin1_General_CP1_CI_AS'],
    ['DATABASEPROPERTYEX', 'nothing', 'Status', null],
    ['DATABASEPROPERTY', 'shop', 'IsTruncateLog', 0],
    ['FILE_NAME', 2, 'shop_log'],
    ['FILE_ID', 'SHOP ', 1],
    ['FILEGROUP_ID', 'primary', 1],
    ['FILEGROUP_NAME', 1, 'PRIMARY'],
    ['FILEPROPERTY', 'shop', 'IsPrimaryFile', 1],
    ['SERVERPROPERTY', 'ProductVersion', '16.0.4175.1'],
    ['SERVERPROPERTY', 'EngineEdition', 3],
    ['SERVERPROPERTY', 'InstanceName', null],
    ['SERVERPROPERTY', 'Nothing', null],
  ]);

  it('does not know functions that are none of its own', () => {
    expect(lookup('NOTHING', 1)).toBeNull();
  });
});
