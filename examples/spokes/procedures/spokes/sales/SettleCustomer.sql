-- Spreads an amount that a customer paid over the unpaid orders, oldest first, one sales.RegisterPayment for each.
-- What is left over comes back in @Unused; the result set says which order got how much.
--
--     DECLARE @Rest money;
--     EXEC sales.SettleCustomer @CustomerId = 1972, @Amount = 200, @Unused = @Rest OUTPUT;

CREATE OR ALTER PROCEDURE sales.SettleCustomer
    @CustomerId  int,
    @Amount      money,
    @Method      varchar(10) = 'transfer',
    @Unused      money       = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @OrderId int, @Owed money, @Part money, @Balance money;
    DECLARE @Settled TABLE (Step int NOT NULL IDENTITY(1, 1), OrderId int NOT NULL, Paid money NOT NULL, StillOwed money NOT NULL);

    SET @Unused = @Amount;

    DECLARE Unpaid CURSOR LOCAL FORWARD_ONLY STATIC READ_ONLY FOR
        SELECT OrderId, Balance
        FROM sales.OrderTotal
        WHERE CustomerId = @CustomerId AND Balance > 0 AND Status = 'shipped'
        ORDER BY OrderedAt, OrderId;

    BEGIN TRANSACTION;

    OPEN Unpaid;
    FETCH NEXT FROM Unpaid INTO @OrderId, @Owed;

    WHILE @@FETCH_STATUS = 0 AND @Unused > 0
    BEGIN
        SET @Part = CASE WHEN @Owed < @Unused THEN @Owed ELSE @Unused END;

        EXEC sales.RegisterPayment @OrderId = @OrderId, @Amount = @Part, @Method = @Method, @Balance = @Balance OUTPUT;

        INSERT INTO @Settled (OrderId, Paid, StillOwed) VALUES (@OrderId, @Part, @Balance);
        SET @Unused -= @Part;

        FETCH NEXT FROM Unpaid INTO @OrderId, @Owed;
    END;

    CLOSE Unpaid;
    DEALLOCATE Unpaid;

    COMMIT TRANSACTION;

    SELECT Step, OrderId, Paid, StillOwed FROM @Settled ORDER BY Step;
END;
