SET NOCOUNT ON
GO
-- MAX types hold more than 8000 bytes.
DECLARE @s varchar(max) = REPLICATE(CAST('ab' AS varchar(max)), 10000)
SELECT LEN(@s) AS n, CAST(RIGHT(@s, 3) AS varchar(5)) AS r, CHARINDEX('ba', @s, 19998) AS c, LEN(REPLACE(@s, 'a', '')) AS m
GO
--> n bigint, r varchar(5), c bigint, m bigint
--> 20000 | 'bab' | 19998 | 10000
-- In a table, updated in place with WRITE.
CREATE TABLE doc (id int NOT NULL, body nvarchar(max) NULL, raw varbinary(max) NULL)
INSERT doc VALUES (1, N'hello world', 0x010203)
UPDATE doc SET body.WRITE(N'there', 6, 5) WHERE id = 1
SELECT body FROM doc
UPDATE doc SET body.WRITE(N'!', NULL, 0) WHERE id = 1
SELECT body, DATALENGTH(body) AS bytes FROM doc
GO
--> body nvarchar(max)
--> 'hello there'
--> body nvarchar(max), bytes bigint
--> 'hello there!' | 24
-- The old types: no operators, but LIKE, SUBSTRING, DATALENGTH and conversions.
CREATE TABLE old (t text NULL, n ntext NULL, i image NULL)
INSERT old VALUES ('some text', N'more text', 0xFF)
SELECT t, n, i, DATALENGTH(t) AS tl, CAST(SUBSTRING(t, 1, 4) AS varchar(4)) AS s, CAST(n AS nvarchar(4)) AS c FROM old WHERE t LIKE 'some%'
GO
--> t text, n ntext, i image, tl int, s varchar(4), c nvarchar(4)
--> 'some text' | 'more text' | 0xFF | 9 | 'some' | 'more'
SELECT * FROM old WHERE t = 'x'
GO
--> Msg 402, Level 16, State 1, Line 1: The data types text and varchar are incompatible in the equal to operator.
SELECT t FROM old ORDER BY t
GO
--> Msg 306, Level 16, State 2, Line 1: The text, ntext, and image data types cannot be compared or sorted, except when using IS NULL or LIKE operator.
SELECT LEN(t) FROM old
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type text is invalid for argument 1 of len function.
DECLARE @t text
GO
--> Msg 2739, Level 16, State 1, Line 1: The text, ntext, and image data types are invalid for local variables.
