SET NOCOUNT ON
GO
-- NULLs are one value; strings are equal by the collation.
SELECT DISTINCT v FROM (VALUES (1), (NULL), (1), (NULL)) x (v) ORDER BY v
SELECT COUNT(*) AS n FROM (SELECT DISTINCT v FROM (VALUES ('a'), ('A'), ('a '), ('b')) x (v)) y
GO
--> v int
--> NULL
--> 1
--> n int
--> 2
-- Rows are distinct as a whole.
SELECT DISTINCT a, b FROM (VALUES (1, 1), (1, 2), (1, 1)) x (a, b) ORDER BY a, b
GO
--> a int!, b int!
--> 1 | 1
--> 1 | 2
-- Decimals are equal by value.
SELECT DISTINCT v FROM (VALUES (1.0), (1.00), (2)) x (v) ORDER BY v
GO
--> v numeric(3,2)!
--> 1.00
--> 2.00
-- A binary collation tells case apart, though not trailing blanks.
SELECT COUNT(*) AS n FROM (SELECT DISTINCT v COLLATE Latin1_General_BIN2 AS v FROM (VALUES ('a'), ('A'), ('a ')) x (v)) y
GO
--> n int
--> 2
-- ORDER BY may only use what is selected.
SELECT DISTINCT a FROM (VALUES (1, 2)) x (a, b) ORDER BY b
GO
--> Msg 145, Level 15, State 1, Line 2: ORDER BY items must appear in the select list if SELECT DISTINCT is specified.
-- text, ntext and image cannot be compared.
DECLARE @t TABLE (v text)
SELECT DISTINCT v FROM @t
GO
--> Msg 421, Level 16, State 1, Line 3: The text data type cannot be selected as DISTINCT because it is not comparable.
