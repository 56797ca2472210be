"""
Cases that every table gets by the same rules: its rows, sums over its columns, its columns in the catalog.

Sums find a wrong value anywhere in a table without listing it: numbers are added up, strings are measured in characters and bytes, long and binary
values are hashed.
"""

import hashlib

from cases import Result
from values import base, length

"""Type of SUM over a column of a type."""
SUM_TYPE = {"int": "int", "smallint": "int", "tinyint": "int", "money": "money", "real": "float", "decimal": "decimal(38,2)"}

"""DATA_TYPE of a type as (character length, numeric precision, scale, date precision)."""
NUMERIC = {
    "int": (10, 0),
    "smallint": (5, 0),
    "tinyint": (3, 0),
    "money": (19, 4),
    "real": (24, None),
    "decimal": (4, 2),
}
LONG_LENGTH = {"ntext": 1073741823, "text": 2147483647, "image": 2147483647}


def add_all(cases, tables):
    for table in tables.values():
        add_count(cases, table)
        add_sums(cases, table)
        add_hashes(cases, table)
        add_catalog(cases, table)


def rows_of(cases, table, order_by, derivation, leave_out=(), where=None, keep=lambda row: True):
    """SELECT of all columns but some, ordered by a unique key whose order is that of its Python values."""
    columns = [column for column in table.columns if column.name not in leave_out]
    rows = sorted((row for row in table.rows if keep(row)), key=lambda row: [row[name] for name in order_by])
    listed = ", ".join(bracket(column.name) for column in columns)
    sql = f"SELECT {listed} FROM {bracket(table.name)}" + (f" WHERE {where}" if where else "")
    sql += " ORDER BY " + ", ".join(bracket(name) for name in order_by)
    result = Result([(c.name, c.type) for c in columns], [[row[c.name] for c in columns] for row in rows], ordered=True)
    cases.add(f"table {table.name}: rows", sql, derivation, [result])


def bracket(name):
    return f"[{name}]"


def add_count(cases, table):
    sql = f"SELECT COUNT(*) AS [rows] FROM {bracket(table.name)}"
    cases.add(f"table {table.name}: count", sql, "Number of INSERT statements for the table in the script.", [Result([("rows", "int")], [[len(table.rows)]], True)])


def add_sums(cases, table):
    """One row of aggregates over all columns that have any; columns with a value that depends on the time of loading are left out."""
    found = []
    for column in table.columns:
        values = [row[column.name] for row in table.rows]
        if "now" not in values or base(column.type) != "datetime":
            found += aggregates(column, [value for value in values if value is not None])
    if not found:
        return
    listed = ", ".join(f"{expression} AS [{name}]" for name, expression, _, _ in found)
    result = Result([(name, type_name) for name, _, type_name, _ in found], [[value for _, _, _, value in found]], True)
    derivation = (
        "Computed over the literals of the script. SUM of smaller integers is int, of money money, of real float (added exactly: all values have few binary "
        "digits), of decimal(4,2) decimal(38,2); MIN and MAX keep the type; of no rows they are NULL. LEN leaves trailing blanks out, DATALENGTH counts two bytes "
        "for each nchar, nvarchar and ntext character; both add up as int."
    )
    cases.add(f"table {table.name}: sums", f"SELECT {listed} FROM {bracket(table.name)}", derivation, [result], messages=nulls(table, found))


def nulls(table, found):
    """8153, once, when one of the aggregates leaves a NULL out. COUNT of a column warns as well."""
    used = {name.split(" ", 1)[1] for name, _, _, _ in found}
    return [8153] if any(row[name] is None for row in table.rows for name in used) else []


def aggregates(column, values):
    """(result name, expression, type, value) of the aggregates for one column."""
    kind, name = base(column.type), bracket(column.name)
    # COUNT refuses ntext, text and image.
    counted = f"DATALENGTH({name})" if kind in LONG_LENGTH else name
    found = [("count " + column.name, f"COUNT({counted})", "int", len(values))]
    if kind in SUM_TYPE:
        found.append(("sum " + column.name, f"SUM({name})", SUM_TYPE[kind], sum(values) if values else None))
    if kind in SUM_TYPE or kind == "datetime":
        found.append(("min " + column.name, f"MIN({name})", column.type, min(values, default=None)))
        found.append(("max " + column.name, f"MAX({name})", column.type, max(values, default=None)))
    if kind == "bit":
        found.append(("sum " + column.name, f"SUM(CONVERT(int, {name}))", "int", sum(values) if values else None))
    if kind in ("nchar", "nvarchar", "char", "varchar"):
        found.append(("len " + column.name, f"SUM(LEN({name}))", "int", sum(len(v.rstrip(" ")) for v in values) if values else None))
    if kind in ("nchar", "nvarchar", "char", "varchar", "ntext", "text", "image"):
        found.append(("bytes " + column.name, f"SUM(DATALENGTH({name}))", "int", sum(size(v, kind) for v in values) if values else None))
    return found


def size(value, kind):
    return len(value) * 2 if kind in ("nchar", "nvarchar", "ntext") else len(value)


def add_hashes(cases, table):
    """SHA-256 of every long value, by the key of the table (its first column)."""
    key = table.columns[0]
    for column in table.columns:
        kind = base(column.type)
        if kind not in LONG_LENGTH or not table.rows:
            continue
        wide = {"ntext": "nvarchar(max)", "text": "varchar(max)", "image": "varbinary(max)"}[kind]
        sql = (
            f"SELECT {bracket(key.name)}, HASHBYTES('SHA2_256', CONVERT({wide}, {bracket(column.name)})) AS [hash] "
            f"FROM {bracket(table.name)} ORDER BY {bracket(key.name)}"
        )
        rows = [[row[key.name], digest(row[column.name], kind)] for row in sorted(table.rows, key=lambda row: row[key.name])]
        derivation = "SHA-256 of the bytes in the script: UTF-16 little endian for ntext, code page 1252 for text. HASHBYTES returns varbinary(8000); NULL has no hash."
        cases.add(f"table {table.name}: hashes of {column.name}", sql, derivation, [Result([(key.name, key.type), ("hash", "varbinary(8000)")], rows, True)])


def digest(value, kind):
    if value is None:
        return None
    data = value if kind == "image" else value.encode("utf-16-le" if kind == "ntext" else "cp1252")
    return "0x" + hashlib.sha256(data).hexdigest().upper()


def add_catalog(cases, table):
    columns = [
        ("ORDINAL_POSITION", "int"),
        ("COLUMN_NAME", "nvarchar(128)"),
        ("COLUMN_DEFAULT", "nvarchar(4000)"),
        ("IS_NULLABLE", "varchar(3)"),
        ("DATA_TYPE", "nvarchar(128)"),
        ("CHARACTER_MAXIMUM_LENGTH", "int"),
        ("NUMERIC_PRECISION", "tinyint"),
        ("NUMERIC_SCALE", "int"),
        ("DATETIME_PRECISION", "smallint"),
        ("DOMAIN_NAME", "nvarchar(128)"),
    ]
    sql = (
        f"SELECT {', '.join(name for name, _ in columns)} FROM INFORMATION_SCHEMA.COLUMNS "
        f"WHERE TABLE_SCHEMA = 'dbo' AND TABLE_NAME = '{table.name}' ORDER BY ORDINAL_POSITION"
    )
    derivation = (
        "The CREATE TABLE statement. Constants in defaults are kept in double parentheses, strings and functions in single ones; a column without NULL or NOT NULL "
        "is nullable unless it is a key, an identity or of an alias type that is not; an alias type shows its base type and its name as the domain."
    )
    cases.add(f"table {table.name}: columns in the catalog", sql, derivation, [Result(columns, [catalog_row(i, c) for i, c in enumerate(table.columns, 1)], True)])


def catalog_row(position, column):
    kind = base(column.type)
    precision, scale = NUMERIC.get(kind, (None, None))
    return [
        position,
        column.name,
        None if column.default is None else stored_default(column.default),
        "YES" if column.nullable else "NO",
        kind,
        LONG_LENGTH.get(kind, None if kind in NUMERIC else length(column.type)),
        precision,
        scale,
        3 if kind == "datetime" else None,
        column.alias,
    ]


def stored_default(text):
    return f"(({text}))" if text.lstrip("-").isdigit() else f"({text})"
