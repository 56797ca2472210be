SET NOCOUNT ON
GO
CREATE TABLE sale (id int NOT NULL PRIMARY KEY, region char(2) NOT NULL, amount int NOT NULL)
INSERT sale VALUES (1, 'N', 10), (2, 'N', 20), (3, 'S', 5), (4, 'S', 5), (5, 'W', 1)
GO
-- A common table expression names a query for one statement.
WITH big AS (SELECT id, amount FROM sale WHERE amount >= 10)
SELECT * FROM big ORDER BY id
GO
--> id int!, amount int!
--> 1 | 10
--> 2 | 20
-- A column list renames; several expressions may build on one another; one may be used twice.
WITH totals (region, total) AS (SELECT region, SUM(amount) FROM sale GROUP BY region),
     ranked AS (SELECT region, total, RANK() OVER (ORDER BY total DESC) AS place FROM totals)
SELECT a.region, a.total, a.place, b.region AS best FROM ranked a JOIN ranked b ON b.place = 1 ORDER BY a.place
GO
--> region char(2)!, total int, place bigint, best char(2)!
--> 'N ' | 30 | 1 | 'N '
--> 'S ' | 10 | 2 | 'N '
--> 'W ' | 1 | 3 | 'N '
-- It can feed INSERT.
CREATE TABLE copy (id int NOT NULL, amount int NULL)
;WITH x AS (SELECT id, amount * 2 AS twice FROM sale WHERE region = 'S')
INSERT copy (id, amount) SELECT id, twice FROM x
SELECT * FROM copy ORDER BY id
GO
--> id int!, amount int
--> 3 | 10
--> 4 | 10
-- UPDATE and DELETE go through it to the table below.
WITH numbered AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY region, amount ORDER BY id) AS n FROM sale)
DELETE numbered WHERE n > 1
;WITH north AS (SELECT amount FROM sale WHERE region = 'N')
UPDATE north SET amount = amount + 1
SELECT id, amount FROM sale ORDER BY id
GO
--> id int!, amount int!
--> 1 | 11
--> 2 | 21
--> 3 | 5
--> 5 | 1
-- It hides a table of the same name; its own definition sees the table with its schema only.
WITH sale AS (SELECT id FROM dbo.sale WHERE id < 3)
SELECT * FROM sale ORDER BY id
GO
--> id int!
--> 1
--> 2
WITH sale AS (SELECT id FROM sale WHERE id < 3)
SELECT * FROM sale ORDER BY id
GO
--> Msg 252, Level 16, State 1, Line 1: Recursive common table expression 'sale' does not contain a top-level UNION ALL operator.
-- It lives for one statement only.
WITH once AS (SELECT 1 AS a) SELECT a FROM once
SELECT a FROM once
GO
--> a int!
--> 1
--> Msg 208, Level 16, State 1, Line 3: Invalid object name 'once'.
-- The statement before must end with a semicolon.
DECLARE @i int = 1
WITH x AS (SELECT 1 AS a) SELECT a FROM x
GO
--> Msg 319, Level 15, State 1, Line 3: Incorrect syntax near the keyword 'with'. If this statement is a common table expression, an xmlnamespaces clause or a change tracking context clause, the previous statement must be terminated with a semicolon.
-- Two of the same name are refused.
WITH x AS (SELECT 1 AS a), x AS (SELECT 2 AS a) SELECT * FROM x
GO
--> Msg 239, Level 16, State 1, Line 2: Duplicate common table expression name 'x' was specified.
-- Every column needs a name.
WITH x AS (SELECT 1) SELECT * FROM x
GO
--> Msg 8155, Level 16, State 2, Line 2: No column name was specified for column 1 of 'x'.
-- The column list must have as many names as columns.
WITH x (a) AS (SELECT 1, 2) SELECT * FROM x
GO
--> Msg 8158, Level 16, State 1, Line 2: 'x' has more columns than were specified in the column list.
WITH x (a, b) AS (SELECT 1) SELECT * FROM x
GO
--> Msg 8159, Level 16, State 1, Line 1: 'x' has fewer columns than were specified in the column list.
WITH x AS (SELECT 1 AS a, 2 AS a) SELECT * FROM x
GO
--> Msg 8156, Level 16, State 1, Line 1: The column 'a' was specified multiple times for 'x'.
-- ORDER BY needs TOP or OFFSET inside.
WITH x AS (SELECT id FROM sale ORDER BY id) SELECT * FROM x
GO
--> Msg 1033, Level 15, State 1, Line 2: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
