-- Kept for old callers, which pass the order number as text such as 'SO100042'. Use sales.GetOrder.
--
--     EXEC sales.OrderReport 'SO100042';

-- @sprocket:deprecated
CREATE OR ALTER PROCEDURE sales.OrderReport
    @OrderNumber varchar(12)
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @OrderId int = TRY_CONVERT(int, REPLACE(UPPER(@OrderNumber), 'SO', '')), @Result int;

    IF @OrderId IS NULL
    BEGIN
        PRINT 'An order number looks like SO100042.';
        RETURN -1;
    END;

    EXEC @Result = sales.GetOrder @OrderId;
    RETURN @Result;
END;
