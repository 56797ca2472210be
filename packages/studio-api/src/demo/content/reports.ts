/** Procedures of the demo workspace that read the sample database. */
import type { DemoProcedure } from './demo-procedure.ts';

const daily = `-- Turnover of each day in a period, with the running total.
CREATE OR ALTER PROCEDURE demo.DailyTurnover
    @From  date,
    @To    date
AS
BEGIN
    SET NOCOUNT ON;

    SELECT
        CONVERT(date, t.OrderedAt) AS Day,
        COUNT(*) AS Orders,
        SUM(t.Goods) AS Goods,
        SUM(SUM(t.Goods)) OVER (ORDER BY CONVERT(date, t.OrderedAt)) AS RunningTotal
    FROM sales.OrderTotal AS t
    WHERE t.OrderedAt >= @From AND t.OrderedAt < DATEADD(day, 1, @To) AND t.Status <> 'cancelled'
    GROUP BY CONVERT(date, t.OrderedAt)
    ORDER BY Day;
END
`;

const customer = `-- Everything about a customer: three result sets, and a few words in Messages.
CREATE OR ALTER PROCEDURE demo.CustomerOverview
    @CustomerId  int = 1000
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Name nvarchar(100) = (SELECT CompanyName FROM sales.Customer WHERE CustomerId = @CustomerId);
    IF @Name IS NULL
        THROW 50001, N'There is no such customer.', 1;
    PRINT N'Customer ' + @Name;

    SELECT AccountNumber, CompanyName, City, CountryCode, CreditLimit, DiscountRate
    FROM sales.Customer
    WHERE CustomerId = @CustomerId;

    SELECT FirstName, LastName, Role, Email
    FROM sales.Contact
    WHERE CustomerId = @CustomerId
    ORDER BY LastName, FirstName;

    SELECT TOP (20) OrderId, OrderedAt, Status, Total, Balance
    FROM sales.OrderTotal
    WHERE CustomerId = @CustomerId
    ORDER BY OrderedAt DESC, OrderId DESC;

    PRINT N'Turnover and balance are those of the last day of business.';
END
`;

const stock = `-- Stock of a warehouse, or of all of them, at cost.
CREATE OR ALTER PROCEDURE demo.StockByWarehouse
    @WarehouseCode  char(3) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    SELECT w.Code, w.Name, COUNT(*) AS Products, SUM(s.OnHand) AS Pieces, SUM(s.OnHand * p.StandardCost) AS ValueAtCost
    FROM stock.StockLevel AS s
    INNER JOIN stock.Warehouse AS w ON w.WarehouseId = s.WarehouseId
    INNER JOIN parts.Product AS p ON p.ProductId = s.ProductId
    WHERE @WarehouseCode IS NULL OR w.Code = @WarehouseCode
    GROUP BY w.Code, w.Name
    ORDER BY w.Code;
END
`;

/** One text for each version. */
const find = (columns: string, filter: string) => `-- Products by a part of their name.
CREATE OR ALTER PROCEDURE demo.FindProducts
    @Text      nvarchar(60),
    @MaxPrice  money = NULL,
    @Top       int = 20
AS
BEGIN
    SET NOCOUNT ON;

    SELECT TOP (@Top) ${columns}
    FROM parts.Product AS p
    WHERE p.Name LIKE N'%' + @Text + N'%'${filter}
    ORDER BY p.Name;
END
`;
const PRICE = '\n        AND (@MaxPrice IS NULL OR p.ListPrice <= @MaxPrice)';

const price = (note: string) => `-- The price of a product${note}.
CREATE OR ALTER PROCEDURE demo.PriceCheck
    @Sku  varchar(20)
AS
BEGIN
    SET NOCOUNT ON;

    SELECT p.Sku, p.Name, p.ListPrice, p.StandardCost, p.ListPrice - p.StandardCost AS Margin
    FROM parts.Product AS p
    WHERE p.Sku = @Sku;
${
  note === ''
    ? ''
    : `
    SELECT TOP (10) h.ChangedAt, h.OldPrice, h.NewPrice, h.ChangedBy
    FROM parts.PriceHistory AS h
    INNER JOIN parts.Product AS p ON p.ProductId = h.ProductId
    WHERE p.Sku = @Sku
    ORDER BY h.ChangedAt DESC;
`
}END
`;

const careless = `-- Open orders. It works, but the rules of good practice have something to say: see the warnings.
CREATE OR ALTER PROCEDURE demo.OpenOrders
    @Status  varchar(10) = 'confirmed'
AS
BEGIN
    SELECT *
    FROM sales.SalesOrder
    WHERE Status = @Status AND ShippedOn IS NULL;
END
`;

export const REPORTS: readonly DemoProcedure[] = [
  { name: 'DailyTurnover', category: 'Reports', versions: [daily] },
  { name: 'CustomerOverview', category: 'Reports', versions: [customer] },
  { name: 'StockByWarehouse', category: 'Reports', versions: [stock] },
  {
    name: 'FindProducts',
    category: 'Lookups',
    versions: [find('p.Sku, p.Name', ''), find('p.Sku, p.Name, p.ListPrice', ''), find('p.Sku, p.Name, p.ListPrice, p.PackSize', PRICE)],
  },
  { name: 'PriceCheck', category: 'Lookups', versions: [price('')], draft: price(', and how it changed') },
  { name: 'OpenOrders', category: 'Lookups', versions: [careless] },
];
