/** Knex: migrations from a source, the schema builder, introspection, queries with OUTPUT, savepoints, batches. */

import knexFactory from 'knex';
import { failure, main } from './harness.mjs';

const migrations = {
  '001_tables': {
    up: async (knex) => {
      await knex.schema.createTable('author', (table) => {
        table.increments('id');
        table.string('name', 100).notNullable().unique();
        table.date('born');
        table.boolean('active').defaultTo(true);
        table.timestamps(true, true);
      });
      await knex.schema.createTable('book', (table) => {
        table.uuid('id').primary().defaultTo(knex.fn.uuid());
        table.integer('author_id').notNullable().references('id').inTable('author').onDelete('CASCADE').index();
        table.string('title').notNullable();
        table.decimal('price', 18, 4).defaultTo(0);
        table.bigInteger('pages');
        table.binary('cover');
        table.text('body');
        table.json('details');
        table.float('weight');
        table.datetime('sold', { precision: 3 });
        table.time('opens');
        table.enu('kind', ['novel', 'essay']).defaultTo('novel');
        table.index(['title', 'price'], 'ix_book_title');
      });
      await knex.schema.createTable('tag', (table) => {
        table.increments();
        table.string('name', 50).unique('uq_tag');
      });
      await knex.schema.createTable('book_tag', (table) => {
        table.uuid('book_id').references('book.id').onDelete('CASCADE');
        table.integer('tag_id').references('tag.id');
        table.primary(['book_id', 'tag_id']);
      });
    },
    down: async (knex) => {
      for (const table of ['book_tag', 'tag', 'book', 'author']) await knex.schema.dropTable(table);
    },
  },
  '002_change': {
    up: async (knex) => {
      await knex.schema.alterTable('tag', (table) => {
        table.string('colour', 10).notNullable().defaultTo('none');
        table.integer('rank');
        table.check("colour <> ''", [], 'ck_colour');
      });
      await knex.schema.alterTable('tag', (table) => {
        table.string('name', 60).nullable().alter();
        table.renameColumn('rank', 'place');
      });
      await knex.schema.createView('tag_names', (view) => {
        view.columns(['name']);
        view.as(knex('tag').select('name'));
      });
    },
    down: async (knex) => {
      await knex.schema.dropView('tag_names');
      await knex.schema.alterTable('tag', (table) => {
        table.dropChecks('ck_colour');
        table.dropColumns('colour', 'place');
      });
    },
  },
};

const migrationSource = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => migrations[name],
};

const numberOf = (error) => error.number ?? error.message;

const cases = {
  migrate: async (knex) => {
    const [batch, names] = await knex.migrate.latest();
    const [, again] = await knex.migrate.latest();
    const [, down] = await knex.migrate.down();
    const columns = Object.keys(await knex('tag').columnInfo());
    const [, up] = await knex.migrate.up();
    return { batch, names, again, down, columns, up, version: await knex.migrate.currentVersion() };
  },
  introspection: async (knex) => ({
    tables: [
      await knex.schema.hasTable('book'),
      await knex.schema.hasTable('nowhere'),
      await knex.schema.hasColumn('book', 'title'),
      await knex.schema.hasColumn('book', 'x'),
    ],
    columns: await knex('book').columnInfo(),
    title: await knex('book').columnInfo('title'),
  }),
  insert: async (knex) => {
    const [author] = await knex('author').insert({ name: 'Ann', born: '1970-02-03' }, ['id', 'active']);
    const [book] = await knex('book')
      .insert({
        author_id: author.id,
        title: 'One',
        price: '12.3456',
        pages: '9007199254740993',
        cover: Buffer.from([1, 2, 255]),
        body: 'ü'.repeat(5000),
        details: JSON.stringify({ a: [1] }),
        weight: 1.5,
        sold: new Date('2024-02-29T12:00:00.123Z'),
        opens: '13:14:15',
      })
      .returning(['id', 'title']);
    await knex('book').insert([
      { author_id: author.id, title: 'Two' },
      { author_id: author.id, title: 'Three', price: 3 },
    ]);
    const tags = await knex('tag').insert(
      [
        { name: 'red', place: 10 },
        { name: 'blue', place: 20 },
      ],
      'id',
    );
    await knex('book_tag').insert(tags.map(({ id }) => ({ book_id: book.id, tag_id: id })));
    return [author, book.title, tags];
  },
  select: async (knex) => {
    const [one] = await knex('book')
      .where({ title: 'ONE' })
      .select('price', 'pages', 'cover', knex.raw('LEN(body) AS length'), 'details', 'weight', 'sold', 'opens', 'kind');
    const joined = await knex('book as b')
      .join('book_tag as bt', 'b.id', 'bt.book_id')
      .join('tag as t', 't.id', 'bt.tag_id')
      .orderBy('t.name')
      .select('b.title', 't.name as tag');
    const paged = await knex('book').orderBy('title').limit(1).offset(1).select('title');
    const sums = await knex('book')
      .groupBy('author_id')
      .havingRaw('COUNT(*) > ?', [1])
      .select('author_id')
      .count('* as n')
      .sum('price as total')
      .max('title as last');
    const cte = await knex
      .with('dear', knex('book').where('price', '>', 2))
      .from('dear')
      .count('* as n')
      .first();
    const union = await knex('tag').select('name').union(knex('author').select('name')).orderBy('name');
    const top = await knex('book').first('title').orderBy('price', 'desc');
    const ranked = await knex('book').select('title').rowNumber('place', 'title').orderBy('title');
    const exists = await knex('author').whereExists(knex('book').whereColumn('book.author_id', 'author.id')).pluck('name');
    return { one, joined, paged, sums, cte, union, top, ranked, exists, view: await knex('tag_names').orderBy('name').pluck('name') };
  },
  change: async (knex) => {
    const updated = await knex('book')
      .where('title', 'Two')
      .update({ price: knex.raw('price + ?', [5]) }, ['title', 'price']);
    const incremented = await knex('book').where('title', 'Two').increment('price', 2);
    const merged = await failure(knex('tag').insert({ name: 'red', place: 11 }).onConflict('name').merge(), (error) =>
      error.message.slice(0, 50),
    );
    const removed = await knex('book').where('title', 'Three').delete(['title']);
    return { updated, incremented, merged, removed };
  },
  errors: async (knex) => [
    await failure(knex('tag').insert({ name: 'red' }), numberOf),
    await failure(knex('book').insert({ author_id: 99, title: 'x' }), numberOf),
    await failure(knex('book').insert({ author_id: 1, title: 'x', kind: 'wrong' }), numberOf),
    await failure(knex('book').insert({ author_id: 1 }), numberOf),
    await failure(knex('nowhere').select(), numberOf),
    await failure(knex('book').select('nothing'), numberOf),
  ],
  transactions: async (knex) => {
    const rolled = await failure(
      knex.transaction(async (outer) => {
        await outer('tag').insert({ name: 'lost' });
        throw new Error('back');
      }),
      (error) => error.message,
    );
    await knex.transaction(
      async (outer) => {
        await outer('tag').insert({ name: 'outer' });
        await failure(
          outer.transaction(async (inner) => {
            await inner('tag').insert({ name: 'inner' });
            throw new Error('inner back');
          }),
          () => 0,
        );
        await outer.transaction((inner) => inner('tag').insert({ name: 'kept' }));
      },
      { isolationLevel: 'serializable' },
    );
    return [rolled, await knex('tag').orderBy('id').pluck('name')];
  },
  batch: async (knex) => {
    await knex.batchInsert(
      'book',
      Array.from({ length: 500 }, (_, index) => ({ author_id: 1, title: `b${index}`, price: index })),
      100,
    );
    let length = 0;
    for await (const row of knex('book').select('title').where('title', 'like', 'b%').stream()) length += row.title.length;
    return [(await knex('book').count('* as n'))[0].n, length];
  },
  schema: async (knex) => {
    await knex.schema.createSchemaIfNotExists('archive').catch(() => knex.raw('CREATE SCHEMA archive'));
    await knex.schema.withSchema('archive').createTable('old', (table) => {
      table.specificType('id', 'int').primary();
      table.datetime('at').defaultTo(knex.fn.now());
    });
    const there = await knex.schema.withSchema('archive').hasTable('old');
    await knex.schema.withSchema('archive').renameTable('old', 'older');
    await knex.schema.withSchema('archive').dropTableIfExists('older');
    await knex.schema.dropTableIfExists('nowhere');
    return there;
  },
  alter: async (knex) => {
    await knex.schema.createTable('part', (table) => {
      table.integer('id').notNullable();
      table.integer('whole');
      table.string('code', 10);
    });
    await knex.schema.alterTable('part', (table) => {
      table.primary('id', 'pk_part');
      table.unique(['code', 'whole'], { indexName: 'uq_part' });
      table.foreign('whole', 'fk_part').references('part.id');
      table.index('whole', 'ix_part');
    });
    await knex.schema.alterTable('part', (table) => {
      table.dropForeign('whole', 'fk_part');
      table.dropUnique(['code', 'whole'], 'uq_part');
      table.dropIndex('whole', 'ix_part');
      table.dropPrimary('pk_part');
      table.dropNullable('code');
    });
    await knex.schema.table('part', (table) => table.dropColumn('code'));
    const left = Object.keys(await knex('part').columnInfo());
    await knex.schema.dropTable('part');
    return left;
  },
  raw: async (knex) => {
    await knex.raw('CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice');
    return [
      await knex.raw('EXEC dbo.twice @n = ?', [21]),
      await knex.raw('SELECT :a AS a, ?? AS b FROM (SELECT 1 AS [x y]) AS q'.replace('??', ':b:'), { a: 'x', b: 'x y' }),
    ];
  },
  rollback: async (knex) => {
    await knex('book_tag').delete();
    const [, names] = await knex.migrate.rollback(undefined, true);
    return [names, await knex.schema.hasTable('author')];
  },
};

await main(
  cases,
  ({ host, port, user, password, database }) =>
    knexFactory({
      client: 'mssql',
      connection: { server: host, port, user, password, database, options: { encrypt: true, trustServerCertificate: true } },
      migrations: { migrationSource },
      pool: { min: 0, max: 4 },
    }),
  (knex) => knex.destroy(),
);
