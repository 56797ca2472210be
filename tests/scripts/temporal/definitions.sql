-- What CREATE TABLE and SYSTEM_VERSIONING refuse.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END);
GO
--> Msg 13509, Level 16, State 1, Line 2: Cannot create generated always column when SYSTEM_TIME period is not defined.
CREATE TABLE t (id int PRIMARY KEY, s datetime GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13501, Level 16, State 1, Line 1: Temporal generated always column 's' has invalid data type.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START NULL, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13587, Level 16, State 1, Line 1: Period column 's' in a system-versioned temporal table cannot be nullable.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END NULL, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13587, Level 16, State 2, Line 1: Period column 'e' in a system-versioned temporal table cannot be nullable.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13505, Level 16, State 1, Line 1: Temporal 'GENERATED ALWAYS AS ROW END' column definition missing.
CREATE TABLE t (id int PRIMARY KEY, s datetime2, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13504, Level 16, State 1, Line 1: Temporal 'GENERATED ALWAYS AS ROW START' column definition missing.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (e, s));
GO
--> Msg 13506, Level 16, State 1, Line 1: System-versioned table SYSTEM_TIME period definition start column name not matching 'GENERATED ALWAYS AS ROW START' column name.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, id));
GO
--> Msg 13507, Level 16, State 1, Line 1: System-versioned table SYSTEM_TIME period definition end column name not matching 'GENERATED ALWAYS AS ROW END' column name.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, s2 datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13502, Level 16, State 1, Line 1: System-versioned table cannot have more than one 'GENERATED ALWAYS AS ROW START' column.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, e2 datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13503, Level 16, State 1, Line 1: System-versioned table cannot have more than one 'GENERATED ALWAYS AS ROW END' column.
CREATE TABLE t (id int PRIMARY KEY, s datetime2(3) GENERATED ALWAYS AS ROW START, e datetime2(7) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13513, Level 16, State 1, Line 1: SYSTEM_TIME period columns cannot have different datatype precision.
CREATE TABLE t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e), PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13508, Level 16, State 1, Line 1: System-versioned table cannot have more than one SYSTEM_TIME period definition.
DECLARE @t TABLE (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
GO
--> Msg 13572, Level 16, State 1, Line 0: Creating table variables containing PERIOD is not allowed.
CREATE TABLE t (id int PRIMARY KEY) WITH (SYSTEM_VERSIONING = ON);
GO
--> Msg 13510, Level 16, State 2, Line 1: Cannot set SYSTEM_VERSIONING to ON when SYSTEM_TIME period is not defined and the LEDGER=ON option is not specified.
CREATE TABLE t (id int, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH (SYSTEM_VERSIONING = ON);
GO
--> Msg 13553, Level 16, State 1, Line 1: System versioned temporal table 'golden.dbo.t' must have primary key defined.
CREATE TABLE #t (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH (SYSTEM_VERSIONING = ON);
GO
--> Msg 13568, Level 16, State 1, Line 1: System-versioned temporal table 'golden.dbo.#t' cannot be created in a 'tempdb' database.
SELECT COUNT(*) AS tables FROM sys.tables;
GO
--> tables int
--> 0
-- Histories that do not fit.
CREATE TABLE t (id int NOT NULL CONSTRAINT pk_t PRIMARY KEY, v varchar(10) NULL, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e));
CREATE TABLE h_key (id int NOT NULL PRIMARY KEY, v varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_check (id int NOT NULL CHECK (id > 0), v varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_foreign (id int NOT NULL REFERENCES t, v varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_identity (id int NOT NULL IDENTITY, v varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_computed (id int NOT NULL, v AS 'x', s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_count (id int NOT NULL, v varchar(10) NULL, s datetime2 NOT NULL);
CREATE TABLE h_name (id int NOT NULL, w varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_type (id int NOT NULL, v varchar(11) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_null (id int NOT NULL, v varchar(10) NOT NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE h_period (id int NOT NULL, v varchar(10) NULL, s datetime2 NULL, e datetime2 NOT NULL);
GO
CREATE VIEW h_view AS SELECT 1 AS one;
GO
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_key));
GO
--> Msg 13515, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h_key' has custom unique keys defined. Consider dropping all unique keys and trying again.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_check));
GO
--> Msg 13517, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h_check' has table or column constraints defined. Consider dropping all table and column constraints and trying again.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_foreign));
GO
--> Msg 13516, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h_foreign' has foreign keys defined. Consider dropping all foreign keys and trying again.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_identity));
GO
--> Msg 13518, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h_identity' has IDENTITY column specification. Consider dropping all IDENTITY column specifications and trying again.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_computed));
GO
--> Msg 13519, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h_computed' has computed column specification. Consider dropping all computed column specifications and trying again.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_count));
GO
--> Msg 13523, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because table 'golden.dbo.t' has 4 columns and table 'golden.dbo.h_count' has 3 columns.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_name));
GO
--> Msg 13524, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because column 'w' at ordinal 2 in history table 'golden.dbo.h_name' has a different name than the column 'v' at the same ordinal in table 'golden.dbo.t'.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_type));
GO
--> Msg 13525, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because column 'v' has data type varchar(11) in history table 'golden.dbo.h_type' which is different from corresponding column type varchar(10) in table 'golden.dbo.t'.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_null));
GO
--> Msg 13531, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because column 'v' does not have the same nullability attribute in tables 'golden.dbo.t' and 'golden.dbo.h_null'.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_period));
GO
--> Msg 13530, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because system column 's' in history table 'golden.dbo.h_period' corresponds to a period column in table 'golden.dbo.t' and cannot be nullable.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h_view));
GO
--> Msg 13511, Level 16, State 1, Line 1: Specified object 'dbo.h_view' cannot be used as history table.
-- Histories with rows that cannot be.
CREATE TABLE h (id int NOT NULL, v varchar(10) NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
INSERT h VALUES (1, 'a', '2021-01-01', '2020-01-01');
GO
--> (1 row)
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h));
GO
--> Msg 13541, Level 16, State 0, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h' contains invalid records with end of period set before start.
UPDATE h SET e = '9000-01-01';
GO
--> (1 row)
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h));
GO
--> Msg 13543, Level 16, State 0, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h' contains invalid records with end of period set to a value in the future.
UPDATE h SET e = '2022-01-01';
INSERT h VALUES (1, 'b', '2021-06-01', '2023-01-01'), (2, 'c', '2021-06-01', '2023-01-01');
GO
--> (1 row)
--> (2 rows)
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h));
GO
--> Msg 13573, Level 16, State 0, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.h' contains overlapping records.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h, DATA_CONSISTENCY_CHECK = OFF, HISTORY_RETENTION_PERIOD = 1 YEAR));
GO
--> Msg 13765, Level 16, State 1, Line 1: Setting finite retention period failed on system-versioned temporal table 'golden.dbo.t' because the history table 'golden.dbo.h' does not contain required clustered index. Consider creating a clustered columnstore or B-tree index starting with the column that matches end of SYSTEM_TIME period, on the history table.
ALTER TABLE t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h, DATA_CONSISTENCY_CHECK = OFF));
GO
SELECT id, v FROM t FOR SYSTEM_TIME ALL ORDER BY id, v;
GO
--> id int!, v varchar(10)
--> 1 | 'a'
--> 1 | 'b'
--> 2 | 'c'
-- Rows that a period does not fit.
CREATE TABLE p (id int NOT NULL PRIMARY KEY, s datetime2 NOT NULL, e datetime2 NOT NULL);
INSERT p VALUES (1, '2020-01-01', '2021-01-01');
ALTER TABLE p ADD PERIOD FOR SYSTEM_TIME (s, e);
GO
--> (1 row)
--> Msg 13575, Level 16, State 1, Line 4: ADD PERIOD FOR SYSTEM_TIME failed because table 'golden.dbo.p' contains records where end of period is not equal to MAX datetime.
UPDATE p SET e = '9999-12-31 23:59:59.9999999', s = '9000-01-01';
ALTER TABLE p ADD PERIOD FOR SYSTEM_TIME (s, e);
GO
--> (1 row)
--> Msg 13542, Level 16, State 1, Line 2: ADD PERIOD FOR SYSTEM_TIME on table 'golden.dbo.p' failed because there are open records with start of period set to a value in the future.
