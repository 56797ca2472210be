-- Extended properties keep the type of their value.
EXEC sp_addextendedproperty @name = N'whole', @value = 1
EXEC sp_addextendedproperty N'exact', 2.5
DECLARE @d date = '2024-01-01'
EXEC sp_addextendedproperty @name = N'day', @value = @d
EXEC sp_addextendedproperty N'text', N'x'
EXEC sp_addextendedproperty N'bytes', 0x0102
EXEC sp_addextendedproperty N'none'
EXEC sp_updateextendedproperty N'text', 7
SELECT name, value, CAST(SQL_VARIANT_PROPERTY(value, 'BaseType') AS nvarchar(20)) AS base FROM sys.extended_properties WHERE class = 0 ORDER BY name
GO
--> name nvarchar(128)!, value sql_variant, base nvarchar(20)
--> 'bytes' | 0x0102::varbinary(2) | 'varbinary'
--> 'day' | 2024-01-01::date | 'date'
--> 'exact' | 2.5::numeric(2,1) | 'numeric'
--> 'none' | NULL | NULL
--> 'text' | 7::int | 'int'
--> 'whole' | 1::int | 'int'

-- System functions were once called with ::.
SELECT objtype, name, value FROM ::fn_listextendedproperty(N'whole', NULL, NULL, NULL, NULL, NULL, NULL)
SELECT COUNT(*) AS n FROM ::fn_helpcollations() WHERE name = 'Latin1_General_CI_AS'
GO
--> objtype nvarchar(128), name nvarchar(128)!, value sql_variant
--> NULL | 'whole' | 1::int
--> n int
--> 1

-- Signs of money, small and wide ones too.
SELECT $1 AS dollar, £2 AS pound, €3 AS euro, ￡4 AS wide, ฿5 AS baht, -￥6.5 AS negative
GO
--> dollar money!, pound money!, euro money!, wide money!, baht money!, negative money!
--> 1.0000 | 2.0000 | 3.0000 | 4.0000 | 5.0000 | -6.5000
