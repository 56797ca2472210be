-- Turnover of each category by year, with a column for every year in which anything was sold: the list of columns is read from the data.
--
--     EXEC sales.YearlyCategories;
--     EXEC sales.YearlyCategories @CountryCode = 'JP';

-- @sprocket:no-jit
CREATE OR ALTER PROCEDURE sales.YearlyCategories
    @CountryCode char(2) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Columns nvarchar(max), @Sql nvarchar(max);

    SELECT @Columns = STRING_AGG(QUOTENAME(y.OrderYear), N', ') WITHIN GROUP (ORDER BY y.OrderYear)
    FROM (SELECT DISTINCT YEAR(OrderedAt) AS OrderYear FROM sales.SalesOrder) AS y;

    SET @Sql = N'
SELECT Category, ' + @Columns + N'
FROM (
    SELECT g.Name AS Category, YEAR(o.OrderedAt) AS OrderYear, l.LineTotal
    FROM sales.SalesOrderLine AS l
    INNER JOIN sales.SalesOrder AS o ON o.OrderId = l.OrderId
    INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
    INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
    INNER JOIN parts.Category AS g ON g.CategoryId = p.CategoryId
    WHERE o.Status <> ''cancelled'' AND (@CountryCode IS NULL OR c.CountryCode = @CountryCode)
) AS sold
PIVOT (SUM(LineTotal) FOR OrderYear IN (' + @Columns + N')) AS years
ORDER BY Category;';

    EXEC sys.sp_executesql @Sql, N'@CountryCode char(2)', @CountryCode = @CountryCode;
END;
