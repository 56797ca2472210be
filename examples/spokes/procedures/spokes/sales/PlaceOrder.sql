-- Takes an order: header, lines and reservation of the stock are one transaction. The lines are JSON; a SKU that comes twice is added up.
-- Without @RequiredBy the goods are wanted in two weeks. Errors: 50001 unknown customer, promotion or product, 50012 no lines,
-- 50013 over the credit limit, 50021 not enough stock; then nothing is kept.
--
--     DECLARE @Order int, @Total money;
--     EXEC sales.PlaceOrder @CustomerId = 1042, @Lines = N'[{"sku": "CHN-00001", "quantity": 4}, {"sku": "TUB-00010", "quantity": 10}]',
--         @OrderId = @Order OUTPUT, @Total = @Total OUTPUT;
--     SELECT @Order AS OrderId, @Total AS Total;

-- @sprocket:timeout=10s
-- @sprocket:log-params
CREATE OR ALTER PROCEDURE sales.PlaceOrder
    @CustomerId       int,
    @Lines            nvarchar(max),
    @PromotionCode    varchar(16)   = NULL,
    @RequiredBy       date          = NULL,
    @CustomerOrderNo  varchar(30)   = NULL,
    @Remark           nvarchar(400) = NULL,
    @OrderId          int           = NULL OUTPUT,
    @Total            money         = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE
        @Now              datetime2(0) = SYSUTCDATETIME(),
        @DiscountRate     decimal(5, 4),
        @CreditLimit      money,
        @WarehouseId      tinyint,
        @RepresentativeId int,
        @PromotionId      int,
        @PromotionRate    decimal(5, 4) = 0,
        @UnknownSku       varchar(20),
        @Missing          nvarchar(1000),
        @Result           int,
        @Message          nvarchar(2000);

    DECLARE @Wanted TABLE (
        LineNumber  smallint     NOT NULL IDENTITY(1, 1) PRIMARY KEY,
        Sku         varchar(20)  NOT NULL UNIQUE,
        Quantity    int          NOT NULL CHECK (Quantity > 0)
    );

    BEGIN TRY
        SELECT
            @DiscountRate = c.DiscountRate,
            @CreditLimit = c.CreditLimit,
            @RepresentativeId = c.RepresentativeId,
            @WarehouseId = t.WarehouseId
        FROM sales.Customer AS c
        INNER JOIN sales.Territory AS t ON t.TerritoryId = c.TerritoryId
        WHERE c.CustomerId = @CustomerId AND c.IsActive = 1;

        IF @WarehouseId IS NULL
        BEGIN
            SET @Message = CONCAT(N'There is no active customer ', @CustomerId, N'.');
            THROW 50001, @Message, 1;
        END;

        IF @PromotionCode IS NOT NULL
        BEGIN
            SELECT @PromotionId = PromotionId, @PromotionRate = DiscountRate
            FROM sales.Promotion
            WHERE Code = @PromotionCode AND CONVERT(date, @Now) BETWEEN StartsOn AND EndsOn;

            IF @PromotionId IS NULL
            BEGIN
                SET @Message = CONCAT(N'Promotion ', @PromotionCode, N' is not running.');
                THROW 50001, @Message, 2;
            END;
        END;

        INSERT INTO @Wanted (Sku, Quantity)
        SELECT j.Sku, SUM(j.Quantity)
        FROM OPENJSON(@Lines) WITH (Sku varchar(20) '$.sku', Quantity int '$.quantity') AS j
        GROUP BY j.Sku
        ORDER BY j.Sku;

        IF @@ROWCOUNT = 0
            THROW 50012, N'An order needs at least one line.', 1;

        SELECT TOP (1) @UnknownSku = w.Sku
        FROM @Wanted AS w
        WHERE NOT EXISTS (SELECT * FROM parts.Product AS p WHERE p.Sku = w.Sku AND p.DiscontinuedOn IS NULL)
        ORDER BY w.Sku;

        IF @UnknownSku IS NOT NULL
        BEGIN
            SET @Message = CONCAT(N'Product ', @UnknownSku, N' is not on the price list.');
            THROW 50001, @Message, 3;
        END;

        BEGIN TRANSACTION;

        INSERT INTO sales.SalesOrder
            (CustomerId, RepresentativeId, WarehouseId, PromotionId, OrderedAt, RequiredBy, CustomerOrderNo, Remark)
        VALUES (
            @CustomerId, @RepresentativeId, @WarehouseId, @PromotionId, @Now,
            ISNULL(@RequiredBy, DATEADD(day, 14, CONVERT(date, @Now))), @CustomerOrderNo, @Remark
        );

        SET @OrderId = SCOPE_IDENTITY();

        INSERT INTO sales.SalesOrderLine (OrderId, LineNumber, ProductId, Quantity, UnitPrice, DiscountRate)
        SELECT
            @OrderId, w.LineNumber, p.ProductId, w.Quantity, p.ListPrice,
            CASE WHEN @PromotionRate > @DiscountRate THEN @PromotionRate ELSE @DiscountRate END
        FROM @Wanted AS w
        INNER JOIN parts.Product AS p ON p.Sku = w.Sku;

        -- Small orders pay their freight.
        UPDATE sales.SalesOrder
        SET Freight = 8.90
        WHERE OrderId = @OrderId
            AND (SELECT SUM(l.LineTotal) FROM sales.SalesOrderLine AS l WHERE l.OrderId = @OrderId) < 500;

        SELECT @Total = Total FROM sales.OrderTotal WHERE OrderId = @OrderId;

        IF (SELECT SUM(Balance) FROM sales.OrderTotal WHERE CustomerId = @CustomerId) > @CreditLimit
            THROW 50013, N'The order goes beyond the customer''s credit limit.', 1;

        EXEC @Result = stock.ReserveStock @OrderId = @OrderId, @Missing = @Missing OUTPUT;

        IF @Result <> 0
        BEGIN
            SET @Message = CONCAT(N'Not enough stock for ', @Missing, N'.');
            THROW 50021, @Message, 1;
        END;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0
            ROLLBACK TRANSACTION;
        SELECT @OrderId = NULL, @Total = NULL;
        THROW;
    END CATCH;

    RETURN 0;
END;
