-- ALTER TABLE: columns.
CREATE TABLE t (id int CONSTRAINT pk_t PRIMARY KEY, a int NULL);
INSERT t VALUES (1, 10), (2, NULL);
GO
--> (2 rows)
-- Several at once; NULL, NOT NULL with a default, WITH VALUES, computed, identity.
ALTER TABLE t ADD b varchar(10) NULL CONSTRAINT df_b DEFAULT 'b', c int NOT NULL CONSTRAINT df_c DEFAULT 5,
  d datetime2(0) NULL CONSTRAINT df_d DEFAULT '2020-01-01' WITH VALUES, e AS a * 2, f AS id + 1 PERSISTED NOT NULL;
GO
SELECT * FROM t ORDER BY id;
ALTER TABLE t ADD n int IDENTITY(100, 10), g uniqueidentifier NULL;
GO
--> id int!, a int, b varchar(10), c int!, d datetime2(0), e int, f int!
--> 1 | 10 | NULL | 5 | 2020-01-01 00:00:00 | 20 | 2
--> 2 | NULL | NULL | 5 | 2020-01-01 00:00:00 | NULL | 3
SELECT id, n, g FROM t ORDER BY id;
INSERT t (id) VALUES (3);
SELECT id, b, c, d, e, f, n FROM t WHERE id = 3;
GO
--> id int!, n int!, g uniqueidentifier
--> 1 | 100 | NULL
--> 2 | 110 | NULL
--> (1 row)
--> id int!, b varchar(10), c int!, d datetime2(0), e int, f int!, n int!
--> 3 | 'b' | 5 | 2020-01-01 00:00:00 | NULL | 4 | 120
ALTER TABLE t ADD h int NOT NULL;
GO
--> Msg 4901, Level 16, State 1, Line 1: ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT definition specified, or the column being added is an identity or timestamp column, or alternatively if none of the previous conditions are satisfied the table must be empty to allow addition of this column. Column 'h' cannot be added to non-empty table 't' because it does not satisfy these conditions.
ALTER TABLE t ADD a int;
GO
--> Msg 2705, Level 16, State 3, Line 1: Column names in each table must be unique. Column name 'a' in table 't' is specified more than once.
ALTER TABLE t ADD m int IDENTITY;
GO
--> Msg 2744, Level 16, State 2, Line 1: Multiple identity columns specified for table 't'. Only one identity column per table is allowed.
-- A column with constraints of its own.
ALTER TABLE t ADD k int NULL CONSTRAINT ck_k CHECK (k > 0), l int NULL CONSTRAINT uq_l UNIQUE;
GO
--> Msg 1505, Level 16, State 1, Line 2: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.t' and the index name 'uq_l'. The duplicate key value is (<NULL>).
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
--> info 3621: The statement has been terminated.
ALTER TABLE t ADD k int NULL CONSTRAINT ck_k CHECK (k > 0);
GO
UPDATE t SET k = 0;
GO
--> Msg 547, Level 16, State 0, Line 1: The UPDATE statement conflicted with the CHECK constraint "ck_k". The conflict occurred in database "golden", table "dbo.t", column 'k'.
--> info 3621: The statement has been terminated.
CREATE TABLE other (id int PRIMARY KEY);
INSERT other VALUES (1);
ALTER TABLE t ADD r int NULL CONSTRAINT fk_r REFERENCES other (id) ON DELETE SET NULL;
GO
--> (1 row)
UPDATE t SET r = 1 WHERE id = 1;
DELETE other;
SELECT id, r FROM t ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> id int!, r int
--> 1 | NULL
--> 2 | NULL
--> 3 | NULL
ALTER TABLE t ADD q int NOT NULL CONSTRAINT df_q DEFAULT 0 CONSTRAINT ck_q CHECK (q > 0);
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "ck_q". The conflict occurred in database "golden", table "dbo.t", column 'q'.
SELECT COL_LENGTH('t', 'q') AS q;
GO
--> q smallint
--> NULL
-- ALTER COLUMN converts what is there.
CREATE TABLE c (id int PRIMARY KEY, i int NULL, s varchar(20) NULL, d date NULL, m decimal(9, 4) NULL, x nvarchar(20) NULL);
INSERT c VALUES (1, 7, '12', '2024-02-29', 1.2345, N'żółw'), (2, NULL, NULL, NULL, NULL, NULL);
ALTER TABLE c ALTER COLUMN i bigint NULL;
ALTER TABLE c ALTER COLUMN s int NULL;
ALTER TABLE c ALTER COLUMN d datetime2(3) NULL;
ALTER TABLE c ALTER COLUMN m decimal(9, 2) NULL;
ALTER TABLE c ALTER COLUMN x varchar(20) NULL;
SELECT * FROM c ORDER BY id;
ALTER TABLE c ALTER COLUMN i varchar(10) NULL;
SELECT i + '!' AS i FROM c WHERE id = 1;
GO
--> (2 rows)
--> id int!, i bigint, s int, d datetime2(3), m decimal(9,2), x varchar(20)
--> 1 | 7 | 12 | 2024-02-29 00:00:00.000 | 1.23 | 'zólw'
--> 2 | NULL | NULL | NULL | NULL | NULL
--> i varchar(11)
--> '7!'
ALTER TABLE c ALTER COLUMN i varchar(10) NOT NULL;
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'i', table 'golden.dbo.c'; column does not allow nulls. UPDATE fails.
--> info 3621: The statement has been terminated.
UPDATE c SET i = '8' WHERE id = 2;
ALTER TABLE c ALTER COLUMN i int NOT NULL;
INSERT c (id) VALUES (3);
GO
--> (1 row)
--> Msg 515, Level 16, State 2, Line 3: Cannot insert the value NULL into column 'i', table 'golden.dbo.c'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
ALTER TABLE c ALTER COLUMN x varchar(2) NULL;
GO
--> Msg 2628, Level 16, State 1, Line 1: String or binary data would be truncated in table 'golden.dbo.c', column 'x'. Truncated value: 'zó'.
ALTER TABLE c ALTER COLUMN x int NULL;
GO
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'zólw' to data type int.
ALTER TABLE c ALTER COLUMN nothing int;
GO
--> Msg 4924, Level 16, State 1, Line 1: ALTER TABLE ALTER COLUMN failed because column 'nothing' does not exist in table 'c'.
ALTER TABLE c ALTER COLUMN s varchar(10) COLLATE Latin1_General_BIN2 NULL;
INSERT c (id, i, s) VALUES (4, 1, 'a'), (5, 1, 'A');
SELECT COUNT(*) AS n FROM c WHERE s = 'a';
SELECT name, collation_name FROM sys.columns WHERE object_id = OBJECT_ID('c') AND name = 's';
GO
--> (2 rows)
--> n int
--> 1
--> name nvarchar(128), collation_name nvarchar(128)
--> 's' | 'Latin1_General_BIN2'
-- Widening below an index and a key; what depends on a column.
CREATE TABLE w (k varchar(5) NOT NULL CONSTRAINT pk_w PRIMARY KEY, v varchar(5) NULL CONSTRAINT ck_v CHECK (v <> ''), z int);
CREATE INDEX ix_v ON w (v);
INSERT w VALUES ('a', 'b', 1);
ALTER TABLE w ALTER COLUMN k varchar(10) NOT NULL;
ALTER TABLE w ALTER COLUMN v varchar(10) NULL;
INSERT w VALUES ('abcdefgh', 'abcdefgh', 2);
SELECT k, v FROM w ORDER BY k;
GO
--> (1 row)
--> (1 row)
--> k varchar(10)!, v varchar(10)
--> 'a' | 'b'
--> 'abcdefgh' | 'abcdefgh'
ALTER TABLE w ALTER COLUMN v int NULL;
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_v' is dependent on column 'v'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'ck_v' is dependent on column 'v'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN v failed because one or more objects access this column.
ALTER TABLE w ALTER COLUMN k varchar(3) NOT NULL;
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'pk_w' is dependent on column 'k'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN k failed because one or more objects access this column.
ALTER TABLE w DROP COLUMN v;
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_v' is dependent on column 'v'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'ck_v' is dependent on column 'v'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN v failed because one or more objects access this column.
ALTER TABLE w DROP CONSTRAINT ck_v, COLUMN z;
DROP INDEX ix_v ON w;
ALTER TABLE w DROP COLUMN v, z2;
GO
--> Msg 4924, Level 16, State 1, Line 3: ALTER TABLE DROP COLUMN failed because column 'z2' does not exist in table 'w'.
ALTER TABLE w DROP COLUMN IF EXISTS nothing, IF EXISTS v;
SELECT * FROM w ORDER BY k;
ALTER TABLE w DROP COLUMN k;
GO
--> k varchar(10)!
--> 'a'
--> 'abcdefgh'
--> Msg 5074, Level 16, State 1, Line 3: The object 'pk_w' is dependent on column 'k'.
--> Msg 4922, Level 16, State 9, Line 3: ALTER TABLE DROP COLUMN k failed because one or more objects access this column.
ALTER TABLE w DROP CONSTRAINT pk_w;
ALTER TABLE w DROP COLUMN k;
GO
--> Msg 4923, Level 16, State 1, Line 2: ALTER TABLE DROP COLUMN failed because 'k' is the only data column in table 'w'. A table must have at least one data column.
-- Properties of columns.
CREATE TABLE p (a int, g uniqueidentifier, c AS a + 1);
INSERT p (a) VALUES (1);
ALTER TABLE p ALTER COLUMN g ADD ROWGUIDCOL;
SELECT name, is_rowguidcol FROM sys.columns WHERE object_id = OBJECT_ID('p') AND name = 'g';
ALTER TABLE p ALTER COLUMN c ADD PERSISTED;
SELECT is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('p');
UPDATE p SET a = 5;
SELECT a, c FROM p;
CREATE UNIQUE INDEX ux ON p (c);
INSERT p (a) VALUES (5);
GO
--> (1 row)
--> name nvarchar(128), is_rowguidcol bit!
--> 'g' | 1
--> is_persisted bit!
--> 1
--> (1 row)
--> a int, c int
--> 5 | 6
--> Msg 2601, Level 14, State 1, Line 11: Cannot insert duplicate key row in object 'dbo.p' with unique index 'ux'. The duplicate key value is (6).
--> info 3621: The statement has been terminated.
DROP INDEX ux ON p;
ALTER TABLE p ALTER COLUMN c DROP PERSISTED;
SELECT is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('p');
SELECT a, c FROM p;
GO
--> is_persisted bit!
--> 0
--> a int, c int
--> 5 | 6
ALTER TABLE p REBUILD;
ALTER TABLE p REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE p SET (LOCK_ESCALATION = AUTO);
GO
ALTER TABLE p SWITCH TO w;
GO
--> Msg 4905, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The target table 'golden.dbo.w' must be empty.
