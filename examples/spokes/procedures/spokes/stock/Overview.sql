-- Stock and its value at cost by warehouse and category, with a subtotal for each warehouse and a grand total.
-- Level is 0 for a detail, 1 for a subtotal, 3 for the grand total.
--
--     EXEC stock.Overview;

CREATE OR ALTER PROCEDURE stock.Overview
AS
BEGIN
    SET NOCOUNT ON;

    SELECT
        GROUPING_ID(w.Name, g.Name) AS Level,
        CASE WHEN GROUPING(w.Name) = 1 THEN N'All warehouses' ELSE w.Name END AS Warehouse,
        CASE WHEN GROUPING(g.Name) = 1 THEN N'All categories' ELSE g.Name END AS Category,
        SUM(s.OnHand) AS Pieces,
        SUM(s.OnHand * p.StandardCost) AS ValueAtCost
    FROM stock.StockLevel AS s
    INNER JOIN stock.Warehouse AS w ON w.WarehouseId = s.WarehouseId
    INNER JOIN parts.Product AS p ON p.ProductId = s.ProductId
    INNER JOIN parts.Category AS g ON g.CategoryId = p.CategoryId
    GROUP BY GROUPING SETS ((w.Name, g.Name), (w.Name), ())
    ORDER BY GROUPING(w.Name), w.Name, GROUPING(g.Name), g.Name;
END;
