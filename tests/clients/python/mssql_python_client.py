"""mssql-python: Microsoft's driver for Python over the ODBC Driver 18 that it carries."""

import time

import mssql_python

from harness import main, rows
from odbc import CASES, bulk_rows, bulk_sums


def connect(settings):
    return mssql_python.connect(
        f"Server={settings['host']},{settings['port']};UID={settings['user']};PWD={settings['password']};Database={settings['database']};"
        f"Encrypt={settings.get('encrypt', 'yes')};TrustServerCertificate=yes"
    )


def cancel(connection, settings):
    """It has no call to cancel; a timeout sends the same attention."""
    connection.timeout = 1
    started = time.monotonic()
    try:
        connection.cursor().execute("WAITFOR DELAY '00:01:00'")
        return ["not stopped"]
    except mssql_python.Error:
        stopped = "stopped" if time.monotonic() - started < 5 else "too late"
    connection.rollback()
    again = connection.cursor()
    again.execute("SELECT 1")
    return [stopped, rows(again)[0][0]]


def bulk(connection, _settings):
    """Its own bulk copy, which speaks TDS without ODBC."""
    cursor = connection.cursor()
    cursor.bulkcopy("dbo.loaded", bulk_rows())
    connection.commit()
    return bulk_sums(connection)


main({**CASES, "cancel": cancel, "bulk": bulk}, connect)
