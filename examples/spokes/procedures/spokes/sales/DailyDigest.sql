-- The morning mail of the sales office: it calls other procedures, collects their rows in temporary tables and turns them into one text table.
-- Without @Day the day of the latest order is taken.
--
--     EXEC sales.DailyDigest @Day = '2025-06-30';

-- @sprocket:timeout=30s
CREATE OR ALTER PROCEDURE sales.DailyDigest
    @Day date = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @Day IS NULL
        SELECT @Day = MAX(OrderedAt) FROM sales.SalesOrder;

    DECLARE @From date = DATEADD(day, -29, @Day);

    CREATE TABLE #Digest (
        Position  int            NOT NULL IDENTITY(1, 1) PRIMARY KEY,
        Chapter   varchar(20)    NOT NULL,
        Entry     nvarchar(300)  NOT NULL
    );
    CREATE TABLE #Top (
        Place          bigint         NOT NULL,
        AccountNumber  varchar(20)    NOT NULL,
        CompanyName    nvarchar(100)  NOT NULL,
        CountryCode    char(2)        NOT NULL,
        Orders         int            NOT NULL,
        Goods          money          NOT NULL,
        SharePercent   decimal(6, 3)  NULL
    );

    INSERT INTO #Digest (Chapter, Entry)
    SELECT 'orders', CONCAT(Status, N': ', COUNT(*), N' order(s), ', CONVERT(varchar(30), SUM(Goods), 1))
    FROM sales.OrderTotal
    WHERE CONVERT(date, OrderedAt) = @Day
    GROUP BY Status
    ORDER BY Status;

    INSERT INTO #Top (Place, AccountNumber, CompanyName, CountryCode, Orders, Goods, SharePercent)
    EXEC sales.TopCustomers @From = @From, @To = @Day, @Top = 3;

    INSERT INTO #Digest (Chapter, Entry)
    SELECT 'top of 30 days', CONCAT(Place, N'. ', CompanyName, N' (', AccountNumber, N'), ', CONVERT(varchar(30), Goods, 1))
    FROM #Top
    ORDER BY Place, AccountNumber;

    IF NOT EXISTS (SELECT * FROM #Digest WHERE Chapter = 'orders')
        INSERT INTO #Digest (Chapter, Entry) VALUES ('orders', N'none');

    SELECT Chapter, Entry FROM #Digest ORDER BY Chapter, Position;
END;
