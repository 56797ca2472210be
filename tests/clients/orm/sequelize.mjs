/** Sequelize: sync, migrations by its query interface, introspection, associations, managed transactions, its error classes. */

import { DataTypes, Op, QueryTypes, Sequelize } from 'sequelize';
import { failure, main } from './harness.mjs';

async function open({ host, port, user, password, database }) {
  const sequelize = new Sequelize(database, user, password, {
    host,
    port,
    dialect: 'mssql',
    logging: false,
    dialectOptions: { options: { encrypt: true, trustServerCertificate: true } },
  });
  const Author = sequelize.define(
    'Author',
    {
      name: { type: DataTypes.STRING(100), allowNull: false, unique: true },
      born: DataTypes.DATEONLY,
      active: { type: DataTypes.BOOLEAN, defaultValue: true },
    },
    { paranoid: true },
  );
  const Book = sequelize.define(
    'Book',
    {
      id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
      title: { type: DataTypes.STRING, allowNull: false, comment: 'The title' },
      price: DataTypes.DECIMAL(18, 4),
      pages: DataTypes.BIGINT,
      cover: DataTypes.BLOB,
      text: DataTypes.TEXT,
      weight: DataTypes.DOUBLE,
      sold: DataTypes.DATE,
      opens: DataTypes.TIME,
      kind: { type: DataTypes.ENUM('novel', 'essay'), defaultValue: 'novel' },
    },
    {
      indexes: [
        { name: 'ix_title', fields: ['title', { name: 'price', order: 'DESC' }] },
        { unique: true, name: 'ux_pages', fields: ['pages'], where: { pages: { [Op.ne]: null } } },
      ],
    },
  );
  const Tag = sequelize.define('Tag', { name: { type: DataTypes.STRING(50), unique: true } }, { timestamps: false });
  Author.hasMany(Book, { as: 'books', foreignKey: 'AuthorId', onDelete: 'CASCADE' });
  Book.belongsTo(Author, { as: 'author', foreignKey: 'AuthorId' });
  Book.belongsToMany(Tag, { through: 'BookTag', as: 'tags' });
  Tag.belongsToMany(Book, { through: 'BookTag', as: 'books' });
  await sequelize.authenticate();
  return { sequelize, Author, Book, Tag };
}

/** Names that the server makes end in digits of its own. */
const plainName = (name) => name.replace(/__[0-9A-F]{16}$/, '');

const describeError = (error) => [
  error.name,
  error.original?.number ?? null,
  error.errors?.map((each) => [plainName(each.path), each.value]) ?? null,
];

const cases = {
  sync: async ({ sequelize }) => {
    await sequelize.sync({ force: true });
    await sequelize.sync();
    return (await sequelize.getQueryInterface().showAllTables()).map((table) => [table.schema, table.tableName]);
  },
  alter: async ({ sequelize, Author, Tag }) => {
    for (const model of [Author, Tag]) await model.sync({ alter: true });
    return (await sequelize.getQueryInterface().showAllTables()).length;
  },
  describe: async ({ sequelize }) => {
    const queries = sequelize.getQueryInterface();
    const indexes = await queries.showIndex('Books');
    return {
      columns: await queries.describeTable('Books'),
      indexes: indexes.filter((index) => !index.primary).map(({ name, unique, fields }) => [name, unique, fields]),
      primary: indexes.filter((index) => index.primary).map((index) => index.fields.map((field) => field.attribute)),
      keys: (await queries.getForeignKeyReferencesForTable('Books')).map(({ columnName, referencedTableName, referencedColumnName }) => [
        columnName,
        referencedTableName,
        referencedColumnName,
      ]),
    };
  },
  create: async ({ Author, Book, Tag }) => {
    const ann = await Author.create(
      {
        name: 'Ann',
        born: '1970-02-03',
        books: [
          {
            title: 'One',
            price: '12.3456',
            pages: '9007199254740993',
            cover: Buffer.from([1, 2, 255]),
            text: 'ü'.repeat(5000),
            weight: 1.5,
            sold: new Date('2024-02-29T12:00:00.123Z'),
            opens: '13:14:15',
            tags: [{ name: 'red' }, { name: 'blue' }],
          },
        ],
      },
      { include: [{ model: Book, as: 'books', include: [{ model: Tag, as: 'tags' }] }] },
    );
    const two = await ann.createBook({ title: 'Two', price: 2 });
    await two.addTag(await Tag.findOne({ where: { name: 'red' } }));
    return [ann.id, ann.books[0].tags.map((tag) => tag.id), await ann.countBooks()];
  },
  find: async ({ Author, Book, Tag }) => {
    const found = await Author.findOne({
      where: { name: 'ANN' },
      include: [{ model: Book, as: 'books', include: [{ model: Tag, as: 'tags' }] }],
      order: [
        [{ model: Book, as: 'books' }, 'title', 'ASC'],
        [{ model: Book, as: 'books' }, { model: Tag, as: 'tags' }, 'name', 'ASC'],
      ],
    });
    return found.books.map(({ title, price, pages, cover, text, weight, sold, opens, kind, tags }) => ({
      title,
      price,
      pages,
      cover,
      text: text?.length,
      weight,
      sold,
      opens,
      kind,
      tags: tags.map((tag) => tag.name),
    }));
  },
  findOrCreate: async ({ Tag }) => {
    const [, made] = await Tag.findOrCreate({ where: { name: 'green' } });
    const [, again] = await Tag.findOrCreate({ where: { name: 'green' } });
    const [, created] = await Tag.upsert({ id: 3, name: 'greener' });
    return [made, again, created, (await Tag.findAll({ order: ['id'] })).map((tag) => tag.name)];
  },
  update: async ({ Book }) => {
    const [count] = await Book.update({ price: 3 }, { where: { title: 'Two' } });
    await Book.increment({ price: 1.5 }, { where: { title: 'Two' } });
    const two = await Book.findOne({ where: { title: 'Two' } });
    return [count, two.price, await Book.max('price'), await Book.sum('price'), await Book.count({ where: { price: { [Op.gt]: 5 } } })];
  },
  errors: async ({ Author, Book, Tag, sequelize }) => [
    await failure(Tag.create({ name: 'red' }), describeError),
    await failure(Author.create({ name: 'Ann' }), describeError),
    await failure(sequelize.query('INSERT INTO Authors (createdAt, updatedAt) VALUES (GETDATE(), GETDATE())'), describeError),
    await failure(Book.create({ title: 'x', AuthorId: 999 }), describeError),
    await failure(Book.create({ title: 'x', kind: 'wrong' }), describeError),
    await failure(sequelize.query('SELECT * FROM nowhere'), describeError),
  ],
  bulk: async ({ Book }) => {
    const books = await Book.bulkCreate(
      Array.from({ length: 500 }, (_, index) => ({ title: `b${String(index).padStart(3, '0')}`, price: index, AuthorId: 1 })),
    );
    return [books.length, await Book.count()];
  },
  paging: async ({ Book, Author }) => {
    const { count, rows } = await Book.findAndCountAll({
      order: [['title', 'ASC']],
      offset: 10,
      limit: 3,
      include: [{ model: Author, as: 'author' }],
    });
    const limited = await Author.findAll({
      limit: 1,
      include: [{ model: Book, as: 'books', where: { price: { [Op.between]: [10, 12] } } }],
    });
    const grouped = await Book.findAll({
      attributes: ['kind', [Book.sequelize.fn('COUNT', Book.sequelize.col('id')), 'n']],
      group: ['kind'],
      raw: true,
    });
    const separate = await Author.findAll({
      include: [{ model: Book, as: 'books', separate: true, limit: 2, order: [['title', 'DESC']] }],
    });
    return [
      count,
      rows.map((row) => [row.title, row.author.name]),
      limited[0].books.length,
      grouped,
      separate[0].books.map((book) => book.title),
    ];
  },
  transactions: async ({ sequelize, Tag }) => {
    const rolled = await failure(
      sequelize.transaction(async (transaction) => {
        await Tag.create({ name: 'lost' }, { transaction });
        throw new Error('back');
      }),
      (error) => error.message,
    );
    await sequelize.transaction({ isolationLevel: 'SERIALIZABLE' }, async (transaction) => {
      await Tag.create({ name: 'outer' }, { transaction });
      const nested = await sequelize.transaction({ transaction });
      await Tag.create({ name: 'inner' }, { transaction: nested });
      await nested.rollback();
    });
    return [rolled, (await Tag.findAll({ order: ['id'] })).map((tag) => tag.name)];
  },
  lock: async ({ sequelize, Tag }) =>
    sequelize.transaction(
      async (transaction) =>
        (await Tag.findOne({ where: { name: 'red' }, lock: transaction.LOCK.UPDATE, skipLocked: true, transaction })).name,
    ),
  migration: async ({ sequelize }) => {
    const queries = sequelize.getQueryInterface();
    await queries.createTable('shop', {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: DataTypes.STRING(20), defaultValue: 'x' },
    });
    await queries.addColumn('shop', 'city', { type: DataTypes.STRING(30), allowNull: false, defaultValue: '-' });
    await queries.changeColumn('shop', 'city', { type: DataTypes.STRING(60), allowNull: true, defaultValue: '?' });
    await queries.renameColumn('shop', 'city', 'town');
    await queries.addIndex('shop', ['town'], { name: 'ix_town', unique: true });
    await queries.addConstraint('shop', { fields: ['name'], type: 'unique', name: 'uq_name' });
    await queries.addConstraint('shop', { fields: ['name'], type: 'check', name: 'ck_name', where: { name: ['x', 'y'] } });
    await queries.addColumn('shop', 'AuthorId', {
      type: DataTypes.INTEGER,
      references: { model: 'Authors', key: 'id' },
      onDelete: 'SET NULL',
    });
    await queries.bulkInsert('shop', [
      { name: 'x', town: 'a' },
      { name: 'y', town: 'b' },
    ]);
    const constraints = (await queries.showConstraint('shop')).map((each) => [each.constraintType, each.columnName ?? null]);
    const columns = await queries.describeTable('shop');
    await queries.removeConstraint('shop', 'uq_name');
    await queries.removeIndex('shop', 'ix_town');
    await queries.removeColumn('shop', 'AuthorId');
    await queries.removeColumn('shop', 'town');
    await queries.renameTable('shop', 'store');
    const left = await sequelize.query('SELECT * FROM store', { type: QueryTypes.SELECT });
    await queries.dropTable('store');
    return { constraints, columns, left };
  },
  raw: async ({ sequelize }) => {
    await sequelize.query('CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice');
    return [
      await sequelize.query('EXEC dbo.twice :n', { replacements: { n: 21 }, type: QueryTypes.SELECT }),
      await sequelize.query('SELECT $a AS a, $b AS b', { bind: { a: 1, b: 'x' }, type: QueryTypes.SELECT }),
      (await sequelize.databaseVersion()).slice(0, 3),
    ];
  },
  remove: async ({ Author, Book, Tag }) => {
    const soft = await Author.destroy({ where: { name: 'Ann' } });
    const hidden = await Author.count();
    await Author.restore({ where: { name: 'Ann' } });
    const hard = await Author.destroy({ where: { name: 'Ann' }, force: true });
    await Tag.destroy({ truncate: true, cascade: false }).catch(() => 0);
    return [soft, hidden, hard, await Book.count()];
  },
  drop: async ({ sequelize }) => {
    await sequelize.drop();
    return sequelize.getQueryInterface().showAllTables();
  },
};

await main(cases, open, ({ sequelize }) => sequelize.close());
