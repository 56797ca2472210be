-- Registers a payment for an order. Paying more than is owed is refused with error 50014; what is still owed comes back in @Balance.
--
--     DECLARE @Left money;
--     EXEC sales.RegisterPayment @OrderId = 103260, @Amount = 50, @Balance = @Left OUTPUT;
--     SELECT @Left AS StillOwed;

-- @sprocket:log-params
CREATE OR ALTER PROCEDURE sales.RegisterPayment
    @OrderId  int,
    @Amount   money,
    @Method   varchar(10) = 'transfer',
    @PaidOn   date        = NULL,
    @Balance  money       = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Owed money, @Message nvarchar(200);

    BEGIN TRANSACTION;

    SELECT @Owed = Balance FROM sales.OrderTotal WHERE OrderId = @OrderId;

    IF @Owed IS NULL
    BEGIN
        SET @Message = FORMATMESSAGE(N'There is no order %d.', @OrderId);
        THROW 50001, @Message, 1;
    END;

    IF @Amount > @Owed
    BEGIN
        SET @Message = CONCAT(N'Order ', @OrderId, N' owes ', CONVERT(nvarchar(30), @Owed, 1), N' only.');
        THROW 50014, @Message, 1;
    END;

    INSERT INTO sales.Payment (OrderId, PaidOn, Amount, Method)
    VALUES (@OrderId, ISNULL(@PaidOn, CONVERT(date, SYSUTCDATETIME())), @Amount, @Method);

    COMMIT TRANSACTION;

    SET @Balance = @Owed - @Amount;
    RETURN 0;
END;
