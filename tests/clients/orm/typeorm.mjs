/** TypeORM: schema synchronisation, migrations, repositories with relations, transactions, its query builder. */

import 'reflect-metadata';
import { DataSource, EntitySchema, In, QueryFailedError, Table, TableColumn, TableForeignKey, TableIndex } from 'typeorm';
import { failure, main } from './harness.mjs';

const Author = new EntitySchema({
  name: 'Author',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    name: { type: 'nvarchar', length: 100, unique: true },
    born: { type: 'date', nullable: true },
    active: { type: 'bit', default: true },
    version: { type: 'int', version: true },
    createdAt: { type: 'datetime2', createDate: true },
    updatedAt: { type: 'datetime2', updateDate: true },
    deletedAt: { type: 'datetime2', deleteDate: true, nullable: true },
  },
  relations: { books: { type: 'one-to-many', target: 'Book', inverseSide: 'author', cascade: true } },
  checks: [{ name: 'ck_author_name', expression: "name <> ''" }],
});

const Book = new EntitySchema({
  name: 'Book',
  columns: {
    id: { type: 'uniqueidentifier', primary: true, generated: 'uuid' },
    title: { type: 'nvarchar', length: 200 },
    price: { type: 'decimal', precision: 18, scale: 4, default: 0 },
    details: { type: 'simple-json', nullable: true },
    pages: { type: 'bigint', nullable: true },
    cover: { type: 'varbinary', length: 'MAX', nullable: true },
    sold: { type: 'datetimeoffset', nullable: true },
    text: { type: 'nvarchar', length: 'MAX', nullable: true },
    weight: { type: 'float', nullable: true },
    opens: { type: 'time', nullable: true },
    fee: { type: 'money', nullable: true },
    kind: { type: 'simple-enum', enum: ['novel', 'essay'], default: 'novel' },
  },
  relations: {
    author: { type: 'many-to-one', target: 'Author', inverseSide: 'books', onDelete: 'CASCADE', nullable: false, joinColumn: true },
    tags: { type: 'many-to-many', target: 'Tag', inverseSide: 'books', joinTable: true, cascade: true },
  },
  indices: [{ name: 'ix_book_title', columns: ['title', 'price'] }],
});

const Tag = new EntitySchema({
  name: 'Tag',
  columns: { id: { type: 'int', primary: true, generated: true }, name: { type: 'varchar', length: 50, unique: true } },
  relations: { books: { type: 'many-to-many', target: 'Book', inverseSide: 'tags' } },
});

const Node = new EntitySchema({
  name: 'Node',
  columns: { id: { type: 'int', primary: true, generated: true }, name: { type: 'nvarchar', length: 20 } },
  trees: [{ type: 'closure-table' }],
  relations: {
    parent: { type: 'many-to-one', target: 'Node', treeParent: true, nullable: true },
    children: { type: 'one-to-many', target: 'Node', inverseSide: 'parent', treeChildren: true },
  },
});

class First1700000000001 {
  name = 'First1700000000001';
  async up(runner) {
    await runner.createTable(
      new Table({
        name: 'shop',
        columns: [
          { name: 'id', type: 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'name', type: 'nvarchar', length: '50', default: "'none'" },
          { name: 'authorId', type: 'int', isNullable: true },
        ],
      }),
    );
    await runner.createIndex('shop', new TableIndex({ name: 'ix_shop_name', columnNames: ['name'], isUnique: true }));
    await runner.createForeignKey(
      'shop',
      new TableForeignKey({
        name: 'fk_shop',
        columnNames: ['authorId'],
        referencedTableName: 'author',
        referencedColumnNames: ['id'],
        onDelete: 'SET NULL',
      }),
    );
  }
  async down(runner) {
    await runner.dropTable('shop');
  }
}

class Second1700000000002 {
  name = 'Second1700000000002';
  async up(runner) {
    await runner.addColumn('shop', new TableColumn({ name: 'city', type: 'nvarchar', length: '30', isNullable: true }));
    await runner.changeColumn(
      'shop',
      'city',
      new TableColumn({ name: 'town', type: 'nvarchar', length: '60', isNullable: false, default: "'-'" }),
    );
    await runner.renameTable('shop', 'store');
    await runner.query("INSERT INTO store (name, town) VALUES ('a', 'b')");
  }
  async down(runner) {
    await runner.renameTable('store', 'shop');
    await runner.dropColumn('shop', 'town');
  }
}

const numberOf = (error) => [error instanceof QueryFailedError, error.driverError?.number ?? error.number ?? error.message];

const cases = {
  schema: async (source) => {
    await source.synchronize(true);
    const again = await source.driver.createSchemaBuilder().log();
    return again.upQueries.map((query) => query.query);
  },
  migrations: async (source) => {
    const up = await source.runMigrations({ transaction: 'all' });
    const runner = source.createQueryRunner();
    const store = await runner.getTable('store');
    const columns = store.columns.map((column) => [column.name, column.type, column.length, column.isNullable, column.default ?? null]);
    const shape = [
      columns,
      store.indices.map((index) => [index.name, index.isUnique]),
      store.foreignKeys.map((key) => [key.referencedTableName, key.onDelete]),
    ];
    await source.undoLastMigration();
    const shop = await runner.getTable('shop');
    await source.undoLastMigration();
    const gone = await runner.hasTable('shop');
    await runner.release();
    return { up: up.map((each) => each.name), shape, undone: shop.columns.map((column) => column.name), gone };
  },
  save: async (source) => {
    const authors = source.getRepository(Author);
    const [red, blue] = await source.getRepository(Tag).save([{ name: 'red' }, { name: 'blue' }]);
    const saved = await authors.save({
      name: 'Ann',
      born: '1970-02-03',
      books: [
        {
          title: 'One',
          price: '12.3456',
          tags: [red, blue],
          details: { a: [1, 'ü'] },
          pages: '9007199254740993',
          cover: Buffer.from([1, 2, 255]),
          sold: new Date('2024-02-29T12:00:00.123Z'),
          text: 'x'.repeat(9000),
        },
        { title: 'Two', weight: 1.5, fee: 12.5, tags: [{ name: 'new' }] },
      ],
    });
    return {
      id: saved.id,
      version: saved.version,
      active: saved.active,
      ids: saved.books.map((book) => book.id.length),
      created: saved.createdAt instanceof Date,
    };
  },
  find: async (source) => {
    const found = await source
      .getRepository(Author)
      .findOne({ where: { name: 'ANN' }, relations: { books: { tags: true } }, order: { books: { title: 'ASC', tags: { name: 'ASC' } } } });
    return {
      born: found.born,
      books: found.books.map(({ id, sold, text, tags, ...book }) => ({
        ...book,
        sold,
        text: text?.length,
        tags: tags.map((tag) => tag.name),
      })),
    };
  },
  update: async (source) => {
    const authors = source.getRepository(Author);
    const ann = await authors.findOneByOrFail({ name: 'Ann' });
    ann.name = 'Anna';
    const saved = await authors.save(ann);
    const changed = await source.getRepository(Book).update({ title: 'Two' }, { price: '2.5' });
    const increment = await source.getRepository(Book).increment({ title: 'Two' }, 'price', 1);
    const two = await source.getRepository(Book).findOneByOrFail({ title: 'Two' });
    return [saved.version, changed.affected ?? null, increment.affected ?? null, two.price];
  },
  errors: async (source) => [
    await failure(source.getRepository(Tag).insert({ name: 'red' }), numberOf),
    await failure(source.getRepository(Author).insert({ name: '' }), numberOf),
    await failure(source.getRepository(Book).insert({ title: 'x', author: { id: 999 } }), numberOf),
    await failure(source.query('SELECT * FROM nowhere'), numberOf),
  ],
  transactions: async (source) => {
    const rolled = await failure(
      source.transaction(async (manager) => {
        await manager.insert(Tag, { name: 'in transaction' });
        throw new Error('back');
      }),
      (error) => error.message,
    );
    await source.transaction('SERIALIZABLE', async (manager) => {
      await manager.insert(Tag, { name: 'outer' });
      await failure(
        manager.transaction(async (inner) => {
          await inner.insert(Tag, { name: 'inner' });
          throw new Error('inner back');
        }),
        () => 0,
      );
    });
    return [rolled, (await source.getRepository(Tag).find({ order: { id: 'ASC' } })).map((tag) => tag.name)];
  },
  queries: async (source) => {
    await source
      .getRepository(Book)
      .createQueryBuilder()
      .insert()
      .values(
        Array.from({ length: 100 }, (_, index) => ({
          title: `b${String(index).padStart(3, '0')}`,
          price: String(index),
          author: { id: 1 },
        })),
      )
      .execute();
    const books = source.getRepository(Book);
    const [page, total] = await books.findAndCount({ order: { title: 'ASC' }, skip: 10, take: 3 });
    const joined = await source
      .getRepository(Author)
      .createQueryBuilder('a')
      .leftJoinAndSelect('a.books', 'b')
      .orderBy('b.title', 'DESC')
      .skip(0)
      .take(1)
      .getManyAndCount();
    const sums = await books
      .createQueryBuilder('b')
      .select('b.kind', 'kind')
      .addSelect('SUM(b.price)', 'sum')
      .addSelect('COUNT(*)', 'n')
      .groupBy('b.kind')
      .having('COUNT(*) > :n', { n: 1 })
      .getRawMany();
    const sub = await books
      .createQueryBuilder('b')
      .where((query) => `b.authorId IN ${query.subQuery().select('a.id').from(Author, 'a').where('a.name LIKE :l').getQuery()}`)
      .setParameter('l', 'An%')
      .getCount();
    const tagged = await source
      .getRepository(Tag)
      .createQueryBuilder('t')
      .leftJoin('t.books', 'b')
      .select('t.name', 'name')
      .addSelect('COUNT(b.id)', 'n')
      .groupBy('t.name')
      .orderBy('t.name')
      .getRawMany();
    const streamed = await books
      .createQueryBuilder('b')
      .where({ title: In(['One', 'Two']) })
      .stream();
    let rows = 0;
    for await (const row of streamed) rows += row.b_title.length;
    return { page: page.map((book) => book.title), total, joined: [joined[0][0].books.length, joined[1]], sums, sub, tagged, rows };
  },
  upsert: async (source) => {
    const tags = source.getRepository(Tag);
    const exists = [await tags.existsBy({ name: 'red' }), await tags.existsBy({ name: 'no' })];
    const merged = await failure(tags.upsert([{ name: 'red' }, { name: 'green' }], ['name']), (error) => error.message.slice(0, 60));
    const { max, sum } = {
      max: await source.getRepository(Book).maximum('price', {}),
      sum: await source.getRepository(Book).sum('price', { title: 'One' }),
    };
    return [exists, merged, max, sum];
  },
  tree: async (source) => {
    const nodes = source.getTreeRepository(Node);
    const root = await nodes.save({ name: 'root' });
    const child = await nodes.save({ name: 'child', parent: root });
    await nodes.save({ name: 'leaf', parent: child });
    const [tree] = await nodes.findTrees();
    return [
      tree.name,
      tree.children[0].name,
      tree.children[0].children[0].name,
      await nodes.countDescendants(root),
      (await nodes.findAncestors(child)).length,
    ];
  },
  lock: async (source) =>
    source.transaction(async (manager) => {
      const one = await manager.findOne(Tag, { where: { name: 'red' }, lock: { mode: 'pessimistic_write' } });
      const two = await manager.findOne(Tag, { where: { name: 'red' }, lock: { mode: 'dirty_read' } });
      return [one.id, two.id];
    }),
  remove: async (source) => {
    const authors = source.getRepository(Author);
    const soft = await authors.softDelete({ name: 'Anna' });
    const hidden = await authors.count();
    await authors.restore({ name: 'Anna' });
    await authors.remove(await authors.findOneByOrFail({ name: 'Anna' }));
    return [soft.affected ?? null, hidden, await source.getRepository(Book).count()];
  },
  procedure: async (source) => {
    await source.query('CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice');
    return source.query('EXEC dbo.twice @0', [21]);
  },
  clear: async (source) => {
    await source.getRepository(Tag).createQueryBuilder().delete().where('name = :name', { name: 'outer' }).execute();
    await source.dropDatabase();
    const left = await source.query('SELECT name FROM sys.tables');
    return left;
  },
};

await main(
  cases,
  ({ host, port, user, password, database }) =>
    new DataSource({
      type: 'mssql',
      host,
      port,
      username: user,
      password,
      database,
      entities: [Author, Book, Tag, Node],
      migrations: [First1700000000001, Second1700000000002],
      options: { encrypt: true, trustServerCertificate: true },
    }).initialize(),
  (source) => source.destroy(),
);
