-- What to buy for a warehouse: products at or below their reorder point, the demand of the last 90 days, how long the stock lasts, and a
-- suggested quantity for @CoverDays days in whole packs. Without @AsOf the day of the latest movement counts as today.
--
--     EXEC stock.ReorderList @WarehouseCode = 'LYS', @CoverDays = 45;

CREATE OR ALTER PROCEDURE stock.ReorderList
    @WarehouseCode  char(3),
    @CoverDays      int  = 30,
    @AsOf           date = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @AsOf IS NULL
        SELECT @AsOf = MAX(MovedAt) FROM stock.StockMovement;

    WITH Demand AS (
        SELECT m.WarehouseId, m.ProductId, -SUM(m.Quantity) AS Sold
        FROM stock.StockMovement AS m
        WHERE m.Kind = 'shipment' AND m.MovedAt > DATEADD(day, -90, @AsOf)
        GROUP BY m.WarehouseId, m.ProductId
    ),
    Candidate AS (
        SELECT s.ProductId, s.Available, s.ReorderPoint, ISNULL(d.Sold, 0) AS Sold90, CONVERT(decimal(12, 4), ISNULL(d.Sold, 0) / 90.0) AS PerDay
        FROM stock.StockLevel AS s
        INNER JOIN stock.Warehouse AS w ON w.WarehouseId = s.WarehouseId
        LEFT JOIN Demand AS d ON d.WarehouseId = s.WarehouseId AND d.ProductId = s.ProductId
        WHERE w.Code = @WarehouseCode AND s.Available <= s.ReorderPoint
    )
    SELECT
        p.Sku,
        p.Name,
        c.Available,
        c.ReorderPoint,
        c.Sold90,
        CONVERT(decimal(9, 1), c.Available / NULLIF(c.PerDay, 0)) AS DaysLeft,
        CONVERT(int, CEILING((c.PerDay * @CoverDays + c.ReorderPoint - c.Available) / p.PackSize)) * p.PackSize AS Suggested
    FROM Candidate AS c
    INNER JOIN parts.Product AS p ON p.ProductId = c.ProductId
    WHERE p.DiscontinuedOn IS NULL
    ORDER BY CASE WHEN c.Sold90 = 0 THEN 1 ELSE 0 END, c.Available / NULLIF(c.PerDay, 0), p.Sku;
END;
