-- An annotation limits the time of a call; the error ends the batch and can be caught.
-- @sprocket:timeout=50ms
CREATE PROCEDURE dbo.slow AS
BEGIN
  WHILE 1 = 1 DECLARE @x int = 1;
END
GO
-- @sprocket:timeout=30ms
CREATE PROCEDURE dbo.waits AS
WAITFOR DELAY '00:00:05';
GO
EXEC dbo.slow;
PRINT 'not reached';
GO
--> Msg 40513, Level 16, State 1, Procedure dbo.slow, Line 5: The procedure 'dbo.slow' was stopped because its time limit of 50 ms is over.
BEGIN TRY
  EXEC dbo.waits;
END TRY
BEGIN CATCH
  PRINT ERROR_MESSAGE();
END CATCH
GO
--> print: The procedure 'dbo.waits' was stopped because its time limit of 30 ms is over.
