"""SQLAlchemy over one of its drivers: metadata, the session with relations, savepoints, the inspector, Core's statements."""

import datetime
import decimal
import json
import sys
import urllib.parse
import uuid

import sqlalchemy as sa
from sqlalchemy import exc, orm

from harness import answer_cases, text


class Base(orm.DeclarativeBase):
    pass


book_tag = sa.Table(
    "book_tag",
    Base.metadata,
    sa.Column("book_id", sa.ForeignKey("book.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("tag_id", sa.ForeignKey("tag.id"), primary_key=True),
)


class Author(Base):
    __tablename__ = "author"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    name: orm.Mapped[str] = orm.mapped_column(sa.Unicode(100), unique=True)
    born: orm.Mapped[datetime.date | None]
    active: orm.Mapped[bool] = orm.mapped_column(server_default=sa.text("1"))
    version: orm.Mapped[int] = orm.mapped_column()
    books: orm.Mapped[list["Book"]] = orm.relationship(back_populates="author", cascade="all, delete-orphan", order_by="Book.title")
    __mapper_args__ = {"version_id_col": version}


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (
        sa.CheckConstraint("price >= 0", name="ck_price"),
        sa.Index("ix_title", "title", sa.text("price DESC"), mssql_include=["pages"]),
        sa.Index("ix_pages", "pages", unique=True, mssql_where=sa.text("pages IS NOT NULL")),
    )
    id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    title: orm.Mapped[str] = orm.mapped_column(sa.String(200))
    price: orm.Mapped[decimal.Decimal] = orm.mapped_column(sa.Numeric(18, 4), server_default="0")
    pages: orm.Mapped[int | None] = orm.mapped_column(sa.BigInteger)
    cover: orm.Mapped[bytes | None]
    body: orm.Mapped[str | None] = orm.mapped_column(sa.UnicodeText)
    details: orm.Mapped[dict | None] = orm.mapped_column(sa.JSON)
    weight: orm.Mapped[float | None]
    sold: orm.Mapped[datetime.datetime | None]
    opens: orm.Mapped[datetime.time | None]
    label: orm.Mapped[str | None] = orm.mapped_column(sa.Computed("title + '!'"))
    author_id: orm.Mapped[int] = orm.mapped_column(sa.ForeignKey("author.id", ondelete="CASCADE", name="fk_author"))
    author: orm.Mapped[Author] = orm.relationship(back_populates="books")
    tags: orm.Mapped[list["Tag"]] = orm.relationship(secondary=book_tag, order_by="Tag.name")


class Tag(Base):
    __tablename__ = "tag"
    id: orm.Mapped[int] = orm.mapped_column(sa.Identity(start=10, increment=5), primary_key=True)
    name: orm.Mapped[str] = orm.mapped_column(sa.String(50), unique=True)


def schema(engine):
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    Base.metadata.create_all(engine)
    return sorted(sa.inspect(engine).get_table_names())


def inspector(engine):
    found = sa.inspect(engine)
    columns = [[c["name"], str(c["type"]), c["nullable"], c["default"], "identity" in c, "computed" in c] for c in found.get_columns("book")]
    indexes = [[i["name"], bool(i["unique"]), i["column_names"], i.get("dialect_options", {}).get("mssql_where")] for i in found.get_indexes("book")]
    keys = [[k["name"], k["constrained_columns"], k["referred_table"], k["options"]] for k in found.get_foreign_keys("book")]
    identity = [c.get("identity") for c in found.get_columns("tag") if c["name"] == "id"]
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE OR ALTER VIEW titles AS SELECT title FROM book")
    views = [found.get_view_names(), found.get_view_definition("titles")]
    return {"columns": columns, "indexes": indexes, "keys": keys, "primary": found.get_pk_constraint("book")["constrained_columns"],
            "identity": identity, "views": views, "schemas": "dbo" in found.get_schema_names(), "has": [found.has_table("tag"), found.has_table("none")]}


def reflect(engine):
    metadata = sa.MetaData()
    metadata.reflect(engine)
    book = metadata.tables["book"]
    return [sorted(metadata.tables), sorted(key.target_fullname for key in book.foreign_keys), sorted(str(index.name) for index in book.indexes)]


def create(engine):
    with orm.Session(engine) as session:
        red, blue = Tag(name="red"), Tag(name="blue")
        one = Book(title="One", price=decimal.Decimal("12.3456"), pages=9007199254740993, cover=b"\x01\x02\xff", body="ü漢" * 3000,
                   details={"a": [1, "ü"]}, weight=1.5, sold=datetime.datetime(2024, 2, 29, 12, 0, 0, 123000), opens=datetime.time(13, 14, 15), tags=[red, blue])
        author = Author(name="Ann", born=datetime.date(1970, 2, 3), books=[one, Book(title="Two", price=decimal.Decimal(2), tags=[red])])
        session.add(author)
        session.commit()
        return [author.id, author.version, author.active, sorted([red.id, blue.id]), [text(book.label) for book in author.books]]


def find(engine):
    with orm.Session(engine) as session:
        query = sa.select(Author).where(Author.name == "ANN").options(orm.selectinload(Author.books).joinedload(Book.tags))
        author = session.scalars(query).unique().one()
        one = author.books[0]
        values = [text(v) for v in (one.title, one.price, one.pages, one.cover, len(one.body), one.weight, one.sold, one.opens)]
        return [text(author.born.isoformat()), values, one.details, [[tag.name for tag in book.tags] for book in author.books]]


def queries(engine):
    with orm.Session(engine) as session:
        session.execute(sa.insert(Book), [{"title": f"b{i:03}", "price": i, "author_id": 1} for i in range(300)])
        session.commit()
        page = session.scalars(sa.select(Book.title).order_by(Book.title).offset(10).limit(3)).all()
        total = session.scalar(sa.select(sa.func.count()).select_from(Book))
        grouped = session.execute(sa.select(Book.author_id, sa.func.count(), sa.func.sum(Book.price)).group_by(Book.author_id).having(sa.func.count() > 1)).all()
        ranked = sa.select(Book.title, sa.func.row_number().over(order_by=Book.price.desc()).label("place")).subquery()
        best = session.scalars(sa.select(ranked.c.title).where(ranked.c.place <= 2).order_by(ranked.c.place)).all()
        tree = sa.select(sa.literal(1).label("n")).cte("tree", recursive=True)
        tree = tree.union_all(sa.select(tree.c.n + 1).where(tree.c.n < 5))
        exists = session.scalars(sa.select(Author.name).where(Author.books.any(Book.tags.any(Tag.name == "red")))).all()
        like = session.scalar(sa.select(sa.func.count()).where(Book.title.contains("%", autoescape=True)))
        return [page, total, [[text(v) for v in row] for row in grouped], best, session.scalars(sa.select(sa.func.sum(tree.c.n))).one(), exists, like,
                session.scalar(sa.select(sa.func.string_agg(Tag.name, ",")))]


def change(engine):
    with orm.Session(engine) as session:
        author = session.scalars(sa.select(Author)).one()
        author.name = "Anna"
        session.commit()
        updated = session.execute(sa.update(Book).where(Book.title == "Two").values(price=Book.price + 1).returning(Book.title, Book.price)).all()
        joined = session.execute(sa.update(Book).where(Book.author_id == Author.id, Author.name == "Anna", Book.title == "b001").values(pages=7)).rowcount
        removed = session.execute(sa.delete(Book).where(Book.title.in_(["b000", "b002"])).returning(Book.title)).scalars().all()
        session.commit()
        assert author.version == 2
        session.commit()
        with orm.Session(engine) as other:
            seen = other.scalars(sa.select(Author)).one()
            seen.name = "Anne"
            author = session.scalars(sa.select(Author)).one()
            author.name = "x"
            other.commit()
        try:
            session.commit()
            stale = "no error"
        except orm.exc.StaleDataError:
            session.rollback()
            stale = "StaleDataError"
        return [[[text(v) for v in row] for row in updated], joined, sorted(removed), stale]


def errors(engine):
    texts = [
        "INSERT INTO tag (name) VALUES ('red')",
        "INSERT INTO book (id, title, author_id) VALUES (NEWID(), 'x', 99)",
        "INSERT INTO book (id, title, author_id, price) VALUES (NEWID(), 'x', 1, -1)",
        "INSERT INTO tag (name) VALUES (NULL)",
        "SELECT * FROM nowhere",
        "SELECT FROM WHERE",
        "SELECT 1/0",
    ]
    return [failure(engine, each) for each in texts]


def failure(engine, statement):
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
    except exc.DBAPIError as error:
        return type(error).__name__
    return "no error"


def transactions(engine):
    with orm.Session(engine) as session:
        session.add(Tag(name="lost"))
        session.flush()
        session.rollback()
        session.add(Tag(name="outer"))
        try:
            with session.begin_nested():
                session.add(Tag(name="red"))
        except exc.IntegrityError:
            pass
        with session.begin_nested():
            session.add(Tag(name="kept"))
        session.commit()
        names = session.scalars(sa.select(Tag.name).order_by(Tag.name)).all()
    serial = engine.execution_options(isolation_level="SERIALIZABLE")
    with serial.connect() as connection:
        level = connection.get_isolation_level()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        count = connection.exec_driver_sql("SELECT @@TRANCOUNT").scalar()
    return [names, level, count]


def types(engine):
    table = sa.Table(
        "kinds", sa.MetaData(),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("offset_", sa.dialects.mssql.DATETIMEOFFSET(3)),
        sa.Column("moment", sa.dialects.mssql.DATETIME2(7)),
        sa.Column("small", sa.dialects.mssql.TINYINT),
        sa.Column("fee", sa.dialects.mssql.MONEY),
        sa.Column("flag", sa.dialects.mssql.BIT),
        sa.Column("stamp", sa.dialects.mssql.ROWVERSION),
        sa.Column("kind", sa.Enum("novel", "essay", name="kind", create_constraint=True)),
        sa.Column("label", sa.Unicode(20, collation="Latin1_General_BIN")),
    )
    table.drop(engine, checkfirst=True)
    table.create(engine)
    with engine.begin() as connection:
        connection.execute(table.insert(), {"id": 0, "moment": datetime.datetime(2024, 2, 29, 1, 2, 3, 456789), "small": 255, "fee": decimal.Decimal("1.2345"), "flag": True, "kind": "essay", "label": "é漢"})
        row = connection.execute(sa.select(table.c.moment, table.c.small, table.c.fee, table.c.flag, table.c.kind, table.c.label)).one()
    columns = [str(column["type"]) for column in sa.inspect(engine).get_columns("kinds")]
    return [[text(value) for value in row], columns]


def procedure(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice")
        return connection.execute(sa.text("EXEC dbo.twice :n"), {"n": 21}).scalar()


def remove(engine):
    with orm.Session(engine) as session:
        author = session.scalars(sa.select(Author)).one()
        session.delete(author)
        session.commit()
        return [session.scalar(sa.select(sa.func.count()).select_from(Book)), session.scalar(sa.select(sa.func.count()).select_from(book_tag))]


def drop(engine):
    Base.metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP VIEW titles; DROP TABLE kinds")
    return sa.inspect(engine).get_table_names()


def open_engine(settings):
    """pymssql, pyodbc with FreeTDS, or mssql-python."""
    password = urllib.parse.quote_plus(settings["password"])
    place = f"{settings['user']}:{password}@{settings['host']}:{settings['port']}/{settings['database']}"
    match settings["dialect"]:
        case "pymssql":
            return sa.create_engine(f"mssql+pymssql://{place}?tds_version=7.4")
        case "mssqlpython":
            return sa.create_engine(f"mssql+mssqlpython://{place}?Encrypt=yes&TrustServerCertificate=yes")
    odbc = (
        f"DRIVER={settings['driver']};SERVER={settings['host']};PORT={settings['port']};UID={settings['user']};PWD={settings['password']};"
        f"DATABASE={settings['database']};TDS_Version=7.4;ClientCharset=UTF-8"
    )
    # FreeTDS refuses the sizes that SQLAlchemy announces.
    return sa.create_engine("mssql+pyodbc:///?odbc_connect=" + urllib.parse.quote_plus(odbc), use_setinputsizes=False)


CASES = [schema, inspector, reflect, create, find, queries, change, errors, transactions, types, procedure, remove, drop]

settings = json.loads(sys.argv[1])
engine = open_engine(settings)
answer_cases({case.__name__: lambda case=case: case(engine) for case in CASES})
engine.dispose()
