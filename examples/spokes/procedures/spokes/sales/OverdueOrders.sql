-- Shipped orders that are unpaid for more than @Days days, with the last payment if there was one, grouped in age bands.
-- Without @AsOf the day of the latest order counts as today.
--
--     EXEC sales.OverdueOrders @Days = 60, @MinBalance = 100;

CREATE OR ALTER PROCEDURE sales.OverdueOrders
    @Days        int   = 30,
    @MinBalance  money = 0.01,
    @AsOf        date  = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @AsOf IS NULL
        SELECT @AsOf = MAX(OrderedAt) FROM sales.SalesOrder;

    SELECT
        o.OrderId, c.AccountNumber, c.CompanyName, o.ShippedOn, t.Total, t.Balance, y.PaidOn AS LastPaidOn, y.Amount AS LastAmount,
        DATEDIFF(day, o.ShippedOn, @AsOf) AS Age,
        CASE
            WHEN DATEDIFF(day, o.ShippedOn, @AsOf) > 365 THEN 'over a year'
            WHEN DATEDIFF(day, o.ShippedOn, @AsOf) > 180 THEN 'over six months'
            WHEN DATEDIFF(day, o.ShippedOn, @AsOf) > 90 THEN 'over three months'
            ELSE 'recent'
        END AS Band
    FROM sales.SalesOrder AS o
    INNER JOIN sales.OrderTotal AS t ON t.OrderId = o.OrderId
    INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
    OUTER APPLY (
        SELECT TOP (1) p.PaidOn, p.Amount
        FROM sales.Payment AS p
        WHERE p.OrderId = o.OrderId
        ORDER BY p.PaidOn DESC, p.PaymentId DESC
    ) AS y
    WHERE o.Status = 'shipped' AND t.Balance >= @MinBalance AND DATEDIFF(day, o.ShippedOn, @AsOf) > @Days
    ORDER BY t.Balance DESC, o.OrderId;
END;
