-- Cancels an order that has not left the house and frees the stock that it held.
-- Returns 0 when done, 1 when there is no such order, 2 when it is too late.
--
--     EXEC sales.CancelOrder @OrderId = 104990, @Reason = N'Ordered twice';

-- @sprocket:log-params
CREATE OR ALTER PROCEDURE sales.CancelOrder
    @OrderId  int,
    @Reason   nvarchar(200) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Status varchar(10);

    BEGIN TRANSACTION;

    SELECT @Status = Status FROM sales.SalesOrder WITH (UPDLOCK) WHERE OrderId = @OrderId;

    IF @Status IS NULL OR @Status IN ('shipped', 'cancelled')
    BEGIN
        COMMIT TRANSACTION;
        RAISERROR ('Order %d cannot be cancelled (%s).', 11, 1, @OrderId, @Status);
        RETURN CASE WHEN @Status IS NULL THEN 1 ELSE 2 END;
    END;

    IF @Status <> 'new'
        EXEC stock.ReleaseStock @OrderId = @OrderId;

    UPDATE sales.SalesOrder
    SET Status = 'cancelled', Remark = LEFT(CONCAT(Remark + N' – ', N'Cancelled', N': ' + @Reason), 400)
    WHERE OrderId = @OrderId;

    COMMIT TRANSACTION;

    RETURN 0;
END;
