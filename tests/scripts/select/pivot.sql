SET NOCOUNT ON
GO
CREATE TABLE sale (product varchar(5) NOT NULL, yr int NOT NULL, qty int NULL)
INSERT sale VALUES ('ink', 2020, 1), ('ink', 2020, 2), ('ink', 2021, 4), ('pen', 2021, 8), ('pen', 2022, NULL)
GO
-- PIVOT turns values into columns; what is not named groups.
SELECT product, [2020], [2021], [2022] FROM sale PIVOT (SUM(qty) FOR yr IN ([2020], [2021], [2022])) p ORDER BY product
GO
--> product varchar(5)!, 2020 int, 2021 int, 2022 int
--> 'ink' | 3 | 4 | NULL
--> 'pen' | NULL | 8 | NULL
-- COUNT gives zero for a missing cell.
SELECT * FROM (SELECT product, yr, qty FROM sale) s PIVOT (COUNT(qty) FOR yr IN ([2020], [2022])) AS p ORDER BY product
GO
--> product varchar(5)!, 2020 int, 2022 int
--> 'ink' | 2 | 0
--> 'pen' | 0 | 0
-- Columns can be renamed outside and used in expressions.
SELECT p.product, ISNULL(p.[2020], 0) AS a, p.[2020] + p.[2021] AS ab FROM (SELECT product, yr, qty FROM sale) s PIVOT (MAX(qty) FOR yr IN ([2020], [2021])) p ORDER BY a
GO
--> product varchar(5)!, a int!, ab int
--> 'pen' | 0 | NULL
--> 'ink' | 2 | 6
-- UNPIVOT turns columns into rows and drops NULLs.
CREATE TABLE wide (id int NOT NULL, a int NULL, b int NULL, c int NULL)
INSERT wide VALUES (1, 10, 20, NULL), (2, NULL, 5, 6)
SELECT id, letter, amount FROM wide UNPIVOT (amount FOR letter IN (a, b, c)) u ORDER BY id, letter
GO
--> id int!, letter nvarchar(128)!, amount int!
--> 1 | 'a' | 10
--> 1 | 'b' | 20
--> 2 | 'b' | 5
--> 2 | 'c' | 6
-- The columns must have one type.
CREATE TABLE mixed (id int NOT NULL, a int NULL, b bigint NULL)
GO
SELECT * FROM mixed UNPIVOT (v FOR k IN (a, b)) u
GO
--> Msg 8167, Level 16, State 1, Line 1: The type of column "b" conflicts with the type of other columns specified in the UNPIVOT list.
