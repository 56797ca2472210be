"""mssql-python: Microsoft's driver for Python over the ODBC Driver 18 that it carries."""

import mssql_python

from harness import main
from odbc import CASES, bulk_rows, bulk_sums


def connect(settings):
    return mssql_python.connect(
        f"Server={settings['host']},{settings['port']};UID={settings['user']};PWD={settings['password']};Database={settings['database']};"
        f"Encrypt={settings.get('encrypt', 'yes')};TrustServerCertificate=yes"
    )


def bulk(connection, _settings):
    """Its own bulk copy, which speaks TDS without ODBC."""
    cursor = connection.cursor()
    cursor.bulkcopy("dbo.loaded", bulk_rows())
    connection.commit()
    return bulk_sums(connection)


main({**CASES, "bulk": bulk}, connect)
