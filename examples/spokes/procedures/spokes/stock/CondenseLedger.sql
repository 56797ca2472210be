-- Replaces all movements before a day by one opening line for each warehouse and product, so that the ledger stays short and still adds up.
-- It works in batches and in one transaction, and tells its progress. @Removed and @Kept give the numbers of lines.
--
--     DECLARE @Removed int, @Kept int;
--     EXEC stock.CondenseLedger @Before = '2025-11-01', @BatchSize = 2000, @Removed = @Removed OUTPUT, @Kept = @Kept OUTPUT;
--     SELECT @Removed AS Removed, @Kept AS Kept;

-- @sprocket:timeout=120s
CREATE OR ALTER PROCEDURE stock.CondenseLedger
    @Before     date,
    @BatchSize  int = 1000,
    @Removed    int = NULL OUTPUT,
    @Kept       int = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    CREATE TABLE #Removed (WarehouseId tinyint NOT NULL, ProductId int NOT NULL, Quantity int NOT NULL);

    DECLARE @Rows int = 1;
    SET @Removed = 0;

    BEGIN TRANSACTION;

    WHILE @Rows > 0
    BEGIN
        DELETE TOP (@BatchSize)
        FROM stock.StockMovement
        OUTPUT deleted.WarehouseId, deleted.ProductId, deleted.Quantity INTO #Removed (WarehouseId, ProductId, Quantity)
        WHERE MovedAt < @Before;

        SET @Rows = @@ROWCOUNT;
        SET @Removed += @Rows;

        IF @Rows > 0
            RAISERROR ('%d line(s) removed.', 0, 1, @Removed) WITH NOWAIT;
    END;

    INSERT INTO stock.StockMovement (WarehouseId, ProductId, MovedAt, Kind, Quantity, Reference)
    SELECT WarehouseId, ProductId, @Before, 'opening', SUM(Quantity), N'condensed'
    FROM #Removed
    GROUP BY WarehouseId, ProductId
    HAVING SUM(Quantity) <> 0;

    SET @Kept = @@ROWCOUNT;

    COMMIT TRANSACTION;
END;
