-- Count sheets: for each warehouse a result set with the places that were not counted for @MaxAge days, largest value first.
-- A message before each sheet tells how far the work is; it arrives at once.
--
--     EXEC stock.CountSheet @MaxAge = 60, @RowsPerSheet = 10;

CREATE OR ALTER PROCEDURE stock.CountSheet
    @MaxAge        int  = 90,
    @RowsPerSheet  int  = 25,
    @AsOf          date = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @AsOf IS NULL
        SELECT @AsOf = MAX(CountedOn) FROM stock.StockLevel;

    DECLARE @WarehouseId tinyint, @Name nvarchar(60), @Places int, @Sheet int = 0;

    DECLARE Warehouses CURSOR LOCAL FAST_FORWARD FOR
        SELECT WarehouseId, Name FROM stock.Warehouse ORDER BY Code;

    OPEN Warehouses;

    WHILE 1 = 1
    BEGIN
        FETCH NEXT FROM Warehouses INTO @WarehouseId, @Name;
        IF @@FETCH_STATUS <> 0
            BREAK;

        SELECT @Places = COUNT(*)
        FROM stock.StockLevel
        WHERE WarehouseId = @WarehouseId AND ISNULL(DATEDIFF(day, CountedOn, @AsOf), 9999) > @MaxAge;

        IF @Places = 0
            CONTINUE;

        SET @Sheet += 1;
        RAISERROR (N'Sheet %d: %s, %d place(s)', 0, 1, @Sheet, @Name, @Places) WITH NOWAIT;

        SELECT TOP (@RowsPerSheet) @Sheet AS Sheet, p.Sku, p.Name, s.OnHand, s.CountedOn, s.OnHand * p.StandardCost AS Value
        FROM stock.StockLevel AS s
        INNER JOIN parts.Product AS p ON p.ProductId = s.ProductId
        WHERE s.WarehouseId = @WarehouseId AND ISNULL(DATEDIFF(day, s.CountedOn, @AsOf), 9999) > @MaxAge
        ORDER BY Value DESC, p.Sku;
    END;

    CLOSE Warehouses;
    DEALLOCATE Warehouses;

    PRINT CONCAT(@Sheet, ' sheet(s).');
END;
