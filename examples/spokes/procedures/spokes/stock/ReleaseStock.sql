-- Frees the stock that a confirmed order holds and sets the order back to new. Returns 0, or 1 when the order holds nothing.
--
--     EXEC stock.ReleaseStock @OrderId = 104984;

CREATE OR ALTER PROCEDURE stock.ReleaseStock
    @OrderId int
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    BEGIN TRANSACTION;

    UPDATE sales.SalesOrder
    SET Status = 'new'
    WHERE OrderId = @OrderId AND Status IN ('confirmed', 'picking');

    IF @@ROWCOUNT = 0
    BEGIN
        COMMIT TRANSACTION;
        RETURN 1;
    END;

    UPDATE s
    SET Reserved -= l.Quantity
    FROM stock.StockLevel AS s
    INNER JOIN sales.SalesOrder AS o ON o.WarehouseId = s.WarehouseId
    INNER JOIN sales.SalesOrderLine AS l ON l.OrderId = o.OrderId AND l.ProductId = s.ProductId
    WHERE o.OrderId = @OrderId;

    COMMIT TRANSACTION;

    RETURN 0;
END;
