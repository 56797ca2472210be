-- Brands with their product count, their categories in one cell, and the colours that the products' JSON attributes name.
--
--     EXEC parts.BrandSummary @CountryCode = 'DE';

CREATE OR ALTER PROCEDURE parts.BrandSummary
    @CountryCode char(2) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    SELECT b.Name AS Brand, b.CountryCode, b.Founded, k.Products, k.Categories, ISNULL(v.Colours, N'') AS Colours
    FROM parts.Brand AS b
    CROSS APPLY (
        SELECT SUM(c.Products) AS Products, STRING_AGG(c.Name, N', ') WITHIN GROUP (ORDER BY c.Name) AS Categories
        FROM (
            SELECT g.Name, COUNT(*) AS Products
            FROM parts.Product AS p
            INNER JOIN parts.Category AS g ON g.CategoryId = p.CategoryId
            WHERE p.BrandId = b.BrandId
            GROUP BY g.Name
        ) AS c
    ) AS k
    OUTER APPLY (
        SELECT STRING_AGG(d.Colour, N', ') WITHIN GROUP (ORDER BY d.Colour) AS Colours
        FROM (
            SELECT DISTINCT JSON_VALUE(p.Attributes, '$.colour') AS Colour
            FROM parts.Product AS p
            WHERE p.BrandId = b.BrandId AND p.Attributes IS NOT NULL
        ) AS d
    ) AS v
    WHERE @CountryCode IS NULL OR b.CountryCode = @CountryCode
    ORDER BY b.Name;
END;
