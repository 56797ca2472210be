-- Says who is connected to what: the quickest call there is.
--
--     EXEC Ping;

-- @sprocket:timeout=1s
CREATE OR ALTER PROCEDURE Ping
AS
BEGIN
    SET NOCOUNT ON;

    SELECT @@SERVERNAME AS ServerName, DB_NAME() AS DatabaseName, SUSER_SNAME() AS LoginName, @@SPID AS SessionId, SYSUTCDATETIME() AS UtcTime;
END;
