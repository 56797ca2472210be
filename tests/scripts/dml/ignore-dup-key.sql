-- IGNORE_DUP_KEY = ON: INSERT leaves rows with a duplicate key out and says so once; nothing else does.
CREATE TABLE t (id int CONSTRAINT pk_t PRIMARY KEY WITH (IGNORE_DUP_KEY = ON), s varchar(10));
INSERT t VALUES (1, 'one'), (2, 'two');
INSERT t VALUES (2, 'again'), (3, 'three'), (3, 'twice'), (1, 'again');
SELECT @@ROWCOUNT AS stored, @@ERROR AS error;
SELECT * FROM t ORDER BY id;
GO
--> (2 rows)
--> info 3604: Duplicate key was ignored.
--> (1 row)
--> stored int!, error int!
--> 1 | 0
--> id int!, s varchar(10)
--> 1 | 'one'
--> 2 | 'two'
--> 3 | 'three'
-- From a query, and when no row is left.
INSERT INTO t (id, s) SELECT v.id, 'new' FROM (VALUES (3), (4), (5)) v (id) ORDER BY v.id;
INSERT t VALUES (5, 'no');
SELECT @@ROWCOUNT AS stored;
INSERT t EXEC ('SELECT 5, ''no'' UNION ALL SELECT 6, ''yes''');
SELECT * FROM t ORDER BY id;
GO
--> info 3604: Duplicate key was ignored.
--> (2 rows)
--> info 3604: Duplicate key was ignored.
--> (0 rows)
--> stored int!
--> 0
--> info 3604: Duplicate key was ignored.
--> (1 row)
--> id int!, s varchar(10)
--> 1 | 'one'
--> 2 | 'two'
--> 3 | 'three'
--> 4 | 'new'
--> 5 | 'new'
--> 6 | 'yes'
-- OUTPUT and triggers see the rows that were stored.
CREATE TRIGGER seen ON t AFTER INSERT AS SELECT id AS seen FROM inserted ORDER BY id;
GO
INSERT t VALUES (6, 'a'), (7, 'b'), (8, 'c');
GO
--> info 3604: Duplicate key was ignored.
--> seen int
--> 7
--> 8
--> (2 rows)
DROP TRIGGER seen;
DECLARE @out TABLE (id int);
INSERT t OUTPUT inserted.id INTO @out VALUES (8, 'a'), (9, 'b');
SELECT id FROM @out;
GO
--> info 3604: Duplicate key was ignored.
--> (1 row)
--> id int
--> 9
-- UPDATE and MERGE refuse a duplicate as ever.
UPDATE t SET id = 1 WHERE id = 2;
GO
--> Msg 2627, Level 14, State 1, Line 2: Violation of PRIMARY KEY constraint 'pk_t'. Cannot insert duplicate key in object 'dbo.t'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
MERGE t USING (VALUES (1, 'x')) AS s (id, s) ON 1 = 0 WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.s);
GO
--> Msg 2627, Level 14, State 1, Line 1: Violation of PRIMARY KEY constraint 'pk_t'. Cannot insert duplicate key in object 'dbo.t'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
-- Other rules are not passed over.
INSERT t (id, s) VALUES (1, 'text that is too long');
GO
--> Msg 2628, Level 16, State 1, Line 2: String or binary data would be truncated in table 'golden.dbo.t', column 's'. Truncated value: 'text that '.
--> info 3621: The statement has been terminated.
-- A unique index; a key beside it that does not ignore duplicates.
CREATE TABLE u (id int IDENTITY CONSTRAINT pk_u PRIMARY KEY, a int NULL, b int NOT NULL CONSTRAINT uq_b UNIQUE);
CREATE UNIQUE INDEX ix_a ON u (a) WITH (IGNORE_DUP_KEY = ON);
INSERT u VALUES (1, 1), (NULL, 2), (NULL, 3), (1, 4), (2, 5);
SELECT id, a, b FROM u ORDER BY id;
INSERT u VALUES (3, 5);
SELECT name, is_unique, ignore_dup_key FROM sys.indexes WHERE object_id = OBJECT_ID('u') ORDER BY index_id;
GO
--> info 3604: Duplicate key was ignored.
--> (3 rows)
--> id int!, a int, b int!
--> 1 | 1 | 1
--> 2 | NULL | 2
--> 5 | 2 | 5
--> Msg 2627, Level 14, State 1, Line 6: Violation of UNIQUE KEY constraint 'uq_b'. Cannot insert duplicate key in object 'dbo.u'. The duplicate key value is (5).
--> info 3621: The statement has been terminated.
--> name nvarchar(128), is_unique bit, ignore_dup_key bit
--> 'pk_u' | 1 | 0
--> 'uq_b' | 1 | 0
--> 'ix_a' | 1 | 1
ALTER INDEX ix_a ON u SET (IGNORE_DUP_KEY = OFF);
INSERT u VALUES (1, 9);
GO
--> Msg 2601, Level 14, State 1, Line 2: Cannot insert duplicate key row in object 'dbo.u' with unique index 'ix_a'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
ALTER INDEX uq_b ON u SET (IGNORE_DUP_KEY = ON);
GO
--> Msg 1979, Level 16, State 1, Line 1: Cannot use index option ignore_dup_key to alter index 'uq_b' as it enforces a primary or unique constraint.
ALTER INDEX ix_a ON u SET (IGNORE_DUP_KEY = ON);
INSERT u VALUES (1, 9);
GO
--> info 3604: Duplicate key was ignored.
--> (0 rows)
CREATE INDEX ix_plain ON u (b) WITH (IGNORE_DUP_KEY = ON);
GO
--> Msg 1916, Level 16, State 1, Line 1: CREATE INDEX options nonunique and ignore_dup_key are mutually exclusive.
-- Temporary tables and table variables.
CREATE TABLE #t (a int UNIQUE WITH (IGNORE_DUP_KEY = ON));
INSERT #t VALUES (1), (1), (2);
SELECT a FROM #t ORDER BY a;
DECLARE @v TABLE (a int PRIMARY KEY WITH (IGNORE_DUP_KEY = ON));
INSERT @v SELECT a % 2 FROM (VALUES (1), (2), (3)) AS x (a);
SELECT a FROM @v ORDER BY a;
GO
--> info 3604: Duplicate key was ignored.
--> (2 rows)
--> a int
--> 1
--> 2
--> info 3604: Duplicate key was ignored.
--> (2 rows)
--> a int!
--> 0
--> 1
-- XACT_ABORT changes nothing: it is a message, not an error.
SET XACT_ABORT ON;
BEGIN TRAN;
BEGIN TRY
  INSERT t VALUES (1, 'no'), (10, 'yes');
  SELECT @@TRANCOUNT AS open_transactions;
END TRY
BEGIN CATCH
  SELECT 'caught' AS caught;
END CATCH;
COMMIT;
SELECT COUNT(*) AS n FROM t;
GO
--> info 3604: Duplicate key was ignored.
--> (1 row)
--> open_transactions int!
--> 1
--> n int
--> 10
