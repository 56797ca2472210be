-- Sequences: every option, ALTER, NEXT VALUE FOR in its places, metadata.
CREATE SEQUENCE plain;
SELECT NEXT VALUE FOR plain AS first;
SELECT NEXT VALUE FOR dbo.plain AS second;
SELECT CAST(start_value AS bigint) AS start, CAST(increment AS bigint) AS step, CAST(minimum_value AS bigint) AS low, CAST(maximum_value AS bigint) AS high,
  is_cycling, is_cached, cache_size, TYPE_NAME(user_type_id) AS type, precision, scale, CAST(current_value AS bigint) AS now FROM sys.sequences;
GO
--> first bigint!
--> -9223372036854775808
--> second bigint!
--> -9223372036854775807
--> start bigint, step bigint, low bigint, high bigint, is_cycling bit, is_cached bit, cache_size int, type nvarchar(128), precision tinyint!, scale tinyint, now bigint
--> -9223372036854775808 | 1 | -9223372036854775808 | 9223372036854775807 | 0 | 1 | NULL | 'bigint' | 19 | 0 | -9223372036854775807
CREATE SEQUENCE small AS tinyint START WITH 253 INCREMENT BY 1 MINVALUE 250 MAXVALUE 255 CYCLE CACHE 5;
SELECT NEXT VALUE FOR small AS a;
SELECT NEXT VALUE FOR small AS b;
SELECT NEXT VALUE FOR small AS c;
SELECT NEXT VALUE FOR small AS d;
GO
--> a tinyint!
--> 253
--> b tinyint!
--> 254
--> c tinyint!
--> 255
--> d tinyint!
--> 250
CREATE SEQUENCE down AS int START WITH -1 INCREMENT BY -2 MINVALUE -5 NO MAXVALUE NO CYCLE NO CACHE;
SELECT NEXT VALUE FOR down AS a;
SELECT NEXT VALUE FOR down AS b;
SELECT NEXT VALUE FOR down AS c;
SELECT NEXT VALUE FOR down AS d;
GO
--> a int!
--> -1
--> b int!
--> -3
--> c int!
--> -5
--> d int!
--> Msg 11728, Level 16, State 1, Line 5: The sequence object 'down' has reached its minimum or maximum value. Restart the sequence object to allow new values to be generated.
-- Both uses in one row give the same value; rows get one each, in the order asked for.
CREATE SEQUENCE s AS int START WITH 10;
SELECT NEXT VALUE FOR s AS a, NEXT VALUE FOR s AS b;
SELECT v, NEXT VALUE FOR s AS n FROM (VALUES ('x'), ('y'), ('z')) AS t (v);
SELECT v, NEXT VALUE FOR s OVER (ORDER BY v DESC) AS n FROM (VALUES ('x'), ('y'), ('z')) AS t (v) ORDER BY v;
DECLARE @v int = NEXT VALUE FOR s;
SELECT @v AS v;
SET @v = NEXT VALUE FOR s + 100;
SELECT @v AS v;
GO
--> a int!, b int!
--> 10 | 10
--> v varchar(1)!, n int!
--> 'x' | 11
--> 'y' | 12
--> 'z' | 13
--> v varchar(1)!, n int!
--> 'x' | 16
--> 'y' | 15
--> 'z' | 14
--> v int
--> 17
--> v int
--> 118
CREATE TABLE t (id int NOT NULL CONSTRAINT df_id DEFAULT NEXT VALUE FOR s, other int NOT NULL CONSTRAINT df_other DEFAULT NEXT VALUE FOR s, name varchar(10));
INSERT t (name) VALUES ('a'), ('b');
INSERT t (id, name) SELECT NEXT VALUE FOR s, name FROM t;
UPDATE t SET other = NEXT VALUE FOR s WHERE name = 'a';
SELECT id, other, name FROM t ORDER BY id;
GO
--> (2 rows)
--> (2 rows)
--> (2 rows)
--> id int!, other int!, name varchar(10)
--> 19 | 23 | 'a'
--> 20 | 20 | 'b'
--> 21 | 24 | 'a'
--> 22 | 22 | 'b'
DROP SEQUENCE s;
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP SEQUENCE 's' because it is being referenced by object 'df_id'.
-- A value that was drawn is not given back.
BEGIN TRAN;
SELECT NEXT VALUE FOR plain AS lost;
ROLLBACK;
SELECT NEXT VALUE FOR plain AS next;
GO
--> lost bigint!
--> -9223372036854775806
--> next bigint!
--> -9223372036854775805
-- ALTER and RESTART.
ALTER SEQUENCE plain RESTART WITH 5 INCREMENT BY 10 MAXVALUE 20 CYCLE;
SELECT NEXT VALUE FOR plain AS a;
SELECT NEXT VALUE FOR plain AS b;
SELECT CAST(current_value AS bigint) AS now, CAST(minimum_value AS bigint) AS low FROM sys.sequences WHERE name = 'plain';
ALTER SEQUENCE plain RESTART NO CYCLE MINVALUE 1 NO MAXVALUE;
SELECT NEXT VALUE FOR plain AS c;
GO
--> a bigint!
--> 5
--> b bigint!
--> 15
--> now bigint, low bigint
--> 15 | -9223372036854775808
--> c bigint!
--> 5
DECLARE @first sql_variant, @last sql_variant, @cycles int, @increment sql_variant;
EXEC sp_sequence_get_range N'dbo.plain', 3, @first OUTPUT, @last OUTPUT, @cycles OUTPUT, @increment OUTPUT;
SELECT CAST(@first AS bigint) AS first, CAST(@last AS bigint) AS last, @cycles AS cycles, CAST(@increment AS bigint) AS increment;
SELECT NEXT VALUE FOR plain AS after;
GO
--> first bigint, last bigint, cycles int, increment bigint
--> 15 | 35 | 0 | 10
--> after bigint!
--> 45
-- What is refused.
CREATE SEQUENCE wrong AS varchar(10);
GO
--> Msg 11702, Level 16, State 2, Line 2: The sequence object 'wrong' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, or any user-defined data type that is based on one of the above integer data types.
CREATE SEQUENCE wrong START WITH 5 MAXVALUE 4;
GO
--> Msg 11703, Level 16, State 1, Line 1: The start value for sequence object 'wrong' must be between the minimum and maximum value of the sequence object.
CREATE SEQUENCE wrong START WITH 5 MINVALUE 6;
GO
--> Msg 11703, Level 16, State 1, Line 1: The start value for sequence object 'wrong' must be between the minimum and maximum value of the sequence object.
CREATE SEQUENCE wrong MINVALUE 6 MAXVALUE 5;
GO
--> Msg 11705, Level 16, State 1, Line 1: The minimum value for sequence object 'wrong' must be less than its maximum value.
CREATE SEQUENCE wrong INCREMENT BY 0;
GO
--> Msg 11700, Level 16, State 1, Line 1: The increment for sequence object 'wrong' cannot be zero.
CREATE SEQUENCE wrong AS tinyint START WITH 300;
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'START WITH' for the given data type.
CREATE SEQUENCE plain;
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'plain' in the database.
ALTER SEQUENCE nothing RESTART;
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nothing'.
SELECT NEXT VALUE FOR nothing;
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nothing'.
SELECT NEXT VALUE FOR t;
GO
--> Msg 11726, Level 16, State 1, Line 1: Object 't' is not a sequence object.
SELECT DISTINCT NEXT VALUE FOR plain FROM t;
GO
--> Msg 11721, Level 15, State 1, Line 1: NEXT VALUE FOR function cannot be used directly in a statement that uses a DISTINCT, UNION, UNION ALL, EXCEPT or INTERSECT operator.
SELECT name FROM t WHERE id = NEXT VALUE FOR plain;
GO
--> Msg 11720, Level 15, State 1, Line 1: NEXT VALUE FOR function is not allowed in the TOP, OVER, OUTPUT, ON, WHERE, GROUP BY, HAVING, or ORDER BY clauses.
SELECT name FROM t ORDER BY NEXT VALUE FOR plain;
GO
--> Msg 11720, Level 15, State 1, Line 1: NEXT VALUE FOR function is not allowed in the TOP, OVER, OUTPUT, ON, WHERE, GROUP BY, HAVING, or ORDER BY clauses.
SELECT CASE WHEN 1 = 1 THEN NEXT VALUE FOR plain END;
GO
--> Msg 11741, Level 15, State 1, Line 1: NEXT VALUE FOR function cannot be used within CASE, CHOOSE, COALESCE, IIF, ISNULL and NULLIF.
SELECT TOP 1 NEXT VALUE FOR plain FROM t;
GO
--> Msg 11739, Level 15, State 1, Line 1: NEXT VALUE FOR function cannot be used if ROWCOUNT option has been set, or the query contains TOP or OFFSET.
SELECT (SELECT NEXT VALUE FOR plain) AS x;
GO
--> Msg 11719, Level 15, State 1, Line 1: NEXT VALUE FOR function is not allowed in check constraints, default objects, computed columns, views, user-defined functions, user-defined aggregates, user-defined table types, sub-queries, common table expressions, derived tables or return statements.
CREATE VIEW v AS SELECT NEXT VALUE FOR plain AS x;
GO
--> Msg 11719, Level 15, State 1, Procedure v, Line 1: NEXT VALUE FOR function is not allowed in check constraints, default objects, computed columns, views, user-defined functions, user-defined aggregates, user-defined table types, sub-queries, common table expressions, derived tables or return statements.
DROP SEQUENCE nothing;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the sequence object 'nothing', because it does not exist or you do not have permission.
DROP SEQUENCE IF EXISTS nothing, plain, small, down;
SELECT COUNT(*) AS sequences FROM sys.sequences;
GO
--> sequences int
--> 1
-- A range that begins anew.
CREATE SEQUENCE ring AS int START WITH 1 MINVALUE 1 MAXVALUE 5 CYCLE;
CREATE SEQUENCE ends AS int START WITH 1 MAXVALUE 5;
DECLARE @first sql_variant, @last sql_variant, @cycles int;
EXEC sys.sp_sequence_get_range @sequence_name = N'ring', @range_size = 7, @range_first_value = @first OUTPUT, @range_last_value = @last OUTPUT, @range_cycle_count = @cycles OUTPUT;
SELECT CAST(@first AS int) AS first, CAST(@last AS int) AS last, @cycles AS cycles;
SELECT NEXT VALUE FOR ring AS next;
GO
--> first int, last int, cycles int
--> 1 | 2 | 1
--> next int!
--> 3
DECLARE @first sql_variant;
EXEC sp_sequence_get_range N'ends', 7, @first OUTPUT;
GO
--> Msg 11732, Level 16, State 1, Line 2: The requested range for sequence object 'ends' exceeds the maximum or minimum limit. Retry with a smaller range.
DECLARE @first sql_variant;
EXEC sp_sequence_get_range N'ends', 0, @first OUTPUT;
GO
--> Msg 15600, Level 15, State 1, Line 2: An invalid parameter or option was specified for procedure 'sys.sp_sequence_get_range'.
EXEC sp_sequence_get_range N'nowhere', 1;
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nowhere'.
-- Who may draw.
CREATE LOGIN drawer WITH PASSWORD = 'x9!kkkkkA', CHECK_POLICY = OFF;
CREATE USER drawer FOR LOGIN drawer;
GO
EXECUTE AS USER = 'drawer';
DECLARE @first sql_variant;
EXEC sp_sequence_get_range N'ring', 2, @first OUTPUT;
GO
--> Msg 229, Level 14, State 5, Line 3: The UPDATE permission was denied on the object 'ring', database 'golden', schema 'dbo'.
REVERT;
GRANT UPDATE ON ring TO drawer;
GO
CREATE PROCEDURE draw AS DECLARE @first sql_variant; EXEC sp_sequence_get_range N'ends', 1, @first OUTPUT; SELECT @first AS first;
GO
GRANT EXECUTE ON draw TO drawer;
ALTER SEQUENCE ends RESTART;
EXECUTE AS USER = 'drawer';
DECLARE @first sql_variant;
EXEC sp_sequence_get_range N'ring', 2, @first OUTPUT;
SELECT CAST(@first AS int) AS first;
EXEC draw;
REVERT;
GO
--> first int
--> 4
--> first sql_variant
--> 1::int
-- Where it is drawn in no certain order.
SELECT v, NEXT VALUE FOR ring AS n FROM (VALUES ('x'), ('y')) AS t (v) ORDER BY v;
GO
--> Msg 11723, Level 15, State 1, Line 2: NEXT VALUE FOR function cannot be used directly in a statement that contains an ORDER BY clause unless the OVER clause is specified.
MERGE t USING (VALUES (1)) AS s (id) ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (NEXT VALUE FOR ring);
GO
--> Msg 11742, Level 15, State 1, Line 1: NEXT VALUE FOR function can only be used with MERGE if it is defined within a default constraint on the target table for insert actions.
MERGE t USING (VALUES (1)) AS s (id) ON t.id = s.id WHEN NOT MATCHED THEN INSERT (name) VALUES ('merged');
GO
--> (1 row)
