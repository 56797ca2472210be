"""
What a case is, and how cases become JSON.

A case is one batch of T-SQL with everything that a client sees of its answer. A generic runner needs nothing but the keys written by `document`;
README.md in this folder describes them.
"""

import json
from dataclasses import dataclass, field

from values import text


@dataclass(frozen=True)
class Result:
    """One result set. `columns` are (name, T-SQL type) pairs; rows hold Python values of those types."""

    columns: list
    rows: list
    """False when SQL Server promises no order: then rows are compared as a multiset."""
    ordered: bool = False


@dataclass(frozen=True)
class Error:
    """An error (severity above 10). `message` is the exact text, `pattern` a regular expression for texts with generated names; None is not compared."""

    number: int
    severity: int = 16
    state: int | None = None
    message: str | None = None
    pattern: str | None = None
    procedure: str | None = None
    line: int | None = None


@dataclass
class Cases:
    """The cases of one database, in the order in which they run. Each leaves the rows of the database as it found them."""

    database: str
    script: str
    items: list = field(default_factory=list)

    def add(self, name, sql, derivation, results=(), errors=(), messages=()):
        """`messages` are the numbers of informational messages that arrive, such as 3621 after a failed write."""
        case = {"name": name, "sql": sql, "derivation": derivation, "results": [result_of(result) for result in results]}
        case["errors"] = [{key: value for key, value in vars(error).items() if value is not None} for error in errors]
        case["messages"] = list(messages)
        self.items.append(case)

    def document(self):
        """The JSON text: a row a line, so that a changed row is a changed line."""
        head = {"database": self.database, "script": self.script}
        body = ",\n".join(case_text(case) for case in self.items)
        return json.dumps(head, ensure_ascii=False)[:-1] + ', "cases": [\n' + body + "\n]}\n"


def result_of(result):
    types = [type_name for _, type_name in result.columns]
    rows = [[text(value, type_name) for value, type_name in zip(row, types, strict=True)] for row in result.rows]
    columns = [{"name": name, "type": type_name} for name, type_name in result.columns]
    return {"columns": columns, "ordered": result.ordered, "rows": rows}


def case_text(case):
    fields = [f'  "{key}": {dump(value)}' for key, value in case.items() if key != "results"]
    results = ",\n".join(result_text(result) for result in case["results"])
    fields.insert(3, '  "results": [' + (f"\n{results}\n  " if results else "") + "]")
    return "{\n" + ",\n".join(fields) + "\n}"


def result_text(result):
    rows = ",\n".join("      " + dump(row) for row in result["rows"])
    rows = f"[\n{rows}\n    ]" if rows else "[]"
    return f'    {{"ordered": {dump(result["ordered"])}, "columns": {dump(result["columns"])}, "rows": {rows}}}'


def dump(value):
    return json.dumps(value, ensure_ascii=False)


# Texts of errors that both databases raise, as SQL Server words them.


def foreign_key(statement, constraint, database, table, column, same_table=False):
    kind = "FOREIGN KEY SAME TABLE" if same_table else "FOREIGN KEY"
    return conflict(statement, kind, constraint, database, table, column)


def reference(statement, constraint, database, table, column):
    return conflict(statement, "REFERENCE", constraint, database, table, column)


def check(statement, constraint, database, table, column):
    return conflict(statement, "CHECK", constraint, database, table, column)


def conflict(statement, kind, constraint, database, table, column):
    """547. The column is named when the constraint has exactly one, also when it was declared for the table."""
    where = f'The conflict occurred in database "{database}", table "dbo.{table}"' + (f", column '{column}'." if column else ".")
    return Error(547, 16, 0, f'The {statement} statement conflicted with the {kind} constraint "{constraint}". {where}')


def duplicate(constraint, table, key):
    what = f"Violation of PRIMARY KEY constraint '{constraint}'. Cannot insert duplicate key in object 'dbo.{table}'."
    return Error(2627, 14, 1, f"{what} The duplicate key value is ({key}).")


def not_null(statement, database, table, column):
    where = f"Cannot insert the value NULL into column '{column}', table '{database}.dbo.{table}'"
    return Error(515, 16, 2, f"{where}; column does not allow nulls. {statement} fails.")


def truncated(database, table, column, value):
    where = f"String or binary data would be truncated in table '{database}.dbo.{table}', column '{column}'."
    return Error(2628, 16, 1, f"{where} Truncated value: '{value}'.")


def missing_parameter(procedure, parameter):
    text_ = f"Procedure or function '{procedure}' expects parameter '{parameter}', which was not supplied."
    return Error(201, 16, 4, text_, procedure=procedure)


def bad_parameter(procedure, source, target):
    return Error(8114, 16, None, f"Error converting data type {source} to {target}.", procedure=procedure)


def too_many_arguments(procedure):
    return Error(8144, 16, 2, f"Procedure or function {procedure} has too many arguments specified.", procedure=procedure)
