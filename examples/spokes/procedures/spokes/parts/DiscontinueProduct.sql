-- Takes a product off the price list. A product that open orders still wait for, or that a current assembly needs, stays unless @Force = 1.
-- Returns 0 when done, 1 when the product is unknown, 2 when it stays; the reasons arrive as messages.
--
--     DECLARE @Result int;
--     EXEC @Result = parts.DiscontinueProduct @Sku = 'GRP-00017';

CREATE OR ALTER PROCEDURE parts.DiscontinueProduct
    @Sku    varchar(20),
    @OnDate date = NULL,
    @Force  bit  = 0
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @ProductId int, @Name nvarchar(120), @OpenOrders int, @Assemblies int;

    SELECT @ProductId = ProductId, @Name = Name FROM parts.Product WHERE Sku = @Sku;

    IF @@ROWCOUNT = 0
    BEGIN
        RAISERROR ('There is no product %s.', 16, 1, @Sku);
        RETURN 1;
    END;

    SELECT @OpenOrders = COUNT(DISTINCT l.OrderId)
    FROM sales.SalesOrderLine AS l
    INNER JOIN sales.SalesOrder AS o ON o.OrderId = l.OrderId
    WHERE l.ProductId = @ProductId AND o.Status IN ('new', 'confirmed', 'picking');

    SELECT @Assemblies = COUNT(*)
    FROM parts.Component AS c
    INNER JOIN parts.Product AS a ON a.ProductId = c.AssemblyId
    WHERE c.PartId = @ProductId AND a.DiscontinuedOn IS NULL;

    IF @OpenOrders > 0
        RAISERROR (N'%s is in %d open order(s).', 10, 1, @Name, @OpenOrders);

    IF @Assemblies > 0
        RAISERROR (N'%s is part of %d assembly(ies).', 10, 1, @Name, @Assemblies);

    IF @Force = 0 AND @OpenOrders + @Assemblies > 0
        RETURN 2;

    UPDATE parts.Product
    SET DiscontinuedOn = ISNULL(@OnDate, CONVERT(date, SYSUTCDATETIME()))
    WHERE ProductId = @ProductId AND DiscontinuedOn IS NULL;

    IF @@ROWCOUNT = 0
        PRINT CONCAT(@Sku, ' was discontinued before.');

    RETURN 0;
END;
