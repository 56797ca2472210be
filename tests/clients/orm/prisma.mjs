/** Prisma through its adapter for SQL Server, on the tables that its own migrations make. */

import { PrismaMssql } from '@prisma/adapter-mssql';
import { failure, main, mssqlConfiguration } from './harness.mjs';
import { PrismaClient } from './node_modules/.generated/prisma/index.js';

const SCHEMA = `
CREATE TABLE dbo.Author (id int IDENTITY(1,1) NOT NULL, name nvarchar(100) NOT NULL, CONSTRAINT Author_pkey PRIMARY KEY CLUSTERED (id), CONSTRAINT Author_name_key UNIQUE NONCLUSTERED (name));
CREATE TABLE dbo.Book (id int IDENTITY(1,1) NOT NULL, title nvarchar(1000) NOT NULL, price decimal(18,4) NOT NULL, pages bigint, cover varbinary(max), sold datetime2, flag bit NOT NULL CONSTRAINT Book_flag_df DEFAULT 1, weight float(53), code uniqueidentifier, authorId int NOT NULL, CONSTRAINT Book_pkey PRIMARY KEY CLUSTERED (id));
CREATE TABLE dbo.Tag (id int IDENTITY(1,1) NOT NULL, name nvarchar(100) NOT NULL, CONSTRAINT Tag_pkey PRIMARY KEY CLUSTERED (id), CONSTRAINT Tag_name_key UNIQUE NONCLUSTERED (name));
CREATE TABLE dbo._BookToTag (A int NOT NULL, B int NOT NULL, CONSTRAINT _BookToTag_AB_unique UNIQUE NONCLUSTERED (A, B));
ALTER TABLE dbo.Book ADD CONSTRAINT Book_authorId_fkey FOREIGN KEY (authorId) REFERENCES dbo.Author(id) ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE dbo._BookToTag ADD CONSTRAINT _BookToTag_A_fkey FOREIGN KEY (A) REFERENCES dbo.Book(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE dbo._BookToTag ADD CONSTRAINT _BookToTag_B_fkey FOREIGN KEY (B) REFERENCES dbo.Tag(id) ON DELETE CASCADE ON UPDATE CASCADE;`;

const codeOf = (error) => error.code ?? error.message.split('\n').at(-1);

const cases = {
  schema: (db) => db.$executeRawUnsafe(SCHEMA).then(() => 'made'),
  create: async (db) => {
    const author = await db.author.create({
      data: {
        name: 'Ann',
        books: {
          create: [
            {
              title: 'One',
              price: '12.3456',
              pages: 9007199254740993n,
              cover: new Uint8Array([1, 2, 255]),
              sold: new Date('2024-02-29T12:00:00.123Z'),
              weight: 1.5,
              code: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
              tags: { create: [{ name: 'red' }, { name: 'blue' }] },
            },
            { title: 'Two', price: 2, tags: { connectOrCreate: [{ where: { name: 'red' }, create: { name: 'red' } }] } },
          ],
        },
      },
      include: { books: { include: { tags: true } } },
    });
    return author;
  },
  find: (db) =>
    db.author.findMany({
      where: { name: 'ANN', books: { some: { tags: { some: { name: { startsWith: 'r' } } } } } },
      include: {
        books: { orderBy: { title: 'desc' }, include: { tags: { orderBy: { name: 'asc' } } } },
        _count: { select: { books: true } },
      },
    }),
  many: async (db) => {
    const { count } = await db.book.createMany({
      data: Array.from({ length: 300 }, (_, i) => ({ title: `b${String(i).padStart(3, '0')}`, price: i, authorId: 1 })),
    });
    const page = await db.book.findMany({ orderBy: { title: 'asc' }, skip: 10, take: 3, select: { title: true } });
    const cursor = await db.book.findMany({ orderBy: { id: 'asc' }, cursor: { id: 50 }, skip: 1, take: 2, select: { id: true } });
    const sums = await db.book.aggregate({ _sum: { price: true }, _avg: { price: true }, _max: { title: true }, _count: true });
    const groups = await db.book.groupBy({ by: ['authorId'], _count: { _all: true }, having: { price: { _max: { gt: 100 } } } });
    return {
      count,
      page,
      cursor,
      sums,
      groups,
      distinct: (await db.book.findMany({ distinct: ['authorId'], select: { authorId: true } })).length,
    };
  },
  update: async (db) => {
    const one = await db.book.update({
      where: { id: 1 },
      data: { price: { increment: 1 }, tags: { disconnect: { name: 'blue' } } },
      include: { tags: true },
    });
    const upserts = [
      await db.tag.upsert({ where: { name: 'green' }, create: { name: 'green' }, update: {} }),
      await db.tag.upsert({ where: { name: 'green' }, create: { name: 'green' }, update: { name: 'greener' } }),
    ];
    const { count } = await db.book.updateMany({ where: { price: { gte: 298 } }, data: { flag: false } });
    const removed = await db.book.deleteMany({ where: { title: { contains: 'b1' } } });
    return [one.price, one.tags, upserts, count, removed.count];
  },
  errors: async (db) => [
    await failure(db.tag.create({ data: { name: 'red' } }), codeOf),
    await failure(db.book.create({ data: { title: 'x', price: 1, authorId: 99 } }), codeOf),
    await failure(db.tag.update({ where: { id: 999 }, data: { name: 'x' } }), codeOf),
    await failure(db.author.delete({ where: { id: 1 } }), codeOf),
    await failure(db.$queryRaw`SELECT * FROM nowhere`, codeOf),
  ],
  transactions: async (db) => {
    const rolled = await failure(
      db.$transaction(async (inner) => {
        await inner.tag.create({ data: { name: 'lost' } });
        throw new Error('back');
      }),
      (error) => error.message,
    );
    await db.$transaction([db.tag.create({ data: { name: 'outer' } })], { isolationLevel: 'Serializable' });
    return [rolled, (await db.tag.findMany({ orderBy: { id: 'asc' } })).map((tag) => tag.name)];
  },
  raw: async (db) => {
    await db.$executeRawUnsafe('CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice');
    return [await db.$queryRaw`EXEC dbo.twice ${21}`, await db.$executeRaw`UPDATE Book SET weight = ${2.5} WHERE id = ${1}`];
  },
};

await main(
  cases,
  (settings) => new PrismaClient({ adapter: new PrismaMssql(mssqlConfiguration(settings)) }),
  (db) => db.$disconnect(),
);
