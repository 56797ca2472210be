"""Django with mssql-django: migrations, the ORM with relations, transactions, introspection, and what its admin asks."""

import datetime
import decimal
import io
import json
import sys

import django
from django.conf import settings as django_settings

from harness import answer_cases, text

settings = json.loads(sys.argv[1])
django_settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "mssql",
            "NAME": settings["database"],
            "USER": settings["user"],
            "PASSWORD": settings["password"],
            "HOST": settings["host"],
            "PORT": str(settings["port"]),
            # The driver of Microsoft that needs no installation beside it.
            "OPTIONS": {"python_driver": "mssql_python", "extra_params": "Encrypt=yes;TrustServerCertificate=yes"},
        }
    },
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "django.contrib.admin", "django.contrib.messages", "library"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    TIME_ZONE="UTC",
    SECRET_KEY="tests",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    TEMPLATES=[],
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DataError, IntegrityError, ProgrammingError, connection, models, transaction  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum, Value, Window  # noqa: E402
from django.db.models.functions import Concat, ExtractYear, Lower, RowNumber, TruncMonth  # noqa: E402
from library.models import Author, Book, Tag  # noqa: E402


def migrate():
    call_command("migrate", verbosity=0)
    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [len(left), sorted(name for name in connection.introspection.table_names() if name.startswith("auth"))]


def create_models():
    with connection.schema_editor() as editor:
        for model in (Author, Tag, Book):
            editor.create_model(model)
    return sorted(name for name in connection.introspection.table_names() if name.startswith("library"))


def alter():
    """Every kind of change that a migration makes to a table."""
    colour = field("colour", max_length=10, default="none")
    wide = field("colour", max_length=30, null=True, unique=True)
    shade = field("shade", max_length=30, null=True, unique=True)
    index = models.Index(fields=["name"], name="ix_name")
    with connection.schema_editor() as editor:
        editor.add_field(Tag, colour)
    with connection.cursor() as cursor:
        first = columns(cursor)
    with connection.schema_editor() as editor:
        editor.alter_field(Tag, colour, wide)
    with connection.schema_editor() as editor:
        editor.alter_field(Tag, wide, shade)
        editor.add_index(Tag, index)
    with connection.cursor() as cursor:
        second = columns(cursor)
        constraints = connection.introspection.get_constraints(cursor, "library_tag")
    with connection.schema_editor() as editor:
        editor.remove_index(Tag, index)
        editor.remove_field(Tag, shade)
        editor.alter_db_table(Tag, "library_tag", "library_label")
        editor.alter_db_table(Tag, "library_label", "library_tag")
    with connection.cursor() as cursor:
        third = columns(cursor)
    shape = sorted([found["columns"], found["unique"], found["primary_key"]] for found in constraints.values())
    return [first, second, third, shape]


def field(name, **options):
    made = models.CharField(**options)
    made.set_attributes_from_name(name)
    return made


def columns(cursor):
    return [column.name for column in connection.introspection.get_table_description(cursor, "library_tag")]


def inspect():
    out = io.StringIO()
    call_command("inspectdb", "library_book", stdout=out)
    fields = [line.strip() for line in out.getvalue().splitlines() if " = models." in line]
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "library_book")
        sequences = connection.introspection.get_sequences(cursor, "library_tag")
    foreign = [found["foreign_key"] for found in constraints.values() if found["foreign_key"]]
    return {"fields": fields, "foreign": foreign, "named": sorted(name for name in constraints if name in ("ix_title", "ck_price", "ux_pages")), "sequences": sequences}


def create():
    author = Author.objects.create(name="Ann", born=datetime.date(1970, 2, 3))
    one = Book.objects.create(
        title="One", price=decimal.Decimal("12.3456"), pages=9007199254740993, cover=b"\x01\x02\xff", body="ü漢" * 3000, details={"a": [1, "ü"], "b": None},
        weight=1.5, sold=datetime.datetime(2024, 2, 29, 12, 0, 0, 123456, tzinfo=datetime.timezone.utc), opens=datetime.time(13, 14, 15),
        spent=datetime.timedelta(hours=30), author=author,
    )
    two = Book.objects.create(title="Two", price=2, author=author)
    tags = Tag.objects.bulk_create([Tag(name="red"), Tag(name="blue")])
    one.tags.set(Tag.objects.all())
    two.tags.add(Tag.objects.get(name="red"))
    return [author.pk, [tag.pk for tag in tags], one.tags.count()]


def find():
    one = Book.objects.select_related("author").prefetch_related("tags").get(title="One")
    values = [text(v) for v in (one.price, one.pages, bytes(one.cover), len(one.body), one.weight, one.opens, one.author.name, one.author.born.isoformat())]
    return [values, one.details, one.sold.isoformat(), str(one.spent), sorted(tag.name for tag in one.tags.all())]


def queries():
    Book.objects.bulk_create([Book(title=f"b{i:03}", price=i, author_id=1) for i in range(300)])
    page = list(Book.objects.order_by("title").values_list("title", flat=True)[10:13])
    grouped = list(Author.objects.annotate(n=Count("books"), total=Sum("books__price")).values_list("name", "n", "total"))
    newest = Book.objects.filter(author=OuterRef("pk")).order_by("-price").values("title")[:1]
    best = list(Author.objects.annotate(best=Subquery(newest)).values_list("best", flat=True))
    ranked = list(Book.objects.annotate(place=Window(RowNumber(), order_by=F("price").desc())).order_by("place").values_list("title", flat=True)[:2])
    tagged = list(Author.objects.filter(Exists(Book.objects.filter(author=OuterRef("pk"), tags__name="red"))).values_list("name", flat=True))
    json_found = list(Book.objects.filter(details__a__0=1).values_list("title", flat=True))
    joined = list(Tag.objects.filter(books__author__name="ann").annotate(both=Concat(Lower("name"), Value("!"))).values_list("both", flat=True).distinct().order_by("both"))
    dates = list(Book.objects.filter(sold__year=2024).annotate(year=ExtractYear("sold"), month=TruncMonth("sold")).values_list("year", "month"))
    text_found = [Book.objects.filter(title__icontains="ON").count(), Book.objects.filter(title__startswith="b00").count()]
    union = list(Tag.objects.values_list("name").union(Author.objects.values_list("name")).order_by("name"))
    either = Book.objects.exclude(Q(price__lt=298) | Q(title="b298")).count()
    return [page, [[text(v) for v in row] for row in grouped], best, ranked, tagged, json_found, joined, [[year, month.isoformat()] for year, month in dates], text_found, union, either]


def change():
    updated = Book.objects.filter(title="Two").update(price=F("price") + 1)
    tag, made = Tag.objects.get_or_create(name="green")
    tag2, made2 = Tag.objects.update_or_create(name="green", defaults={"name": "greener"})
    books = list(Book.objects.filter(title__in=["b001", "b002"]))
    for book in books:
        book.pages = int(book.price)
    changed = Book.objects.bulk_update(books, ["pages"])
    removed, _ = Book.objects.filter(title__startswith="b1").delete()
    with transaction.atomic():
        locked = Author.objects.select_for_update().get(name="Ann").name
    return [updated, made, made2, tag.pk == tag2.pk, changed, removed, locked, text(Book.objects.get(title="Two").price)]


def failure(action):
    try:
        with transaction.atomic():
            action()
    except (IntegrityError, DataError, ProgrammingError) as error:
        return type(error).__name__
    return "no error"


def errors():
    def run(statement):
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return [
        failure(lambda: Tag.objects.create(name="red")),
        failure(lambda: Book.objects.create(title="x", author_id=99)),
        failure(lambda: Book.objects.create(title="x", author_id=1, price=-1)),
        failure(lambda: run("INSERT INTO library_tag (name) VALUES (NULL)")),
        failure(lambda: run("SELECT * FROM nowhere")),
    ]


def transactions():
    try:
        with transaction.atomic():
            Tag.objects.create(name="lost")
            raise ValueError
    except ValueError:
        pass
    called = []
    with transaction.atomic():
        Tag.objects.create(name="outer")
        failure(lambda: Tag.objects.create(name="red"))
        point = transaction.savepoint()
        Tag.objects.create(name="inner")
        transaction.savepoint_rollback(point)
        transaction.on_commit(lambda: called.append("committed"))
    return [list(Tag.objects.order_by("id").values_list("name", flat=True)), called]


def admin():
    from django.contrib.admin.models import LogEntry
    from django.contrib.auth import authenticate
    from django.contrib.auth.models import Group, Permission, User
    from django.contrib.sessions.backends.db import SessionStore

    user = User.objects.create_superuser("root", "root@example.org", "secret")
    group = Group.objects.create(name="editors")
    group.permissions.set(Permission.objects.filter(codename__startswith="add_"))
    user.groups.add(group)
    session = SessionStore()
    session["a"] = 1
    session.save()
    allowed = sorted(user.get_group_permissions())[:2]
    return [authenticate(username="root", password="secret") is not None, allowed, SessionStore(session.session_key)["a"], LogEntry.objects.select_related("user").count()]


def procedure():
    with connection.cursor() as cursor:
        cursor.execute("CREATE OR ALTER PROCEDURE dbo.twice @n int AS SELECT @n * 2 AS twice")
        cursor.execute("EXEC dbo.twice %s", [21])
        return cursor.fetchone()[0]


def remove():
    deleted, kinds = Author.objects.get(name="Ann").delete()
    with connection.schema_editor() as editor:
        for model in (Book, Tag, Author):
            editor.delete_model(model)
    call_command("flush", verbosity=0, interactive=False)
    call_command("migrate", "auth", "zero", verbosity=0)
    return [kinds["library.Author"], sorted(name for name in connection.introspection.table_names() if name.startswith(("library", "auth")))]


CASES = [migrate, create_models, alter, inspect, create, find, queries, change, errors, transactions, admin, procedure, remove]
answer_cases({case.__name__: case for case in CASES})
