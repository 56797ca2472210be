SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(10) NOT NULL)
INSERT item VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e')
GO
-- OFFSET skips rows; FETCH limits them.
SELECT id FROM item ORDER BY id OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY
SELECT id FROM item ORDER BY id OFFSET 3 ROWS
SELECT id FROM item ORDER BY id DESC OFFSET 0 ROWS FETCH FIRST 1 ROW ONLY
GO
--> id int!
--> 2
--> 3
--> id int!
--> 4
--> 5
--> id int!
--> 5
-- Both take expressions.
DECLARE @page int = 2, @size int = 2
SELECT id, name FROM item ORDER BY id OFFSET (@page - 1) * @size ROWS FETCH NEXT @size ROWS ONLY
GO
--> id int!, name varchar(10)!
--> 3 | 'c'
--> 4 | 'd'
-- Beyond the end there is nothing.
SELECT id FROM item ORDER BY id OFFSET 100 ROWS FETCH NEXT 10 ROWS ONLY
GO
--> id int!
-- In a derived table the order of the page holds, not that of the result.
SELECT MAX(id) AS m FROM (SELECT id FROM item ORDER BY id OFFSET 1 ROWS FETCH NEXT 3 ROWS ONLY) x
GO
--> m int
--> 4
-- TOP excludes OFFSET.
SELECT TOP 1 id FROM item ORDER BY id OFFSET 1 ROWS
GO
--> Msg 10741, Level 15, State 2, Line 2: A TOP can not be used in the same query or sub-query as a OFFSET.
-- FETCH needs OFFSET, OFFSET needs ORDER BY.
SELECT id FROM item ORDER BY id FETCH NEXT 2 ROWS ONLY
GO
--> Msg 153, Level 15, State 2, Line 2: Invalid usage of the option NEXT in the FETCH statement.
SELECT id FROM item OFFSET 1 ROWS
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '1'.
-- The offset may not be negative, the count must be at least one.
DECLARE @n int = -1
SELECT id FROM item ORDER BY id OFFSET @n ROWS
GO
--> id int!
--> Msg 10742, Level 15, State 1, Line 3: The offset specified in a OFFSET clause may not be negative.
DECLARE @n int = 0
SELECT id FROM item ORDER BY id OFFSET 0 ROWS FETCH NEXT @n ROWS ONLY
GO
--> id int!
--> Msg 10744, Level 15, State 1, Line 2: The number of rows provided for a FETCH clause must be greater then zero.
