/** MikroORM: its schema generator, the unit of work, relations, optimistic locks, native queries, its error classes. */

import { defineEntity, LockMode, MikroORM, p, sql } from '@mikro-orm/mssql';
import { failure, main } from './harness.mjs';

const Author = defineEntity({
  name: 'Author',
  properties: {
    id: p.integer().primary(),
    name: p.string().length(100).unique(),
    born: p.date().nullable(),
    active: p.boolean().default(true),
    version: p.integer().version(),
    created: p.datetime().defaultRaw('current_timestamp'),
    books: () => p.oneToMany(Book).mappedBy('author').orphanRemoval(),
  },
});

const Book = defineEntity({
  name: 'Book',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => crypto.randomUUID()),
    title: p.string().index('ix_book_title'),
    price: p.decimal().precision(18).scale(4).default('0'),
    details: p.json().nullable(),
    pages: p.bigint().nullable(),
    cover: p.blob().nullable(),
    text: p.text().nullable(),
    weight: p.double().nullable(),
    kind: p.enum(['novel', 'essay']).default('novel'),
    author: () => p.manyToOne(Author).deleteRule('cascade'),
    tags: () => p.manyToMany(Tag).owner(),
  },
});

const Tag = defineEntity({
  name: 'Tag',
  properties: { id: p.integer().primary(), name: p.string().length(50).unique(), books: () => p.manyToMany(Book).mappedBy('tags') },
});

const describeError = (error) => [error.name, error.number ?? error.cause?.number ?? null];

const cases = {
  schema: async (orm) => {
    await orm.schema.drop();
    await orm.schema.create();
    return orm.schema.getUpdateSchemaSQL();
  },
  create: async (orm) => {
    const em = orm.em.fork();
    const author = em.create(Author, { name: 'Ann', born: '1970-02-03' });
    const [red, blue] = ['red', 'blue'].map((name) => em.create(Tag, { name }));
    em.create(Book, {
      title: 'One',
      price: '12.3456',
      details: { a: [1, 'ü'] },
      pages: 9007199254740993n,
      cover: Buffer.from([1, 2, 255]),
      text: 'ü'.repeat(5000),
      weight: 1.5,
      author,
      tags: [red, blue],
    });
    em.create(Book, { title: 'Two', price: '2', author, tags: [red] });
    await em.flush();
    return [author.id, author.version, author.active, author.created instanceof Date];
  },
  find: async (orm) => {
    const author = await orm.em
      .fork()
      .findOneOrFail(Author, { name: 'ANN' }, { populate: ['books.tags'], orderBy: { books: { title: 'asc', tags: { name: 'asc' } } } });
    return [
      author.born,
      author.books.getItems().map(({ title, price, details, pages, cover, text, weight, kind, tags }) => ({
        title,
        price,
        details,
        pages,
        cover,
        text: text?.length,
        weight,
        kind,
        tags: tags.getItems().map((tag) => tag.name),
      })),
    ];
  },
  strategies: async (orm) => {
    const counts = [];
    for (const strategy of ['joined', 'select-in', 'balanced']) {
      const authors = await orm.em
        .fork()
        .find(Author, { books: { tags: { name: 'red' } } }, { populate: ['books', 'books.tags'], strategy });
      counts.push([authors.length, authors[0].books.length]);
    }
    return counts;
  },
  update: async (orm) => {
    const em = orm.em.fork();
    const author = await em.findOneOrFail(Author, { name: 'Ann' }, { populate: ['books'] });
    author.name = 'Anna';
    for (const book of author.books) book.price = `${Number(book.price) + 1}`;
    await em.flush();
    const other = orm.em.fork();
    const native = await other.nativeUpdate(Book, { title: 'Two' }, { kind: 'essay' });
    const stale = await failure(
      other.findOneOrFail(Author, author.id, { lockMode: LockMode.OPTIMISTIC, lockVersion: 1 }),
      (error) => error.name,
    );
    return [author.version, native, stale, (await other.find(Book, {}, { orderBy: { title: 1 } })).map((book) => book.price)];
  },
  upsert: async (orm) => {
    const em = orm.em.fork();
    const tag = await em.upsert(Tag, { name: 'red' });
    const many = await em.upsertMany(Tag, [{ name: 'red' }, { name: 'green' }]);
    return [tag.name, many.map((each) => each.name)];
  },
  errors: async (orm) => [
    await failure(orm.em.fork().insert(Tag, { name: 'red' }), describeError),
    await failure(orm.em.fork().insert(Book, { id: crypto.randomUUID(), title: 'x', author: 99 }), describeError),
    await failure(orm.em.fork().insert(Book, { id: crypto.randomUUID(), title: 'x', author: 1, kind: 'wrong' }), describeError),
    await failure(orm.em.fork().getConnection().execute('INSERT INTO tag (name) VALUES (NULL)'), describeError),
    await failure(orm.em.fork().getConnection().execute('SELECT * FROM nowhere'), describeError),
    await failure(orm.em.fork().getConnection().execute('SELECT nothing FROM tag'), describeError),
    await failure(orm.em.fork().getConnection().execute('SELECT FROM WHERE'), describeError),
  ],
  transactions: async (orm) => {
    const em = orm.em.fork();
    const rolled = await failure(
      em.transactional(async (inner) => {
        await inner.insert(Tag, { name: 'lost' });
        throw new Error('back');
      }),
      (error) => error.message,
    );
    await em.transactional(
      async (outer) => {
        await outer.insert(Tag, { name: 'outer' });
        await failure(
          outer.transactional(async (inner) => {
            await inner.insert(Tag, { name: 'inner' });
            throw new Error('inner back');
          }),
          () => 0,
        );
        await outer.findOne(Tag, { name: 'red' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      },
      { isolationLevel: 'serializable' },
    );
    return [rolled, (await orm.em.fork().find(Tag, {}, { orderBy: { id: 1 } })).map((tag) => tag.name)];
  },
  queries: async (orm) => {
    const em = orm.em.fork();
    await em.insertMany(
      Book,
      Array.from({ length: 300 }, (_, index) => ({
        id: crypto.randomUUID(),
        title: `b${String(index).padStart(3, '0')}`,
        price: String(index),
        author: 1,
      })),
    );
    const [page, total] = await em.findAndCount(Book, { title: { $like: 'b%' } }, { orderBy: { title: 1 }, limit: 3, offset: 10 });
    const sums = await em
      .createQueryBuilder(Book, 'b')
      .select(['b.kind', sql`count(*)`.as('n'), sql`sum(price)`.as('total')])
      .groupBy('b.kind')
      .orderBy({ 'b.kind': 1 })
      .execute();
    const nested = await em.find(Author, { books: { $some: { price: { $gt: 290 } } } });
    const none = await em.count(Author, { books: { $none: { price: { $gt: 1000 } } } });
    const json = await em.find(Book, { details: { a: { $ne: null } } }).then(
      (found) => found.length,
      (error) => error.message,
    );
    const limited = await em.find(Author, {}, { populate: ['books'], populateWhere: { books: { title: 'One' } }, limit: 1 });
    return { page: page.map((book) => book.title), total, sums, nested: nested.length, none, json, limited: limited[0].books.length };
  },
  remove: async (orm) => {
    const em = orm.em.fork();
    const author = await em.findOneOrFail(Author, 1, { populate: ['books'] });
    author.books.remove(author.books.getItems().find((book) => book.title === 'One'));
    await em.flush();
    const left = await em.count(Book);
    const deleted = await em.nativeDelete(Author, { id: 1 });
    return [left, deleted, await em.count(Book)];
  },
  change: async (orm) => {
    const em = orm.em.fork();
    await em.getConnection().execute('ALTER TABLE tag ADD extra int NULL CONSTRAINT df_extra DEFAULT 5; DROP INDEX ix_book_title ON book');
    const sql = await orm.schema.getUpdateSchemaSQL();
    await orm.schema.update();
    return [sql.split('\n').filter((line) => line !== ''), await orm.schema.getUpdateSchemaSQL()];
  },
  procedure: async (orm) => {
    await orm.em.getConnection().execute('CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice');
    return orm.em.getConnection().execute('EXEC dbo.twice ?', [21]);
  },
  drop: async (orm) => {
    await orm.schema.drop();
    return orm.em.getConnection().execute('SELECT name FROM sys.tables');
  },
};

await main(
  cases,
  ({ host, port, user, password, database }) =>
    MikroORM.init({
      host,
      port,
      user,
      password,
      dbName: database,
      entities: [Author, Book, Tag],
      driverOptions: { options: { trustServerCertificate: true } },
    }),
  (orm) => orm.close(true),
);
