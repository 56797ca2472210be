"""
Reads the two setup scripts without any database: finds their CREATE TABLE and INSERT statements and holds the rows in memory.

Only what these scripts use is understood; anything else that looks like a table or a row stops the program, so nothing is left out silently.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from values import code_page, stored

TOKEN = re.compile(
    r"""
    (?P<space>\s+|--[^\n]*|/\*.*?\*/)
  | (?P<string>N?'(?:[^']|'')*')
  | (?P<name>"(?:[^"]|"")+"|\[(?:[^\]]|\]\])+\]|[A-Za-z_@\#][\w@\#$]*)
  | (?P<binary>0x[0-9A-Fa-f]*)
  | (?P<number>-?\$?\d+(?:\.\d+)?|-?\$?\.\d+)
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    kind: str
    text: str

    def is_word(self, *words):
        return self.kind == "name" and self.text.lower() in words


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    """True when NULL is allowed."""
    nullable: bool
    identity: bool
    """The text of the default as the script has it, or None."""
    default: str | None
    """The alias type that the script names, or None."""
    alias: str | None


@dataclass
class Table:
    name: str
    columns: list
    rows: list = field(default_factory=list)

    def column(self, name):
        return next(column for column in self.columns if column.name.lower() == name.lower())


def load(path, aliases=None):
    """The tables of a script with their rows, by lower-case name. A row is a dict from column name to stored value."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    tables = {}
    for batch in re.split(r"(?im)^[ \t]*go[ \t]*$", source):
        read_batch(tokens(batch), tables, aliases or {})
    return tables


def tokens(batch):
    found, at = [], 0
    while at < len(batch):
        match = TOKEN.match(batch, at)
        if match is None:
            raise ValueError(f"cannot read {batch[at:at + 40]!r}")
        at = match.end()
        if match.lastgroup != "space":
            found.append(Token(match.lastgroup, match.group()))
    return found


def read_batch(stream, tables, aliases):
    at = 0
    while at < len(stream):
        if stream[at].is_word("create") and stream[at + 1].is_word("view", "procedure", "trigger"):
            return  # The rest of the batch is a module.
        if stream[at].is_word("create") and stream[at + 1].is_word("table"):
            at = read_table(stream, at + 2, tables, aliases)
        elif stream[at].is_word("insert"):
            at = read_insert(stream, at + 1, tables)
        else:
            at += 1


def read_name(stream, at):
    """A table name with or without a schema: the last part and the position after it."""
    name = unquoted(stream[at].text)
    while at + 1 < len(stream) and stream[at + 1].text == ".":
        at += 2
        name = unquoted(stream[at].text)
    return name, at + 1


def unquoted(name):
    return name[1:-1] if name[0] in '"[' else name


def read_list(stream, at):
    """The items between parentheses, each a list of tokens; the position after the closing one."""
    items, depth = [[]], 0
    while True:
        token = stream[at]
        at += 1
        if token.text == "(":
            depth += 1
            if depth == 1:
                continue
        if token.text == ")":
            depth -= 1
            if depth == 0:
                return items, at
        if token.text == "," and depth == 1:
            items.append([])
        else:
            items[-1].append(token)


def read_table(stream, at, tables, aliases):
    name, at = read_name(stream, at)
    items, at = read_list(stream, at)
    columns = [read_column(item, aliases) for item in items if not item[0].is_word("constraint")]
    tables[name.lower()] = Table(name, columns)
    return at


def read_column(item, aliases):
    name, alias = unquoted(item[0].text), unquoted(item[1].text).lower()
    rest = item[2:]
    type_name = {"dec": "decimal"}.get(alias, alias)
    if rest and rest[0].text == "(":
        sizes, used = read_list(rest, 0)
        rest = rest[used:]
        type_name += "(" + ",".join(size[0].text for size in sizes) + ")"
    words = [token.text.lower() for token in rest]
    primary = "primary" in words
    null = nullability(words)
    known = aliases.get(alias)
    return Column(
        name=name,
        type=known[0] if known else type_name,
        nullable=False if primary or "identity" in words else null if null is not None else known[1] if known else True,
        identity="identity" in words,
        default=default_of(rest),
        alias=alias if known else None,
    )


def nullability(words):
    """True for NULL, False for NOT NULL, None when the column does not say. NULL inside a CHECK does not occur in the scripts."""
    if "null" not in words:
        return None
    return words[words.index("null") - 1] != "not"


def default_of(rest):
    for at, token in enumerate(rest):
        if token.is_word("default"):
            value = rest[at + 1:]
            if value[0].text == "(":
                items, used = read_list(value, 0)
                return "".join(part.text for part in items[0])
            return value[0].text
    return None


def read_insert(stream, at, tables):
    if stream[at].is_word("into"):
        at += 1
    name, at = read_name(stream, at)
    table = tables[name.lower()]
    columns = [column for column in table.columns if not column.identity]
    if stream[at].text == "(":
        names, at = read_list(stream, at)
        columns = [table.column(unquoted(item[0].text)) for item in names]
    if not stream[at].is_word("values"):
        raise ValueError(f"an INSERT without VALUES into {name}")
    values, at = read_list(stream, at + 1)
    if len(values) != len(columns):
        raise ValueError(f"{name}: {len(values)} values for {len(columns)} columns")
    given = {column.name: literal(value) for column, value in zip(columns, values)}
    table.rows.append({column.name: value_of(table, column, given) for column in table.columns})
    return at


def value_of(table, column, given):
    """A given literal, else the next identity value, else the default, else NULL. The time of loading is the text 'now'."""
    if column.name in given:
        return stored(given[column.name], column.type)
    if column.identity:
        return len(table.rows) + 1
    if column.default is None:
        return None
    return "now" if column.default == "getdate()" else stored(literal(tokens(column.default)), column.type)


def literal(item):
    if len(item) != 1:
        raise ValueError(f"not a literal: {[token.text for token in item]}")
    token = item[0]
    if token.kind == "string":
        national = token.text.startswith("N")
        plain = token.text[2 if national else 1:-1].replace("''", "'")
        return plain if national else code_page(plain)
    if token.kind == "binary":
        return bytes.fromhex(token.text[2:])
    if token.kind == "number":
        return Decimal(token.text.replace("$", ""))
    if token.is_word("null"):
        return None
    raise ValueError(f"not a literal: {token.text}")
