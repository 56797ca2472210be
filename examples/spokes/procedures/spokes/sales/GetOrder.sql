-- One order in three result sets: header with totals, lines, payments. Returns 0, or 1 when there is no such order.
--
--     EXEC sales.GetOrder @OrderId = 100042;

-- @sprocket:timeout=2s
CREATE OR ALTER PROCEDURE sales.GetOrder
    @OrderId int
AS
BEGIN
    SET NOCOUNT ON;

    SELECT
        o.OrderId, c.AccountNumber, c.CompanyName, o.OrderedAt, o.RequiredBy, o.ShippedOn, o.Status,
        DATEDIFF(day, o.OrderedAt, o.ShippedOn) AS DaysToShip,
        pr.Code AS Promotion, r.FullName AS Representative, t.Goods, t.Freight, t.Total, t.Paid, t.Balance, o.Remark
    FROM sales.SalesOrder AS o
    INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
    INNER JOIN sales.OrderTotal AS t ON t.OrderId = o.OrderId
    LEFT JOIN sales.Promotion AS pr ON pr.PromotionId = o.PromotionId
    LEFT JOIN sales.Representative AS r ON r.RepresentativeId = o.RepresentativeId
    WHERE o.OrderId = @OrderId;

    IF @@ROWCOUNT = 0
        RETURN 1;

    SELECT l.LineNumber, p.Sku, p.Name, l.Quantity, l.UnitPrice, l.DiscountRate, l.LineTotal
    FROM sales.SalesOrderLine AS l
    INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
    WHERE l.OrderId = @OrderId
    ORDER BY l.LineNumber;

    SELECT PaymentId, PaidOn, Amount, Method
    FROM sales.Payment
    WHERE OrderId = @OrderId
    ORDER BY PaidOn, PaymentId;

    RETURN 0;
END;
