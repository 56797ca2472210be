SET NOCOUNT ON
GO
-- A value carries its type.
DECLARE @t TABLE (id int, v sql_variant)
INSERT @t VALUES (1, 5), (2, 'text'), (3, N'wide'), (4, 2.50), (5, CAST('20240102' AS date)), (6, NULL), (7, $1)
SELECT id, SQL_VARIANT_PROPERTY(v, 'BaseType') AS type, SQL_VARIANT_PROPERTY(v, 'Precision') AS p, SQL_VARIANT_PROPERTY(v, 'MaxLength') AS len FROM @t ORDER BY id
GO
--> id int, type sql_variant, p sql_variant, len sql_variant
--> 1 | 'int'::nvarchar(128) | 10::int | 4::int
--> 2 | 'varchar'::nvarchar(128) | 0::int | 4::int
--> 3 | 'nvarchar'::nvarchar(128) | 0::int | 8::int
--> 4 | 'numeric'::nvarchar(128) | 3::int | 5::int
--> 5 | 'date'::nvarchar(128) | 10::int | 3::int
--> 6 | NULL | NULL | NULL
--> 7 | 'money'::nvarchar(128) | 19::int | 8::int
-- Out of it one converts explicitly.
DECLARE @v sql_variant = 42
SELECT CAST(@v AS int) + 1 AS n, CONVERT(varchar(5), @v) AS s
GO
--> n int, s varchar(5)
--> 43 | '42'
DECLARE @v sql_variant = 42
SELECT @v + 1
GO
--> Msg 257, Level 16, State 3, Line 2: Implicit conversion from data type sql_variant to int is not allowed. Use the CONVERT function to run this query.
-- Comparison goes by type family first, then by value.
SELECT CASE WHEN CAST(1 AS sql_variant) = CAST(1.0 AS sql_variant) THEN 1 ELSE 0 END AS numbers, CASE WHEN CAST('1' AS sql_variant) = CAST(1 AS sql_variant) THEN 1 ELSE 0 END AS families, CASE WHEN CAST('9' AS sql_variant) < CAST(1 AS sql_variant) THEN 1 ELSE 0 END AS ordered
GO
--> numbers int!, families int!, ordered int!
--> 1 | 0 | 1
