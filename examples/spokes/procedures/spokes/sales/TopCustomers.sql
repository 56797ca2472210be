-- The customers with the highest turnover in a period, with their rank and their share of all turnover.
--
--     EXEC sales.TopCustomers @From = '2025-01-01', @To = '2025-12-31', @Top = 5;

CREATE OR ALTER PROCEDURE sales.TopCustomers
    @From  date,
    @To    date,
    @Top   int = 10
AS
BEGIN
    SET NOCOUNT ON;

    WITH Turnover AS (
        SELECT t.CustomerId, COUNT(*) AS Orders, SUM(t.Goods) AS Goods
        FROM sales.OrderTotal AS t
        WHERE t.OrderedAt >= @From AND t.OrderedAt < DATEADD(day, 1, @To) AND t.Status <> 'cancelled'
        GROUP BY t.CustomerId
    ),
    Ranked AS (
        SELECT
            CustomerId,
            Orders,
            Goods,
            RANK() OVER (ORDER BY Goods DESC) AS Place,
            CONVERT(decimal(6, 3), 100.0 * Goods / SUM(Goods) OVER ()) AS SharePercent
        FROM Turnover
    )
    SELECT TOP (@Top) WITH TIES r.Place, c.AccountNumber, c.CompanyName, c.CountryCode, r.Orders, r.Goods, r.SharePercent
    FROM Ranked AS r
    INNER JOIN sales.Customer AS c ON c.CustomerId = r.CustomerId
    ORDER BY r.Place;
END;
