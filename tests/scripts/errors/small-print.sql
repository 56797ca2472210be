CREATE TABLE t (a int, b int)
INSERT t VALUES (2, 1), (1, 2)
GO
--> (2 rows)
-- ORDER BY refuses what folds to a constant; an expression that would fail does not fold.
SELECT a FROM t ORDER BY 1 + 0
GO
--> Msg 408, Level 16, State 1, Line 2: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a FROM t ORDER BY CAST(1 AS bigint) * 2
GO
--> Msg 408, Level 16, State 1, Line 1: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a, ROW_NUMBER() OVER (ORDER BY 1 + 1) AS n FROM t
GO
--> Msg 5308, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.
SELECT a, ROW_NUMBER() OVER (ORDER BY 1.5 * 2) AS n FROM t
GO
--> Msg 5309, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.
SELECT a, ROW_NUMBER() OVER (ORDER BY NULL) AS n FROM t
GO
--> Msg 5309, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.
SELECT COUNT(*) OVER (ORDER BY 2147483647 + 1) AS n FROM t WHERE 1 = 0
GO
--> n int
-- The state of THROW is a tinyint.
THROW 50000, 'x', 256
GO
--> Msg 220, Level 16, State 2, Line 2: Arithmetic overflow error for data type tinyint, value = 256.
DECLARE @state int = -1;
THROW 50000, 'x', @state
GO
--> Msg 220, Level 16, State 2, Line 2: Arithmetic overflow error for data type tinyint, value = -1.
-- An error that leaves a trigger terminates the statement that fired it.
CREATE TRIGGER failing ON t AFTER INSERT AS SELECT 1 / 0 AS n
GO
INSERT t VALUES (3, 3)
GO
--> n int
--> Msg 8134, Level 16, State 1, Procedure failing, Line 2: Divide by zero error encountered.
--> info 3621: The statement has been terminated.
SELECT COUNT(*) AS n FROM t
GO
--> n int
--> 2
-- An identity's seed and increment lie in its type.
CREATE TABLE i (a tinyint IDENTITY(300, 1))
GO
--> Msg 2752, Level 16, State 1, Line 2: Identity column 'a' contains invalid SEED.
CREATE TABLE i (a smallint IDENTITY(1, 70000))
GO
--> Msg 2753, Level 16, State 1, Line 1: Identity column 'a' contains invalid INCREMENT.
CREATE TABLE i (a decimal(3, 0) IDENTITY(1000, 1))
GO
--> Msg 2752, Level 16, State 1, Line 1: Identity column 'a' contains invalid SEED.
CREATE TABLE i (a int IDENTITY(1, 0))
GO
--> Msg 2753, Level 16, State 1, Line 1: Identity column 'a' contains invalid INCREMENT.
-- What ALTER SEQUENCE and CREATE SEQUENCE do not take.
CREATE SEQUENCE s AS tinyint
GO
ALTER SEQUENCE s START WITH 3
GO
--> Msg 11710, Level 15, State 1, Line 1: Argument 'START WITH' cannot be used in an ALTER SEQUENCE statement.
ALTER SEQUENCE s AS int
GO
--> Msg 11711, Level 15, State 1, Line 1: Argument 'AS' cannot be used in an ALTER SEQUENCE statement.
ALTER SEQUENCE s RESTART WITH 300
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'RESTART WITH' for the given data type.
ALTER SEQUENCE s MAXVALUE 256
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'MAXVALUE' for the given data type.
CREATE SEQUENCE s2 RESTART WITH 3
GO
--> Msg 11709, Level 15, State 1, Line 1: The 'RESTART WITH' argument cannot be used in a CREATE SEQUENCE statement.
-- Two prefixes that XML keeps for itself.
DECLARE @x xml = '<a xmlns:xml="other"/>'
GO
--> Msg 9464, Level 16, State 1, Line 2: XML parsing: line 1, character 21, XML namespace prefix 'xml' can only be associated with the URI http://www.w3.org/XML/1998/namespace. This URI cannot be used with other prefixes.
DECLARE @x xml = '<a xmlns:xmlns="other"/>'
GO
--> Msg 9465, Level 16, State 1, Line 1: XML parsing: line 1, character 23, XML namespace prefix 'xmlns' is reserved for use by XML.
DECLARE @x xml = '<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="en"/>'
SELECT @x AS x
GO
--> x xml
--> '<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="en"/>'
-- PRINT takes no method of an xml value, not even where it does not run.
DECLARE @x xml = '<a>3</a>'
IF 1 = 0 PRINT @x.value('(/a)[1]', 'int')
GO
--> Msg 2722, Level 16, State 1, Line 3: Xml data type methods are not allowed in expressions in this context.
-- A view keeps the columns of its creation until it is refreshed.
CREATE VIEW v AS SELECT * FROM t
GO
ALTER TABLE t ADD c int
GO
SELECT * FROM v ORDER BY a
GO
--> a int, b int
--> 1 | 2
--> 2 | 1
SELECT c FROM v
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'c'.
UPDATE v SET b = 9 WHERE a = 1
GO
--> (1 row)
EXEC sp_refreshview 'v'
SELECT * FROM v ORDER BY a
GO
--> a int, b int, c int
--> 1 | 9 | NULL
--> 2 | 1 | NULL
ALTER TABLE t DROP COLUMN c
GO
SELECT * FROM v
GO
--> Msg 4502, Level 16, State 1, Line 1: View or function 'v' has more column names specified than columns defined.
EXEC sp_refreshsqlmodule 'v'
GO
SELECT * FROM v ORDER BY a
GO
--> a int, b int
--> 1 | 9
--> 2 | 1
-- Methods of xml, and tables with xml indexes, need the options that ANSI prescribes.
SET QUOTED_IDENTIFIER OFF
GO
DECLARE @x xml = '<a>3</a>'
SELECT @x.value('(/a)[1]', 'int') AS a
GO
--> Msg 1934, Level 16, State 1, Line 2: SELECT failed because the following SET options have incorrect settings: 'QUOTED_IDENTIFIER'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
SET ANSI_NULLS OFF
GO
DECLARE @x xml = '<a>3</a>'
SELECT 1 AS n FROM @x.nodes('/a') AS t(c)
GO
--> Msg 1934, Level 16, State 1, Line 2: SELECT failed because the following SET options have incorrect settings: 'ANSI_NULLS, QUOTED_IDENTIFIER'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
SET ANSI_NULLS ON
SET QUOTED_IDENTIFIER ON
GO
CREATE TABLE indexed (id int PRIMARY KEY, x xml)
CREATE PRIMARY XML INDEX px ON indexed (x)
GO
SET CONCAT_NULL_YIELDS_NULL OFF
INSERT indexed VALUES (1, '<a/>')
GO
--> Msg 1934, Level 16, State 1, Line 2: INSERT failed because the following SET options have incorrect settings: 'CONCAT_NULL_YIELDS_NULL'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
--> info 3621: The statement has been terminated.
