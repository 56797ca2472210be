SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(10) NULL, price money NULL DEFAULT 9.99, made datetime NOT NULL DEFAULT '20240101')
GO
-- All columns in order; INTO is optional.
INSERT INTO item VALUES (1, 'pen', 1.5, '20240202')
INSERT item VALUES (2, 'ink', $2, '2024-03-03T04:05:06')
SELECT * FROM item ORDER BY id
GO
--> id int!, name varchar(10), price money, made datetime!
--> 1 | 'pen' | 1.5000 | 2024-02-02 00:00:00.000
--> 2 | 'ink' | 2.0000 | 2024-03-03 04:05:06.000
-- A column list: the others take their defaults, or NULL.
INSERT item (name, id) VALUES ('cap', 3)
INSERT item (id) VALUES (4)
SELECT * FROM item WHERE id > 2 ORDER BY id
GO
--> id int!, name varchar(10), price money, made datetime!
--> 3 | 'cap' | 9.9900 | 2024-01-01 00:00:00.000
--> 4 | NULL | 9.9900 | 2024-01-01 00:00:00.000
-- Several rows are one statement; DEFAULT stands for a value.
INSERT item (id, price) VALUES (5, DEFAULT), (6, NULL), (7, 3)
SELECT @@ROWCOUNT AS n
SELECT id, price FROM item WHERE id > 4 ORDER BY id
GO
--> n int!
--> 3
--> id int!, price money
--> 5 | 9.9900
--> 6 | NULL
--> 7 | 3.0000
-- DEFAULT VALUES takes all defaults.
CREATE TABLE counter (id int IDENTITY, n int NOT NULL DEFAULT 0, note varchar(5) NULL)
INSERT counter DEFAULT VALUES
INSERT INTO counter DEFAULT VALUES
SELECT id, n, note FROM counter ORDER BY id
GO
--> id int!, n int!, note varchar(5)
--> 1 | 0 | NULL
--> 2 | 0 | NULL
-- Expressions, subqueries and variables; strings are converted to the column's type.
DECLARE @id int = 8
INSERT item (id, name, price) VALUES (@id, UPPER('abc'), (SELECT MAX(price) FROM item)), ('9', 'n' + 'ine', '4.25')
SELECT id, name, price FROM item WHERE id > 7 ORDER BY id
GO
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> id int!, name varchar(10), price money
--> 8 | 'ABC' | 9.9900
--> 9 | 'nine' | 4.2500
-- A failing row undoes the whole statement.
INSERT item (id, price) VALUES (20, 1), (21, 'x')
SELECT COUNT(*) AS n FROM item WHERE id >= 20
GO
--> Msg 235, Level 16, State 0, Line 2: Cannot convert a char value to money. The char value has incorrect syntax.
-- Too few and too many values.
INSERT item (id, name) VALUES (1)
GO
--> Msg 109, Level 15, State 1, Line 2: There are more columns in the INSERT statement than values specified in the VALUES clause. The number of values in the VALUES clause must match the number of columns specified in the INSERT statement.
INSERT item (id) VALUES (1, 2)
GO
--> Msg 110, Level 15, State 1, Line 1: There are fewer columns in the INSERT statement than values specified in the VALUES clause. The number of values in the VALUES clause must match the number of columns specified in the INSERT statement.
INSERT item VALUES (1, 'x')
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
-- A column twice, and one that does not exist.
INSERT item (id, id) VALUES (1, 2)
GO
--> Msg 264, Level 16, State 1, Line 2: The column name 'id' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
INSERT item (id, nothing) VALUES (1, 2)
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
-- A column name is no value.
INSERT item (id) VALUES (name)
GO
--> Msg 207, Level 16, State 1, Line 2: Invalid column name 'name'.
INSERT missing VALUES (1)
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'missing'.
