"""
Northwind: what its procedures return for good and bad arguments, what its constraints refuse, and what its defaults fill in.
"""

from collections import defaultdict
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from cases import Error, Result, bad_parameter, check, duplicate, foreign_key, missing_parameter, not_null, reference, too_many_arguments, truncated
from values import checked_order, decimal_of_real, key, money_of_real, real

DB = "northwind"


def add_procedures(cases, data):
    add_most_expensive(cases, data)
    add_by_date(cases, data)
    add_customer_orders(cases, data)
    add_order_details(cases, data)
    add_sales_by_category(cases, data)


def add_most_expensive(cases, data):
    rows = sorted(([p["ProductName"], p["UnitPrice"]] for p in data.products.values()), key=lambda row: -row[1])
    if rows[9][1] == rows[10][1] or len({price for _, price in rows[:10]}) < 10:
        raise ValueError("the ten most expensive products have equal prices")
    columns = [("TenMostExpensiveProducts", "nvarchar(40)"), ("UnitPrice", "money")]
    derivation = "The ten highest prices, all different, highest first: SET ROWCOUNT 10 stops after ten rows."
    cases.add("procedure Ten Most Expensive Products", "EXEC [Ten Most Expensive Products]", derivation, [Result(columns, rows[:10], True)])
    cases.add(
        "procedure Ten Most Expensive Products: ROWCOUNT ends with it",
        "EXEC [Ten Most Expensive Products]; SELECT ProductID FROM Products ORDER BY ProductID",
        "A SET option that a procedure changes has its old value again when the procedure returns, so the second result set has all 77 products.",
        [Result(columns, rows[:10], True), Result([("ProductID", "int")], [[number] for number in sorted(data.products)], True)],
    )


def add_by_date(cases, data):
    """The two procedures over orders shipped between two dates, both ends included."""
    subtotals = data.subtotals()
    periods = [("19960701", "19961231"), ("19970101", "19970131"), ("19980506", "19980506"), ("19970131", "19970101")]
    for start, end in [*periods, ("NULL", "19980101")]:
        shipped = [o for o in data.orders.values() if between(o["ShippedDate"], start, end)]
        arguments = ", ".join("NULL" if day == "NULL" else f"'{day}'" for day in (start, end))
        derivation = f"Orders with a shipping date from {start} to {end}, both included: {len(shipped)}. A NULL bound matches nothing. The order of rows is not promised."
        people = [[data.employees[o["EmployeeID"]][name] for name in ("Country", "LastName", "FirstName")] for o in shipped]
        cases.add(
            f"procedure Employee Sales by Country {arguments}",
            f"EXEC [Employee Sales by Country] {arguments}",
            derivation,
            [
                Result(
                    [("Country", "nvarchar(15)"), ("LastName", "nvarchar(20)"), ("FirstName", "nvarchar(10)"), ("ShippedDate", "datetime"), ("OrderID", "int"), ("SaleAmount", "money")],
                    [[*who, o["ShippedDate"], o["OrderID"], subtotals[o["OrderID"]]] for who, o in zip(people, shipped)],
                )
            ],
        )
        cases.add(
            f"procedure Sales by Year {arguments}",
            f"EXEC [Sales by Year] @Ending_Date = {arguments.split(', ')[1]}, @Beginning_Date = {arguments.split(', ')[0]}",
            derivation + " DATENAME is nvarchar(30).",
            [
                Result(
                    [("ShippedDate", "datetime"), ("OrderID", "int"), ("Subtotal", "money"), ("Year", "nvarchar(30)")],
                    [[o["ShippedDate"], o["OrderID"], subtotals[o["OrderID"]], str(o["ShippedDate"].year)] for o in shipped],
                )
            ],
        )
    for name in ("Employee Sales by Country", "Sales by Year"):
        cases.add(f"procedure {name}: missing argument", f"EXEC [{name}] '19970101'", "The second parameter has no default.", errors=[missing_parameter(name, "@Ending_Date")])
        cases.add(
            f"procedure {name}: not a date",
            f"EXEC [{name}] 'no date', '19970101'",
            "The text cannot be converted to the parameter's type; the procedure does not start.",
            errors=[bad_parameter(name, "varchar", "datetime")],
        )


def between(moment, start, end):
    return moment is not None and "NULL" not in (start, end) and datetime.strptime(start, "%Y%m%d") <= moment <= datetime.strptime(end, "%Y%m%d")


def add_customer_orders(cases, data):
    for argument, customer, why in [
        ("'ALFKI'", "ALFKI", "A customer by number."),
        ("'ernsh'", "ERNSH", "The comparison ignores case."),
        ("N'SAVEAxyz'", "SAVEA", "A text that is too long for nchar(5) is cut silently when it is passed to a parameter."),
        ("'PARIS'", "PARIS", "A customer without orders."),
        ("'12'", None, "No such customer."),
        ("NULL", None, "NULL equals nothing."),
    ]:
        placed = [o for o in data.orders.values() if o["CustomerID"] == customer]
        columns = data.types("Orders", "OrderID OrderDate RequiredDate ShippedDate")
        rows = [[o[name] for name, _ in columns] for o in sorted(placed, key=lambda o: o["OrderID"])]
        cases.add(f"procedure CustOrdersOrders {argument}", f"EXEC CustOrdersOrders {argument}", f"{why} Orders by number.", [Result(columns, rows, True)])
        sums = defaultdict(int)
        for detail in data.details:
            if data.orders[detail["OrderID"]]["CustomerID"] == customer:
                sums[data.products[detail["ProductID"]]["ProductName"]] += detail["Quantity"]
        cases.add(
            f"procedure CustOrderHist {argument}",
            f"EXEC CustOrderHist @CustomerID = {argument}",
            f"{why} Quantities of all lines by product name; SUM of smallint is int. The order of rows is not promised.",
            [Result([("ProductName", "nvarchar(40)"), ("Total", "int")], [list(item) for item in sums.items()])],
        )
    cases.add("procedure CustOrderHist: no argument", "EXEC CustOrderHist", "The parameter has no default.", errors=[missing_parameter("CustOrderHist", "@CustomerID")])
    cases.add("procedure CustOrdersOrders: two arguments", "EXEC CustOrdersOrders 'ALFKI', 1", "It has one parameter.", errors=[too_many_arguments("CustOrdersOrders")])


def add_order_details(cases, data):
    columns = [("ProductName", "nvarchar(40)"), ("UnitPrice", "money"), ("Quantity", "smallint"), ("Discount", "int"), ("ExtendedPrice", "money")]
    derivation = (
        "ROUND of money is money. Discount * 100 is real in single precision; CONVERT to int cuts. smallint * (1 - real) * money is real, rounded to single precision "
        "at each step; CONVERT rounds it to four decimals of money and ROUND to two, half away from zero. The order of rows is not promised."
    )
    for order in (10248, 10250, 10258, 10264, 10549, 10838, 10954, 11077, 1):
        rows = [detail_row(data, d) for d in data.details if d["OrderID"] == order]
        cases.add(f"procedure CustOrdersDetail {order}", f"EXEC CustOrdersDetail {order}", derivation, [Result(columns, rows)])
    cases.add("procedure CustOrdersDetail '10248'", "EXEC CustOrdersDetail '10248'", "The text is converted to int.", [Result(columns, [detail_row(data, d) for d in data.details if d["OrderID"] == 10248])])
    cases.add("procedure CustOrdersDetail: no number", "EXEC CustOrdersDetail 'abc'", "The text cannot be converted.", errors=[bad_parameter("CustOrdersDetail", "varchar", "int")])
    cases.add("procedure CustOrdersDetail: no argument", "EXEC CustOrdersDetail", "The parameter has no default.", errors=[missing_parameter("CustOrdersDetail", "@OrderID")])


def detail_row(data, detail):
    price = money_of_real(line_amount(detail)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    discount = int(real(detail["Discount"] * 100))
    return [data.products[detail["ProductID"]]["ProductName"], detail["UnitPrice"].quantize(Decimal("0.01"), ROUND_HALF_UP), detail["Quantity"], discount, price]


def line_amount(detail):
    """Quantity * (1 - Discount) * UnitPrice: all real, from the left."""
    return real(real(detail["Quantity"] * real(1 - detail["Discount"])) * real(float(detail["UnitPrice"])))


def add_sales_by_category(cases, data):
    for arguments, category, year, why in [
        ("'Beverages', '1997'", "Beverages", 1997, "Both given."),
        ("'Beverages'", "Beverages", 1998, "The year's default is 1998."),
        ("N'seafood', N'1996'", "Seafood", 1996, "Names are compared without case."),
        ("'Dairy Products', '2001'", "Dairy Products", 1998, "Any other year is replaced by 1998."),
        ("'Confections', '19975'", "Confections", 1997, "The year is cut to nvarchar(4)."),
        ("@OrdYear = 1997, @CategoryName = 'Produce'", "Produce", 1997, "A number is converted to text."),
        ("'Condiments', NULL", "Condiments", None, "NULL differs from nothing, so it is not replaced, and equals nothing."),
        ("'Toys', '1997'", "Toys", 1997, "No such category."),
    ]:
        rows = category_rows(data, category, year)
        derivation = (
            f"{why} Orders of that year by product name: smallint * (1 - real) * money is real, each step in single precision; CONVERT rounds the exact single half up "
            "to decimal(14,2); SUM of it is decimal(38,2), and ROUND(..., 0) keeps that type."
        )
        columns = [("ProductName", "nvarchar(40)"), ("TotalPurchase", "decimal(38,2)")]
        cases.add(f"procedure SalesByCategory {arguments}", f"EXEC SalesByCategory {arguments}", derivation, [Result(columns, rows, True)])
    cases.add("procedure SalesByCategory: no argument", "EXEC SalesByCategory", "The first parameter has no default.", errors=[missing_parameter("SalesByCategory", "@CategoryName")])
    unknown = Error(8145, 16, None, "@Year is not a parameter for procedure SalesByCategory.", procedure="SalesByCategory")
    cases.add("procedure SalesByCategory: unknown parameter", "EXEC SalesByCategory @CategoryName = 'Produce', @Year = '1997'", "There is no parameter @Year.", errors=[unknown])


def category_rows(data, category, year):
    sums = defaultdict(Decimal)
    for detail in data.details:
        product = data.products[detail["ProductID"]]
        if key(data.categories[product["CategoryID"]]["CategoryName"]) == key(category) and data.orders[detail["OrderID"]]["OrderDate"].year == year:
            sums[product["ProductName"]] += decimal_of_real(line_amount(detail), 2)
    return [[name, sums[name].quantize(Decimal(1), ROUND_HALF_UP)] for name in checked_order(sums)]


def add_constraints(cases):
    """Failed writes: the statement is undone, 3621 follows, and the batch goes on, so that @@ERROR can be read."""
    where = (DB,)
    for name, sql, error in [
        ("CHECK on INSERT", "INSERT Products (ProductName, UnitPrice) VALUES ('x', -1)", check("INSERT", "CK_Products_UnitPrice", *where, "Products", "UnitPrice")),
        ("CHECK on UPDATE", "UPDATE Products SET UnitsInStock = -1 WHERE ProductID = 1", check("UPDATE", "CK_UnitsInStock", *where, "Products", "UnitsInStock")),
        ("CHECK of a real", "UPDATE [Order Details] SET Discount = 1.5 WHERE OrderID = 10248 AND ProductID = 11", check("UPDATE", "CK_Discount", *where, "Order Details", "Discount")),
        ("CHECK with a function", "UPDATE Employees SET BirthDate = '99991231' WHERE EmployeeID = 1", check("UPDATE", "CK_Birthdate", *where, "Employees", "BirthDate")),
        ("CHECK of a quantity", "INSERT [Order Details] VALUES (10248, 1, 1, 0, 0)", check("INSERT", "CK_Quantity", *where, "Order Details", "Quantity")),
        ("FOREIGN KEY on INSERT", "INSERT Products (ProductName, CategoryID) VALUES ('x', 99)", foreign_key("INSERT", "FK_Products_Categories", *where, "Categories", "CategoryID")),
        ("FOREIGN KEY on UPDATE", "UPDATE Orders SET CustomerID = 'NOONE' WHERE OrderID = 10248", foreign_key("UPDATE", "FK_Orders_Customers", *where, "Customers", "CustomerID")),
        ("FOREIGN KEY to the same table", "UPDATE Employees SET ReportsTo = 99 WHERE EmployeeID = 1", foreign_key("UPDATE", "FK_Employees_Employees", *where, "Employees", "EmployeeID", same_table=True)),
        ("FOREIGN KEY added later", "INSERT Territories VALUES ('00000', 'Nowhere', 9)", foreign_key("INSERT", "FK_Territories_Region", *where, "Region", "RegionID")),
        ("REFERENCE on DELETE of a customer", "DELETE Customers WHERE CustomerID = 'ALFKI'", reference("DELETE", "FK_Orders_Customers", *where, "Orders", "CustomerID")),
        ("REFERENCE on DELETE of an order", "DELETE FROM Orders WHERE OrderID = 10248", reference("DELETE", "FK_Order_Details_Orders", *where, "Order Details", "OrderID")),
        ("REFERENCE on DELETE of a region", "DELETE Region WHERE RegionID = 1", reference("DELETE", "FK_Territories_Region", *where, "Territories", "RegionID")),
        ("REFERENCE on UPDATE of a key", "UPDATE Territories SET TerritoryID = '1' WHERE TerritoryID = '01581'", reference("UPDATE", "FK_EmployeeTerritories_Territories", *where, "EmployeeTerritories", "TerritoryID")),
        ("PRIMARY KEY of a text", "INSERT Customers (CustomerID, CompanyName) VALUES ('alfki', 'Again')", duplicate("PK_Customers", "Customers", "alfki")),
        ("PRIMARY KEY of a number", "INSERT Region VALUES (1, 'Again')", duplicate("PK_Region", "Region", "1")),
        ("PRIMARY KEY of two columns", "INSERT [Order Details] VALUES (10248, 11, 1, 1, 0)", duplicate("PK_Order_Details", "Order Details", "10248, 11")),
        ("NULL on INSERT", "INSERT Customers (CustomerID) VALUES ('ZZZZZ')", not_null("INSERT", *where, "Customers", "CompanyName")),
        ("NULL on UPDATE", "UPDATE Products SET ProductName = NULL WHERE ProductID = 1", not_null("UPDATE", *where, "Products", "ProductName")),
        ("text too long", "INSERT Customers (CustomerID, CompanyName) VALUES ('TOOLONG', 'x')", truncated(*where, "Customers", "CustomerID", "TOOLO")),
    ]:
        derivation = "The statement fails as a whole with the error of the constraint, 3621 follows, the batch goes on, and @@ERROR has the number."
        cases.add(f"constraint: {name}", f"{sql};\nSELECT @@ERROR AS [error], @@ROWCOUNT AS [rows]", derivation, [Result([("error", "int"), ("rows", "int")], [[error.number, 0]], True)], [error], [3621])
    add_refusals(cases)


def add_refusals(cases):
    """Statements that end without a constraint being looked at."""
    identity = "Cannot insert explicit value for identity column in table 'Categories' when IDENTITY_INSERT is set to OFF."
    for name, sql, error in [
        ("explicit identity value", "INSERT Categories (CategoryID, CategoryName) VALUES (9, 'x')", Error(544, 16, 1, identity)),
        ("wrong number of values", "INSERT Region VALUES (5)", Error(213, 16, 1, "Column name or number of supplied values does not match table definition.")),
        ("unknown column", "SELECT Nothing FROM Products", Error(207, 16, 1, "Invalid column name 'Nothing'.")),
        ("unknown table", "SELECT * FROM Nothing", Error(208, 16, 1, "Invalid object name 'Nothing'.")),
        ("unknown procedure", "EXEC Nothing", Error(2812, 16, 62, "Could not find stored procedure 'Nothing'.")),
    ]:
        cases.add(f"refused: {name}", sql, "The statement fails before it returns or changes anything.", errors=[error])
    conversion = Error(245, 16, 1, pattern="^Conversion failed when converting the nvarchar value '.*' to data type int\\.$")
    cases.add(
        "refused: text compared with a number",
        "SELECT ProductID FROM Products WHERE ProductName = 1;\nSELECT 1 AS [not reached]",
        "int has the higher precedence, so names are converted row by row and the first one fails: the result set has columns and no row, and the batch ends.",
        [Result([("ProductID", "int")], [])],
        [conversion],
    )


def add_defaults(cases):
    products = [("SupplierID", "int"), ("UnitPrice", "money"), ("UnitsInStock", "smallint"), ("UnitsOnOrder", "smallint"), ("ReorderLevel", "smallint"), ("Discontinued", "bit")]
    lines = [("UnitPrice", "money"), ("Quantity", "smallint"), ("Discount", "real")]
    for name, insert, table, where, columns, row in [
        ("Products", "INSERT Products (ProductName) VALUES ('New')", "Products", "ProductID = SCOPE_IDENTITY()", products, [None, Decimal(0), 0, 0, 0, 0]),
        ("Order Details", "INSERT [Order Details] (OrderID, ProductID) VALUES (10248, 1)", "[Order Details]", "OrderID = 10248 AND ProductID = 1", lines, [Decimal(0), 1, 0.0]),
        ("Orders", "INSERT Orders DEFAULT VALUES", "Orders", "OrderID = SCOPE_IDENTITY()", [("CustomerID", "nchar(5)"), ("Freight", "money"), ("ShipName", "nvarchar(40)")], [None, Decimal(0), None]),
    ]:
        listed = ", ".join(column for column, _ in columns)
        sql = f"BEGIN TRANSACTION;\n{insert};\nSELECT {listed} FROM {table} WHERE {where};\nROLLBACK TRANSACTION"
        cases.add(f"defaults of {name}", sql, "Columns without a value take their default, or NULL. The rollback takes the row away again.", [Result(columns, [row], True)])
    sql = "BEGIN TRANSACTION;\nINSERT Shippers (CompanyName) VALUES ('New');\nSELECT CASE WHEN SCOPE_IDENTITY() > 3 THEN 1 ELSE 0 END AS higher, SCOPE_IDENTITY() - @@IDENTITY AS difference;\nROLLBACK TRANSACTION"
    derivation = "The identity goes on after the highest explicit value, 3; numbers used by earlier attempts are lost. numeric(38,0) - numeric(38,0) is numeric(38,0)."
    cases.add("identity of Shippers", sql, derivation, [Result([("higher", "int"), ("difference", "numeric(38,0)")], [[1, 0]], True)])
