SET NOCOUNT ON
GO
CREATE TABLE [my table] ([first col] int NOT NULL, [a]]b] int NULL, "select" int NULL)
INSERT [my table] VALUES (1, 2, 3)
GO
-- Brackets and double quotes; a closing bracket is doubled.
SELECT [first col], [a]]b], "select" FROM [my table]
GO
--> first col int!, a]b int, select int
--> 1 | 2 | 3
-- Names ignore case.
SELECT [FIRST COL] FROM [My Table]
GO
--> FIRST COL int!
--> 1
-- The spellings of an alias, strings among them.
SELECT 1 a, 2 AS b, c = 3, 4 AS 'd e', 'f' = 5, 6 AS [g h], 7 "i"
GO
--> a int!, b int!, c int!, d e int!, f int!, g h int!, i int!
--> 1 | 2 | 3 | 4 | 5 | 6 | 7
-- An expression without an alias has no name.
SELECT 1 + 1, [first col] FROM [my table]
GO
--> - int, first col int!
--> 2 | 1
-- A table alias hides the table's name.
SELECT t.[first col] FROM [my table] AS t
GO
--> first col int!
--> 1
SELECT [my table].[first col] FROM [my table] AS t
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "my table.first col" could not be bound.
-- Schema and database in front.
SELECT dbo.[my table].[first col] FROM dbo.[my table]
GO
--> first col int!
--> 1
-- Unicode and special characters in names.
SELECT 1 AS größe, 2 AS _x$#@1
GO
--> größe int!, _x$#@1 int!
--> 1 | 2
-- A name of more than 128 characters.
SELECT 1 AS aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
GO
--> Msg 103, Level 15, State 4, Line 2: The identifier that starts with 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' is too long. Maximum length is 128.
-- With QUOTED_IDENTIFIER OFF double quotes hold strings.
SET QUOTED_IDENTIFIER OFF
GO
SELECT "it's" AS s
GO
--> s varchar(4)!
--> 'it''s'
SET QUOTED_IDENTIFIER ON
GO
