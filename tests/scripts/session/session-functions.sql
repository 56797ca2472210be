-- What does not depend on the machine.
SELECT @@SERVICENAME AS a, @@MAX_PRECISION AS b, @@LANGID AS c, @@DEFAULT_LANGID AS d, @@PROCID AS e, @@REMSERVER AS f
SELECT HOST_NAME() AS a, ORIGINAL_LOGIN() AS b, SESSION_USER AS c, SUSER_NAME() AS d, ORIGINAL_DB_NAME() AS e
SELECT SESSIONPROPERTY('ANSI_NULLS') AS a, SESSIONPROPERTY('nothing') AS b, HAS_DBACCESS('master') AS c, HAS_DBACCESS('nothing') AS d
SELECT IS_MEMBER('db_owner') AS a, IS_ROLEMEMBER('nothing') AS b, DATABASE_PRINCIPAL_ID('dbo') AS c, USER_ID('dbo') AS d, GETANSINULL() AS e
SELECT FORMATMESSAGE('%s has %d', 'a', 5) AS a, HASHBYTES('MD5', 'a') AS b, DECOMPRESS(COMPRESS('a')) AS c
GO
--> a nvarchar(128), b tinyint!, c smallint!, d int!, e int!, f nvarchar(128)
--> 'MSSQLSERVER' | 38 | 0 | 0 | 0 | NULL
--> a nvarchar(128), b nvarchar(128), c nvarchar(128), d nvarchar(128), e nvarchar(128)
--> 'golden' | 'sa' | 'dbo' | 'sa' | 'golden'
--> a sql_variant, b sql_variant, c int, d int
--> 1::int | NULL | 1 | NULL
--> a int, b int, c int, d int, e smallint
--> 1 | NULL | 1 | 1 | 1
--> a nvarchar(2048), b varbinary(8000), c varbinary(max)
--> 'a has 5' | 0x0CC175B9C0F1B6A831C399E269772661 | 0x61
SELECT DATEDIFF(second, CURRENT_TIMESTAMP, GETDATE()) AS a, DATALENGTH(CRYPT_GEN_RANDOM(4)) AS b
SELECT SWITCHOFFSET('2024-02-29T12:00:00+02:00', '-05:00') AS a, TODATETIMEOFFSET('2024-02-29T12:00:00', '+01:00') AS b
SELECT DATE_BUCKET(week, 2, CAST('2024-02-29' AS date)) AS a, SMALLDATETIMEFROMPARTS(2024, 2, 29, 12, 30) AS b
SELECT CAST('2024-07-01T12:00:00' AS datetime2(0)) AT TIME ZONE 'UTC' AT TIME ZONE 'Central European Standard Time' AS a
GO
--> a int, b int
--> 0 | 4
--> a datetimeoffset(7), b datetimeoffset(7)
--> 2024-02-29 05:00:00.0000000 -05:00 | 2024-02-29 12:00:00.0000000 +01:00
--> a date, b smalldatetime!
--> 2024-02-26 | 2024-02-29 12:30:00
--> a datetimeoffset(0)
--> 2024-07-01 14:00:00 +02:00
