"""pyodbc over FreeTDS's ODBC driver."""

import struct
import datetime

import pyodbc

from harness import main
from odbc import CASES

DATETIMEOFFSET = -155


def connect(settings):
    connection = pyodbc.connect(
        f"DRIVER={settings['driver']};SERVER={settings['host']};PORT={settings['port']};UID={settings['user']};PWD={settings['password']};"
        f"DATABASE={settings['database']};TDS_Version=7.4;ClientCharset=UTF-8"
    )
    connection.add_output_converter(DATETIMEOFFSET, offset_value)
    return connection


def offset_value(raw):
    """pyodbc leaves this type of SQL Server to its user."""
    year, month, day, hour, minute, second, nanosecond, hours, minutes = struct.unpack("<6hI2h", raw)
    zone = datetime.timezone(datetime.timedelta(hours=hours, minutes=minutes))
    return datetime.datetime(year, month, day, hour, minute, second, nanosecond // 1000, zone)


main(CASES, connect)
