"""The cases for drivers with ODBC's cursors: pyodbc over FreeTDS's driver, and mssql-python, which carries Microsoft's."""

import datetime
import decimal
import re
import threading
import time

from harness import record, rows, text

CALL = "DECLARE @sum int, @status int; EXEC @status = dbo.add_up {arguments}, @sum = @sum OUTPUT; SELECT @sum, @status"


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
        cursor.execute("SELECT CAST(? AS int) + 1, CAST(? AS nvarchar(20))", pair)
        found += rows(cursor)
    return found


def insert(connection, _settings):
    cursor = connection.cursor()
    for item in [(1, "one", decimal.Decimal("1.50")), (2, None, decimal.Decimal("-2")), (3, "x漢", None)]:
        cursor.execute("INSERT INTO item VALUES (?, ?, ?)", item)
    connection.commit()
    cursor.execute("SELECT id, name, price FROM item ORDER BY id")
    return rows(cursor)


def call(connection, arguments, parameters):
    """These drivers have no OUTPUT parameters; the batch returns them as a second result."""
    cursor = connection.cursor()
    cursor.execute(CALL.format(arguments=arguments), parameters)
    found = rows(cursor)
    cursor.nextset()
    total, status = rows(cursor)[0]
    return {"rows": found, "sum": total, "status": status}


def results(connection, _settings):
    cursor = connection.cursor()
    cursor.execute("{CALL dbo.talk}")
    found = []
    while True:
        if cursor.description is not None:
            found.append(rows(cursor))
        if not cursor.nextset():
            return found


def messages(connection, _settings):
    cursor = connection.cursor()
    cursor.execute("EXEC dbo.talk")
    heard = list(cursor.messages)
    while cursor.nextset():
        heard += cursor.messages
    return [re.sub(r"^(\[[^\]]*\])+", "", message) for _state, message in heard]


def errors(connection, _settings):
    texts = ["EXEC dbo.fail 7", "SELECT 1/0", "SELECT * FROM missing", "SELECT FROM WHERE", "EXEC dbo.missing"]
    return [message_of(connection, each) for each in texts]


def message_of(connection, batch_text):
    """The end of the message: not every driver tells the number."""
    try:
        cursor = connection.cursor()
        cursor.execute(batch_text)
        cursor.fetchall()
    except Exception as error:
        connection.rollback()
        return re.sub(r"(\s*\(\w+\))+$", "", str(error.args[-1]).split("]")[-1]).strip()
    return "none"


def transactions(connection, _settings):
    connection.autocommit = False
    cursor = connection.cursor()
    found = []
    for end in (connection.rollback, connection.commit):
        cursor.execute("INSERT INTO item (id) VALUES (1000)")
        end()
        cursor.execute("SELECT COUNT(*) FROM item WHERE id = 1000")
        found.append(rows(cursor)[0][0])
    connection.commit()
    connection.autocommit = True
    cursor.execute("SELECT @@TRANCOUNT")
    return found + rows(cursor)[0]


def cancel(connection, _settings):
    cursor = connection.cursor()
    started = time.monotonic()
    threading.Timer(1, cursor.cancel).start()
    try:
        cursor.execute("WAITFOR DELAY '00:01:00'")
        return ["not stopped"]
    except Exception:
        stopped = "stopped" if time.monotonic() - started < 5 else "too late"
    connection.rollback()
    again = connection.cursor()
    again.execute("SELECT 1")
    return [stopped, rows(again)[0][0]]


def bulk_rows():
    made = datetime.datetime(2024, 2, 29, 13, 14, 15, 123000)
    return [(index, f"name {index}", decimal.Decimal(index) / 100, made) for index in range(1, 1001)]


def bulk_sums(connection):
    cursor = connection.cursor()
    cursor.execute("SELECT COUNT(*), SUM(id), SUM(price), MAX(CASE id WHEN 1000 THEN name END) FROM loaded")
    return rows(cursor)[0]


def bulk_by_parameters(connection, _settings):
    cursor = connection.cursor()
    cursor.executemany("INSERT INTO loaded VALUES (?, ?, ?, ?)", bulk_rows())
    connection.commit()
    return bulk_sums(connection)


CASES = {
    "login": login,
    "batch": batch,
    "types": types,
    "prepared": prepared,
    "insert": insert,
    "procedure": lambda connection, _settings: call(connection, "?, ?", (1, 2)),
    "default": lambda connection, _settings: call(connection, "@a = ?", (1,)),
    "null": lambda connection, _settings: call(connection, "?, ?", (1, None)),
    "results": results,
    "messages": messages,
    "errors": errors,
    "transactions": transactions,
    "cancel": cancel,
    "bulk": bulk_by_parameters,
}
