-- A customer's account in a period: the balance carried forward, each invoice and payment, and the balance after it.
--
--     EXEC sales.CustomerStatement @CustomerId = 1042, @From = '2025-01-01', @To = '2025-12-31';

CREATE OR ALTER PROCEDURE sales.CustomerStatement
    @CustomerId  int,
    @From        date,
    @To          date
AS
BEGIN
    SET NOCOUNT ON;

    WITH Entry AS (
        SELECT o.ShippedOn AS BookedOn, 1 AS Sequence, o.OrderId, CONVERT(varchar(10), 'invoice') AS Kind, t.Total AS Amount
        FROM sales.SalesOrder AS o
        INNER JOIN sales.OrderTotal AS t ON t.OrderId = o.OrderId
        WHERE o.CustomerId = @CustomerId AND o.Status = 'shipped'
        UNION ALL
        SELECT p.PaidOn, 2, p.OrderId, 'payment', -p.Amount
        FROM sales.Payment AS p
        INNER JOIN sales.SalesOrder AS o ON o.OrderId = p.OrderId
        WHERE o.CustomerId = @CustomerId
    ),
    Statement AS (
        SELECT @From AS BookedOn, 0 AS Sequence, NULL AS OrderId, 'forward' AS Kind, ISNULL(SUM(Amount), 0) AS Amount
        FROM Entry
        WHERE BookedOn < @From
        UNION ALL
        SELECT BookedOn, Sequence, OrderId, Kind, Amount
        FROM Entry
        WHERE BookedOn BETWEEN @From AND @To
    )
    SELECT
        BookedOn,
        Kind,
        OrderId,
        Amount,
        SUM(Amount) OVER (ORDER BY BookedOn, Sequence, OrderId, Amount ROWS UNBOUNDED PRECEDING) AS Balance
    FROM Statement
    ORDER BY BookedOn, Sequence, OrderId, Amount;
END;
