"""
Northwind: what its views return, computed from the rows of the script by plain Python.

Arithmetic of the extended price. `UnitPrice * Quantity` is money; `1 - Discount` is real, since real has a higher precedence than int; money times real is
real, since real has a higher precedence than money; real divided by the int 100 is real. Every one of these results is rounded to single precision.
CONVERT to money rounds the exact value of the single to four decimals; times 100 is money again. Check: by this rule, and by neither double precision nor
exact decimals, the view "Category Sales for 1997" gives the figures that are published for SQL Server (Beverages 102074.31 ... Seafood 65544.18).
"""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from cases import Result
from values import average_money, checked_order, key, money_of_real, real

MONEY_RULE = (
    "ExtendedPrice: money * smallint is money, 1 - real is real, money * real is real, real / int is real, each rounded to single precision; CONVERT rounds the "
    "exact single half up to four decimals of money; money * int is money."
)

ORDER_COLUMNS = "OrderID CustomerID EmployeeID OrderDate RequiredDate ShippedDate ShipVia Freight ShipName ShipAddress ShipCity ShipRegion ShipPostalCode ShipCountry"


class Northwind:
    """The tables of the script with the look-ups that the views join by."""

    def __init__(self, tables):
        self.tables = tables
        self.customers = by(self.rows("Customers"), "CustomerID")
        self.employees = by(self.rows("Employees"), "EmployeeID")
        self.shippers = by(self.rows("Shippers"), "ShipperID")
        self.products = by(self.rows("Products"), "ProductID")
        self.categories = by(self.rows("Categories"), "CategoryID")
        self.orders = by(self.rows("Orders"), "OrderID")
        self.details = self.rows("Order Details")

    def rows(self, table):
        return self.tables[table.lower()].rows

    def types(self, table, names):
        """(name, type) pairs of columns of a table."""
        return [(name, self.tables[table.lower()].column(name).type) for name in names.split()]

    def subtotals(self):
        """Order number to the sum of its extended prices."""
        found = defaultdict(Decimal)
        for detail in self.details:
            found[detail["OrderID"]] += extended_price(detail)
        return found


def by(rows, name):
    return {row[name]: row for row in rows}


def pick(row, names):
    return [row[name] for name in names.split()]


def extended_price(detail):
    amount = real(float(detail["UnitPrice"] * detail["Quantity"]))
    paid = real(1 - detail["Discount"])
    return money_of_real(real(real(amount * paid) / 100)) * 100


def in_1997(moment):
    """BETWEEN '19970101' AND '19971231': both ends are midnights, and NULL is not between."""
    return moment is not None and datetime(1997, 1, 1) <= moment <= datetime(1997, 12, 31)


def add_views(cases, data):
    add_lists(cases, data)
    add_orders(cases, data)
    add_sales(cases, data)


def add_view(cases, name, columns, rows, derivation):
    cases.add(f"view {name}", f"SELECT * FROM [{name}]", derivation, [Result(columns, rows)])


def add_lists(cases, data):
    people = [(row, "Customers") for row in data.rows("Customers")] + [(row, "Suppliers") for row in data.rows("Suppliers")]
    union = {tuple(map(key, [*pick(row, "City CompanyName ContactName"), kind])): [*pick(row, "City CompanyName ContactName"), kind] for row, kind in people}
    add_view(
        cases,
        "Customer and Suppliers by City",
        [*data.types("Customers", "City CompanyName ContactName"), ("Relationship", "varchar(9)")],
        list(union.values()),
        "All customers and all suppliers with a constant; UNION removes rows that are equal without case and trailing blanks (there are none).",
    )
    current = [row for row in data.products.values() if row["Discontinued"] == 0]
    names = " ".join(column.name for column in data.tables["products"].columns)
    add_view(
        cases,
        "Alphabetical list of products",
        [*data.types("Products", names), ("CategoryName", "nvarchar(15)")],
        [[*pick(row, names), data.categories[row["CategoryID"]]["CategoryName"]] for row in current],
        "Products that are not discontinued, with the name of their category.",
    )
    add_view(
        cases,
        "Current Product List",
        data.types("Products", "ProductID ProductName"),
        [pick(row, "ProductID ProductName") for row in current],
        "Products that are not discontinued.",
    )
    average = average_money([row["UnitPrice"] for row in data.products.values()])
    add_view(
        cases,
        "Products Above Average Price",
        data.types("Products", "ProductName UnitPrice"),
        [pick(row, "ProductName UnitPrice") for row in data.products.values() if row["UnitPrice"] > average],
        f"Products dearer than the average of all 77 prices, {average} as money.",
    )
    add_view(
        cases,
        "Products by Category",
        [("CategoryName", "nvarchar(15)"), *data.types("Products", "ProductName QuantityPerUnit UnitsInStock Discontinued")],
        [[data.categories[row["CategoryID"]]["CategoryName"], *pick(row, "ProductName QuantityPerUnit UnitsInStock Discontinued")] for row in current],
        "Products that are not discontinued, with the name of their category.",
    )


def add_orders(cases, data):
    customer = "CompanyName Address City Region PostalCode Country"
    add_view(
        cases,
        "Orders Qry",
        [*data.types("Orders", ORDER_COLUMNS), *data.types("Customers", customer)],
        [[*pick(order, ORDER_COLUMNS), *pick(data.customers[order["CustomerID"]], customer)] for order in data.orders.values()],
        "All orders, each with its customer: every order has one.",
    )
    buyers = {order["CustomerID"] for order in data.orders.values() if in_1997(order["OrderDate"])}
    columns = "CustomerID CompanyName City Country"
    add_view(
        cases,
        "Quarterly Orders",
        data.types("Customers", columns),
        [pick(data.customers[buyer], columns) for buyer in sorted(buyers)],
        "Customers with an order date in 1997, once each; the right join adds nothing, because every order has a customer.",
    )
    add_invoices(cases, data)
    columns = "UnitPrice Quantity Discount"
    add_view(
        cases,
        "Order Details Extended",
        [("OrderID", "int"), ("ProductID", "int"), ("ProductName", "nvarchar(40)"), *data.types("Order Details", columns), ("ExtendedPrice", "money")],
        [[d["OrderID"], d["ProductID"], data.products[d["ProductID"]]["ProductName"], *pick(d, columns), extended_price(d)] for d in data.details],
        "All order lines with the product's name. " + MONEY_RULE,
    )


def add_invoices(cases, data):
    ship = "ShipName ShipAddress ShipCity ShipRegion ShipPostalCode ShipCountry CustomerID"
    customer = "Address City Region PostalCode Country"
    dates = "OrderID OrderDate RequiredDate ShippedDate"
    line = "UnitPrice Quantity Discount"
    columns = [
        *data.types("Orders", ship),
        ("CustomerName", "nvarchar(40)"),
        *data.types("Customers", customer),
        ("Salesperson", "nvarchar(31)"),
        *data.types("Orders", dates),
        ("ShipperName", "nvarchar(40)"),
        ("ProductID", "int"),
        ("ProductName", "nvarchar(40)"),
        *data.types("Order Details", line),
        ("ExtendedPrice", "money"),
        ("Freight", "money"),
    ]
    rows = []
    for detail in data.details:
        order = data.orders[detail["OrderID"]]
        buyer, seller = data.customers[order["CustomerID"]], data.employees[order["EmployeeID"]]
        rows.append(
            [
                *pick(order, ship),
                buyer["CompanyName"],
                *pick(buyer, customer),
                seller["FirstName"] + " " + seller["LastName"],
                *pick(order, dates),
                data.shippers[order["ShipVia"]]["CompanyName"],
                detail["ProductID"],
                data.products[detail["ProductID"]]["ProductName"],
                *pick(detail, line),
                extended_price(detail),
                order["Freight"],
            ]
        )
    add_view(cases, "Invoices", columns, rows, "All order lines with everything around them; nvarchar(10) + varchar(1) + nvarchar(20) is nvarchar(31). " + MONEY_RULE)


def add_sales(cases, data):
    subtotals = data.subtotals()
    add_view(
        cases,
        "Order Subtotals",
        [("OrderID", "int"), ("Subtotal", "money")],
        [list(item) for item in subtotals.items()],
        "Sum of the extended prices of each order; SUM of money is money. " + MONEY_RULE,
    )
    shipped = product_sales(data, lambda order: in_1997(order["ShippedDate"]))
    names = [("CategoryName", "nvarchar(15)"), ("ProductName", "nvarchar(40)"), ("ProductSales", "money")]
    add_view(cases, "Product Sales for 1997", names, [[c["CategoryName"], p, s] for c, p, s in shipped], "Extended prices of orders shipped in 1997, by category and product. " + MONEY_RULE)
    add_view(cases, "Category Sales for 1997", [names[0], ("CategorySales", "money")], category_sales(shipped), "The view before, by category: the published figures.")
    ordered = product_sales(data, lambda order: in_1997(order["OrderDate"]))
    add_view(
        cases,
        "Sales by Category",
        [("CategoryID", "int"), *names],
        [[c["CategoryID"], c["CategoryName"], p, s] for c, p, s in ordered],
        "Extended prices of orders with an order date in 1997, by category and product. " + MONEY_RULE,
    )
    add_totals(cases, data, subtotals)


def product_sales(data, wanted):
    """(category, product name, sum of extended prices) over the lines of the wanted orders. Product names are unique."""
    sums = defaultdict(Decimal)
    for detail in data.details:
        if wanted(data.orders[detail["OrderID"]]):
            sums[detail["ProductID"]] += extended_price(detail)
    return [(data.categories[data.products[p]["CategoryID"]], data.products[p]["ProductName"], total) for p, total in sums.items()]


def category_sales(sales):
    sums = defaultdict(Decimal)
    for category, _, total in sales:
        sums[category["CategoryName"]] += total
    return [[name, sums[name]] for name in checked_order(sums)]


def add_totals(cases, data, subtotals):
    large = [(o, subtotals[o["OrderID"]]) for o in data.orders.values() if subtotals[o["OrderID"]] > 2500 and in_1997(o["ShippedDate"])]
    add_view(
        cases,
        "Sales Totals by Amount",
        [("SaleAmount", "money"), ("OrderID", "int"), ("CompanyName", "nvarchar(40)"), ("ShippedDate", "datetime")],
        [[total, o["OrderID"], data.customers[o["CustomerID"]]["CompanyName"], o["ShippedDate"]] for o, total in large],
        "Orders shipped in 1997 with a subtotal above 2500.",
    )
    columns = [("ShippedDate", "datetime"), ("OrderID", "int"), ("Subtotal", "money")]
    rows = [[o["ShippedDate"], o["OrderID"], subtotals[o["OrderID"]]] for o in data.orders.values() if o["ShippedDate"] is not None]
    for view in ("Summary of Sales by Quarter", "Summary of Sales by Year"):
        add_view(cases, view, columns, rows, "All orders that have been shipped, with their subtotals.")
