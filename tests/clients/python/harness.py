"""Runs the cases of one driver and prints one JSON line a case.

A driver's program hands its cases to `main`: functions of a connection factory, named as in tests/clients/cases.ts.
Values become text in the one form that the expectations use.
"""

import datetime
import decimal
import json
import sys
import traceback
import uuid

LONG_TEXT = 1000


def main(cases, connect):
    """`connect(settings)` opens a connection; every case gets a fresh one."""
    settings = json.loads(sys.argv[1])
    for name, case in cases.items():
        if settings.get("only") and name not in settings["only"]:
            continue
        try:
            connection = connect(settings)
            try:
                answer = {"case": name, "value": case(connection, settings)}
            finally:
                connection.close()
        except Exception as error:  # Whatever a driver raises is the case's answer.
            answer = {"case": name, "error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


def answer_cases(cases):
    """Prints one JSON line a case: functions without arguments, in order."""
    for name, case in cases.items():
        try:
            answer = {"case": name, "value": case()}
        except Exception as error:  # Whatever a library raises is the case's answer.
            answer = {"case": name, "error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}
        print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)


def text(value):
    """A value as the expectations write it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S.%f")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex().upper()
    if isinstance(value, uuid.UUID):
        return str(value).upper()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    return cut(str(value))


def rows(cursor):
    """The rows of the current result."""
    return [[text(value) for value in row] for row in cursor.fetchall()]


def record(cursor):
    """The only row of a result, by column name."""
    row = cursor.fetchone()
    return {column[0]: text(value) for column, value in zip(cursor.description, row)}


def moment(value):
    plain = value.strftime("%Y-%m-%d %H:%M:%S.%f")
    if value.tzinfo is None:
        return plain
    minutes = int(value.utcoffset().total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{plain} {sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def cut(value):
    return value if len(value) <= LONG_TEXT else f"length {len(value)}"
