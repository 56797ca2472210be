-- Rarer refusals.
CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, s varchar(3) NULL, note text NULL)
GO
CREATE FUNCTION dbo.rows (@a int) RETURNS TABLE AS RETURN SELECT @a AS a
GO
SELECT * FROM dbo.rows
GO
--> Msg 216, Level 16, State 1, Line 1: Parameters were not supplied for the function 'dbo.rows'.
SELECT CAST(1 AS int(4)) AS n
GO
--> Msg 291, Level 16, State 1, Line 1: CAST or CONVERT: invalid attributes specified for type 'int'
SELECT CONVERT(datetime(3), GETDATE()) AS n
GO
--> Msg 291, Level 16, State 1, Line 1: CAST or CONVERT: invalid attributes specified for type 'datetime'
SELECT DATEDIFF(tzoffset, GETDATE(), GETDATE()) AS n
GO
--> Msg 9806, Level 16, State 0, Line 1: The datepart tzoffset is not supported by date function datediff.
SELECT DATEDIFF(iso_week, GETDATE(), GETDATE()) AS n
GO
--> Msg 9806, Level 16, State 0, Line 1: The datepart iso_week is not supported by date function datediff.
SELECT CONVERT(varchar(30), CAST('0600-01-01' AS date), 130) AS n
GO
--> n varchar(30)
--> Msg 9814, Level 16, State 0, Line 1: The date provided is before the start of the Hijri calendar which in Microsoft's 'Kuwaiti Algorithm' is July 15th, 622 C.E. (Julian calendar) or July 18th, 622 C.E (proleptic Gregorian calendar).
SELECT DATETRUNC(week, CAST('0001-01-01' AS date)) AS n
GO
--> n date
--> Msg 9837, Level 16, State 1, Line 1: An invalid date value was encountered: The date value is less than the minimum date value allowed for the data type.
SELECT PWDENCRYPT(REPLICATE('x', 129)) AS n
GO
--> n varbinary(70)
--> Msg 6607, Level 16, State 5, Line 1: Password Encryption: The value supplied for parameter number 1 is invalid.
CREATE PARTITION FUNCTION pf (int) AS RANGE LEFT FOR VALUES (1)
GO
CREATE PARTITION FUNCTION pf (int) AS RANGE LEFT FOR VALUES (1)
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'pf' in the database.
SELECT CAST('<a><b></a>' AS xml) AS x
GO
--> x xml
--> Msg 9436, Level 16, State 1, Line 1: XML parsing: line 1, character 10, end tag does not match start tag
SELECT CAST('<a b="1" b="2"/>' AS xml) AS x
GO
--> x xml
--> Msg 9437, Level 16, State 1, Line 1: XML parsing: line 1, character 11, duplicate attribute
SELECT CAST('<a b=1/>' AS xml) AS x
GO
--> x xml
--> Msg 9413, Level 16, State 1, Line 1: XML parsing: line 1, character 6, A string literal was expected
SELECT CAST('<a b/>' AS xml) AS x
GO
--> x xml
--> Msg 9414, Level 16, State 1, Line 1: XML parsing: line 1, character 5, equal expected
SELECT CAST('<a' AS xml) AS x
GO
--> x xml
--> Msg 9400, Level 16, State 1, Line 1: XML parsing: line 1, character 2, unexpected end of input
SELECT CAST('<!DOCTYPE a [<!ENTITY b "c">]><a/>' AS xml) AS x
GO
--> x xml
--> Msg 6359, Level 16, State 1, Line 1: Parsing XML with internal subset DTDs not allowed. Use CONVERT with style option 2 to enable limited internal subset DTD support.
SELECT CAST(CAST('<a>text</a>' AS xml) AS varchar(3)) AS x
GO
--> x varchar(3)
--> Msg 6354, Level 16, State 10, Line 1: Target string size is too small to represent the XML instance
SELECT 1 FOR XML AUTO
GO
--> Msg 6800, Level 16, State 1, Line 1: FOR XML AUTO requires at least one table for generating XML tags. Use FOR XML RAW or add a FROM clause with a table name.
INSERT dbo.t (id) VALUES (1)
GO
--> (1 row)
SELECT id AS [a], id AS [@b] FROM dbo.t FOR XML PATH
GO
--> Msg 6852, Level 16, State 1, Line 1: Attribute-centric column '@b' must not come after a non-attribute-centric sibling in XML hierarchy in FOR XML PATH.
BEGIN TRAN a WITH MARK 'x'
BEGIN TRAN b WITH MARK 'y'
ROLLBACK
GO
--> info 3920: The WITH MARK option only applies to the first BEGIN TRAN WITH MARK statement. The option is ignored.
SELECT CAST($3000000000 AS int) AS n
PRINT 'goes on'
GO
--> n int
--> Msg 237, Level 16, State 1, Line 1: There is insufficient result space to convert a money value to int.
--> print: goes on
SELECT CAST($300 AS tinyint) AS n
GO
--> n tinyint
--> Msg 232, Level 16, State 11, Line 1: Arithmetic overflow error for type tinyint, value = 300.000000.
SELECT DECOMPRESS(0x0102) AS x
GO
--> x varbinary(max)
--> Msg 9803, Level 16, State 1, Line 1: Invalid data for type "varbinary".
SELECT GET_BIT(5, 40) AS n
GO
--> n bit
--> Msg 9838, Level 16, State 1, Line 1: Parameter 2 in function 'get_bit' is out of range 0 to 31.
SELECT SET_BIT(5, 1, 2) AS n
GO
--> n int
--> Msg 9839, Level 16, State 1, Line 1: Parameter 3 in function 'set_bit' must be 0 or 1.
INSERT dbo.t (id) OUTPUT (SELECT 1) VALUES (7)
GO
--> Msg 10705, Level 15, State 1, Line 1: Subqueries are not allowed in the OUTPUT clause.
DELETE dbo.t OUTPUT (SELECT 1) WHERE id = 7
GO
--> Msg 10705, Level 15, State 1, Line 1: Subqueries are not allowed in the OUTPUT clause.
