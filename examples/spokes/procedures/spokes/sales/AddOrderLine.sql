-- Adds a product to a new order, or changes its quantity when it is there already; quantity 0 takes it out. The order must still be new:
-- a confirmed one has its stock reserved. Returns the order's lines.
--
--     EXEC sales.AddOrderLine @OrderId = 104992, @Sku = 'PED-00021', @Quantity = 2;

CREATE OR ALTER PROCEDURE sales.AddOrderLine
    @OrderId   int,
    @Sku       varchar(20),
    @Quantity  int = 1
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Status varchar(10), @DiscountRate decimal(5, 4), @ProductId int, @Price money, @NextLine smallint;

    SELECT @Status = o.Status, @DiscountRate = c.DiscountRate
    FROM sales.SalesOrder AS o
    INNER JOIN sales.Customer AS c ON c.CustomerId = o.CustomerId
    WHERE o.OrderId = @OrderId;

    IF @Status IS NULL
    BEGIN
        RAISERROR ('There is no order %d.', 16, 1, @OrderId);
        RETURN 1;
    END;

    IF @Status <> 'new'
    BEGIN
        RAISERROR ('Order %d is %s; only a new order can be changed.', 16, 1, @OrderId, @Status);
        RETURN 2;
    END;

    SELECT @ProductId = ProductId, @Price = ListPrice
    FROM parts.Product
    WHERE Sku = @Sku AND DiscontinuedOn IS NULL;

    IF @ProductId IS NULL
    BEGIN
        RAISERROR ('Product %s is not on the price list.', 16, 1, @Sku);
        RETURN 3;
    END;

    SELECT @NextLine = ISNULL(MAX(LineNumber), 0) + 1 FROM sales.SalesOrderLine WHERE OrderId = @OrderId;

    IF @Quantity = 0
        DELETE FROM sales.SalesOrderLine WHERE OrderId = @OrderId AND ProductId = @ProductId;
    ELSE
        MERGE sales.SalesOrderLine WITH (HOLDLOCK) AS target
        USING (SELECT @OrderId AS OrderId, @ProductId AS ProductId) AS source
            ON target.OrderId = source.OrderId AND target.ProductId = source.ProductId
        WHEN MATCHED THEN
            UPDATE SET Quantity = @Quantity
        WHEN NOT MATCHED THEN
            INSERT (OrderId, LineNumber, ProductId, Quantity, UnitPrice, DiscountRate)
            VALUES (source.OrderId, @NextLine, source.ProductId, @Quantity, @Price, @DiscountRate);

    SELECT l.LineNumber, p.Sku, p.Name, l.Quantity, l.UnitPrice, l.DiscountRate, l.LineTotal
    FROM sales.SalesOrderLine AS l
    INNER JOIN parts.Product AS p ON p.ProductId = l.ProductId
    WHERE l.OrderId = @OrderId
    ORDER BY l.LineNumber;

    RETURN 0;
END;
