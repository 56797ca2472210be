-- An order as a JSON document with its customer, lines and payments nested in it, as OUTPUT parameter.
--
--     DECLARE @Document nvarchar(max);
--     EXEC sales.OrderAsJson @OrderId = 100042, @Json = @Document OUTPUT;
--     SELECT @Document AS Document;

CREATE OR ALTER PROCEDURE sales.OrderAsJson
    @OrderId  int,
    @Json     nvarchar(max) OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    SET @Json = (
        SELECT
            o.OrderId AS id,
            o.Status AS status,
            o.OrderedAt AS orderedAt,
            c.AccountNumber AS [customer.account],
            c.CompanyName AS [customer.name],
            c.City AS [customer.city],
            t.Total AS total,
            t.Balance AS balance,
            (
                SELECT p.Sku AS sku, p.Name AS name, l.Quantity AS quantity, l.UnitPrice AS price, l.LineTotal AS total
                FROM sales.SalesOrderLine AS l
                INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
                WHERE l.OrderId = o.OrderId
                ORDER BY l.LineNumber
                FOR JSON PATH
            ) AS lines,
            (
                SELECT y.PaidOn AS paidOn, y.Amount AS amount, y.Method AS method
                FROM sales.Payment AS y
                WHERE y.OrderId = o.OrderId
                ORDER BY y.PaymentId
                FOR JSON PATH
            ) AS payments
        FROM sales.SalesOrder AS o
        INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
        INNER JOIN sales.OrderTotal AS t ON t.OrderId = o.OrderId
        WHERE o.OrderId = @OrderId
        FOR JSON PATH, WITHOUT_ARRAY_WRAPPER
    );

    RETURN CASE WHEN @Json IS NULL THEN 1 ELSE 0 END;
END;
