-- A column that breaks its rule is 513, not 547.
CREATE TABLE t (a int, b varchar(5))
GO
CREATE RULE positive AS @v > 0
GO
EXEC sp_bindrule 'positive', 't.a'
GO
--> info 15514: Rule bound to table column.
INSERT t VALUES (0, 'x')
GO
--> Msg 513, Level 16, State 0, Line 1: A column insert or update conflicts with a rule imposed by a previous CREATE RULE statement. The statement was terminated. The conflict occurred in database 'golden', table 'dbo.t', column 'a'.
--> info 3621: The statement has been terminated.
INSERT t VALUES (1, 'x'), (NULL, 'y')
UPDATE t SET a = -1 WHERE b = 'x'
GO
--> (2 rows)
--> Msg 513, Level 16, State 0, Line 2: A column insert or update conflicts with a rule imposed by a previous CREATE RULE statement. The statement was terminated. The conflict occurred in database 'golden', table 'dbo.t', column 'a'.
--> info 3621: The statement has been terminated.

-- An alias type has its width already.
CREATE TYPE code FROM varchar(10)
GO
CREATE TABLE t2 (a code(20))
GO
--> Msg 2716, Level 16, State 1, Line 1: Column, parameter, or variable #1: Cannot specify a column width on data type code.
DECLARE @c code(5)
GO
--> Msg 2716, Level 16, State 1, Line 1: Column, parameter, or variable #1: Cannot specify a column width on data type code.
DECLARE @c code = 'abcdefghijklm'
SELECT @c AS c
GO
--> c varchar(10)
--> 'abcdefghij'

-- NEWSEQUENTIALID stands in a default and nowhere else.
SELECT NEWSEQUENTIALID() AS a
GO
--> Msg 302, Level 15, State 0, Line 3: The newsequentialid() built-in function can only be used in a DEFAULT expression for a column of type 'uniqueidentifier' in a CREATE TABLE or ALTER TABLE statement. It cannot be combined with other operators to form a complex scalar expression.
CREATE TABLE ids (a uniqueidentifier NOT NULL DEFAULT NEWSEQUENTIALID(), v int)
GO
INSERT ids (v) VALUES (1), (2)
ALTER TABLE ids ADD b uniqueidentifier NOT NULL CONSTRAINT df_b DEFAULT (NEWSEQUENTIALID())
GO
--> (2 rows)
UPDATE ids SET a = DEFAULT WHERE v = 1
SELECT COUNT(DISTINCT a) AS a, COUNT(DISTINCT b) AS b FROM ids
GO
--> (1 row)
--> a int, b int
--> 2 | 2
INSERT ids (a, v) VALUES (NEWSEQUENTIALID(), 3)
GO
--> Msg 302, Level 15, State 0, Line 1: The newsequentialid() built-in function can only be used in a DEFAULT expression for a column of type 'uniqueidentifier' in a CREATE TABLE or ALTER TABLE statement. It cannot be combined with other operators to form a complex scalar expression.
DECLARE @ids table (a uniqueidentifier DEFAULT NEWSEQUENTIALID(), v int)
INSERT @ids (v) VALUES (1)
SELECT COUNT(a) AS n FROM @ids
GO
--> (1 row)
--> n int
--> 1

-- A range that a sequence cannot give, also when nothing is left of it.
CREATE SEQUENCE few AS tinyint START WITH 254
GO
EXEC sp_sequence_get_range N'few', 3, NULL
GO
--> Msg 11732, Level 16, State 1, Line 1: The requested range for sequence object 'few' exceeds the maximum or minimum limit. Retry with a smaller range.
SELECT NEXT VALUE FOR few AS a
SELECT NEXT VALUE FOR few AS a
GO
--> a tinyint!
--> 254
--> a tinyint!
--> 255
EXEC sp_sequence_get_range N'few', 1, NULL
GO
--> Msg 11732, Level 16, State 1, Line 1: The requested range for sequence object 'few' exceeds the maximum or minimum limit. Retry with a smaller range.
