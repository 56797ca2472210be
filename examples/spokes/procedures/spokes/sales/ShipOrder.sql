-- Ships a confirmed order: the goods leave the stock, the ledger gets a line for each product, and the packing list comes back.
-- An error anywhere leaves everything as it was and reaches the caller.
--
--     EXEC sales.ShipOrder @OrderId = 104985;

CREATE OR ALTER PROCEDURE sales.ShipOrder
    @OrderId    int,
    @ShippedOn  date = NULL
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Packed TABLE (ProductId int NOT NULL PRIMARY KEY, WarehouseId tinyint NOT NULL, Quantity int NOT NULL, LeftOver int NOT NULL);

    SET @ShippedOn = ISNULL(@ShippedOn, CONVERT(date, SYSUTCDATETIME()));

    BEGIN TRY
        BEGIN TRANSACTION;

        UPDATE sales.SalesOrder
        SET Status = 'shipped', ShippedOn = @ShippedOn
        WHERE OrderId = @OrderId AND Status IN ('confirmed', 'picking');

        IF @@ROWCOUNT = 0
            THROW 50002, N'Only a confirmed order can be shipped.', 1;

        UPDATE s
        SET OnHand -= l.Quantity, Reserved -= l.Quantity
        OUTPUT inserted.ProductId, inserted.WarehouseId, deleted.OnHand - inserted.OnHand, inserted.OnHand
            INTO @Packed (ProductId, WarehouseId, Quantity, LeftOver)
        FROM stock.StockLevel AS s
        INNER JOIN sales.SalesOrder AS o ON o.WarehouseId = s.WarehouseId
        INNER JOIN sales.SalesOrderLine AS l ON l.OrderId = o.OrderId AND l.ProductId = s.ProductId
        WHERE o.OrderId = @OrderId;

        INSERT INTO stock.StockMovement (WarehouseId, ProductId, Kind, Quantity, OrderId)
        SELECT WarehouseId, ProductId, 'shipment', -Quantity, @OrderId
        FROM @Packed;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;
        THROW;
    END CATCH;

    SELECT p.Sku, p.Name, k.Quantity, k.LeftOver, k.Quantity * p.WeightGrams AS Grams
    FROM @Packed AS k
    INNER JOIN parts.Product AS p ON p.ProductId = k.ProductId
    ORDER BY p.Sku;
END;
