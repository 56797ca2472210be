SET NOCOUNT ON
GO
CREATE TABLE line (id int NOT NULL PRIMARY KEY, qty int NOT NULL, price decimal(8,2) NOT NULL, total AS qty * price, upper_name AS UPPER(name) PERSISTED, name varchar(10) NULL)
INSERT line (id, qty, price, name) VALUES (1, 3, 1.50, 'pen'), (2, 2, 4, 'ink')
GO
-- A computed column is selected like another; its type is the expression's.
SELECT id, total, upper_name FROM line ORDER BY total DESC
GO
--> id int!, total decimal(19,2), upper_name varchar(10)
--> 2 | 8.00 | 'INK'
--> 1 | 4.50 | 'PEN'
-- It follows its columns.
UPDATE line SET qty = 10 WHERE id = 1
SELECT total FROM line WHERE id = 1
GO
--> total decimal(19,2)
--> 15.00
-- It is part of the star, and INSERT without a column list skips it.
SELECT * FROM line WHERE id = 2
INSERT line VALUES (3, 1, 1, 'cap')
SELECT total, upper_name FROM line WHERE id = 3
GO
--> id int!, qty int!, price decimal(8,2)!, total decimal(19,2), upper_name varchar(10), name varchar(10)
--> 2 | 2 | 4.00 | 8.00 | 'INK' | 'ink'
--> total decimal(19,2), upper_name varchar(10)
--> 1.00 | 'CAP'
-- An index on it.
CREATE INDEX ix_total ON line (total)
SELECT id FROM line WHERE total = 8
GO
--> id int!
--> 2
-- It cannot be written.
UPDATE line SET total = 1
GO
--> Msg 271, Level 16, State 1, Line 2: The column "total" cannot be modified because it is either a computed column or is the result of a UNION operator.
INSERT line (id, qty, price, total) VALUES (9, 1, 1, 1)
GO
--> Msg 271, Level 16, State 1, Line 1: The column "total" cannot be modified because it is either a computed column or is the result of a UNION operator.
-- An error in it comes when it is read.
CREATE TABLE ratio (a int NOT NULL, b int NOT NULL, q AS a / b)
INSERT ratio VALUES (1, 0)
SELECT a FROM ratio
SELECT q FROM ratio
GO
--> a int!
--> 1
--> q int
--> Msg 8134, Level 16, State 1, Line 5: Divide by zero error encountered.
-- A persisted one is computed when it is written.
CREATE TABLE ratio2 (a int NOT NULL, b int NOT NULL, q AS a / b PERSISTED)
INSERT ratio2 VALUES (1, 0)
GO
--> Msg 8134, Level 16, State 1, Line 3: Divide by zero error encountered.
--> info 3621: The statement has been terminated.
-- One computed column cannot use another.
CREATE TABLE bad (a int, b AS a + 1, c AS b + 1)
GO
--> Msg 1759, Level 16, State 0, Line 2: Computed column 'b' in table 'bad' is not allowed to be used in another computed-column definition.
