SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(10) NULL, price decimal(6,2) NULL)
INSERT item VALUES (1, 'pen', 1.50), (2, 'Ink', NULL), (3, 'ink', 4.00), (4, NULL, 1.50)
GO
-- NULLs are the lowest values.
SELECT id FROM item ORDER BY price, id
SELECT id FROM item ORDER BY price DESC, id DESC
GO
--> id int!
--> 2
--> 1
--> 4
--> 3
--> id int!
--> 3
--> 4
--> 1
--> 2
-- By position, by alias, by an expression of both.
SELECT id, price * 2 AS twice FROM item ORDER BY 2 DESC, 1
SELECT id AS n FROM item ORDER BY n DESC
SELECT id FROM item ORDER BY ISNULL(price, 100), -id
GO
--> id int!, twice decimal(8,2)
--> 3 | 8.00
--> 1 | 3.00
--> 4 | 3.00
--> 2 | NULL
--> n int!
--> 4
--> 3
--> 2
--> 1
--> id int!
--> 4
--> 1
--> 3
--> 2
-- An alias hides a column of that name when it stands alone.
SELECT -id AS id FROM item ORDER BY id
GO
--> id int
--> -4
--> -3
--> -2
--> -1
-- By a column that is not selected.
SELECT name FROM item WHERE name IS NOT NULL ORDER BY id DESC
GO
--> name varchar(10)
--> 'ink'
--> 'Ink'
--> 'pen'
-- Case does not matter unless COLLATE says so.
SELECT id FROM item WHERE name LIKE 'ink' ORDER BY name COLLATE Latin1_General_BIN2
GO
--> id int!
--> 2
--> 3
-- CASE picks the order.
DECLARE @by varchar(10) = 'price'
SELECT id FROM item ORDER BY CASE WHEN @by = 'price' THEN price END DESC, CASE WHEN @by = 'name' THEN name END, id
GO
--> id int!
--> 3
--> 1
--> 4
--> 2
-- Letters: accents after the plain letter, both cases together, digits before letters, punctuation first.
SELECT v FROM (VALUES (N'b'), (N'é'), (N'e'), (N'f'), (N'1'), (N'_'), (N'A')) x (v) ORDER BY v
GO
--> v nvarchar(1)!
--> '_'
--> '1'
--> 'A'
--> 'b'
--> 'e'
--> 'é'
--> 'f'
-- A position outside the list.
SELECT id FROM item ORDER BY 2
GO
--> Msg 108, Level 16, State 1, Line 2: The ORDER BY position number 2 is out of range of the number of items in the select list.
-- A constant is no order.
SELECT id FROM item ORDER BY 'x'
GO
--> Msg 408, Level 16, State 1, Line 2: A constant expression was encountered in the ORDER BY list, position 1.
-- The same column twice.
SELECT id, name FROM item ORDER BY name, name
GO
--> Msg 169, Level 15, State 1, Line 2: A column has been specified more than once in the order by list. Columns in the order by list must be unique.
-- An alias of two columns is ambiguous.
SELECT id AS x, price AS x FROM item ORDER BY x
GO
--> Msg 209, Level 16, State 1, Line 2: Ambiguous column name 'x'.
-- An unknown name.
SELECT id FROM item ORDER BY nothing
GO
--> Msg 207, Level 16, State 1, Line 2: Invalid column name 'nothing'.
