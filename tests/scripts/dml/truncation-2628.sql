SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(5) NULL, u nvarchar(3) NULL, c char(2) NULL)
GO
-- A value that is too long is an error that shows its beginning.
INSERT item (id, name) VALUES (1, 'abcdefgh')
SELECT COUNT(*) AS n FROM item
GO
--> Msg 2628, Level 16, State 1, Line 2: String or binary data would be truncated in table 'golden.dbo.item', column 'name'. Truncated value: 'abcde'.
--> info 3621: The statement has been terminated.
--> n int
--> 0
-- Trailing blanks are cut silently.
INSERT item (id, name, u) VALUES (2, 'abcde   ', N'abc ')
SELECT DATALENGTH(name) AS n, DATALENGTH(u) AS u FROM item WHERE id = 2
GO
--> n int, u int
--> 5 | 6
-- UPDATE as well.
UPDATE item SET u = N'abcd' WHERE id = 2
GO
--> Msg 2628, Level 16, State 1, Line 2: String or binary data would be truncated in table 'golden.dbo.item', column 'u'. Truncated value: 'abc'.
--> info 3621: The statement has been terminated.
-- INSERT SELECT and char.
INSERT item (id, c) SELECT 3, 'abc'
GO
--> Msg 2628, Level 16, State 1, Line 2: String or binary data would be truncated in table 'golden.dbo.item', column 'c'. Truncated value: 'ab'.
--> info 3621: The statement has been terminated.
-- Variables, parameters, CAST and CONVERT cut silently.
DECLARE @s varchar(3) = 'abcdef'
SELECT @s AS v, CAST('abcdef' AS varchar(2)) AS c, CONVERT(char(1), 'xyz') AS d
GO
--> v varchar(3), c varchar(2), d char(1)
--> 'abc' | 'ab' | 'x'
-- With ANSI_WARNINGS OFF columns cut as well.
SET ANSI_WARNINGS OFF
INSERT item (id, name) VALUES (5, 'abcdefgh')
SELECT name FROM item WHERE id = 5
SET ANSI_WARNINGS ON
GO
--> name varchar(5)
--> 'abcde'
