/** Procedures of the demo workspace that show what the workbench can do. */
import type { DemoProcedure } from './demo-procedure.ts';

const quote = `-- What an order would cost: lines go in as a table, the total comes back as OUTPUT, the number of lines as the return code.
CREATE OR ALTER PROCEDURE demo.QuoteOrder
    @Lines         demo.OrderLines READONLY,
    @DiscountRate  decimal(5, 4) = 0,
    @Total         money OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Count int = (SELECT COUNT(*) FROM @Lines);

    SELECT l.Sku, p.Name, l.Quantity, p.ListPrice, CONVERT(money, ROUND(l.Quantity * p.ListPrice * (1 - @DiscountRate), 2)) AS LineTotal
    FROM @Lines AS l
    LEFT JOIN parts.Product AS p ON p.Sku = l.Sku
    ORDER BY l.Sku;

    SELECT @Total = SUM(CONVERT(money, ROUND(l.Quantity * p.ListPrice * (1 - @DiscountRate), 2)))
    FROM @Lines AS l
    INNER JOIN parts.Product AS p ON p.Sku = l.Sku;

    RETURN @Count;
END
`;

const slow = `-- Takes its time and says how far it is: try Cancel.
CREATE OR ALTER PROCEDURE demo.SlowCount
    @Seconds  int = 30
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Second int = 1;
    WHILE @Second <= @Seconds
    BEGIN
        RAISERROR(N'second %d of %d', 0, 1, @Second, @Seconds) WITH NOWAIT;
        WAITFOR DELAY '00:00:01';
        SET @Second += 1;
    END;

    SELECT @Seconds AS Seconds;
END
`;

const numbers = `-- Many rows: scroll them, select some, export them.
CREATE OR ALTER PROCEDURE demo.Numbers
    @Count  int = 100000
AS
BEGIN
    SET NOCOUNT ON;

    SELECT n.value AS Number, CONVERT(decimal(19, 4), n.value) / 3 AS Third, SQRT(n.value) AS Root, N'row ' + CONVERT(nvarchar(12), n.value) AS Name
    FROM GENERATE_SERIES(1, @Count) AS n
    ORDER BY n.value;
END
`;

const types = `-- A value of each type, with all its digits.
CREATE OR ALTER PROCEDURE demo.TypesTour
AS
BEGIN
    SET NOCOUNT ON;

    SELECT
        CONVERT(bigint, 9007199254740993) AS BigInteger,
        CONVERT(decimal(38, 10), 1234567890123456789012345678.0123456789) AS LongDecimal,
        CONVERT(money, 922337203685477.5807) AS LargestMoney,
        CONVERT(float, 1) / 3 AS Third,
        CONVERT(datetime2(7), '2025-12-31T23:59:59.9999999') AS Moment,
        CONVERT(datetimeoffset(3), '2025-12-31T23:59:59.999+05:30') AS WithOffset,
        CONVERT(uniqueidentifier, '6F9619FF-8B86-D011-B42D-00C04FC964FF') AS Guid,
        CONVERT(varbinary(8), 0xDEADBEEF) AS Bytes,
        CONVERT(xml, N'<order id="1"><line/></order>') AS Document,
        CONVERT(nvarchar(10), NULL) AS Nothing,
        REPLICATE(CONVERT(nvarchar(max), N'long '), 1000) AS LongText,
        N'<script>alert(1)</script>' AS JustText;
END
`;

const whatIf = `-- Raises a price and leaves the transaction open: look at the result, then commit or roll back.
CREATE OR ALTER PROCEDURE demo.TryPriceChange
    @Sku      varchar(20),
    @Percent  decimal(5, 2) = 5
AS
BEGIN
    SET NOCOUNT ON;

    BEGIN TRANSACTION;

    UPDATE parts.Product
    SET ListPrice = ROUND(ListPrice * (1 + @Percent / 100), 2)
    OUTPUT inserted.Sku, deleted.ListPrice AS OldPrice, inserted.ListPrice AS NewPrice
    WHERE Sku = @Sku;
END
`;

const archive = `-- A draft that is not finished: the table does not exist yet, and one statement forgets its WHERE.
CREATE PROCEDURE demo.ArchiveOrders
    @Before  date
AS
BEGIN
    SET NOCOUNT ON;

    INSERT INTO demo.OrderArchive (OrderId, CustomerId, OrderedAt)
    SELECT OrderId, CustomerId, OrderedAt
    FROM sales.SalesOrder
    WHERE OrderedAt < @Before AND Status IN ('shipped', 'cancelled');

    DELETE FROM demo.OrderArchiveQueue;
END
`;

const body = `-- A draft without a header: the workbench adds it when it publishes.
SET NOCOUNT ON;

SELECT Code, Name, City, CountryCode
FROM stock.Warehouse
ORDER BY Code;
`;

export const PLAYGROUND: readonly DemoProcedure[] = [
  { name: 'QuoteOrder', category: 'Playground', versions: [quote] },
  { name: 'SlowCount', category: 'Playground', versions: [slow] },
  { name: 'Numbers', category: 'Playground', versions: [numbers] },
  { name: 'TypesTour', category: 'Playground', versions: [types] },
  { name: 'TryPriceChange', category: 'Playground', versions: [whatIf] },
  { name: 'ArchiveOrders', category: 'Maintenance', versions: [], draft: archive },
  { name: 'Warehouses', category: 'Lookups', versions: [], draft: body },
];
