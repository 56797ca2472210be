"""
Derives what SQL Server returns for Northwind and pubs, from the setup scripts alone, and writes northwind.json and pubs.json next to this file.

    python3 tests/expectations/derive.py <folder with northwind/instnwnd.sql and pubs/instpubs.sql>

Only the Python standard library is used: no SQL engine takes part, so the expectations are independent of the one they test. Rules of SQL Server
that a value or a type follows from are in the `derivation` of each case.
"""

import sys
from pathlib import Path

import northwind
import northwind_procedures
import pubs
import tables
from cases import Cases, Result
from script import load

HERE = Path(__file__).parent

"""The alias types that instpubs.sql makes with sp_addtype, and whether they allow NULL."""
PUBS_TYPES = {"id": ("varchar(11)", False), "tid": ("varchar(6)", False), "empid": ("char(9)", False)}


def derive_northwind(folder):
    path = folder / "northwind" / "instnwnd.sql"
    data = northwind.Northwind(load(path))
    cases = Cases("northwind", "northwind/instnwnd.sql")
    add_northwind_rows(cases, data.tables)
    tables.add_all(cases, data.tables)
    add_names(cases, data.tables, NORTHWIND_VIEWS)
    northwind.add_views(cases, data)
    northwind_procedures.add_procedures(cases, data)
    northwind_procedures.add_constraints(cases)
    northwind_procedures.add_defaults(cases)
    return cases


NORTHWIND_VIEWS = (
    "Customer and Suppliers by City|Alphabetical list of products|Current Product List|Orders Qry|Products Above Average Price|Products by Category|Quarterly Orders|Invoices|"
    "Order Details Extended|Order Subtotals|Product Sales for 1997|Category Sales for 1997|Sales by Category|Sales Totals by Amount|Summary of Sales by Quarter|Summary of Sales by Year"
).split("|")


def add_northwind_rows(cases, found):
    """All rows of the small tables; orders and their lines are in the views Orders Qry and Order Details Extended."""
    derivation = "The INSERT statements; nchar columns are padded with blanks."
    for name in ("Categories", "Shippers", "Suppliers", "Employees", "Products", "Customers", "Region", "Territories"):
        table = found[name.lower()]
        rows_key = [table.columns[0].name]
        tables.rows_of(cases, table, rows_key, derivation, leave_out=("Picture", "Photo"))
    tables.rows_of(cases, found["employeeterritories"], ["EmployeeID", "TerritoryID"], derivation)


def derive_pubs(folder):
    path = folder / "pubs" / "instpubs.sql"
    found = load(path, PUBS_TYPES)
    cases = Cases("pubs", "pubs/instpubs.sql")
    pubs.add_rows(cases, found)
    tables.add_all(cases, found)
    add_names(cases, found, ["titleview"])
    pubs.add_view(cases, found)
    pubs.add_procedures(cases, found)
    pubs.add_trigger(cases, found, pubs.trigger_lines(path))
    pubs.add_constraints(cases)
    pubs.add_defaults(cases)
    return cases


def add_names(cases, found, views):
    columns = [("TABLE_SCHEMA", "nvarchar(128)"), ("TABLE_NAME", "nvarchar(128)"), ("TABLE_TYPE", "varchar(10)")]
    rows = [["dbo", table.name, "BASE TABLE"] for table in found.values()] + [["dbo", view, "VIEW"] for view in views]
    sql = "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES"
    cases.add("catalog: tables and views", sql, "The CREATE TABLE and CREATE VIEW statements.", [Result(columns, rows)])


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "data"
    for cases in (derive_northwind(folder), derive_pubs(folder)):
        target = HERE / f"{cases.database}.json"
        target.write_text(cases.document(), encoding="utf-8")
        print(f"{target.name}: {len(cases.items)} cases, {sum(len(result['rows']) for case in cases.items for result in case['results'])} rows")


if __name__ == "__main__":
    main()
