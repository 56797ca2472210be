-- Indexes: unique, filtered, included, descending, disabled; what they are in the catalog.
CREATE TABLE t (id int NOT NULL CONSTRAINT pk_t PRIMARY KEY NONCLUSTERED, a int NULL, b varchar(10) NULL, c date NULL, active bit NOT NULL DEFAULT 1);
CREATE CLUSTERED INDEX cx ON t (a DESC, id);
CREATE UNIQUE NONCLUSTERED INDEX ux ON t (b) WHERE b IS NOT NULL AND active = 1;
CREATE INDEX ix ON t (c DESC) INCLUDE (b, active) WITH (FILLFACTOR = 80, PAD_INDEX = ON, ONLINE = OFF);
CREATE INDEX ix_some ON t (a) WHERE a IN (1, 2, 3);
SELECT name, index_id, type_desc, is_unique, is_primary_key, is_disabled, has_filter, filter_definition FROM sys.indexes WHERE object_id = OBJECT_ID('t') ORDER BY index_id;
SELECT i.name, COL_NAME(ic.object_id, ic.column_id) AS col, ic.key_ordinal, ic.is_descending_key, ic.is_included_column
FROM sys.index_columns ic JOIN sys.indexes i ON i.object_id = ic.object_id AND i.index_id = ic.index_id
WHERE ic.object_id = OBJECT_ID('t') ORDER BY i.index_id, ic.index_column_id;
GO
--> name nvarchar(128), index_id int!, type_desc nvarchar(60), is_unique bit, is_primary_key bit, is_disabled bit, has_filter bit, filter_definition nvarchar(max)
--> 'cx' | 1 | 'CLUSTERED' | 0 | 0 | 0 | 0 | NULL
--> 'pk_t' | 2 | 'NONCLUSTERED' | 1 | 1 | 0 | 0 | NULL
--> 'ux' | 3 | 'NONCLUSTERED' | 1 | 0 | 0 | 1 | '([b] IS NOT NULL AND [active]=(1))'
--> 'ix' | 4 | 'NONCLUSTERED' | 0 | 0 | 0 | 0 | NULL
--> 'ix_some' | 5 | 'NONCLUSTERED' | 0 | 0 | 0 | 1 | '([a] IN ((1), (2), (3)))'
--> name nvarchar(128), col nvarchar(128), key_ordinal tinyint!, is_descending_key bit, is_included_column bit
--> 'cx' | 'a' | 1 | 1 | 0
--> 'cx' | 'id' | 2 | 0 | 0
--> 'pk_t' | 'id' | 1 | 0 | 0
--> 'ux' | 'b' | 1 | 0 | 0
--> 'ix' | 'c' | 1 | 1 | 0
--> 'ix' | 'b' | 0 | 0 | 1
--> 'ix' | 'active' | 0 | 0 | 1
--> 'ix_some' | 'a' | 1 | 0 | 0
INSERT t (id, a, b, active) VALUES (1, 1, 'x', 1), (2, 2, NULL, 1), (3, 3, NULL, 1), (4, 4, 'x', 0);
INSERT t (id, a, b, active) VALUES (5, 5, 'X ', 1);
GO
--> (4 rows)
--> Msg 2601, Level 14, State 1, Line 2: Cannot insert duplicate key row in object 'dbo.t' with unique index 'ux'. The duplicate key value is (X ).
--> info 3621: The statement has been terminated.
UPDATE t SET active = 1 WHERE id = 4;
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.t' with unique index 'ux'. The duplicate key value is (x).
--> info 3621: The statement has been terminated.
UPDATE t SET active = 0;
INSERT t (id, b) VALUES (6, 'x');
SELECT COUNT(*) AS n FROM t WHERE b = 'x';
SELECT id FROM t WHERE a IN (1, 2) ORDER BY id;
GO
--> (4 rows)
--> (1 row)
--> n int
--> 3
--> id int!
--> 1
--> 2
-- Unique keys count NULL as a value.
CREATE TABLE u (a int NULL, b int NULL);
CREATE UNIQUE INDEX ux_ab ON u (a, b);
INSERT u VALUES (1, NULL), (NULL, 1), (NULL, NULL);
INSERT u VALUES (1, NULL);
GO
--> (3 rows)
--> Msg 2601, Level 14, State 1, Line 5: Cannot insert duplicate key row in object 'dbo.u' with unique index 'ux_ab'. The duplicate key value is (1, <NULL>).
--> info 3621: The statement has been terminated.
INSERT u VALUES (NULL, NULL);
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.u' with unique index 'ux_ab'. The duplicate key value is (<NULL>, <NULL>).
--> info 3621: The statement has been terminated.
-- Rows that are there already.
CREATE TABLE d (a int, b varchar(5));
INSERT d VALUES (1, 'a'), (1, 'A'), (2, 'b');
CREATE UNIQUE INDEX ux_b ON d (b);
GO
--> (3 rows)
--> Msg 1505, Level 16, State 1, Line 4: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.d' and the index name 'ux_b'. The duplicate key value is (A).
--> info 3621: The statement has been terminated.
CREATE UNIQUE INDEX ux_ok ON d (b) WHERE a = 2;
DROP INDEX ux_ok ON d;
GO
-- DROP_EXISTING, DISABLE and REBUILD, REORGANIZE.
CREATE INDEX ix_d ON d (a);
CREATE INDEX ix_d ON d (b) WITH (DROP_EXISTING = ON);
SELECT COL_NAME(object_id, column_id) AS col FROM sys.index_columns WHERE object_id = OBJECT_ID('d');
ALTER INDEX ix_d ON d DISABLE;
SELECT name, is_disabled FROM sys.indexes WHERE name = 'ix_d';
ALTER INDEX ALL ON d REBUILD WITH (FILLFACTOR = 90);
SELECT name, is_disabled FROM sys.indexes WHERE name = 'ix_d';
ALTER INDEX ix_d ON d REORGANIZE;
GO
--> col nvarchar(128)
--> 'b'
--> name nvarchar(128), is_disabled bit
--> 'ix_d' | 1
--> name nvarchar(128), is_disabled bit
--> 'ix_d' | 0
CREATE INDEX ix_d ON d (a);
GO
--> Msg 1913, Level 16, State 1, Line 1: The operation failed because an index or statistics with name 'ix_d' already exists on table 'dbo.d'.
CREATE INDEX ix_e ON d (nothing);
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nothing' does not exist in the target table or view.
CREATE INDEX ix_e ON d (a, a);
GO
--> Msg 1909, Level 16, State 1, Line 1: Cannot use duplicate column names in index. Column name 'a' listed more than once.
CREATE INDEX ix_e ON d (a) INCLUDE (a);
GO
--> Msg 1909, Level 16, State 1, Line 1: Cannot use duplicate column names in index. Column name 'a' listed more than once.
CREATE INDEX ix_e ON nothing (a);
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "nothing" because it does not exist or you do not have permissions.
CREATE CLUSTERED INDEX cx_2 ON t (c);
GO
--> Msg 1902, Level 16, State 3, Line 1: Cannot create more than one clustered index on table 't'. Drop the existing clustered index 'cx' before creating another.
CREATE INDEX ix_e ON d (a) WITH (DROP_EXISTING = ON);
GO
--> Msg 7999, Level 16, State 9, Line 1: Could not find any index named 'ix_e' for table 'd'.
DROP INDEX nothing ON d;
GO
--> Msg 3701, Level 11, State 7, Line 1: Cannot drop the index 'd.nothing', because it does not exist or you do not have permission.
DROP INDEX IF EXISTS nothing ON d;
DROP INDEX ix_d ON d, ix_some ON t;
DROP INDEX t.ix;
DROP INDEX pk_t ON t;
GO
--> Msg 3723, Level 16, State 4, Line 4: An explicit DROP INDEX is not allowed on index 't.pk_t'. It is being used for PRIMARY KEY constraint enforcement.
ALTER INDEX nothing ON d REBUILD;
GO
--> Msg 2727, Level 11, State 2, Line 1: Cannot find index 'nothing'.
-- In the table's definition.
CREATE TABLE inl (a int INDEX ix_a, b int, c int NULL, INDEX ix_bc UNIQUE (b, c DESC), INDEX ix_f (c) WHERE c > 5);
SELECT name, is_unique, has_filter, filter_definition FROM sys.indexes WHERE object_id = OBJECT_ID('inl') AND index_id > 0 ORDER BY name;
GO
--> name nvarchar(128), is_unique bit, has_filter bit, filter_definition nvarchar(max)
--> 'ix_a' | 0 | 0 | NULL
--> 'ix_bc' | 1 | 0 | NULL
--> 'ix_f' | 0 | 1 | '([c]>(5))'
-- Over computed columns.
CREATE TABLE comp (a int, low AS a % 10, saved AS a * 2 PERSISTED);
CREATE INDEX ix_low ON comp (low);
CREATE UNIQUE INDEX ux_saved ON comp (saved);
INSERT comp VALUES (1), (11);
SELECT a FROM comp WHERE low = 1 ORDER BY a;
INSERT comp VALUES (1);
GO
--> (2 rows)
--> a int
--> 1
--> 11
--> Msg 2601, Level 14, State 1, Line 7: Cannot insert duplicate key row in object 'dbo.comp' with unique index 'ux_saved'. The duplicate key value is (2).
--> info 3621: The statement has been terminated.
