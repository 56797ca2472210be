-- Values of masked columns are shown to who may see them; others get what the function makes of them.
CREATE TABLE t (id int PRIMARY KEY,
  s varchar(20) MASKED WITH (FUNCTION = 'default()') NULL,
  e varchar(40) MASKED WITH (FUNCTION = 'email()') NULL,
  p varchar(30) MASKED WITH (FUNCTION = 'PARTIAL( 2 , "-XX-", 1)') NULL,
  i int MASKED WITH (FUNCTION = 'default()') NULL,
  d datetime MASKED WITH (FUNCTION = 'default()') NULL,
  dt datetime2(3) MASKED WITH (FUNCTION = 'datetime("M")') NULL,
  plain varchar(10))
INSERT t VALUES (1, 'hello', 'john@x.com', 'abcdefghij', 42, '2020-05-06 07:08:09', '2021-07-15 13:14:15.678', 'p1'), (2, 'ab', '', 'ab', 7, '1999-01-01', '2020-02-29 01:02:03', 'p2')
INSERT t (id) VALUES (3)
CREATE USER u WITHOUT LOGIN
GRANT SELECT ON t TO u
SELECT name, is_masked FROM sys.columns WHERE object_id = OBJECT_ID('t') AND column_id IN (1, 2)
SELECT name, column_id, is_masked, masking_function FROM sys.masked_columns WHERE object_id = OBJECT_ID('t') ORDER BY column_id
SELECT COLUMNPROPERTY(OBJECT_ID('t'), 's', 'IsMasked') AS s, COLUMNPROPERTY(OBJECT_ID('t'), 'plain', 'IsMasked') AS plain
SELECT * FROM t ORDER BY id
EXECUTE AS USER = 'u'
SELECT * FROM t ORDER BY id
REVERT
GO
--> (2 rows)
--> (1 row)
--> name nvarchar(128), is_masked bit!
--> 'id' | 0
--> 's' | 1
--> name nvarchar(128), column_id int!, is_masked bit!, masking_function nvarchar(4000)
--> 's' | 2 | 1 | 'default()'
--> 'e' | 3 | 1 | 'email()'
--> 'p' | 4 | 1 | 'partial(2, "-XX-", 1)'
--> 'i' | 5 | 1 | 'default()'
--> 'd' | 6 | 1 | 'default()'
--> 'dt' | 7 | 1 | 'datetime("M")'
--> s int, plain int
--> 1 | 0
--> id int!, s varchar(20), e varchar(40), p varchar(30), i int, d datetime, dt datetime2(3), plain varchar(10)
--> 1 | 'hello' | 'john@x.com' | 'abcdefghij' | 42 | 2020-05-06 07:08:09.000 | 2021-07-15 13:14:15.678 | 'p1'
--> 2 | 'ab' | '' | 'ab' | 7 | 1999-01-01 00:00:00.000 | 2020-02-29 01:02:03.000 | 'p2'
--> 3 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> id int!, s varchar(20), e varchar(40), p varchar(30), i int, d datetime, dt datetime2(3), plain varchar(10)
--> 1 | 'xxxx' | 'jXXX@XXXX.com' | 'ab-XX-j' | 0 | 1900-01-01 00:00:00.000 | 2021-01-15 13:14:15.000 | 'p1'
--> 2 | 'xxxx' | 'xxxx' | '-XX-' | 0 | 1900-01-01 00:00:00.000 | 2020-01-29 01:02:03.000 | 'p2'
--> 3 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
EXECUTE AS USER = 'u'
GO
-- What is worked out from masked columns has the default of its type; a column alone keeps its function.
SELECT s + 'x' AS a, LEFT(s, 2) AS b, LEN(s) AS c, i + 1 AS d, UPPER(e) AS e, e COLLATE Latin1_General_BIN AS f, CAST(e AS varchar(10)) AS g, YEAR(d) AS h FROM t WHERE id = 1
SELECT MAX(s) AS m, SUM(i) AS s, COUNT(s) AS c, COUNT(*) AS n FROM t
SELECT CAST(e AS varchar(40)) AS a, (e) AS b, NULLIF(e, 'q') AS c, (SELECT e FROM t WHERE id = 1) AS d, ISNULL(s, 'q') AS f FROM t WHERE id = 1
SELECT CASE WHEN id = 1 THEN e ELSE 'nobody' END AS a, CASE WHEN id = 1 THEN p ELSE e END AS b, COALESCE(e, s) AS c FROM t WHERE id < 3 ORDER BY id
GO
--> a varchar(21), b varchar(2), c int, d int, e varchar(40), f varchar(40), g varchar(10), h int
--> 'xxxx' | 'xx' | 0 | 0 | 'xxxx' | 'xxxx' | 'xxxx' | 0
--> m varchar(20), s int, c int, n int
--> 'xxxx' | 0 | 0 | 3
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> a varchar(40), b varchar(40), c varchar(40), d varchar(40), f varchar(20)!
--> 'jXXX@XXXX.com' | 'jXXX@XXXX.com' | 'jXXX@XXXX.com' | 'jXXX@XXXX.com' | 'xxxx'
--> a varchar(40), b varchar(40), c varchar(40)
--> 'jXXX@XXXX.com' | 'xxxx' | 'xxxx'
--> 'nXXX@XXXX.com' | 'xxxx' | 'xxxx'
-- Conditions and orders work on the values as they are.
SELECT CASE WHEN s = 'hello' THEN 'yes' ELSE 'no' END AS a FROM t WHERE i = 42
SELECT id FROM t WHERE e LIKE 'john%'
SELECT TOP 2 id, s FROM t ORDER BY s DESC
SELECT DISTINCT s FROM t
SELECT s, COUNT(*) AS n FROM t GROUP BY s ORDER BY s
GO
--> a varchar(3)!
--> 'yes'
--> id int!
--> 1
--> id int!, s varchar(20)
--> 1 | 'xxxx'
--> 2 | 'xxxx'
--> s varchar(20)
--> NULL
--> 'xxxx'
--> 'xxxx'
--> s varchar(20), n int
--> NULL | 1
--> 'xxxx' | 1
--> 'xxxx' | 1
-- What fails over a masked result tells nothing of it; a condition that fails does.
SELECT CAST(p AS int) AS n FROM t WHERE id = 1
GO
--> n int
--> Msg 245, Level 16, State 1, Line 2: Conversion failed when converting the ****** value '******' to data type ******.
DECLARE @v int
SELECT @v = CAST(p AS int) FROM t WHERE id = 1
GO
--> Msg 245, Level 16, State 1, Line 2: Conversion failed when converting the ****** value '******' to data type ******.
SELECT CAST(i + 1000 AS tinyint) AS n FROM t WHERE id = 1
GO
--> n tinyint
--> Msg 220, Level 16, State 2, Line 1: Arithmetic overflow error for data type ******, value = ******.
SELECT id FROM t WHERE CAST(p AS int) = 1
GO
--> id int!
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'abcdefghij' to data type int.
SELECT x.v FROM t CROSS APPLY (VALUES (t.s), ('z')) AS x (v) WHERE id = 1
GO
--> v varchar(20)
--> 'xxxx'
--> 'xxxx'
-- Through derived tables, common tables, set operations and APPLY.
SELECT x.e FROM (SELECT e FROM t) AS x WHERE x.e LIKE 'john%'
;WITH c AS (SELECT e, id FROM t) SELECT e FROM c WHERE id = 1
SELECT plain AS x FROM t WHERE id = 1 UNION ALL SELECT e FROM t WHERE id = 1
SELECT p AS x FROM t WHERE id = 1 UNION ALL SELECT e FROM t WHERE id = 1
SELECT a.x, b.y FROM t CROSS APPLY (SELECT t.p AS x) AS a OUTER APPLY (SELECT UPPER(t.p) AS y) AS b WHERE id = 1
SELECT id, s FROM t WHERE id = 1 FOR JSON PATH
SELECT id, s FROM t WHERE id = 1 FOR XML RAW
GO
--> e varchar(40)
--> 'jXXX@XXXX.com'
--> e varchar(40)
--> 'jXXX@XXXX.com'
--> x varchar(40)
--> 'pXXX@XXXX.com'
--> 'jXXX@XXXX.com'
--> x varchar(40)
--> 'xxxx'
--> 'xxxx'
--> x varchar(30), y varchar(30)
--> 'ab-XX-j' | 'xxxx'
--> JSON_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '[{"id":1,"s":"xxxx"}]'
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<row id="1" s="xxxx"/>'
-- Variables and cursors hold what was shown.
DECLARE @e varchar(40), @short varchar(20), @i int
SELECT @e = e, @short = e, @i = i FROM t WHERE id = 1
SELECT @e AS e, @short AS short, @i AS i
SET @e = (SELECT e FROM t WHERE id = 1)
SELECT @e AS e
IF (SELECT s FROM t WHERE id = 1) = 'hello' PRINT 'compared'
DECLARE c CURSOR FOR SELECT s FROM t WHERE id = 1
OPEN c
FETCH NEXT FROM c INTO @e
CLOSE c
DEALLOCATE c
SELECT @e AS fetched
GO
--> e varchar(40), short varchar(20), i int
--> 'jXXX@XXXX.com' | 'xxxx' | 0
--> e varchar(40)
--> 'jXXX@XXXX.com'
--> print: compared
--> fetched varchar(40)
--> 'xxxx'
REVERT
GO
-- So do other tables.
CREATE TABLE dst (id int, s varchar(20), e varchar(40))
GRANT SELECT, INSERT, UPDATE ON dst TO u
GRANT UPDATE ON t TO u
GRANT CREATE TABLE TO u
GRANT ALTER ON SCHEMA::dbo TO u
GO
EXECUTE AS USER = 'u'
INSERT dst SELECT id, s, e FROM t WHERE id = 1
INSERT dst (id, e) VALUES (2, (SELECT e FROM t WHERE id = 1))
INSERT dst (id) VALUES (3)
UPDATE dst SET e = t.e FROM t WHERE t.id = 1 AND dst.id = 3
MERGE dst USING t ON dst.id = t.id + 1 AND t.id = 2 WHEN MATCHED THEN UPDATE SET s = t.p WHEN NOT MATCHED AND t.id = 1 THEN INSERT VALUES (9, t.s, t.p);
SELECT id, s, e, i INTO copied FROM t WHERE id = 1
UPDATE t SET id = id OUTPUT deleted.s, inserted.e, inserted.plain WHERE id = 1
UPDATE t SET plain = LEFT(s, 10) WHERE id = 2
REVERT
SELECT id, s, e FROM dst ORDER BY id
SELECT s, e, i FROM copied
SELECT plain FROM t WHERE id = 2
SELECT COUNT(*) AS n FROM sys.masked_columns WHERE object_id = OBJECT_ID('copied')
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (2 rows)
--> (1 row)
--> s varchar(20), e varchar(40), plain varchar(10)
--> 'xxxx' | 'jXXX@XXXX.com' | 'p1'
--> (1 row)
--> id int, s varchar(20), e varchar(40)
--> 1 | 'xxxx' | 'jXXX@XXXX.com'
--> 2 | NULL | 'jXXX@XXXX.com'
--> 3 | '-XX-' | 'jXXX@XXXX.com'
--> 9 | 'xxxx' | 'ab-XX-j'
--> s varchar(20), e varchar(40), i int
--> 'xxxx' | 'jXXX@XXXX.com' | 0
--> plain varchar(10)
--> 'xxxx'
--> n int
--> 0
-- Views, functions and procedures mask for who calls them, whoever owns them.
CREATE VIEW v AS SELECT id, e, e + '' AS e2 FROM t
GO
CREATE FUNCTION f () RETURNS TABLE AS RETURN SELECT id, e FROM t
GO
CREATE PROCEDURE pr AS SELECT s FROM t WHERE id = 1
GO
CREATE PROCEDURE as_owner WITH EXECUTE AS OWNER AS SELECT s FROM t WHERE id = 1
GO
GRANT SELECT ON v TO u
GRANT SELECT ON f TO u
GRANT EXECUTE ON pr TO u
GRANT EXECUTE ON as_owner TO u
GO
EXECUTE AS USER = 'u'
SELECT e, e2 FROM v WHERE id = 1
SELECT e FROM f() WHERE id = 1
EXEC pr
EXEC as_owner
REVERT
GO
--> e varchar(40), e2 varchar(41)
--> 'jXXX@XXXX.com' | 'xxxx'
--> e varchar(40)
--> 'jXXX@XXXX.com'
--> s varchar(20)
--> 'xxxx'
--> s varchar(20)
--> 'hello'
-- UNMASK on the database, a schema, a table or a column.
GRANT UNMASK ON t (s) TO u
EXECUTE AS USER = 'u'
SELECT s, e, s + '' AS own, s + e AS both FROM t WHERE id = 1
REVERT
REVOKE UNMASK ON t (s) FROM u
GRANT UNMASK ON SCHEMA::dbo TO u
EXECUTE AS USER = 'u'
SELECT s, e FROM t WHERE id = 1
REVERT
REVOKE UNMASK ON SCHEMA::dbo FROM u
GRANT UNMASK TO u
DENY UNMASK ON t (e) TO u
EXECUTE AS USER = 'u'
SELECT s, e, HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'UNMASK') AS held FROM t WHERE id = 1
REVERT
REVOKE UNMASK FROM u
REVOKE UNMASK ON t (e) FROM u
GRANT CONTROL ON t TO u
EXECUTE AS USER = 'u'
SELECT s, e FROM t WHERE id = 1
REVERT
REVOKE CONTROL ON t FROM u
GO
--> s varchar(20), e varchar(40), own varchar(21), both varchar(60)
--> 'hello' | 'jXXX@XXXX.com' | 'hello' | 'xxxx'
--> s varchar(20), e varchar(40)
--> 'hello' | 'john@x.com'
--> s varchar(20), e varchar(40), held int
--> 'hello' | 'jXXX@XXXX.com' | 1
--> s varchar(20), e varchar(40)
--> 'hello' | 'john@x.com'
GRANT UNMASK ON v TO u
GO
--> Msg 4606, Level 16, State 1, Line 1: Granted or revoked privilege UNMASK is not compatible with object.
-- Every type, and computed columns.
CREATE TABLE types (c char(6) MASKED WITH (FUNCTION = 'default()'), n nchar(3) MASKED WITH (FUNCTION = 'default()'), one varchar(1) MASKED WITH (FUNCTION = 'default()'),
  mail varchar(5) MASKED WITH (FUNCTION = 'email()'), edge varchar(10) MASKED WITH (FUNCTION = 'partial(2, "*", 2)'), long varchar(5) MASKED WITH (FUNCTION = 'partial(0, "abcdefgh", 0)'),
  b binary(4) MASKED WITH (FUNCTION = 'default()'), g uniqueidentifier MASKED WITH (FUNCTION = 'default()'), m money MASKED WITH (FUNCTION = 'default()'), bt bit MASKED WITH (FUNCTION = 'default()'),
  f float MASKED WITH (FUNCTION = 'default()'), dc decimal(6, 2) MASKED WITH (FUNCTION = 'default()'), x xml MASKED WITH (FUNCTION = 'default()'), v sql_variant MASKED WITH (FUNCTION = 'default()'),
  da date MASKED WITH (FUNCTION = 'default()'), ti time(0) MASKED WITH (FUNCTION = 'default()'), o datetimeoffset(0) MASKED WITH (FUNCTION = 'default()'), sd smalldatetime MASKED WITH (FUNCTION = 'datetime("D")'),
  y datetime2(3) MASKED WITH (FUNCTION = 'datetime("Y")'), h datetime2(3) MASKED WITH (FUNCTION = 'datetime("h")'), mi time(3) MASKED WITH (FUNCTION = 'datetime("m")'), se datetime MASKED WITH (FUNCTION = 'datetime("s")'),
  cc AS mail + '!', cp AS LEN(mail) PERSISTED)
INSERT types VALUES ('abc', N'ab', 'a', 'abc', 'abcd', 'q', 0x01020304, NEWID(), 5, 1, 1.5, 12.34, '<a/>', 'ab', '2021-07-15', '13:14:15', '2021-07-15 13:14:15 +02:00', '2021-07-15 13:14',
  '2021-07-15 13:14:15.678', '2021-07-15 13:14:15.678', '13:14:15.678', '2021-07-15 13:14:15.677')
GRANT SELECT ON types TO u
GO
--> (1 row)
EXECUTE AS USER = 'u'
SELECT * FROM types
REVERT
GO
--> c char(6), n nchar(3), one varchar(1), mail varchar(5), edge varchar(10), long varchar(5), b binary(4), g uniqueidentifier, m money, bt bit, f float, dc decimal(6,2), x xml, v sql_variant, da date, ti time(0), o datetimeoffset(0), sd smalldatetime, y datetime2(3), h datetime2(3), mi time(3), se datetime, cc varchar(6), cp int
--> 'xxxx' | 'xxx' | 'x' | 'aXXX@' | '*' | 'abcde' | 0x30 | '00000000-0000-0000-0000-000000000000' | 0.0000 | 0 | 0 | 0.00 | '<masked />' | 'xxxx'::varchar(4) | 1900-01-01 | 00:00:00 | 1900-01-01 00:00:00 +00:00 | 2021-07-01 13:14:00 | 2000-07-15 13:14:15.000 | 2021-07-15 00:14:15.000 | 13:00:15.000 | 2021-07-15 13:14:00.000 | 'xxxx' | 0
CREATE TABLE r (a int MASKED WITH (FUNCTION = 'random(5, 9)'), b decimal(6, 2) MASKED WITH (FUNCTION = 'random(1.555, 3)'))
INSERT r SELECT 100, 100 FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS n (n)
GRANT SELECT ON r TO u
SELECT masking_function FROM sys.masked_columns WHERE object_id = OBJECT_ID('r') ORDER BY column_id
EXECUTE AS USER = 'u'
DECLARE @a int, @b decimal(6, 2)
SELECT TOP 1 @a = a, @b = b FROM r
SELECT CASE WHEN @a BETWEEN 5 AND 9 THEN 1 ELSE 0 END AS a, CASE WHEN @b BETWEEN 1.5 AND 3 THEN 1 ELSE 0 END AS b
REVERT
GO
--> (8 rows)
--> masking_function nvarchar(4000)
--> 'random(5, 9)'
--> 'random(1.56, 3.00)'
--> a int!, b int!
--> 1 | 1
-- Masks come and go; a new type drops one unless it is said again.
CREATE TABLE a (x varchar(10), y int MASKED WITH (FUNCTION = 'default()'), z varchar(10) MASKED WITH (FUNCTION = 'email()'), w varchar(10) MASKED WITH (FUNCTION = 'email()'), c AS y + 1)
ALTER TABLE a ALTER COLUMN x ADD MASKED WITH (FUNCTION = 'partial(1, "x", 0)')
ALTER TABLE a ALTER COLUMN z varchar(10)
ALTER TABLE a ALTER COLUMN w varchar(20) MASKED WITH (FUNCTION = 'default()') NULL
ALTER TABLE a ADD n int MASKED WITH (FUNCTION = 'random(1, 2)') NULL
SELECT name, masking_function FROM sys.masked_columns WHERE object_id = OBJECT_ID('a') ORDER BY column_id
ALTER TABLE a ALTER COLUMN x DROP MASKED
SELECT COUNT(*) AS n FROM sys.masked_columns WHERE object_id = OBJECT_ID('a')
GO
--> name nvarchar(128), masking_function nvarchar(4000)
--> 'x' | 'partial(1, "x", 0)'
--> 'y' | 'default()'
--> 'w' | 'default()'
--> 'n' | 'random(1, 2)'
--> n int
--> 3
ALTER TABLE a ALTER COLUMN x DROP MASKED
GO
--> Msg 16007, Level 16, State 0, Line 1: The column 'x' does not have a data masking function.
ALTER TABLE a ALTER COLUMN c ADD MASKED WITH (FUNCTION = 'default()')
GO
--> Msg 4928, Level 16, State 1, Line 1: Cannot alter column 'c' because it is 'COMPUTED'.
ALTER TABLE a ALTER COLUMN y DROP MASKED
GO
--> Msg 5074, Level 16, State 1, Line 1: The column 'c' is dependent on column 'y'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN y failed because one or more objects access this column.
ALTER TABLE a ALTER COLUMN missing DROP MASKED
GO
--> Msg 4924, Level 16, State 1, Line 1: ALTER TABLE ALTER COLUMN failed because column 'missing' does not exist in table 'a'.
EXECUTE AS USER = 'u'
ALTER TABLE t ALTER COLUMN s DROP MASKED
REVERT
GO
--> Msg 15247, Level 16, State 5, Line 2: User does not have permission to perform this action.
-- What is refused.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'foo()'))
GO
--> Msg 16002, Level 16, State 0, Line 2: Invalid data masking function in column 'a'.
CREATE TABLE bad (a int MASKED WITH (FUNCTION = 'EMAIL()'))
GO
--> Msg 16003, Level 16, State 0, Line 1: The data type of column 'a' does not support data masking function 'email'.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'random(1,2)'))
GO
--> Msg 16003, Level 16, State 0, Line 1: The data type of column 'a' does not support data masking function 'random'.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'datetime("Y")'))
GO
--> Msg 16003, Level 16, State 0, Line 1: The data type of column 'a' does not support data masking function 'datetime'.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'default(1)'))
GO
--> Msg 16004, Level 16, State 0, Line 1: Incorrect number of parameters for data masking function 'default' for column 'a'.
CREATE TABLE bad (a int MASKED WITH (FUNCTION = 'random(10,1)'))
GO
--> Msg 16005, Level 16, State 0, Line 1: Invalid argument for data masking function 'random' for column 'a'.
CREATE TABLE bad (a tinyint MASKED WITH (FUNCTION = 'random(-5,300)'))
GO
--> Msg 16005, Level 16, State 0, Line 1: Invalid argument for data masking function 'random' for column 'a'.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'partial(1,x,1)'))
GO
--> Msg 16005, Level 16, State 0, Line 1: Invalid argument for data masking function 'partial' for column 'a'.
CREATE TABLE bad (a date MASKED WITH (FUNCTION = 'datetime("h")'))
GO
--> Msg 16005, Level 16, State 0, Line 1: Invalid argument for data masking function 'datetime' for column 'a'.
CREATE TABLE bad (a varchar(9) MASKED WITH (FUNCTION = 'default'))
GO
--> Msg 16006, Level 16, State 0, Line 1: Invalid data masking format for function 'default' in column 'a'.
