-- Raises all prices in a category and the categories below it by a percentage, rounded to cents. With @Preview = 1 nothing stays changed:
-- the update is rolled back, but the table variable that collected it survives, so the list can still be shown.
--
--     EXEC parts.RaisePrices @CategorySlug = 'wheels', @Percent = 3.5;                 -- only shows what would change
--     EXEC parts.RaisePrices @CategorySlug = 'wheels', @Percent = 3.5, @Preview = 0;   -- changes it

CREATE OR ALTER PROCEDURE parts.RaisePrices
    @CategorySlug  varchar(60),
    @Percent       decimal(5, 2),
    @Preview       bit = 1
AS
BEGIN
    SET NOCOUNT ON;

    IF @Percent NOT BETWEEN -50 AND 50
        THROW 50015, N'A price change of more than 50 per cent is done by hand.', 1;

    DECLARE @Change TABLE (
        ProductId  int    NOT NULL PRIMARY KEY,
        OldPrice   money  NOT NULL,
        NewPrice   money  NOT NULL
    );
    DECLARE @Nested bit = CASE WHEN @@TRANCOUNT > 0 THEN 1 ELSE 0 END;

    IF @Nested = 1
        SAVE TRANSACTION RaisePrices;
    ELSE
        BEGIN TRANSACTION;

    WITH Wanted AS (
        SELECT CategoryId FROM parts.Category WHERE Slug = @CategorySlug
        UNION ALL
        SELECT c.CategoryId
        FROM Wanted AS w
        INNER JOIN parts.Category AS c ON c.ParentId = w.CategoryId
    )
    UPDATE p
    SET ListPrice = ROUND(p.ListPrice * (1 + @Percent / 100), 2)
    OUTPUT inserted.ProductId, deleted.ListPrice, inserted.ListPrice INTO @Change (ProductId, OldPrice, NewPrice)
    FROM parts.Product AS p
    INNER JOIN Wanted AS w ON w.CategoryId = p.CategoryId
    WHERE p.DiscontinuedOn IS NULL;

    IF @Preview = 0
        INSERT INTO parts.PriceHistory (ProductId, OldPrice, NewPrice)
        SELECT ProductId, OldPrice, NewPrice
        FROM @Change
        WHERE OldPrice <> NewPrice;

    IF @Preview = 1 AND @Nested = 1
        ROLLBACK TRANSACTION RaisePrices;
    ELSE IF @Preview = 1
        ROLLBACK TRANSACTION;
    ELSE IF @Nested = 0
        COMMIT TRANSACTION;

    SELECT p.Sku, p.Name, c.OldPrice, c.NewPrice, c.NewPrice - c.OldPrice AS Change
    FROM @Change AS c
    INNER JOIN parts.Product AS p ON p.ProductId = c.ProductId
    ORDER BY p.Sku;
END;
