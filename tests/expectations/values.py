"""
Values as SQL Server holds them, in plain Python.

A column has a type as T-SQL writes it ('nvarchar(40)', 'money', 'real'). Python values are: int for the integer types and bit, Decimal for money and
decimal, float for real and float (a real is rounded to single precision at once), datetime for datetime, str for the string types, bytes for image,
None for NULL. `stored` says what a literal becomes in a column; `text` writes a value in the form that the JSON files use.
"""

import re
import struct
import unicodedata
from datetime import datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

MONEY = Decimal("0.0001")


def real(value):
    """Rounds to single precision, ties to even, as the hardware does for every operation on `real` operands."""
    return struct.unpack("<f", struct.pack("<f", value))[0]


def money_of_real(value):
    """real to money: the exact value of the single, rounded half away from zero to four decimals."""
    return Decimal(value).quantize(MONEY, ROUND_HALF_UP)


def decimal_of_real(value, scale):
    """real to decimal(p, scale): the exact value of the single, rounded half away from zero."""
    return Decimal(value).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def average_money(values):
    """AVG(money): the exact sum divided by the count, cut (not rounded) after four decimals, as money division does."""
    return (sum(values) / len(values)).quantize(MONEY, ROUND_DOWN) if values else None


def average_int(values):
    """AVG(int): integer division, towards zero."""
    return int(Decimal(sum(values)) / len(values)) if values else None


def base(type_name):
    """'nvarchar(40)' is 'nvarchar'."""
    return type_name.split("(")[0]


def length(type_name):
    """The length or precision in a type, or None."""
    found = re.search(r"\((\d+)", type_name)
    return int(found.group(1)) if found else None


def code_page(text):
    """A literal without N is in code page 1252, the default collation's; what it cannot hold becomes a question mark."""
    return text.encode("cp1252", "replace").decode("cp1252")


def stored(literal, type_name):
    """The value that a column of a type holds after an INSERT of a literal (a Python str, int, Decimal, bytes or None)."""
    kind = base(type_name)
    if literal is None:
        return None
    if kind in ("nvarchar", "varchar", "ntext", "text"):
        return fitting(str(literal), type_name)
    if kind in ("nchar", "char"):
        return fitting(str(literal), type_name).ljust(length(type_name))
    if kind == "datetime":
        return moment(literal)
    if kind == "bit":
        return 0 if Decimal(literal) == 0 else 1
    if kind in ("int", "smallint", "tinyint"):
        return int(literal)
    if kind == "money":
        return Decimal(literal).quantize(MONEY, ROUND_HALF_UP)
    if kind == "decimal":
        return Decimal(literal).quantize(Decimal(1).scaleb(-int(type_name.rstrip(")").split(",")[1])), ROUND_HALF_UP)
    if kind == "real":
        return real(float(literal))
    if kind == "image":
        return literal
    raise ValueError(f"no rule for {type_name}")


def fitting(text, type_name):
    """The scripts never overflow a column; a text that does is a mistake of this program."""
    limit = length(type_name)
    if limit is not None and len(text) > limit:
        raise ValueError(f"{text!r} does not fit into {type_name}")
    return text


def moment(literal):
    """The date formats of the two scripts, read with DATEFORMAT mdy; two-digit years up to 49 are 20xx."""
    for pattern in ("%m/%d/%Y", "%m/%d/%y", "%Y%m%d", "%Y-%m-%d"):
        try:
            found = datetime.strptime(literal, pattern)
        except ValueError:
            continue
        return found.replace(year=found.year - 100) if pattern.endswith("%y") and found.year >= 2050 else found
    raise ValueError(f"no rule for the date {literal!r}")


def text(value, type_name):
    """A value in the JSON files: always a string, or null."""
    if value is None:
        return None
    kind = base(type_name)
    if kind == "money":
        return f"{value:.4f}"
    if kind == "decimal":
        return f"{value:.{int(type_name.rstrip(')').split(',')[1])}f}"
    if kind == "real":
        return shortest_real(value)
    if kind == "float":
        return repr(value).removesuffix(".0")
    if kind == "datetime":
        return value.strftime("%Y-%m-%dT%H:%M:%S.000")
    if kind == "image":
        return "0x" + value.hex().upper()
    return str(value)


def shortest_real(value):
    """The shortest decimal text that is this single and no other."""
    for digits in range(1, 10):  # Nine digits tell any two singles apart.
        shown = f"{value:.{digits}g}"
        if real(float(shown)) == value:
            return repr(float(shown)).removesuffix(".0")
    raise ValueError(value)


def key(value):
    """
    Equality of strings under SQL_Latin1_General_CP1_CI_AS: case-insensitive, accent-sensitive, trailing blanks ignored. Other values stay.
    """
    return value.rstrip(" ").casefold() if isinstance(value, str) else value


def order(value):
    """
    Order of strings under that collation, for the strings of these databases: letters without case and accents first, then the accents.
    NULL comes first. `checked_order` makes sure that a list does not depend on more than that.
    """
    if value is None:
        return (0,)
    if not isinstance(value, str):
        return (1, value)
    split = unicodedata.normalize("NFD", value.casefold())
    plain = "".join(ch for ch in split if not unicodedata.combining(ch))
    return (1, plain.rstrip(" "), split)


def checked_order(values):
    """Sorts strings and refuses a list whose order would differ if hyphens and apostrophes were ignored, which a word sort does."""
    found = sorted(values, key=order)
    word = sorted(values, key=lambda value: order(value.replace("-", "").replace("'", "")))
    if found != word:
        raise ValueError(f"the order depends on punctuation: {[a for a, b in zip(found, word) if a != b]}")
    return found
