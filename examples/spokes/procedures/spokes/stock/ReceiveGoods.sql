-- Books a delivery into a warehouse. The delivery note is text: 'sku:quantity' pairs with commas between them. Unknown SKUs are reported and
-- skipped. Returns the number of lines that were booked.
--
--     DECLARE @Lines int;
--     EXEC @Lines = stock.ReceiveGoods @WarehouseCode = 'DUI', @Note = 'CHN-00001:40, TYR-00009:25, XXX-1:3', @Reference = N'DN-7001';

-- @sprocket:timeout=20s
CREATE OR ALTER PROCEDURE stock.ReceiveGoods
    @WarehouseCode  char(3),
    @Note           varchar(max),
    @Reference      nvarchar(60) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @WarehouseId tinyint = (SELECT WarehouseId FROM stock.Warehouse WHERE Code = @WarehouseCode), @Unknown varchar(1000), @Lines int;

    IF @WarehouseId IS NULL
        THROW 50001, N'There is no such warehouse.', 1;

    CREATE TABLE #Delivery (
        Sku        varchar(20)  NOT NULL,
        Quantity   int          NOT NULL,
        ProductId  int          NULL
    );

    INSERT INTO #Delivery (Sku, Quantity)
    SELECT pair.Sku, SUM(pair.Quantity)
    FROM STRING_SPLIT(@Note, ',') AS part
    CROSS APPLY (
        SELECT
            CONVERT(varchar(20), LTRIM(RTRIM(LEFT(part.value, CHARINDEX(':', part.value + ':') - 1)))) AS Sku,
            ISNULL(TRY_CONVERT(int, NULLIF(SUBSTRING(part.value, CHARINDEX(':', part.value + ':') + 1, 12), '')), 1) AS Quantity
    ) AS pair
    GROUP BY pair.Sku;

    UPDATE d
    SET ProductId = p.ProductId
    FROM #Delivery AS d
    INNER JOIN parts.Product AS p ON p.Sku = d.Sku;

    SELECT @Unknown = STRING_AGG(Sku, ', ') WITHIN GROUP (ORDER BY Sku) FROM #Delivery WHERE ProductId IS NULL;

    IF @Unknown IS NOT NULL
        RAISERROR ('Not on any price list: %s', 10, 1, @Unknown);

    BEGIN TRANSACTION;

    MERGE stock.StockLevel WITH (HOLDLOCK) AS target
    USING (SELECT ProductId, Quantity FROM #Delivery WHERE ProductId IS NOT NULL AND Quantity > 0) AS source
        ON target.WarehouseId = @WarehouseId AND target.ProductId = source.ProductId
    WHEN MATCHED THEN
        UPDATE SET OnHand = target.OnHand + source.Quantity
    WHEN NOT MATCHED THEN
        INSERT (WarehouseId, ProductId, OnHand) VALUES (@WarehouseId, source.ProductId, source.Quantity);

    INSERT INTO stock.StockMovement (WarehouseId, ProductId, Kind, Quantity, Reference)
    SELECT @WarehouseId, ProductId, 'receipt', Quantity, @Reference
    FROM #Delivery
    WHERE ProductId IS NOT NULL AND Quantity > 0;

    SET @Lines = @@ROWCOUNT;

    COMMIT TRANSACTION;

    SELECT d.Sku, p.Name, d.Quantity, s.OnHand
    FROM #Delivery AS d
    INNER JOIN parts.Product AS p ON p.ProductId = d.ProductId
    INNER JOIN stock.StockLevel AS s ON s.ProductId = d.ProductId AND s.WarehouseId = @WarehouseId
    ORDER BY d.Sku;

    RETURN @Lines;
END;
