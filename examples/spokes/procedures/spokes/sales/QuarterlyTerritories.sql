-- Turnover of each territory by quarter of a year, as a table with a column for each quarter.
--
--     EXEC sales.QuarterlyTerritories @Year = 2025;

CREATE OR ALTER PROCEDURE sales.QuarterlyTerritories
    @Year smallint
AS
BEGIN
    SET NOCOUNT ON;

    SELECT Territory, [1] AS Q1, [2] AS Q2, [3] AS Q3, [4] AS Q4
    FROM (
        SELECT t.Name AS Territory, DATEPART(quarter, o.OrderedAt) AS Quarter, l.LineTotal
        FROM sales.SalesOrderLine AS l
        INNER JOIN sales.SalesOrder AS o ON o.OrderId = l.OrderId
        INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
        INNER JOIN sales.Territory AS t ON t.TerritoryId = c.TerritoryId
        WHERE YEAR(o.OrderedAt) = @Year AND o.Status <> 'cancelled'
    ) AS sold
    PIVOT (SUM(LineTotal) FOR Quarter IN ([1], [2], [3], [4])) AS quarters
    ORDER BY Territory;
END;
