-- Changes of tables that are refused.
CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY, a int NULL, b varchar(10) NULL CONSTRAINT df_b DEFAULT 'x', c AS a + 1, d int NULL CONSTRAINT ck_d CHECK (d > 0), e text NULL, f rowversion, g uniqueidentifier NULL)
CREATE INDEX ix_b ON dbo.t (b)
INSERT dbo.t (id, a, b) VALUES (1, NULL, 'abcdefghij')
CREATE TABLE dbo.one (a int)
GO
--> (1 row)
ALTER TABLE dbo.missing ADD x int
GO
--> Msg 4902, Level 16, State 1, Line 1: Cannot find the object "dbo.missing" because it does not exist or you do not have permissions.
ALTER TABLE dbo.t ADD a int
GO
--> Msg 2705, Level 16, State 3, Line 1: Column names in each table must be unique. Column name 'a' in table 't' is specified more than once.
ALTER TABLE dbo.t ADD x int NOT NULL
GO
--> Msg 4901, Level 16, State 1, Line 1: ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT definition specified, or the column being added is an identity or timestamp column, or alternatively if none of the previous conditions are satisfied the table must be empty to allow addition of this column. Column 'x' cannot be added to non-empty table 't' because it does not satisfy these conditions.
ALTER TABLE dbo.t ADD x int NOT NULL DEFAULT 1, y int NULL
SELECT x, y FROM dbo.t
GO
--> Msg 207, Level 16, State 1, Line 2: Invalid column name 'x'.
ALTER TABLE dbo.t DROP COLUMN nothing
GO
--> Msg 4924, Level 16, State 1, Line 1: ALTER TABLE DROP COLUMN failed because column 'nothing' does not exist in table 't'.
ALTER TABLE dbo.t DROP COLUMN IF EXISTS nothing
GO
ALTER TABLE dbo.t DROP COLUMN a
GO
--> Msg 5074, Level 16, State 1, Line 1: The column 'c' is dependent on column 'a'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN a failed because one or more objects access this column.
ALTER TABLE dbo.t DROP COLUMN b
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_b' is dependent on column 'b'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'df_b' is dependent on column 'b'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN b failed because one or more objects access this column.
ALTER TABLE dbo.t DROP COLUMN id
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'pk' is dependent on column 'id'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN id failed because one or more objects access this column.
ALTER TABLE dbo.one DROP COLUMN a
GO
--> Msg 4923, Level 16, State 1, Line 1: ALTER TABLE DROP COLUMN failed because 'a' is the only data column in table 'one'. A table must have at least one data column.
ALTER TABLE dbo.t ALTER COLUMN nothing int
GO
--> Msg 4924, Level 16, State 1, Line 1: ALTER TABLE ALTER COLUMN failed because column 'nothing' does not exist in table 't'.
ALTER TABLE dbo.t ALTER COLUMN b varchar(5)
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_b' is dependent on column 'b'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'df_b' is dependent on column 'b'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN b failed because one or more objects access this column.
ALTER TABLE dbo.t ALTER COLUMN b int
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_b' is dependent on column 'b'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'df_b' is dependent on column 'b'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN b failed because one or more objects access this column.
ALTER TABLE dbo.t ALTER COLUMN a int NOT NULL
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'a', table 'golden.dbo.t'; column does not allow nulls. UPDATE fails.
--> info 3621: The statement has been terminated.
ALTER TABLE dbo.t ALTER COLUMN c int
GO
--> Msg 4928, Level 16, State 1, Line 1: Cannot alter column 'c' because it is 'COMPUTED'.
ALTER TABLE dbo.t ALTER COLUMN d bigint
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'ck_d' is dependent on column 'd'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN d failed because one or more objects access this column.
ALTER TABLE dbo.t ALTER COLUMN id bigint NOT NULL
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'pk' is dependent on column 'id'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN id failed because one or more objects access this column.
ALTER TABLE dbo.t ALTER COLUMN f int
GO
--> Msg 4928, Level 16, State 1, Line 1: Cannot alter column 'f' because it is 'timestamp'.
ALTER TABLE dbo.t ALTER COLUMN a rowversion
GO
--> Msg 4927, Level 16, State 1, Line 1: Cannot alter column 'a' to be data type timestamp.
ALTER TABLE dbo.t ALTER COLUMN g DROP ROWGUIDCOL
GO
--> Msg 4926, Level 16, State 1, Line 1: ALTER TABLE ALTER COLUMN DROP ROWGUIDCOL failed, because a column does not exist in table 't' with ROWGUIDCOL property.
ALTER TABLE dbo.t ADD r0 int ROWGUIDCOL
GO
--> Msg 2761, Level 16, State 1, Line 1: The ROWGUIDCOL property can only be specified on the uniqueidentifier data type.
ALTER TABLE dbo.t ADD r1 uniqueidentifier ROWGUIDCOL
GO
ALTER TABLE dbo.t ADD r2 uniqueidentifier ROWGUIDCOL
GO
--> Msg 8196, Level 16, State 1, Line 1: Duplicate column specified as ROWGUIDCOL.
ALTER TABLE dbo.t ALTER COLUMN g ADD ROWGUIDCOL
GO
--> Msg 4925, Level 16, State 1, Line 1: ALTER TABLE ALTER COLUMN ADD ROWGUIDCOL failed because a column already exists in table 't' with ROWGUIDCOL property.
ALTER TABLE dbo.t ENABLE TRIGGER nothing
GO
--> Msg 4920, Level 16, State 0, Line 1: ALTER TABLE failed because trigger 'nothing' on table 't' does not exist.
ALTER TABLE dbo.t ADD i int IDENTITY
GO
ALTER TABLE dbo.t ADD j int IDENTITY
GO
--> Msg 2744, Level 16, State 2, Line 1: Multiple identity columns specified for table 't'. Only one identity column per table is allowed.
CREATE VIEW dbo.v AS SELECT id FROM dbo.t
GO
ALTER TABLE dbo.v ADD x int
GO
--> Msg 4902, Level 16, State 1, Line 1: Cannot find the object "dbo.v" because it does not exist or you do not have permissions.
CREATE VIEW dbo.bound WITH SCHEMABINDING AS SELECT id, g FROM dbo.t
GO
ALTER TABLE dbo.t DROP COLUMN g
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'bound' is dependent on column 'g'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN g failed because one or more objects access this column.
ALTER TABLE dbo.t ALTER COLUMN g varchar(50)
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'bound' is dependent on column 'g'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN g failed because one or more objects access this column.
DROP TABLE dbo.t
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP TABLE 'dbo.t' because it is being referenced by object 'bound'.

-- Indexes.
CREATE INDEX ix_b ON dbo.t (a)
GO
--> Msg 1913, Level 16, State 1, Line 3: The operation failed because an index or statistics with name 'ix_b' already exists on table 'dbo.t'.
CREATE INDEX ix ON dbo.t (nothing)
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nothing' does not exist in the target table or view.
CREATE INDEX ix ON dbo.t (a, a)
GO
--> Msg 1909, Level 16, State 1, Line 1: Cannot use duplicate column names in index. Column name 'a' listed more than once.
CREATE INDEX ix ON dbo.t (e)
GO
--> Msg 1919, Level 16, State 1, Line 1: Column 'e' in table 't' is of a type that is invalid for use as a key column in an index.
CREATE CLUSTERED INDEX ix ON dbo.t (a)
GO
--> Msg 1902, Level 16, State 3, Line 1: Cannot create more than one clustered index on table 't'. Drop the existing clustered index 'pk' before creating another.
CREATE INDEX ix ON dbo.missing (a)
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "dbo.missing" because it does not exist or you do not have permissions.
CREATE INDEX ix ON dbo.v (id)
GO
--> Msg 1939, Level 16, State 1, Line 1: Cannot create index on view 'v' because the view is not schema bound.
CREATE INDEX ix ON dbo.t (a) INCLUDE (a)
GO
--> Msg 1909, Level 16, State 1, Line 1: Cannot use duplicate column names in index. Column name 'a' listed more than once.
CREATE UNIQUE INDEX pk ON dbo.t (a) WITH (DROP_EXISTING = ON)
GO
--> Msg 1907, Level 16, State 1, Line 1: Cannot recreate index 'pk'. The new index definition does not match the constraint being enforced by the existing index.
CREATE INDEX nothing ON dbo.t (a) WITH (DROP_EXISTING = ON)
GO
--> Msg 7999, Level 16, State 9, Line 1: Could not find any index named 'nothing' for table 't'.
CREATE TABLE dbo.wide (a varchar(900), b varchar(900), c varchar(8000))
CREATE INDEX ix_c ON dbo.wide (c)
CREATE CLUSTERED INDEX ix_a ON dbo.wide (a, b)
GO
--> info 1945: Warning! The maximum key length for a nonclustered index is 1700 bytes. The index 'ix_c' has maximum length of 8000 bytes. For some combination of large values, the insert/update operation will fail.
--> info 1945: Warning! The maximum key length for a clustered index is 900 bytes. The index 'ix_a' has maximum length of 1800 bytes. For some combination of large values, the insert/update operation will fail.
ALTER INDEX nothing ON dbo.t REBUILD
GO
--> Msg 2727, Level 11, State 2, Line 1: Cannot find index 'nothing'.
ALTER INDEX ix_b ON dbo.missing REBUILD
GO
--> Msg 1088, Level 16, State 9, Line 1: Cannot find the object "dbo.missing" because it does not exist or you do not have permissions.
CREATE STATISTICS st ON dbo.t (a)
GO
CREATE STATISTICS st ON dbo.t (b)
GO
--> Msg 1927, Level 16, State 1, Line 1: There are already statistics on table 'dbo.t' named 'st'.
UPDATE STATISTICS dbo.t nothing
GO
--> Msg 2767, Level 16, State 1, Line 1: Could not locate statistics 'nothing' in the system catalogs.
UPDATE STATISTICS dbo.missing
GO
--> Msg 2706, Level 11, State 6, Line 1: Table 'dbo.missing' does not exist.
DROP STATISTICS dbo.t.pk
GO
--> Msg 3739, Level 11, State 1, Line 1: Cannot DROP the index 'dbo.t.pk' because it is not a statistics collection.
TRUNCATE TABLE dbo.missing
GO
--> Msg 4701, Level 16, State 1, Line 1: Cannot find the object "dbo.missing" because it does not exist or you do not have permissions.
TRUNCATE TABLE dbo.v
GO
--> Msg 4708, Level 16, State 2, Line 1: Could not truncate object 'dbo.v' because it is not a table.
DBCC CHECKIDENT ('dbo.missing')
GO
--> Msg 2501, Level 16, State 45, Line 1: Cannot find a table or object with the name "dbo.missing". Check the system catalog.
DBCC CHECKIDENT ('dbo.one')
GO
--> Msg 7997, Level 16, State 1, Line 1: 'one' does not contain an identity column.
DBCC CHECKIDENT ('dbo.t')
GO
--> info 7998: Checking identity information: current identity value '1', current column value '1'.
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
DBCC CHECKIDENT ('dbo.t', RESEED, 50)
GO
--> info 7998: Checking identity information: current identity value '1', current column value '1'.
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
DBCC CHECKIDENT ('dbo.t', NORESEED)
GO
--> info 7998: Checking identity information: current identity value '50', current column value '50'.
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
DBCC SHOW_STATISTICS ('dbo.t', 'nothing')
GO
--> Msg 2767, Level 16, State 1, Line 1: Could not locate statistics 'nothing' in the system catalogs.
DBCC NOTHING
GO
--> Msg 2526, Level 16, State 3, Line 1: Incorrect DBCC statement. Check the documentation for the correct DBCC syntax and options.
DBCC OPENTRAN
GO
--> info 7969: No active open transactions.
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
DBCC CHECKDB
GO
--> info 8989: CHECKDB found 0 allocation errors and 0 consistency errors in database 'golden'.
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
DBCC CHECKTABLE ('dbo.t') WITH NO_INFOMSGS
GO
DBCC CHECKTABLE ('dbo.missing')
GO
--> Msg 2501, Level 16, State 45, Line 1: Cannot find a table or object with the name "dbo.missing". Check the system catalog.
