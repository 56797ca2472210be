"""pymssql: FreeTDS's db-lib under Python's database interface."""

import datetime
import decimal
import time

import pymssql
from pymssql import _mssql

from harness import main, record, rows, text


def connect(settings, **options):
    return pymssql.connect(
        server=settings["host"],
        port=str(settings["port"]),
        user=settings["user"],
        password=settings["password"],
        database=settings["database"],
        tds_version="7.4",
        **options,
    )


def login(connection, _settings):
    cursor = connection.cursor()
    cursor.execute("SELECT DB_NAME(), SUSER_SNAME(), LEFT(@@VERSION, 20)")
    return rows(cursor)[0]


def batch(connection, _settings):
    cursor = connection.cursor()
    cursor.execute("SELECT 1 + 1, 'text'")
    return rows(cursor)


def types(connection, settings):
    cursor = connection.cursor()
    cursor.execute(settings["allTypes"])
    return record(cursor)


def prepared(connection, _settings):
    cursor = connection.cursor()
    found = []
    for pair in [(1, "one"), (2, "zwei ß"), (3, None)]:
        cursor.execute("SELECT %d + 1, %s", pair)
        found += rows(cursor)
    return found


def insert(connection, _settings):
    cursor = connection.cursor()
    items = [(1, "one", decimal.Decimal("1.50")), (2, None, decimal.Decimal("-2")), (3, "x漢", None)]
    cursor.executemany("INSERT INTO item VALUES (%s, %s, %s)", items)
    cursor.execute("SELECT id, name, price FROM item ORDER BY id")
    return rows(cursor)


def call(connection, *b):
    """db-lib gives outputs only when no rows come before them, so rows and outputs are those of two procedures."""
    cursor = connection.cursor()
    cursor.callproc("dbo.add_up", (1, *(b or (10,)), 0))
    found = rows(cursor)
    client = connection._conn
    client.cancel()
    procedure = client.init_procedure("dbo.add_quietly")
    procedure.bind(1, _mssql.SQLINT4, "@a")
    for value in b:
        procedure.bind(value, _mssql.SQLINT4, "@b", null=value is None)
    procedure.bind(0, _mssql.SQLINT4, "@sum", output=True)
    status = procedure.execute()
    return {"rows": found, "sum": text(procedure.parameters["@sum"]), "status": text(status)}


def results(connection, _settings):
    cursor = connection.cursor()
    cursor.execute("EXEC dbo.talk")
    found = [rows(cursor)]
    while cursor.nextset():
        found.append(rows(cursor))
    return found


def messages(connection, _settings):
    heard = []
    connection._conn.set_msghandler(lambda _state, _severity, _server, _procedure, _line, message: heard.append(message.decode()))
    cursor = connection.cursor()
    cursor.execute("EXEC dbo.talk")
    while cursor.nextset():
        pass
    return heard


def errors(connection, _settings):
    texts = ["EXEC dbo.fail 7", "SELECT 1/0", "SELECT * FROM missing", "SELECT FROM WHERE", "EXEC dbo.missing"]
    return [number_of(connection, each) for each in texts]


def number_of(connection, batch_text):
    try:
        cursor = connection.cursor()
        cursor.execute(batch_text)
        cursor.fetchall()
    except pymssql.Error as error:
        connection.rollback()
        return text(error.args[0] if isinstance(error.args[0], int) else error.args[0][0])
    return "none"


def transactions(connection, _settings):
    cursor = connection.cursor()
    found = []
    for end in (connection.rollback, connection.commit):
        cursor.execute("INSERT INTO item (id) VALUES (1000)")
        end()
        cursor.execute("SELECT COUNT(*) FROM item WHERE id = 1000")
        found.append(rows(cursor)[0][0])
    connection.commit()
    connection.autocommit(True)
    cursor.execute("SELECT @@TRANCOUNT")
    return found + rows(cursor)[0]


def cancel(_connection, settings):
    connection = connect(settings, timeout=1)
    cursor = connection.cursor()
    started = time.monotonic()
    try:
        cursor.execute("WAITFOR DELAY '00:01:00'")
        return ["not stopped"]
    except pymssql.Error:
        stopped = "stopped" if time.monotonic() - started < 5 else "too late"
    # db-lib gives a connection up after a timeout.
    connection.close()
    again = connect(settings).cursor()
    again.execute("SELECT 1")
    return [stopped, rows(again)[0][0]]


def bulk(connection, _settings):
    made = datetime.datetime(2024, 2, 29, 13, 14, 15, 123000)
    items = [(index, f"name {index}", decimal.Decimal(index) / 100, made) for index in range(1, 1001)]
    connection.bulk_copy("dbo.loaded", items, batch_size=300)
    connection.commit()
    cursor = connection.cursor()
    cursor.execute("SELECT COUNT(*), SUM(id), SUM(price), MAX(CASE id WHEN 1000 THEN name END) FROM loaded")
    return rows(cursor)[0]


main(
    {
        "login": login,
        "batch": batch,
        "types": types,
        "prepared": prepared,
        "insert": insert,
        "procedure": lambda connection, _settings: call(connection, 2),
        "default": lambda connection, _settings: call(connection),
        "null": lambda connection, _settings: call(connection, None),
        "results": results,
        "messages": messages,
        "errors": errors,
        "transactions": transactions,
        "cancel": cancel,
        "bulk": bulk,
    },
    connect,
)
