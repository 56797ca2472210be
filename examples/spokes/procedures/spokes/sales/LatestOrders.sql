-- The latest orders of each customer in a city, with a short list of what was in them.
--
--     EXEC sales.LatestOrders @City = N'København', @PerCustomer = 2;

CREATE OR ALTER PROCEDURE sales.LatestOrders
    @City         nvarchar(60),
    @PerCustomer  int = 3
AS
BEGIN
    SET NOCOUNT ON;

    SELECT c.CustomerId, c.CompanyName, o.OrderId, o.OrderedAt, o.Status, i.Items
    FROM sales.Customer AS c
    CROSS APPLY (
        SELECT TOP (@PerCustomer) s.OrderId, s.OrderedAt, s.Status
        FROM sales.SalesOrder AS s
        WHERE s.CustomerId = c.CustomerId
        ORDER BY s.OrderedAt DESC, s.OrderId DESC
    ) AS o
    OUTER APPLY (
        SELECT STRING_AGG(CONCAT(l.Quantity, N' × ', p.Sku), N', ') WITHIN GROUP (ORDER BY l.LineNumber) AS Items
        FROM sales.SalesOrderLine AS l
        INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
        WHERE l.OrderId = o.OrderId
    ) AS i
    WHERE c.City = @City
    ORDER BY c.CustomerId, o.OrderedAt DESC, o.OrderId DESC;
END;
