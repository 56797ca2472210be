-- A procedure that is run in the background: the request goes into a queue, its procedure runs what is asked and keeps the outcome.
CREATE TABLE dbo.results (token uniqueidentifier PRIMARY KEY, submitted datetime NOT NULL, started datetime NULL, finished datetime NULL, error int NULL, message nvarchar(2048) NULL);
CREATE TABLE dbo.facts (n int);
CREATE QUEUE dbo.requests;
CREATE SERVICE runner ON QUEUE dbo.requests ([DEFAULT]);
GO
CREATE PROCEDURE dbo.works AS INSERT dbo.facts VALUES (42);
GO
CREATE PROCEDURE dbo.breaks AS
BEGIN
    INSERT dbo.facts VALUES (1);
    RAISERROR ('It broke', 16, 1);
END
GO
CREATE PROCEDURE dbo.invoke @name sysname, @token uniqueidentifier OUTPUT AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @h uniqueidentifier, @request xml, @count int = @@TRANCOUNT;
    IF @count = 0 BEGIN TRANSACTION; ELSE SAVE TRANSACTION invoke;
    BEGIN TRY
        BEGIN DIALOG CONVERSATION @h FROM SERVICE [runner] TO SERVICE N'runner', 'current database' WITH ENCRYPTION = OFF;
        SELECT @token = conversation_id FROM sys.conversation_endpoints WHERE conversation_handle = @h;
        SELECT @request = (SELECT @name AS [name] FOR XML PATH('procedure'), TYPE);
        SEND ON CONVERSATION @h (@request);
        INSERT dbo.results (token, submitted) VALUES (@token, GETUTCDATE());
        IF @count = 0 COMMIT;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() = -1 ROLLBACK;
        ELSE IF XACT_STATE() = 1 AND @count = 0 ROLLBACK;
        ELSE IF XACT_STATE() = 1 ROLLBACK TRANSACTION invoke;
        THROW;
    END CATCH
END
GO
CREATE PROCEDURE dbo.activated AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @h uniqueidentifier, @type sysname, @body varbinary(max), @xml xml, @name sysname, @token uniqueidentifier, @error int, @message nvarchar(2048), @start datetime;
    BEGIN TRANSACTION;
    BEGIN TRY
        RECEIVE TOP (1) @h = [conversation_handle], @type = [message_type_name], @body = [message_body] FROM [dbo].[requests];
        IF @h IS NOT NULL
        BEGIN
            IF @type = N'DEFAULT'
            BEGIN
                SELECT @xml = CAST(@body AS xml);
                SELECT @name = @xml.value('(//procedure/name)[1]', 'sysname');
                SELECT @start = GETUTCDATE(), @token = conversation_id FROM sys.conversation_endpoints WHERE conversation_handle = @h;
                SAVE TRANSACTION run;
                BEGIN TRY
                    EXEC @name;
                END TRY
                BEGIN CATCH
                    SELECT @error = ERROR_NUMBER(), @message = ERROR_MESSAGE();
                    IF XACT_STATE() = 1 ROLLBACK TRANSACTION run;
                END CATCH
                UPDATE dbo.results SET started = @start, finished = GETUTCDATE(), error = @error, message = @message WHERE token = @token;
                END CONVERSATION @h;
            END
            ELSE IF @type = N'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' END CONVERSATION @h;
            ELSE IF @type = N'http://schemas.microsoft.com/SQL/ServiceBroker/Error' END CONVERSATION @h;
        END
        COMMIT;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0 ROLLBACK;
    END CATCH
END
GO
ALTER QUEUE dbo.requests WITH ACTIVATION (PROCEDURE_NAME = dbo.activated, MAX_QUEUE_READERS = 1, EXECUTE AS OWNER, STATUS = ON);
GO
DECLARE @a uniqueidentifier, @b uniqueidentifier, @c uniqueidentifier;
EXEC dbo.invoke N'dbo.works', @a OUTPUT;
EXEC dbo.invoke N'dbo.breaks', @b OUTPUT;
BEGIN TRAN;
EXEC dbo.invoke N'dbo.works', @c OUTPUT;
ROLLBACK;
SELECT COUNT(*) AS submitted FROM dbo.results WHERE token IN (@a, @b, @c);
GO
--> submitted int
--> 2
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM dbo.results WHERE finished IS NULL) AND @n < 200
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
WHILE EXISTS (SELECT 1 FROM sys.conversation_endpoints WHERE state <> 'CD') AND @n < 200
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT CASE WHEN started >= submitted AND finished >= started THEN 1 ELSE 0 END AS in_order, error, message FROM dbo.results ORDER BY error;
SELECT n FROM dbo.facts;
SELECT is_initiator, state, COUNT(*) AS n FROM sys.conversation_endpoints GROUP BY is_initiator, state;
SELECT COUNT(*) AS waiting FROM dbo.requests;
GO
--> in_order int!, error int, message nvarchar(2048)
--> 1 | NULL | NULL
--> 1 | 50000 | 'It broke'
--> n int
--> 42
--> is_initiator bit!, state char(2)!, n int
--> 0 | 'CD' | 2
--> waiting int
--> 0
