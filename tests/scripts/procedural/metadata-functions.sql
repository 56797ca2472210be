SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL IDENTITY, name nvarchar(20) NULL, price decimal(9,2) NULL)
GO
-- OBJECT_ID and OBJECT_NAME, with types and parts.
SELECT CASE WHEN OBJECT_ID('item') = OBJECT_ID('dbo.item') THEN 'same' END AS a, OBJECT_ID('item', 'V') AS b, OBJECT_NAME(OBJECT_ID('item')) AS c, OBJECT_SCHEMA_NAME(OBJECT_ID('item')) AS d, OBJECT_ID('nothing') AS e, CASE WHEN OBJECT_ID('[item]', N'U') > 0 THEN 1 END AS f
GO
--> a varchar(4), b int, c nvarchar(128), d nvarchar(128), e int, f int
--> 'same' | NULL | 'item' | 'dbo' | NULL | 1
-- Columns.
SELECT COL_LENGTH('item', 'name') AS l, COL_NAME(OBJECT_ID('item'), 3) AS n, COLUMNPROPERTY(OBJECT_ID('item'), 'id', 'IsIdentity') AS i, COLUMNPROPERTY(OBJECT_ID('item'), 'name', 'AllowsNull') AS nul
GO
--> l smallint, n nvarchar(128), i int, nul int
--> 40 | 'price' | 1 | 1
-- Objects, types and schemas.
SELECT OBJECTPROPERTY(OBJECT_ID('item'), 'IsUserTable') AS t, OBJECTPROPERTY(OBJECT_ID('item'), 'IsProcedure') AS p, OBJECTPROPERTY(-5, 'IsTable') AS x, TYPE_NAME(56) AS ty, SCHEMA_NAME(1) AS s, SCHEMA_ID('dbo') AS si, DB_ID('master') AS m
GO
--> t int, p int, x int, ty nvarchar(128), s nvarchar(128), si int, m smallint
--> 1 | 0 | NULL | 'int' | 'dbo' | 1 | 1
-- The session.
SELECT USER_NAME() AS u, CURRENT_USER AS c, SUSER_SNAME() AS l, SYSTEM_USER AS s, DB_NAME(1) AS d, @@SPID - @@SPID AS spid, IS_SRVROLEMEMBER('sysadmin') AS adm
GO
--> u nvarchar(128), c nvarchar(128), l nvarchar(128), s nvarchar(128), d nvarchar(128), spid smallint, adm int
--> 'dbo' | 'dbo' | 'sa' | 'sa' | 'master' | 0 | 1
