-- Turnover by month, months without any included: change against the month before and the year before, running total of the year.
--
--     EXEC sales.MonthlySales @From = '2024-01-01', @To = '2025-12-31';

CREATE OR ALTER PROCEDURE sales.MonthlySales
    @From  date,
    @To    date
AS
BEGIN
    SET NOCOUNT ON;

    WITH Months AS (
        SELECT DATEFROMPARTS(YEAR(@From), MONTH(@From), 1) AS MonthStart
        UNION ALL
        SELECT DATEADD(month, 1, MonthStart)
        FROM Months
        WHERE DATEADD(month, 1, MonthStart) <= @To
    ),
    Sold AS (
        SELECT DATEADD(day, 1, EOMONTH(t.OrderedAt, -1)) AS MonthStart, COUNT(*) AS Orders, SUM(t.Goods) AS Goods
        FROM sales.OrderTotal AS t
        WHERE t.Status <> 'cancelled'
        GROUP BY DATEADD(day, 1, EOMONTH(t.OrderedAt, -1))
    )
    SELECT
        m.MonthStart,
        ISNULL(s.Orders, 0) AS Orders,
        ISNULL(s.Goods, 0) AS Goods,
        ISNULL(s.Goods, 0) - LAG(s.Goods) OVER (ORDER BY m.MonthStart) AS AgainstLastMonth,
        ISNULL(s.Goods, 0) - LAG(s.Goods, 12) OVER (ORDER BY m.MonthStart) AS AgainstLastYear,
        SUM(s.Goods) OVER (PARTITION BY YEAR(m.MonthStart) ORDER BY m.MonthStart ROWS UNBOUNDED PRECEDING) AS YearToDate
    FROM Months AS m
    LEFT JOIN Sold AS s ON s.MonthStart = m.MonthStart
    ORDER BY m.MonthStart
    OPTION (MAXRECURSION 1200);
END;
