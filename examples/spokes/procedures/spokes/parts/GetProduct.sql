-- One product in four result sets: the product itself, its stock by warehouse, its price history and what it is made of.
-- Returns 0, or 1 when there is no such product (then without result sets).
--
--     EXEC parts.GetProduct @Sku = 'WHL-01001';

CREATE OR ALTER PROCEDURE parts.GetProduct
    @Sku varchar(20)
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @ProductId int = (SELECT ProductId FROM parts.Product WHERE Sku = @Sku);

    IF @ProductId IS NULL
        RETURN 1;

    SELECT
        p.ProductId, p.Sku, p.Name, c.Name AS Category, b.Name AS Brand, p.ListPrice, p.StandardCost, p.Margin,
        CONVERT(decimal(5, 1), 100 * p.Margin / NULLIF(p.ListPrice, 0)) AS MarginPercent,
        p.WeightGrams, p.PackSize, p.IsCurrent, p.IntroducedOn, p.DiscontinuedOn
    FROM parts.Product AS p
    INNER JOIN parts.Category AS c ON c.CategoryId = p.CategoryId
    INNER JOIN parts.Brand AS b ON b.BrandId = p.BrandId
    WHERE p.ProductId = @ProductId;

    SELECT w.Code AS Warehouse, w.City, s.OnHand, s.Reserved, s.Available, s.ReorderPoint
    FROM stock.StockLevel AS s
    INNER JOIN stock.Warehouse AS w ON w.WarehouseId = s.WarehouseId
    WHERE s.ProductId = @ProductId
    ORDER BY w.Code;

    SELECT h.ChangedAt, h.OldPrice, h.NewPrice, h.NewPrice - h.OldPrice AS Change, h.ChangedBy
    FROM parts.PriceHistory AS h
    WHERE h.ProductId = @ProductId
    ORDER BY h.ChangedAt DESC, h.PriceHistoryId DESC;

    SELECT p.Sku, p.Name, c.Quantity, p.ListPrice
    FROM parts.Component AS c
    INNER JOIN parts.Product AS p ON p.ProductId = c.PartId
    WHERE c.AssemblyId = @ProductId
    ORDER BY p.Sku;

    RETURN 0;
END;
