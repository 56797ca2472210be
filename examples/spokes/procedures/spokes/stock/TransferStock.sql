-- Moves pieces of a product from one warehouse to another. Both sides and both ledger lines belong together; when the first warehouse has not
-- enough, or anything else fails, a caller's transaction goes on as if nothing had been tried, unless the error has doomed it.
--
--     EXEC stock.TransferStock @Sku = 'TYR-00009', @FromCode = 'DUI', @ToCode = 'MMA', @Quantity = 3;

-- @sprocket:log-params
CREATE OR ALTER PROCEDURE stock.TransferStock
    @Sku       varchar(20),
    @FromCode  char(3),
    @ToCode    char(3),
    @Quantity  int
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE
        @ProductId int = (SELECT ProductId FROM parts.Product WHERE Sku = @Sku),
        @FromId    tinyint = (SELECT WarehouseId FROM stock.Warehouse WHERE Code = @FromCode),
        @ToId      tinyint = (SELECT WarehouseId FROM stock.Warehouse WHERE Code = @ToCode),
        @Outer     int = @@TRANCOUNT;

    IF @ProductId IS NULL OR @FromId IS NULL OR @ToId IS NULL OR @FromId = @ToId OR @Quantity <= 0
        THROW 50020, N'A transfer needs a known product, two different warehouses and a positive quantity.', 1;

    BEGIN TRY
        IF @Outer > 0
            SAVE TRANSACTION TransferStock;
        ELSE
            BEGIN TRANSACTION;

        UPDATE stock.StockLevel
        SET OnHand -= @Quantity
        WHERE WarehouseId = @FromId AND ProductId = @ProductId AND Available >= @Quantity;

        IF @@ROWCOUNT = 0
            THROW 50021, N'The warehouse has not enough to give away.', 1;

        UPDATE stock.StockLevel
        SET OnHand += @Quantity
        WHERE WarehouseId = @ToId AND ProductId = @ProductId;

        IF @@ROWCOUNT = 0
            INSERT INTO stock.StockLevel (WarehouseId, ProductId, OnHand)
            VALUES (@ToId, @ProductId, @Quantity);

        INSERT INTO stock.StockMovement (WarehouseId, ProductId, Kind, Quantity, Reference)
        VALUES
            (@FromId, @ProductId, 'transfer', -@Quantity, CONCAT(N'to ', @ToCode)),
            (@ToId, @ProductId, 'transfer', @Quantity, CONCAT(N'from ', @FromCode));

        IF @Outer = 0
            COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() = -1 OR (@Outer = 0 AND XACT_STATE() = 1)
            ROLLBACK TRANSACTION;
        ELSE IF XACT_STATE() = 1
            ROLLBACK TRANSACTION TransferStock;
        THROW;
    END CATCH;

    SELECT w.Code, s.OnHand, s.Reserved, s.Available
    FROM stock.StockLevel AS s
    INNER JOIN stock.Warehouse AS w ON w.WarehouseId = s.WarehouseId
    WHERE s.ProductId = @ProductId AND s.WarehouseId IN (@FromId, @ToId)
    ORDER BY w.Code;
END;
