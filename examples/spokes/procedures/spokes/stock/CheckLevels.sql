-- Compares the stock levels with the ledger and the reservations with the open orders. Returns the number of differences, which are also
-- the result set: none in healthy data.
--
--     DECLARE @Differences int;
--     EXEC @Differences = stock.CheckLevels;
--     SELECT @Differences AS Differences;

-- @sprocket:timeout=60s
CREATE OR ALTER PROCEDURE stock.CheckLevels
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Expected TABLE (
        WarehouseId  tinyint  NOT NULL,
        ProductId    int      NOT NULL,
        OnHand       int      NOT NULL,
        Reserved     int      NOT NULL,
        PRIMARY KEY (WarehouseId, ProductId)
    );

    INSERT INTO @Expected (WarehouseId, ProductId, OnHand, Reserved)
    SELECT WarehouseId, ProductId, SUM(OnHand), SUM(Reserved)
    FROM (
        SELECT WarehouseId, ProductId, Quantity AS OnHand, 0 AS Reserved
        FROM stock.StockMovement
        UNION ALL
        SELECT o.WarehouseId, l.ProductId, 0, l.Quantity
        FROM sales.SalesOrder AS o
        INNER JOIN sales.SalesOrderLine AS l ON l.OrderId = o.OrderId
        WHERE o.Status IN ('confirmed', 'picking')
    ) AS booked
    GROUP BY WarehouseId, ProductId;

    SELECT
        COALESCE(s.WarehouseId, e.WarehouseId) AS WarehouseId,
        COALESCE(s.ProductId, e.ProductId) AS ProductId,
        s.OnHand,
        e.OnHand AS LedgerOnHand,
        s.Reserved,
        e.Reserved AS OrderedReserved
    FROM stock.StockLevel AS s
    FULL JOIN @Expected AS e ON e.WarehouseId = s.WarehouseId AND e.ProductId = s.ProductId
    WHERE ISNULL(s.OnHand, 0) <> ISNULL(e.OnHand, 0) OR ISNULL(s.Reserved, 0) <> ISNULL(e.Reserved, 0)
    ORDER BY WarehouseId, ProductId;

    RETURN @@ROWCOUNT;
END;
