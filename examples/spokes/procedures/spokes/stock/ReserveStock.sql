-- Reserves the stock for a new order and confirms it: all lines or none. Returns 0 when done, 1 when something is missing (then @Missing names
-- it), 2 when the order is not new. Called inside a transaction it undoes its own work only.
--
--     DECLARE @Result int, @Missing nvarchar(1000);
--     EXEC @Result = stock.ReserveStock @OrderId = 104995, @Missing = @Missing OUTPUT;
--     SELECT @Result AS Result, @Missing AS Missing;

CREATE OR ALTER PROCEDURE stock.ReserveStock
    @OrderId  int,
    @Missing  nvarchar(1000) = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Lines int, @Nested bit = CASE WHEN @@TRANCOUNT > 0 THEN 1 ELSE 0 END;

    IF NOT EXISTS (SELECT * FROM sales.SalesOrder WHERE OrderId = @OrderId AND Status = 'new')
        RETURN 2;

    SELECT @Lines = COUNT(*) FROM sales.SalesOrderLine WHERE OrderId = @OrderId;

    IF @Nested = 1
        SAVE TRANSACTION ReserveStock;
    ELSE
        BEGIN TRANSACTION;

    UPDATE s
    SET Reserved += l.Quantity
    FROM stock.StockLevel AS s
    INNER JOIN sales.SalesOrder AS o ON o.WarehouseId = s.WarehouseId
    INNER JOIN sales.SalesOrderLine AS l ON l.OrderId = o.OrderId AND l.ProductId = s.ProductId
    WHERE o.OrderId = @OrderId AND s.OnHand - s.Reserved >= l.Quantity;

    IF @@ROWCOUNT < @Lines
    BEGIN
        IF @Nested = 1
            ROLLBACK TRANSACTION ReserveStock;
        ELSE
            ROLLBACK TRANSACTION;

        SELECT @Missing = STRING_AGG(CONCAT(p.Sku, N' (', l.Quantity - ISNULL(s.Available, 0), N')'), N', ') WITHIN GROUP (ORDER BY p.Sku)
        FROM sales.SalesOrderLine AS l
        INNER JOIN sales.SalesOrder AS o ON o.OrderId = l.OrderId
        INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
        LEFT JOIN stock.StockLevel AS s ON s.WarehouseId = o.WarehouseId AND s.ProductId = l.ProductId
        WHERE l.OrderId = @OrderId AND l.Quantity > ISNULL(s.Available, 0);

        RETURN 1;
    END;

    UPDATE sales.SalesOrder SET Status = 'confirmed' WHERE OrderId = @OrderId;

    IF @Nested = 0
        COMMIT TRANSACTION;

    RETURN 0;
END;
