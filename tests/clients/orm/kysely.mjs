/** Kysely: its migrator, typed-query forms with OUTPUT and MERGE, introspection, savepoints. */

import { Kysely, MssqlDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as Tarn from 'tarn';
import * as Tedious from 'tedious';
import { failure, main } from './harness.mjs';

const tables = {
  up: async (db) => {
    await db.schema
      .createTable('author')
      .addColumn('id', 'integer', (column) => column.identity().notNull().primaryKey())
      .addColumn('name', sql`nvarchar(100)`, (column) => column.notNull().unique())
      .addColumn('born', 'date')
      .execute();
    await db.schema
      .createTable('book')
      .addColumn('id', sql`uniqueidentifier`, (column) => column.notNull().defaultTo(sql`newid()`).primaryKey())
      .addColumn('author_id', 'integer', (column) => column.notNull().references('author.id').onDelete('cascade'))
      .addColumn('title', 'varchar(200)', (column) => column.notNull())
      .addColumn('price', 'decimal(18, 4)', (column) => column.defaultTo(0))
      .addColumn('pages', 'bigint')
      .addColumn('cover', sql`varbinary(max)`)
      .addColumn('sold', sql`datetimeoffset(3)`)
      .addColumn('label', sql`as (title + N'!')`)
      .addCheckConstraint('ck_price', sql`price >= 0`)
      .execute();
    await db.schema
      .createTable('tag')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'varchar(50)')
      .execute();
    await db.schema.createIndex('ix_title').on('book').columns(['title', 'price desc']).execute();
    await db.schema
      .createView('dear')
      .as(db.selectFrom('book').selectAll().where('price', '>', sql.lit(10)))
      .execute();
  },
  down: async (db) => {
    await db.schema.dropView('dear').execute();
    for (const name of ['tag', 'book', 'author']) await db.schema.dropTable(name).ifExists().execute();
  },
};

const change = {
  up: async (db) => {
    await db.schema.alterTable('tag').addColumn('colour', 'varchar(10)').execute();
    await db.schema
      .alterTable('tag')
      .alterColumn('name', (column) => column.setDataType('varchar(80)'))
      .execute();
    await db.schema.alterTable('tag').addUniqueConstraint('uq_tag', ['name']).execute();
    await db.schema.createSchema('extra').execute();
    await db.schema.createTable('extra.thing').addColumn('id', 'integer').execute();
  },
  down: async (db) => {
    await db.schema.dropTable('extra.thing').execute();
    await db.schema.dropSchema('extra').execute();
    await db.schema.alterTable('tag').dropConstraint('uq_tag').execute();
    await db.schema.alterTable('tag').dropColumn('colour').execute();
  },
};

const statusOf = ({ error, results }) => [
  error?.message ?? null,
  results?.map((each) => `${each.direction} ${each.migrationName} ${each.status}`),
];

const cases = {
  migrate: async ({ migrator }) => {
    const up = statusOf(await migrator.migrateToLatest());
    return [up, statusOf(await migrator.migrateDown()), statusOf(await migrator.migrateUp()), (await migrator.getMigrations()).length];
  },
  introspection: async ({ db }) => {
    const found = await db.introspection.getTables();
    return found.map((table) => [
      table.schema,
      table.name,
      table.isView,
      table.columns.map((column) =>
        [column.name, column.dataType, column.isNullable, column.isAutoIncrementing, column.hasDefaultValue].join(' '),
      ),
    ]);
  },
  insert: async ({ db }) => {
    const author = await db
      .insertInto('author')
      .values({ name: 'Ann', born: '1970-02-03' })
      .output(['inserted.id', 'inserted.name'])
      .executeTakeFirstOrThrow();
    const books = await db
      .insertInto('book')
      .values([
        {
          author_id: author.id,
          title: 'One',
          price: 12.3456,
          pages: '9007199254740993',
          cover: Buffer.from([1, 2, 255]),
          sold: new Date('2024-02-29T12:00:00.123Z'),
        },
        { author_id: author.id, title: 'Two', price: 2, pages: '3', cover: Buffer.from([]), sold: new Date(0) },
      ])
      .output(['inserted.title', 'inserted.label'])
      .execute();
    const copied = await db
      .insertInto('tag')
      .columns(['id', 'name'])
      .expression(db.selectFrom('author').select(['id', 'name']))
      .executeTakeFirst();
    return [author, books, copied.numInsertedOrUpdatedRows];
  },
  select: async ({ db }) => {
    const one = await db
      .selectFrom('book')
      .where('title', '=', 'ONE')
      .select(['title', 'price', 'pages', 'cover', 'sold', 'label'])
      .executeTakeFirst();
    const joined = await db
      .selectFrom('author')
      .leftJoin('book', 'book.author_id', 'author.id')
      .select(['author.name', 'book.title'])
      .orderBy('book.title')
      .execute();
    const paged = await db.selectFrom('book').select('title').orderBy('title').offset(1).fetch(1).execute();
    const top = await db.selectFrom('book').select('title').top(50, 'percent').orderBy('title', 'desc').execute();
    const sums = await db
      .selectFrom('book')
      .groupBy('author_id')
      .select((eb) => ['author_id', eb.fn.countAll().as('n'), eb.fn.sum('price').as('total'), eb.fn.avg('price').as('mean')])
      .having((eb) => eb.fn.countAll(), '>', 1)
      .execute();
    const ranked = await db
      .selectFrom('book')
      .select((eb) => [
        'title',
        eb.fn
          .agg('row_number')
          .over((over) => over.partitionBy('author_id').orderBy('price', 'desc'))
          .as('place'),
      ])
      .orderBy('title')
      .execute();
    const cte = await db
      .with('a', (eb) => eb.selectFrom('author').select('id'))
      .selectFrom('a')
      .selectAll()
      .execute();
    const applied = await db
      .selectFrom('author')
      .crossApply((eb) =>
        eb.selectFrom('book').top(1).whereRef('book.author_id', '=', 'author.id').select('book.title').orderBy('price').as('b'),
      )
      .select(['author.name', 'b.title'])
      .execute();
    return { one, joined, paged, top, sums, ranked, cte, applied, view: await db.selectFrom('dear').select('title').execute() };
  },
  change: async ({ db }) => {
    const updated = await db
      .updateTable('book')
      .set((eb) => ({ price: eb('price', '+', 1) }))
      .where('title', '=', 'Two')
      .output(['deleted.price as before', 'inserted.price as after'])
      .execute();
    const joined = await db
      .updateTable('book')
      .from('author')
      .set({ pages: 7 })
      .whereRef('author.id', '=', 'book.author_id')
      .where('title', '=', 'Two')
      .executeTakeFirst();
    const merged = await db
      .mergeInto('tag as t')
      .using('author as a', 'a.id', 't.id')
      .whenMatched()
      .thenUpdateSet({ name: 'merged' })
      .whenNotMatched()
      .thenInsertValues({ id: 9, name: 'new' })
      .whenNotMatchedBySource()
      .thenDelete()
      .output(['inserted.name'])
      .execute();
    const removed = await db.deleteFrom('book').top(1).where('title', '=', 'Two').output('deleted.title').execute();
    const count = await db.deleteFrom('book').where('title', '=', 'none').executeTakeFirst();
    return { updated, joined: joined.numUpdatedRows, merged, removed, count: count.numDeletedRows };
  },
  errors: async ({ db }) => {
    const numberOf = (error) => error.number ?? error.message;
    return [
      await failure(db.insertInto('author').values({ name: 'Ann' }).execute(), numberOf),
      await failure(db.insertInto('book').values({ author_id: 99, title: 'x' }).execute(), numberOf),
      await failure(db.insertInto('book').values({ author_id: 1, title: 'x', price: -1 }).execute(), numberOf),
      await failure(db.insertInto('book').values({ author_id: 1 }).execute(), numberOf),
      await failure(db.selectFrom('nowhere').selectAll().execute(), numberOf),
    ];
  },
  transactions: async ({ db }) => {
    const rolled = await failure(
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto('tag').values({ id: 100, name: 'lost' }).execute();
        throw new Error('back');
      }),
      (error) => error.message,
    );
    const controlled = await db.startTransaction().setIsolationLevel('serializable').execute();
    await controlled.insertInto('tag').values({ id: 101, name: 'outer' }).execute();
    const saved = await controlled.savepoint('here').execute();
    await saved.insertInto('tag').values({ id: 102, name: 'inner' }).execute();
    const back = await saved.rollbackToSavepoint('here').execute();
    await back.commit().execute();
    return [rolled, (await db.selectFrom('tag').select('name').orderBy('id').execute()).map((tag) => tag.name)];
  },
  stream: async ({ db }) => {
    await db
      .insertInto('tag')
      .values(Array.from({ length: 300 }, (_, index) => ({ id: 1000 + index, name: `tag ${index}` })))
      .execute();
    let rows = 0;
    for await (const tag of db.selectFrom('tag').select('id').where('id', '>=', 1000).stream(50)) rows += tag.id >= 1000 ? 1 : 0;
    return rows;
  },
  procedure: async ({ db }) => {
    await sql`CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice`.execute(db);
    return (await sql`EXEC dbo.twice ${21}`.execute(db)).rows;
  },
  down: async ({ db, migrator }) => {
    const down = [statusOf(await migrator.migrateDown()), statusOf(await migrator.migrateDown())];
    return [down, (await db.introspection.getTables()).map((table) => table.name)];
  },
};

await main(
  cases,
  ({ host, port, user, password, database }) => {
    const db = new Kysely({
      dialect: new MssqlDialect({
        tarn: { ...Tarn, options: { min: 0, max: 4 } },
        tedious: {
          ...Tedious,
          connectionFactory: () =>
            new Tedious.Connection({
              server: host,
              authentication: { type: 'default', options: { userName: user, password } },
              options: { port, database, encrypt: true, trustServerCertificate: true },
            }),
        },
      }),
    });
    return { db, migrator: new Migrator({ db, provider: { getMigrations: async () => ({ '1_tables': tables, '2_change': change }) } }) };
  },
  ({ db }) => db.destroy(),
);
