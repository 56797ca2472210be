-- Mistakes in queries and changes, as SQL Server reports them while it binds a statement.
CREATE TABLE dbo.a (id int NOT NULL PRIMARY KEY, n int NULL, s varchar(10) NULL, x xml NULL, t text NULL, d datetime NULL)
CREATE TABLE dbo.b (id int NOT NULL, n int NULL, s varchar(10) NULL)
CREATE TABLE dbo.big (id int IDENTITY PRIMARY KEY, tiny tinyint NULL, short varchar(3) NULL, must int NOT NULL CONSTRAINT ck_must CHECK (must > 0), stamp rowversion, twice AS must * 2)
INSERT dbo.a (id, n, s) VALUES (1, 10, 'x'), (2, 20, 'y')
INSERT dbo.b VALUES (1, 10, 'x'), (1, 20, 'y')
GO
--> (2 rows)
--> (2 rows)

-- Names.
SELECT nothing FROM dbo.a
GO
--> Msg 207, Level 16, State 1, Line 3: Invalid column name 'nothing'.
SELECT a.nothing FROM dbo.a
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
SELECT c.id FROM dbo.a
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "c.id" could not be bound.
SELECT id FROM dbo.a JOIN dbo.b ON a.id = b.id
GO
--> Msg 209, Level 16, State 1, Line 1: Ambiguous column name 'id'.
SELECT * FROM dbo.a, dbo.a
GO
--> Msg 1013, Level 16, State 1, Line 1: The objects "dbo.a" and "dbo.a" in the FROM clause have the same exposed names. Use correlation names to distinguish them.
SELECT * FROM dbo.a AS x JOIN dbo.b AS x ON 1 = 1
GO
--> Msg 1011, Level 16, State 1, Line 1: The correlation name 'x' is specified multiple times in a FROM clause.
SELECT * FROM dbo.missing
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.missing'.
SELECT * FROM nothing.dbo.a
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nothing' does not exist. Make sure that the name is entered correctly.
SELECT * FROM remote.db.dbo.a
GO
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'remote' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
SELECT * FROM @t
GO
--> Msg 1087, Level 15, State 2, Line 1: Must declare the table variable "@t".
SELECT @v
GO
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@v".
SELECT z.* FROM dbo.a
GO
--> Msg 107, Level 15, State 1, Line 1: The column prefix 'z' does not match with a table name or alias name used in the query.
SELECT * FROM dbo.a WHERE [no such] = 1
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'no such'.
SELECT * FROM (SELECT 1) AS q
GO
--> Msg 8155, Level 16, State 2, Line 1: No column name was specified for column 1 of 'q'.
SELECT * FROM (SELECT 1 AS c, 2 AS c) AS q
GO
--> Msg 8156, Level 16, State 1, Line 1: The column 'c' was specified multiple times for 'q'.
SELECT * FROM (SELECT id, n FROM dbo.a) AS q (c)
GO
--> Msg 8158, Level 16, State 1, Line 1: 'q' has more columns than were specified in the column list.
SELECT * FROM (SELECT id FROM dbo.a) AS q (c, d)
GO
--> Msg 8159, Level 16, State 1, Line 1: 'q' has fewer columns than were specified in the column list.
SELECT * FROM (SELECT id FROM dbo.a)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near ')'.
WITH c AS (SELECT 1) SELECT * FROM c
GO
--> Msg 8155, Level 16, State 2, Line 1: No column name was specified for column 1 of 'c'.
WITH c AS (SELECT 1 AS x), c AS (SELECT 2 AS x) SELECT * FROM c
GO
--> Msg 239, Level 16, State 1, Line 1: Duplicate common table expression name 'c' was specified.
WITH c AS (SELECT id FROM dbo.a ORDER BY id) SELECT * FROM c
GO
--> Msg 1033, Level 15, State 1, Line 1: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
SELECT 1 AS x WITH c AS (SELECT 1 AS y) SELECT * FROM c
GO
--> Msg 319, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'with'. If this statement is a common table expression, an xmlnamespaces clause or a change tracking context clause, the previous statement must be terminated with a semicolon.

-- Grouping.
SELECT n, s FROM dbo.a GROUP BY n
GO
--> Msg 8120, Level 16, State 1, Line 3: Column 'dbo.a.s' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT n FROM dbo.a GROUP BY n HAVING s = 'x'
GO
--> Msg 8121, Level 16, State 1, Line 1: Column 'dbo.a.s' is invalid in the HAVING clause because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT n FROM dbo.a GROUP BY n ORDER BY s
GO
--> Msg 8127, Level 16, State 1, Line 1: Column "dbo.a.s" is invalid in the ORDER BY clause because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT COUNT(*), n FROM dbo.a
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 'dbo.a.n' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT n FROM dbo.a GROUP BY 1
GO
--> Msg 164, Level 15, State 1, Line 1: Each GROUP BY expression must contain at least one column that is not an outer reference.
SELECT n FROM dbo.a GROUP BY COUNT(*)
GO
--> Msg 144, Level 15, State 1, Line 1: Cannot use an aggregate or a subquery in an expression used for the group by list of a GROUP BY clause.
SELECT COUNT(*) FROM dbo.a GROUP BY (SELECT 1)
GO
--> Msg 144, Level 15, State 1, Line 1: Cannot use an aggregate or a subquery in an expression used for the group by list of a GROUP BY clause.
SELECT n FROM dbo.a WHERE COUNT(*) > 1
GO
--> Msg 147, Level 15, State 1, Line 1: An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING clause or a select list, and the column being aggregated is an outer reference.
SELECT COUNT(COUNT(*)) FROM dbo.a
GO
--> Msg 130, Level 15, State 1, Line 1: Cannot perform an aggregate function on an expression containing an aggregate or a subquery.
SELECT SUM((SELECT 1)) FROM dbo.a
GO
--> Msg 130, Level 15, State 1, Line 1: Cannot perform an aggregate function on an expression containing an aggregate or a subquery.
SELECT DISTINCT n FROM dbo.a ORDER BY s
GO
--> Msg 145, Level 15, State 1, Line 1: ORDER BY items must appear in the select list if SELECT DISTINCT is specified.
SELECT n FROM dbo.a UNION SELECT n FROM dbo.b ORDER BY s
GO
--> Msg 104, Level 16, State 1, Line 1: ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT operator.
SELECT DISTINCT x FROM dbo.a
GO
--> Msg 421, Level 16, State 1, Line 1: The xml data type cannot be selected as DISTINCT because it is not comparable.
SELECT x FROM dbo.a UNION SELECT x FROM dbo.a
GO
--> Msg 5335, Level 16, State 1, Line 1: The data type xml cannot be used as an operand to the UNION, INTERSECT or EXCEPT operators because it is not comparable.
SELECT DISTINCT t FROM dbo.a
GO
--> Msg 421, Level 16, State 1, Line 1: The text data type cannot be selected as DISTINCT because it is not comparable.
SELECT t FROM dbo.a ORDER BY t
GO
--> Msg 306, Level 16, State 2, Line 1: The text, ntext, and image data types cannot be compared or sorted, except when using IS NULL or LIKE operator.
SELECT COUNT(*) FROM dbo.a GROUP BY x
GO
--> Msg 305, Level 16, State 1, Line 1: The XML data type cannot be compared or sorted, except when using the IS NULL operator.
SELECT * FROM dbo.a WHERE t = 'x'
GO
--> Msg 402, Level 16, State 1, Line 1: The data types text and varchar are incompatible in the equal to operator.
SELECT SUM(s) FROM dbo.a
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type varchar is invalid for sum operator.
SELECT SUM(d) FROM dbo.a
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type datetime is invalid for sum operator.
SELECT MAX(x) FROM dbo.a
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type xml is invalid for max operator.
SELECT AVG(CAST(1 AS bit))
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type bit is invalid for avg operator.
SELECT GROUPING(n) FROM dbo.a
GO
--> Msg 8161, Level 16, State 1, Line 1: Argument 1 of the GROUPING function does not match any of the expressions in the GROUP BY clause.

-- Operators and types.
SELECT 1 + d FROM dbo.a WHERE 1 = 0
GO
--> - datetime
SELECT d + d, CAST('2024-01-01' AS date) + 1 FROM dbo.a
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: date is incompatible with int
SELECT x + 'a' FROM dbo.a
GO
--> Msg 402, Level 16, State 1, Line 1: The data types xml and varchar are incompatible in the add operator.
SELECT NEWID() + 1
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: uniqueidentifier is incompatible with int
SELECT 1 & 1.5
GO
--> Msg 402, Level 16, State 1, Line 1: The data types int and numeric are incompatible in the '&' operator.
SELECT ~1.5
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type numeric is invalid for '~' operator.
SELECT 'a' - 'b'
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type varchar is invalid for subtract operator.
SELECT CAST(1 AS bit) + CAST(1 AS bit)
GO
--> Msg 402, Level 16, State 1, Line 1: The data types bit and bit are incompatible in the add operator.
SELECT 1.0 % CAST(2 AS float)
GO
--> Msg 402, Level 16, State 1, Line 1: The data types numeric and float are incompatible in the modulo operator.
SELECT s * n FROM dbo.a
GO
--> - int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'x' to data type int.
SELECT * FROM dbo.a WHERE x = 'a'
GO
--> Msg 402, Level 16, State 1, Line 1: The data types xml and varchar are incompatible in the equal to operator.
SELECT * FROM dbo.a WHERE id = NEWID()
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: uniqueidentifier is incompatible with int
SELECT * FROM dbo.a WHERE n
GO
--> Msg 4145, Level 15, State 1, Line 1: An expression of non-boolean type specified in a context where a condition is expected, near 'n'.
IF 1 PRINT 'x'
GO
--> Msg 4145, Level 15, State 1, Line 1: An expression of non-boolean type specified in a context where a condition is expected, near 'PRINT'.
SELECT * FROM dbo.a WHERE n = (SELECT id, n FROM dbo.b)
GO
--> Msg 116, Level 16, State 1, Line 1: Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.
SELECT * FROM dbo.a WHERE n IN (SELECT id, n FROM dbo.b)
GO
--> Msg 116, Level 16, State 1, Line 1: Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.
SELECT (SELECT id FROM dbo.b) AS one
PRINT 'goes on'
GO
--> one int
--> Msg 512, Level 16, State 1, Line 1: Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >, >= or when the subquery is used as an expression.
--> print: goes on
SELECT * FROM dbo.a WHERE s COLLATE Latin1_General_CS_AS = s COLLATE Latin1_General_BIN
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_BIN" and "Latin1_General_CS_AS" in the equal to operation.
SELECT * FROM dbo.a WHERE s LIKE 'a' ESCAPE 'ab'
GO
--> Msg 506, Level 16, State 1, Line 1: The invalid escape character "ab" was specified in a LIKE predicate.
SELECT n, id FROM dbo.a UNION ALL SELECT n FROM dbo.b
GO
--> Msg 205, Level 16, State 1, Line 1: All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.
SELECT id FROM dbo.a ORDER BY 5
GO
--> Msg 108, Level 16, State 1, Line 1: The ORDER BY position number 5 is out of range of the number of items in the select list.
SELECT id FROM dbo.a ORDER BY id, id
GO
--> Msg 169, Level 15, State 1, Line 1: A column has been specified more than once in the order by list. Columns in the order by list must be unique.
DECLARE @v int = 1
SELECT id FROM dbo.a ORDER BY @v
GO
--> Msg 1008, Level 15, State 1, Line 2: The SELECT item identified by the ORDER BY number 1 contains a variable as part of the expression identifying a column position. Variables are only allowed when ordering by an expression referencing a column name.
SELECT TOP (-1) id FROM dbo.a
GO
--> Msg 127, Level 15, State 1, Line 1: A TOP N or FETCH rowcount value may not be negative.
SELECT TOP ('x') id FROM dbo.a
GO
--> Msg 1060, Level 15, State 1, Line 1: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
SELECT TOP (1.5) id FROM dbo.a
GO
--> Msg 1060, Level 15, State 1, Line 1: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
SELECT TOP (1) WITH TIES id FROM dbo.a
GO
--> Msg 1062, Level 15, State 1, Line 1: The TOP N WITH TIES clause is not allowed without a corresponding ORDER BY clause.
SELECT TOP (101) PERCENT id FROM dbo.a
GO
--> Msg 1031, Level 15, State 1, Line 1: Percent values must be between 0 and 100.
SELECT TOP (id) id FROM dbo.a
GO
--> Msg 4115, Level 15, State 1, Line 1: The reference to column "id" is not allowed in an argument to a TOP, OFFSET, or FETCH clause. Only references to columns at an outer scope or standalone expressions and subqueries are allowed here.
SELECT id FROM dbo.a ORDER BY id OFFSET -1 ROWS
GO
--> Msg 10742, Level 15, State 1, Line 1: The offset specified in a OFFSET clause may not be negative.
SELECT TOP (1) id FROM dbo.a ORDER BY id OFFSET 1 ROWS
GO
--> Msg 10741, Level 15, State 2, Line 1: A TOP can not be used in the same query or sub-query as a OFFSET.
DECLARE @v int
SELECT @v = id, n FROM dbo.a
GO
--> Msg 141, Level 15, State 1, Line 2: A SELECT statement that assigns a value to a variable must not be combined with data-retrieval operations.
DECLARE @v int
SELECT @v = id FROM dbo.a UNION SELECT n FROM dbo.b
GO
--> Msg 10734, Level 15, State 1, Line 2: Variable assignment is not allowed in a statement containing a top level UNION, INTERSECT or EXCEPT operator.
SELECT *
GO
--> Msg 263, Level 16, State 1, Line 1: Must specify table to select from.
SELECT id INTO dbo.made FROM dbo.a UNION SELECT 1 AS one INTO dbo.other
GO
--> Msg 196, Level 15, State 1, Line 1: SELECT INTO must be the first query in a statement containing a UNION, INTERSECT or EXCEPT operator.
SELECT 1 INTO dbo.unnamed
GO
--> Msg 1038, Level 15, State 5, Line 1: An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.
SELECT id, id INTO dbo.made FROM dbo.a
GO
--> Msg 2705, Level 16, State 3, Line 1: Column names in each table must be unique. Column name 'id' in table 'made' is specified more than once.
SELECT NULL AS x INTO dbo.b
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'b' in the database.
SELECT * FROM dbo.a WITH (NOTHING)
GO
--> Msg 321, Level 15, State 1, Line 1: "NOTHING" is not a recognized table hints option.
SELECT * FROM dbo.a WITH (INDEX (nothing))
GO
--> Msg 308, Level 16, State 1, Line 1: Index 'nothing' on table 'dbo.a' (specified in the FROM clause) does not exist.
SELECT * FROM dbo.a OPTION (NOTHING)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'NOTHING'.

-- Recursion.
WITH r AS (SELECT 1 AS n UNION ALL SELECT DISTINCT n + 1 FROM r WHERE n < 3) SELECT * FROM r
GO
--> Msg 460, Level 16, State 1, Line 3: DISTINCT operator is not allowed in the recursive part of a recursive common table expression 'r'.
WITH r AS (SELECT 1 AS n UNION ALL SELECT TOP (1) n + 1 FROM r WHERE n < 3) SELECT * FROM r
GO
--> Msg 461, Level 16, State 1, Line 1: The TOP or OFFSET operator is not allowed in the recursive part of a recursive common table expression 'r'.
WITH r AS (SELECT 1 AS n UNION ALL SELECT r.n + 1 FROM dbo.a LEFT JOIN r ON r.n = a.id) SELECT * FROM r
GO
--> Msg 462, Level 16, State 1, Line 1: Outer join is not allowed in the recursive part of a recursive common table expression 'r'.
WITH r AS (SELECT 1 AS n UNION ALL SELECT COUNT(*) FROM r) SELECT * FROM r
GO
--> Msg 467, Level 16, State 1, Line 1: GROUP BY, HAVING, or aggregate functions are not allowed in the recursive part of a recursive common table expression 'r'.
WITH r AS (SELECT 1 AS n UNION SELECT n + 1 FROM r) SELECT * FROM r
GO
--> Msg 252, Level 16, State 1, Line 1: Recursive common table expression 'r' does not contain a top-level UNION ALL operator.
WITH r AS (SELECT 1 AS n UNION ALL SELECT n + 1.5 FROM r) SELECT * FROM r
GO
--> Msg 240, Level 16, State 1, Line 1: Types don't match between the anchor and the recursive part in column "n" of recursive query "r".
WITH r AS (SELECT 1 AS n UNION ALL SELECT a.n + 1 FROM r AS a JOIN r AS b ON a.n = b.n) SELECT * FROM r
GO
--> Msg 253, Level 16, State 1, Line 1: Recursive member of a common table expression 'r' has multiple recursive references.
WITH r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT COUNT(*) AS n FROM r
GO
--> n int
--> Msg 530, Level 16, State 1, Line 1: The statement terminated. The maximum recursion 100 has been exhausted before statement completion.
WITH r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT MAX(n) AS n FROM r OPTION (MAXRECURSION 5)
GO
--> n int
--> Msg 530, Level 16, State 1, Line 1: The statement terminated. The maximum recursion 5 has been exhausted before statement completion.
SELECT 1 AS x OPTION (MAXRECURSION 32768)
GO
--> Msg 310, Level 15, State 1, Line 1: The value 32768 specified for the MAXRECURSION option exceeds the allowed maximum of 32767.

-- Changes.
INSERT dbo.big (must) VALUES (0)
PRINT 'goes on'
GO
--> Msg 547, Level 16, State 0, Line 3: The INSERT statement conflicted with the CHECK constraint "ck_must". The conflict occurred in database "golden", table "dbo.big", column 'must'.
--> info 3621: The statement has been terminated.
--> print: goes on
INSERT dbo.big (must) VALUES (NULL)
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'must', table 'golden.dbo.big'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT dbo.big (tiny) VALUES (1)
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'must', table 'golden.dbo.big'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT dbo.big (must, tiny) VALUES (1, 256)
GO
--> Msg 220, Level 16, State 2, Line 1: Arithmetic overflow error for data type tinyint, value = 256.
--> info 3621: The statement has been terminated.
INSERT dbo.big (must, tiny) VALUES (1, '256')
GO
--> Msg 244, Level 16, State 1, Line 1: The conversion of the varchar value '256' overflowed an INT1 column. Use a larger integer column.
--> info 3621: The statement has been terminated.
INSERT dbo.big (must, short) VALUES (1, 'four')
GO
--> Msg 2628, Level 16, State 1, Line 1: String or binary data would be truncated in table 'golden.dbo.big', column 'short'. Truncated value: 'fou'.
--> info 3621: The statement has been terminated.
SET ANSI_WARNINGS OFF
INSERT dbo.big (must, short) VALUES (1, 'four')
SET ANSI_WARNINGS ON
GO
--> (1 row)
INSERT dbo.big (id, must) VALUES (1, 1)
GO
--> Msg 544, Level 16, State 1, Line 1: Cannot insert explicit value for identity column in table 'big' when IDENTITY_INSERT is set to OFF.
SET IDENTITY_INSERT dbo.big ON
INSERT dbo.big (must) VALUES (1)
SET IDENTITY_INSERT dbo.b ON
SET IDENTITY_INSERT dbo.big OFF
GO
--> Msg 545, Level 16, State 1, Line 2: Explicit value must be specified for identity column in table 'big' either when IDENTITY_INSERT is set to ON or when a replication user is inserting into a NOT FOR REPLICATION identity column.
--> Msg 8106, Level 16, State 1, Line 3: Table 'b' does not have the identity property. Cannot perform SET operation.
INSERT dbo.big VALUES (1)
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
INSERT dbo.big (must, must) VALUES (1, 2)
GO
--> Msg 264, Level 16, State 1, Line 1: The column name 'must' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
INSERT dbo.big (twice) VALUES (1)
GO
--> Msg 271, Level 16, State 1, Line 1: The column "twice" cannot be modified because it is either a computed column or is the result of a UNION operator.
INSERT dbo.big (stamp, must) VALUES (0x1, 1)
GO
--> Msg 273, Level 16, State 1, Line 1: Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to exclude the timestamp column, or insert a DEFAULT into the timestamp column.
INSERT dbo.b VALUES (1, 2)
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
INSERT dbo.b (id, n) VALUES (1, 2), (3)
GO
--> Msg 10709, Level 16, State 1, Line 1: The number of columns for each row in a table value constructor must be the same.
INSERT dbo.b (nothing) VALUES (1)
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
UPDATE dbo.big SET id = 5
GO
--> Msg 8102, Level 16, State 1, Line 1: Cannot update identity column 'id'.
UPDATE dbo.big SET twice = 5
GO
--> Msg 271, Level 16, State 1, Line 1: The column "twice" cannot be modified because it is either a computed column or is the result of a UNION operator.
UPDATE dbo.big SET stamp = 0x1
GO
--> Msg 272, Level 16, State 1, Line 1: Cannot update a timestamp column.
UPDATE dbo.big SET nothing = 5
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
UPDATE dbo.b SET n = COUNT(*)
GO
--> Msg 157, Level 15, State 1, Line 1: An aggregate may not appear in the set list of an UPDATE statement.
UPDATE dbo.b SET n = 1, n = 2
GO
--> Msg 264, Level 16, State 1, Line 1: The column name 'n' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
UPDATE dbo.b SET n = a.n FROM dbo.a WHERE nothing = 1
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
UPDATE x SET n = 1 FROM dbo.a AS x JOIN dbo.a AS x ON 1 = 1
GO
--> Msg 1011, Level 16, State 1, Line 1: The correlation name 'x' is specified multiple times in a FROM clause.
UPDATE dbo.a SET n = 1 FROM dbo.a AS x, dbo.a AS y
GO
--> Msg 8154, Level 16, State 1, Line 1: The table 'dbo.a' is ambiguous.
DELETE FROM dbo.missing
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.missing'.
DELETE z FROM dbo.a AS x
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'z'.
DELETE dbo.a OUTPUT inserted.id
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "inserted.id" could not be bound.
INSERT dbo.b OUTPUT deleted.id VALUES (1, 2, 'x')
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "deleted.id" could not be bound.
INSERT dbo.b OUTPUT inserted.id INTO dbo.missing VALUES (1, 2, 'x')
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.missing'.
CREATE VIEW dbo.bv AS SELECT id FROM dbo.b
GO
INSERT dbo.b OUTPUT inserted.id INTO dbo.bv VALUES (1, 2, 'x')
GO
--> Msg 330, Level 16, State 1, Line 1: The target 'dbo.bv' of the OUTPUT INTO clause cannot be a view or common table expression.
CREATE TRIGGER dbo.tr ON dbo.b AFTER INSERT AS RETURN
GO
INSERT dbo.a (id) OUTPUT inserted.id INTO dbo.b (id) VALUES (9)
GO
--> Msg 331, Level 16, State 1, Line 1: The target table 'dbo.b' of the OUTPUT INTO clause cannot have any enabled triggers.
INSERT dbo.b OUTPUT inserted.id VALUES (1, 2, 'x')
GO
--> Msg 334, Level 16, State 1, Line 1: The target table 'dbo.b' of the DML statement cannot have any enabled triggers if the statement contains an OUTPUT clause without INTO clause.
DELETE dbo.a OUTPUT deleted.id, b.n FROM dbo.b WHERE b.id = a.id AND 1 = 0
GO
--> id int!, n int
MERGE dbo.a AS t USING dbo.b AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = s.n;
GO
--> Msg 8672, Level 16, State 1, Line 1: The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the target table multiple times. Refine the ON clause to ensure a target row matches at most one source row, or use the GROUP BY clause to group the source rows.
MERGE dbo.a AS t USING dbo.b AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = s.n
GO
--> Msg 10713, Level 15, State 1, Line 1: A MERGE statement must be terminated by a semi-colon (;).
MERGE dbo.a AS t USING dbo.b AS s ON t.id = s.id WHEN MATCHED THEN DELETE WHEN MATCHED THEN UPDATE SET n = 1;
GO
--> Msg 5324, Level 15, State 1, Line 1: In a MERGE statement, a 'WHEN MATCHED' clause with a search condition cannot appear after a 'WHEN MATCHED' clause with no search condition.
MERGE dbo.a AS t USING dbo.b AS s ON t.id = s.id WHEN MATCHED AND s.n = 1 THEN DELETE WHEN MATCHED THEN DELETE;
GO
--> Msg 10714, Level 15, State 1, Line 1: An action of type 'DELETE' cannot appear more than once in a 'WHEN MATCHED' clause of a MERGE statement.
UPDATE sys.objects SET name = 'x'
GO
--> Msg 259, Level 16, State 1, Line 1: Ad hoc updates to system catalogs are not allowed.
DELETE sys.tables
GO
--> Msg 259, Level 16, State 1, Line 1: Ad hoc updates to system catalogs are not allowed.
INSERT INFORMATION_SCHEMA.TABLES VALUES (1, 2, 3, 4)
GO
--> Msg 259, Level 16, State 1, Line 1: Ad hoc updates to system catalogs are not allowed.
