-- Sets the list price of a product and keeps the old one in the price history. The old price and the change in per cent come back as OUTPUT.
--
--     DECLARE @Old money, @Percent decimal(9, 2);
--     EXEC parts.ChangePrice @Sku = 'CHN-00001', @NewPrice = 38.49, @OldPrice = @Old OUTPUT, @ChangePercent = @Percent OUTPUT;
--     SELECT @Old AS OldPrice, @Percent AS ChangePercent;

-- @sprocket:log-params
CREATE OR ALTER PROCEDURE parts.ChangePrice
    @Sku            varchar(20),
    @NewPrice       money,
    @OldPrice       money         = NULL OUTPUT,
    @ChangePercent  decimal(9, 2) = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @ProductId int, @Message nvarchar(200);

    BEGIN TRY
        BEGIN TRANSACTION;

        -- A variable on the left takes the value that the column had before the update.
        UPDATE parts.Product
        SET @ProductId = ProductId, @OldPrice = ListPrice, ListPrice = @NewPrice
        WHERE Sku = @Sku;

        IF @@ROWCOUNT = 0
        BEGIN
            SET @Message = CONCAT(N'There is no product ', @Sku, N'.');
            THROW 50001, @Message, 1;
        END;

        IF @OldPrice <> @NewPrice
            INSERT INTO parts.PriceHistory (ProductId, OldPrice, NewPrice)
            VALUES (@ProductId, @OldPrice, @NewPrice);

        SET @ChangePercent = ROUND(100.0 * (@NewPrice - @OldPrice) / NULLIF(@OldPrice, 0), 2);

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0
            ROLLBACK TRANSACTION;
        THROW;
    END CATCH;

    RETURN 0;
END;
