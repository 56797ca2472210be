"""
pubs: what its view and procedures return, what its trigger and constraints refuse, and what its defaults fill in.
"""

from decimal import Decimal

from cases import Error, Result, bad_parameter, check, duplicate, missing_parameter, not_null, truncated
from values import average_int, average_money, checked_order, key
from tables import rows_of

DB = "pubs"


def add_rows(cases, tables):
    """All rows of the small tables. The two titles without a publication date have the time of loading there."""
    for name, order_by in [("authors", ["au_id"]), ("publishers", ["pub_id"]), ("titleauthor", ["au_id", "title_id"]), ("stores", ["stor_id"]), ("jobs", ["job_id"])]:
        rows_of(cases, tables[name], order_by, "The INSERT statements; literals without N are in code page 1252, char columns are padded with blanks, any number but 0 is bit 1.")
    rows_of(cases, tables["sales"], ["stor_id", "ord_num", "title_id"], "The INSERT statements; dates are month/day/year.")
    rows_of(cases, tables["titles"], ["title_id"], "The INSERT statements.", leave_out=("pubdate",))
    rows_of(cases, tables["titles"], ["title_id"], "The INSERT statements that give a date.", leave_out=("title", "notes"), where="notes IS NOT NULL AND price IS NOT NULL", keep=lambda row: row["pubdate"] != "now")
    rows_of(cases, tables["employee"], ["emp_id"], "The INSERT statements; '' in a char(1) column is a blank; two-digit years are 19xx.")
    rows_of(cases, tables["discounts"], ["discounttype"], "The INSERT statements; decimal(4,2).")


def add_view(cases, tables):
    authors = {row["au_id"]: row for row in tables["authors"].rows}
    titles = {row["title_id"]: row for row in tables["titles"].rows}
    rows = []
    for link in tables["titleauthor"].rows:
        title = titles[link["title_id"]]
        rows.append([title["title"], link["au_ord"], authors[link["au_id"]]["au_lname"], title["price"], title["ytd_sales"], title["pub_id"]])
    columns = [("title", "varchar(80)"), ("au_ord", "tinyint"), ("au_lname", "varchar(40)"), ("price", "money"), ("ytd_sales", "int"), ("pub_id", "char(4)")]
    cases.add("view titleview", "SELECT * FROM titleview", "Each pair of author and title once.", [Result(columns, rows)])


def add_procedures(cases, tables):
    add_byroyalty(cases, tables)
    add_reptq1(cases, tables["titles"].rows)
    add_reptq2(cases, tables["titles"].rows)
    add_reptq3(cases, tables["titles"].rows)


def add_byroyalty(cases, tables):
    for argument, value in [("100", 100), ("50", 50), ("@percentage = 40", 40), ("'25'", 25), ("30.9", 30), ("0", 0), ("NULL", None)]:
        rows = [[link["au_id"]] for link in tables["titleauthor"].rows if value is not None and link["royaltyper"] == value]
        derivation = "Authors by their share of a title. The argument is converted to int (a decimal is cut); NULL equals nothing. The alias type id shows as varchar(11)."
        cases.add(f"procedure byroyalty {argument}", f"EXEC byroyalty {argument}", derivation, [Result([("au_id", "varchar(11)")], rows)])
    cases.add("procedure byroyalty: no number", "EXEC byroyalty 'all'", "The text cannot be converted.", errors=[bad_parameter("byroyalty", "varchar", "int")])
    cases.add("procedure byroyalty: no argument", "EXEC byroyalty", "The parameter has no default.", errors=[missing_parameter("byroyalty", "@percentage")])


def add_reptq1(cases, titles):
    priced = [row for row in titles if row["price"] is not None]
    groups = sorted({row["pub_id"] for row in priced})
    rows = [[pub, average_money([row["price"] for row in priced if row["pub_id"] == pub])] for pub in groups]
    rows.append(["ALL", average_money([row["price"] for row in priced])])
    order = checked_order([row[0] for row in rows])
    derivation = (
        "Average price by publisher and over all, without unknown prices. AVG of money is money and cut after four decimals (published for all titles: 14.7662, "
        "not 14.7663). CASE over varchar(3) and char(4) is varchar(4). ORDER BY takes the column alias, so ALL comes last."
    )
    cases.add("procedure reptq1", "EXEC reptq1", derivation, [Result([("pub_id", "varchar(4)"), ("avg_price", "money")], sorted(rows, key=lambda row: order.index(row[0])), True)])


def rollup(rows, first, second, total):
    """GROUP BY first, second WITH ROLLUP: groups of both, subtotals of the first, the grand total. It is never asked for no rows here."""
    found = []
    for a in sorted({row[first] for row in rows}):
        part = [row for row in rows if row[first] == a]
        found += [(a, b, total([row for row in part if row[second] == b])) for b in sorted({row[second] for row in part})]
        found.append((a, "ALL", total(part)))
    return [*found, ("ALL", "ALL", total(rows))]


def add_reptq2(cases, titles):
    published = [row for row in titles if row["pub_id"] is not None]
    groups = rollup(published, "pub_id", "type", lambda rows: average_int([row["ytd_sales"] for row in rows if row["ytd_sales"] is not None]))
    rows = [[kind, pub, average] for pub, kind, average in groups]
    derivation = (
        "Average sales by publisher and type, by publisher, and over all: the rollup of GROUP BY pub_id, type. AVG of int is int and cut; unknown sales do not count, and an "
        "average of nothing is NULL, with warning 8153. CASE over varchar(3) and char(12) is varchar(12) and keeps the blanks of the char. The order is not promised."
    )
    columns = [("type", "varchar(12)"), ("pub_id", "varchar(4)"), ("avg_ytd_sales", "int")]
    cases.add("procedure reptq2", "EXEC reptq2", derivation, [Result(columns, rows)], messages=[8153])


def add_reptq3(cases, titles):
    for arguments, low, high, kind in [
        ("5, 20, 'business'", 5, 20, "business"),
        ("$0.00, $100.00, 'psychology'", 0, 100, "psychology"),
        ("@type = 'POPULAR_COMP', @hilimit = 22.95, @lolimit = 20", 20, "22.95", "popular_comp"),
        ("10, 20, 'mod_cook'", 10, 20, "mod_cook"),
        ("20, 10, 'business'", 20, 10, "business"),
        ("NULL, 20, NULL", None, 20, None),
    ]:
        wanted = [row for row in titles if matches(row, low, high, kind) or "cook" in row["type"]]
        groups = rollup(wanted, "pub_id", "type", len)
        derivation = (
            "AND binds stronger than OR: titles of the type within the price limits (both excluded), and in any case all whose type contains 'cook'. Counts by the rollup of "
            "pub_id, type. CASE over varchar(3) and char is varchar. The order is not promised."
        )
        columns = [("pub_id", "varchar(4)"), ("type", "varchar(12)"), ("cnt", "int")]
        cases.add(f"procedure reptq3 {arguments}", f"EXEC reptq3 {arguments}", derivation, [Result(columns, [list(group) for group in groups])])
    cases.add("procedure reptq3: missing argument", "EXEC reptq3 1, 2", "The third parameter has no default.", errors=[missing_parameter("reptq3", "@type")])


def matches(row, low, high, kind):
    if None in (low, high, kind) or row["price"] is None:
        return False
    return Decimal(low) < row["price"] < Decimal(high) and key(row["type"]) == key(kind)


def add_trigger(cases, tables, lines):
    """employee_insupd. `lines` are the line numbers of its two RAISERROR statements in the batch that creates it."""
    jobs = {row["job_id"]: row for row in tables["jobs"].rows}
    refusal = Error(50000, 16, 1, "Job id 1 expects the default level of 10.", procedure="employee_insupd", line=lines[0])
    ended = Error(3609, 16, 1, "The transaction ended in the trigger. The batch has been aborted.")
    count = Result([("employees", "int")], [[len(tables["employee"].rows)]], True)
    for name, sql, error in [
        ("level for job 1", insert_employee(1, 20), refusal),
        ("level below the job's range", insert_employee(5, 149), out_of_range(jobs, 5, lines)),
        ("level above the job's range", insert_employee(14, 101), out_of_range(jobs, 14, lines)),
        ("update of the level", "UPDATE employee SET job_lvl = 255 WHERE emp_id = 'PTC11962M'", out_of_range(jobs, 2, lines)),
        ("update to job 1", "UPDATE employee SET job_id = 1 WHERE emp_id = 'PTC11962M'", refusal),
    ]:
        derivation = "The trigger raises its error, rolls the statement's transaction back and so ends the batch with 3609: the SELECT after it does not run."
        cases.add(f"trigger: {name}", f"{sql};\nSELECT 1 AS [not reached]", derivation, errors=[error, ended])
    cases.add("trigger: nothing stayed", "SELECT COUNT(*) AS employees FROM employee", "The rows before the refused statements.", [count])
    add_caught(cases, refusal, count)
    add_accepted(cases, tables["employee"].rows)


def insert_employee(job, level):
    return f"INSERT employee (emp_id, fname, lname, job_id, job_lvl, pub_id) VALUES ('XYZ12345M', 'Xaver', 'Zimt', {job}, {level}, '0736')"


def out_of_range(jobs, job, lines):
    low, high = jobs[job]["min_lvl"], jobs[job]["max_lvl"]
    return Error(50000, 16, 1, f"The level for job_id:{job} should be between {low} and {high}.", procedure="employee_insupd", line=lines[1])


def add_caught(cases, refusal, count):
    sql = (
        f"BEGIN TRY\n    {insert_employee(1, 20)};\nEND TRY\nBEGIN CATCH\n    SELECT ERROR_NUMBER() AS number, ERROR_SEVERITY() AS severity, ERROR_STATE() AS state, "
        "ERROR_LINE() AS line, ERROR_MESSAGE() AS message;\n    IF @@TRANCOUNT > 0\n        ROLLBACK TRANSACTION;\nEND CATCH;\nSELECT COUNT(*) AS employees FROM employee"
    )
    columns = [("number", "int"), ("severity", "int"), ("state", "int"), ("line", "int"), ("message", "nvarchar(4000)")]
    caught = Result(columns, [[50000, 16, 1, refusal.line, refusal.message]], True)
    cases.add("trigger: caught", sql, "Within TRY the error of severity 16 jumps to CATCH at once, before the trigger's ROLLBACK; the row is gone after ours.", [caught, count])


def add_accepted(cases, employees):
    """Statements that the trigger lets pass, taken back afterwards."""
    columns = [("minit", "char(1)"), ("job_id", "smallint"), ("job_lvl", "tinyint"), ("pub_id", "char(4)"), ("today", "int")]
    sql = (
        "BEGIN TRANSACTION;\nINSERT employee (emp_id, fname, lname) VALUES ('X-Z12345F', 'Xenia', 'Zimt');\n"
        "SELECT minit, job_id, job_lvl, pub_id, CASE WHEN ABS(DATEDIFF(minute, hire_date, GETDATE())) <= 1 THEN 1 ELSE 0 END AS today FROM employee WHERE emp_id = 'X-Z12345F';\n"
        "ROLLBACK TRANSACTION"
    )
    cases.add("trigger: defaults pass", sql, "Job 1 with level 10 is what the trigger expects; hire_date is the time of the insert.", [Result(columns, [[None, 1, 10, "9952", 1]], True)])
    sql = "UPDATE employee SET job_lvl = 255 WHERE emp_id = 'NOBODY';\nSELECT @@ROWCOUNT AS [rows], @@ERROR AS [error]"
    cases.add("trigger: no rows", sql, "The trigger fires for zero rows; its variables stay NULL, so neither condition is true.", [Result([("rows", "int"), ("error", "int")], [[0, 0]], True)])
    designers = [row for row in employees if row["job_id"] == 12]
    sql = "BEGIN TRANSACTION;\nUPDATE employee SET job_lvl = 100 WHERE job_id = 12;\nSELECT COUNT(*) AS n FROM employee WHERE job_lvl = 100 AND job_id = 12;\nROLLBACK TRANSACTION"
    cases.add("trigger: an update of several rows", sql, "Job 12 allows 25 to 100; the trigger looks at one of the employees that have it.", [Result([("n", "int")], [[len(designers)]], True)])


def add_constraints(cases):
    generated = "_[0-9A-F]{8}"
    for name, sql, error in [
        ("CHECK of a pattern", "INSERT authors VALUES ('12-345-6789', 'A', 'B', '1', NULL, NULL, NULL, NULL, 1)", generated_check("INSERT", "authors", "au_id")),
        ("CHECK of five digits", "UPDATE authors SET zip = '9470A' WHERE au_id = '409-56-7008'", generated_check("UPDATE", "authors", "zip")),
        ("CHECK of a list", "INSERT publishers (pub_id) VALUES ('1390')", generated_check("INSERT", "publishers", "pub_id")),
        ("CHECK of a minimum", "INSERT jobs (min_lvl, max_lvl) VALUES (9, 20)", generated_check("INSERT", "jobs", "min_lvl")),
        ("CHECK of a maximum", "INSERT jobs (min_lvl, max_lvl) VALUES (10, 251)", generated_check("INSERT", "jobs", "max_lvl")),
        ("CHECK with a name", "INSERT employee (emp_id, fname, lname) VALUES ('AB012345X', 'A', 'B')", check("INSERT", "CK_emp_id", DB, "employee", "emp_id")),
        ("FOREIGN KEY with a generated name", "INSERT titles (title_id, title, pub_id) VALUES ('XX0001', 'x', '9903')", Error(547, 16, 0, pattern=f'^The INSERT statement conflicted with the FOREIGN KEY constraint "FK__titles__pub_id_{generated}"\\. The conflict occurred in database "pubs", table "dbo\\.publishers", column \'pub_id\'\\.$')),
        ("REFERENCE", "DELETE stores WHERE stor_id = '6380'", Error(547, 16, 0, pattern=f'^The DELETE statement conflicted with the REFERENCE constraint "FK__sales__stor_id_{generated}"\\. The conflict occurred in database "pubs", table "dbo\\.sales", column \'stor_id\'\\.$')),
        ("PRIMARY KEY with a name", "INSERT stores (stor_id) VALUES ('6380')", duplicate("UPK_storeid", "stores", "6380")),
        ("PRIMARY KEY of three columns", "INSERT sales VALUES ('6380', '6871', '19940914', 5, 'Net 60', 'BU1032')", duplicate("UPKCL_sales", "sales", "6380, 6871, BU1032")),
        ("NULL in an alias type", "INSERT titleauthor (title_id) VALUES ('BU1032')", not_null("INSERT", DB, "titleauthor", "au_id")),
        ("text too long", "UPDATE publishers SET state = 'CAL' WHERE pub_id = '1389'", truncated(DB, "publishers", "state", "CA")),
    ]:
        derivation = "The statement fails as a whole, 3621 follows, the batch goes on. Constraints without a name get one of table (9 letters) and column (14 letters together) and a random number."
        result = Result([("error", "int"), ("rows", "int")], [[error.number, 0]], True)
        cases.add(f"constraint: {name}", f"{sql};\nSELECT @@ERROR AS [error], @@ROWCOUNT AS [rows]", derivation, [result], [error], [3621])


def generated_check(statement, table, column):
    name = f"CK__{table[:9]}__{column[:14 - len(table[:9])]}__[0-9A-F]{{8}}"
    where = f'The conflict occurred in database "pubs", table "dbo\\.{table}", column \'{column}\'\\.$'
    return Error(547, 16, 0, pattern=f'^The {statement} statement conflicted with the CHECK constraint "{name}"\\. {where}')


def add_defaults(cases):
    for name, insert, query, columns, row in [
        ("authors", "INSERT authors (au_id, au_lname, au_fname, contract) VALUES ('111-22-3333', 'A', 'B', 2)", "SELECT phone, address, contract FROM authors WHERE au_id = '111-22-3333'", [("phone", "char(12)"), ("address", "varchar(40)"), ("contract", "bit")], ["UNKNOWN     ", None, 1]),
        ("publishers", "INSERT publishers (pub_id, pub_name) VALUES ('9950', DEFAULT)", "SELECT pub_name, country FROM publishers WHERE pub_id = '9950'", [("pub_name", "varchar(40)"), ("country", "varchar(30)")], [None, "USA"]),
        ("titles", "INSERT titles (title_id, title) VALUES ('XX0001', 'New')", "SELECT type, price, CASE WHEN ABS(DATEDIFF(minute, pubdate, GETDATE())) <= 1 THEN 1 ELSE 0 END AS today FROM titles WHERE title_id = 'XX0001'", [("type", "char(12)"), ("price", "money"), ("today", "int")], ["UNDECIDED   ", None, 1]),
        ("jobs", "INSERT jobs (min_lvl, max_lvl) VALUES (10, 250)", "SELECT job_desc FROM jobs WHERE job_id = SCOPE_IDENTITY()", [("job_desc", "varchar(50)")], ["New Position - title not formalized yet"]),
    ]:
        sql = f"BEGIN TRANSACTION;\n{insert};\n{query};\nROLLBACK TRANSACTION"
        cases.add(f"defaults of {name}", sql, "Columns without a value, or with DEFAULT, take their default, or NULL. The rollback takes the row away again.", [Result(columns, [row], True)])


def trigger_lines(path):
    """Lines of the two RAISERROR statements, counted from the line after the GO before CREATE TRIGGER."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    create = next(at for at, line in enumerate(lines) if line.upper().startswith("CREATE TRIGGER"))
    start = max(at for at in range(create) if lines[at].strip().upper() == "GO")
    return [at - start for at in range(create, len(lines)) if lines[at].strip().startswith("raiserror (")][:2]
