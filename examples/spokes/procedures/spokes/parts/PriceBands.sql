-- Cuts the current products of each category into four bands of equal size by price.
--
--     EXEC parts.PriceBands;
--     EXEC parts.PriceBands @Category = N'Tyres';

CREATE OR ALTER PROCEDURE parts.PriceBands
    @Category nvarchar(60) = N'%'
AS
BEGIN
    SET NOCOUNT ON;

    WITH Banded AS (
        SELECT Category, Name, ListPrice, NTILE(4) OVER (PARTITION BY Category ORDER BY ListPrice, ProductId) AS Band
        FROM parts.CurrentProduct
        WHERE Category LIKE @Category
    )
    SELECT
        Category,
        Band,
        COUNT(*) AS Products,
        MIN(ListPrice) AS FromPrice,
        MAX(ListPrice) AS ToPrice,
        AVG(ListPrice) AS AveragePrice
    FROM Banded
    GROUP BY Category, Band
    ORDER BY Category, Band;
END;
