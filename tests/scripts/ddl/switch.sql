-- A sliding window: the oldest partition is switched out, a loaded table is switched in.
CREATE PARTITION FUNCTION pf (int) AS RANGE RIGHT FOR VALUES (100, 200, 300);
CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY]);
CREATE TABLE dbo.Fact (id int NOT NULL, amount decimal(9, 2) NULL, note nvarchar(20) NULL, twice AS (amount * 2) PERSISTED, CONSTRAINT PK_Fact PRIMARY KEY (id)) ON ps (id);
CREATE TABLE dbo.Old (id int NOT NULL, amount decimal(9, 2) NULL, note nvarchar(20) NULL, twice AS (amount * 2) PERSISTED, CONSTRAINT PK_Old PRIMARY KEY (id));
CREATE TABLE dbo.Fresh (id int NOT NULL, amount decimal(9, 2) NULL, note nvarchar(20) NULL, twice AS (amount * 2) PERSISTED, CONSTRAINT PK_Fresh PRIMARY KEY (id), CONSTRAINT CK_Fresh CHECK (id >= 300));
INSERT dbo.Fact (id, amount, note) VALUES (1, 1.5, N'a'), (2, 2.5, N'b'), (150, 3, NULL), (250, 4, N'd');
INSERT dbo.Fresh (id, amount, note) VALUES (300, 30, N'x'), (301, 31, N'y');
ALTER TABLE dbo.Fact SWITCH PARTITION 1 TO dbo.Old;
DECLARE @p int = $PARTITION.pf(300);
ALTER TABLE dbo.Fresh SWITCH TO dbo.Fact PARTITION @p;
SELECT * FROM dbo.Fact ORDER BY id;
SELECT * FROM dbo.Old ORDER BY id;
SELECT COUNT(*) AS left_over FROM dbo.Fresh;
SELECT partition_number, rows FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.Fact') ORDER BY partition_number;
GO
--> info 7712: Partition scheme 'ps' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps'.
--> (4 rows)
--> (2 rows)
--> id int!, amount decimal(9,2), note nvarchar(20), twice decimal(11,2)
--> 150 | 3.00 | NULL | 6.00
--> 250 | 4.00 | 'd' | 8.00
--> 300 | 30.00 | 'x' | 60.00
--> 301 | 31.00 | 'y' | 62.00
--> id int!, amount decimal(9,2), note nvarchar(20), twice decimal(11,2)
--> 1 | 1.50 | 'a' | 3.00
--> 2 | 2.50 | 'b' | 5.00
--> left_over int
--> 0
--> partition_number int!, rows bigint
--> 1 | 0
--> 2 | 1
--> 3 | 1
--> 4 | 2
-- It is undone with its transaction, and uniqueness goes on being enforced.
BEGIN TRAN;
ALTER TABLE dbo.Fact SWITCH PARTITION 4 TO dbo.Fresh;
SELECT COUNT(*) AS fresh FROM dbo.Fresh;
ROLLBACK;
SELECT COUNT(*) AS fresh FROM dbo.Fresh;
INSERT dbo.Fact (id) VALUES (300);
GO
--> fresh int
--> 2
--> fresh int
--> 0
--> Msg 2627, Level 14, State 1, Line 7: Violation of PRIMARY KEY constraint 'PK_Fact'. Cannot insert duplicate key in object 'dbo.Fact'. The duplicate key value is (300).
--> info 3621: The statement has been terminated.
-- The target is empty, and what it allows holds everything that the source allows.
INSERT dbo.Fresh (id) VALUES (400);
ALTER TABLE dbo.Fresh SWITCH TO dbo.Fact PARTITION 4;
GO
--> (1 row)
--> Msg 4904, Level 16, State 1, Line 3: ALTER TABLE SWITCH statement failed. The specified partition 4 of target table 'golden.dbo.Fact' must be empty.
ALTER TABLE dbo.Fact SWITCH PARTITION 2 TO dbo.Old;
GO
--> Msg 4905, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The target table 'golden.dbo.Old' must be empty.
ALTER TABLE dbo.Fresh SWITCH TO dbo.Fact PARTITION 1;
GO
--> Msg 4972, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Check constraints or partition function of source table 'golden.dbo.Fresh' allows values that are not allowed by check constraints or partition function on target table 'golden.dbo.Fact'.
ALTER TABLE dbo.Old SWITCH TO dbo.Fact PARTITION 1;
GO
--> Msg 4982, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Check constraints of source table 'golden.dbo.Old' allow values that are not allowed by range defined by partition 1 on target table 'golden.dbo.Fact'.
TRUNCATE TABLE dbo.Fresh;
ALTER TABLE dbo.Fact SWITCH PARTITION 2 TO dbo.Fresh;
GO
--> Msg 4972, Level 16, State 1, Line 2: ALTER TABLE SWITCH statement failed. Check constraints or partition function of source table 'golden.dbo.Fact' allows values that are not allowed by check constraints or partition function on target table 'golden.dbo.Fresh'.
-- Which partition.
ALTER TABLE dbo.Fact SWITCH TO dbo.Fresh;
GO
--> Msg 4911, Level 16, State 1, Line 2: Cannot specify a partitioned table without partition number in ALTER TABLE SWITCH statement. The table 'golden.dbo.Fact' is partitioned.
ALTER TABLE dbo.Fact SWITCH PARTITION 9 TO dbo.Fresh;
GO
--> Msg 4950, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because partition number 9 does not exist in table 'golden.dbo.Fact'.
ALTER TABLE dbo.Old SWITCH PARTITION 1 TO dbo.Old;
GO
--> Msg 4955, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The source table 'Old' and target table 'Old' are same.
ALTER TABLE dbo.Old SWITCH TO dbo.Nothing;
GO
--> Msg 1088, Level 16, State 29, Line 1: Cannot find the object "dbo.Nothing" because it does not exist or you do not have permissions.
-- Without partitions a whole table is switched; a number says nothing.
CREATE TABLE dbo.Empty (id int NOT NULL, amount decimal(9, 2) NULL, note nvarchar(20) NULL, twice AS (amount * 2) PERSISTED, CONSTRAINT PK_Empty PRIMARY KEY (id));
ALTER TABLE dbo.Old SWITCH PARTITION 1 TO dbo.Empty;
SELECT id FROM dbo.Empty ORDER BY id;
GO
--> info 4903: Warning: The specified partition 1 for the table 'golden.dbo.Old' was ignored in ALTER TABLE SWITCH statement because the table is not partitioned.
--> id int!
--> 1
--> 2
-- Tables of another shape.
CREATE TABLE dbo.S1 (id int NOT NULL);
CREATE TABLE dbo.T1 (id int NOT NULL, b int NULL);
CREATE TABLE dbo.T2 (other int NOT NULL);
CREATE TABLE dbo.T3 (id bigint NOT NULL);
CREATE TABLE dbo.T4 (id int NULL);
CREATE TABLE dbo.T5 (id int NOT NULL, INDEX cx CLUSTERED (id));
CREATE TABLE dbo.T6 (id int NOT NULL, INDEX ix NONCLUSTERED (id));
CREATE TABLE dbo.T7 (id int NOT NULL CHECK (id > 5));
CREATE TABLE dbo.T8 (id int NOT NULL, CHECK (id % 2 = 0));
ALTER TABLE dbo.S1 SWITCH TO dbo.T1;
GO
--> Msg 4943, Level 16, State 1, Line 11: ALTER TABLE SWITCH statement failed because table 'golden.dbo.S1' has 1 columns and table 'golden.dbo.T1' has 2 columns.
ALTER TABLE dbo.S1 SWITCH TO dbo.T2;
GO
--> Msg 4942, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'id' at ordinal 1 in table 'golden.dbo.S1' has a different name than the column 'other' at the same ordinal in table 'golden.dbo.T2'.
ALTER TABLE dbo.S1 SWITCH TO dbo.T3;
GO
--> Msg 4944, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'id' has data type int in source table 'golden.dbo.S1' which is different from its type bigint in target table 'golden.dbo.T3'.
ALTER TABLE dbo.S1 SWITCH TO dbo.T4;
GO
--> Msg 4985, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'id' does not have the same nullability attribute in tables 'golden.dbo.S1' and 'golden.dbo.T4'.
ALTER TABLE dbo.S1 SWITCH TO dbo.T5;
GO
--> Msg 4913, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The table 'golden.dbo.T5' has clustered index 'cx' while the table 'golden.dbo.S1' does not have clustered index.
ALTER TABLE dbo.T5 SWITCH TO dbo.S1;
GO
--> Msg 4913, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The table 'golden.dbo.T5' has clustered index 'cx' while the table 'golden.dbo.S1' does not have clustered index.
ALTER TABLE dbo.S1 SWITCH TO dbo.T6;
GO
--> Msg 4947, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. There is no identical index in source table 'golden.dbo.S1' for the index 'ix' in target table 'golden.dbo.T6' .
ALTER TABLE dbo.S1 SWITCH TO dbo.T7;
GO
--> Msg 4972, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Check constraints or partition function of source table 'golden.dbo.S1' allows values that are not allowed by check constraints or partition function on target table 'golden.dbo.T7'.
ALTER TABLE dbo.S1 SWITCH TO dbo.T8;
GO
--> Msg 4971, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Target table 'golden.dbo.T8' has a column level check constraint 'CK__T8__34C8D9D1' but the source table 'golden.dbo.S1' does not have a corresponding constraint.
CREATE TABLE dbo.T9 (a int NULL, b int NULL, CHECK (a < b));
CREATE TABLE dbo.S9 (a int NULL, b int NULL);
ALTER TABLE dbo.S9 SWITCH TO dbo.T9;
GO
--> Msg 4971, Level 16, State 1, Line 3: ALTER TABLE SWITCH statement failed. Target table 'golden.dbo.T9' has a column level check constraint 'CK__T9__36B12243' but the source table 'golden.dbo.S9' does not have a corresponding constraint.
CREATE TABLE dbo.C1 (a int NULL, b AS a + 1);
CREATE TABLE dbo.C2 (a int NULL, b AS a + 2);
CREATE TABLE dbo.C3 (a int NULL, b int NULL);
CREATE TABLE dbo.C4 (a int NULL, b AS a + 1 PERSISTED);
CREATE TABLE dbo.N1 (a varchar(5) COLLATE Latin1_General_CI_AS NULL);
CREATE TABLE dbo.N2 (a varchar(5) COLLATE Latin1_General_BIN NULL);
CREATE TABLE dbo.G1 (a uniqueidentifier NULL ROWGUIDCOL);
CREATE TABLE dbo.G2 (a uniqueidentifier NULL);
ALTER TABLE dbo.C1 SWITCH TO dbo.C2;
GO
--> Msg 4966, Level 16, State 1, Line 9: ALTER TABLE SWITCH statement failed. Computed column 'b' defined as '([a]+(1))' in table 'golden.dbo.C1' is different from the same column in table 'golden.dbo.C2' defined as '([a]+(2))'.
ALTER TABLE dbo.C1 SWITCH TO dbo.C3;
GO
--> Msg 4965, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Column 'b' in table 'golden.dbo.C1' is computed column but the same column in 'golden.dbo.C3' is not computed.
ALTER TABLE dbo.C1 SWITCH TO dbo.C4;
GO
--> Msg 4946, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'b' does not have the same persistent attribute in tables 'golden.dbo.C1' and 'golden.dbo.C4'.
ALTER TABLE dbo.N1 SWITCH TO dbo.N2;
GO
--> Msg 4945, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'a' does not have the same collation in tables 'golden.dbo.N1' and 'golden.dbo.N2'.
ALTER TABLE dbo.G1 SWITCH TO dbo.G2;
GO
--> Msg 4958, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed because column 'a' does not have the same ROWGUIDCOL property in tables 'golden.dbo.G1' and 'golden.dbo.G2'.
-- Constraints: the source of a foreign key, the same key, checks that are trusted.
CREATE TABLE dbo.Child (id int NOT NULL CONSTRAINT FK_Child REFERENCES dbo.Old (id));
CREATE TABLE dbo.Child2 (id int NOT NULL);
CREATE TABLE dbo.Child3 (id int NOT NULL);
ALTER TABLE dbo.Old SWITCH TO dbo.Fresh;
GO
--> Msg 4967, Level 16, State 1, Line 5: ALTER TABLE SWITCH statement failed. SWITCH is not allowed because source table 'golden.dbo.Old' contains primary key for constraint 'FK_Child'.
ALTER TABLE dbo.Child2 SWITCH TO dbo.Child;
GO
--> Msg 4968, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. Target table 'golden.dbo.Child' has foreign key for constraint 'FK_Child' but source table 'golden.dbo.Child2' does not have corresponding key.
ALTER TABLE dbo.Child3 WITH NOCHECK ADD CONSTRAINT FK_Child3 FOREIGN KEY (id) REFERENCES dbo.Old (id);
ALTER TABLE dbo.Child3 SWITCH TO dbo.Child;
GO
--> Msg 4974, Level 16, State 1, Line 2: ALTER TABLE SWITCH statement failed. Foreign key constraint 'FK_Child3' is NOCHECK in source table 'golden.dbo.Child3' and the corresponding constraint 'FK_Child' is CHECK in target table 'golden.dbo.Child'. The source table constraint must be in CHECK.
ALTER TABLE dbo.Child3 NOCHECK CONSTRAINT FK_Child3;
ALTER TABLE dbo.Child3 SWITCH TO dbo.Child;
GO
--> Msg 4969, Level 16, State 1, Line 2: ALTER TABLE SWITCH statement failed. Foreign key constraint 'FK_Child3' is disabled in source table 'golden.dbo.Child3' and the corresponding constraint 'FK_Child' is enabled in target table 'golden.dbo.Child'. The source table constraint must be enabled.
ALTER TABLE dbo.Child SWITCH TO dbo.Child2;
CREATE TABLE dbo.K1 (id int NOT NULL);
CREATE TABLE dbo.K2 (id int NOT NULL CONSTRAINT CK_K2 CHECK (id > 5));
ALTER TABLE dbo.K1 WITH NOCHECK ADD CONSTRAINT CK_K1 CHECK (id > 5);
ALTER TABLE dbo.K1 SWITCH TO dbo.K2;
GO
--> Msg 4960, Level 16, State 1, Line 5: ALTER TABLE SWITCH statement failed. Check constraint 'CK_K1' in source table 'golden.dbo.K1' is NOCHECK constraint but the matching check constraint 'CK_K2' in target table 'golden.dbo.K2' is CHECK.
-- An index that is not divided as the table is.
CREATE INDEX elsewhere ON dbo.Fact (amount) ON [PRIMARY];
TRUNCATE TABLE dbo.Empty;
ALTER TABLE dbo.Fact SWITCH PARTITION 2 TO dbo.Empty;
GO
--> Msg 7733, Level 16, State 1, Line 4: 'ALTER TABLE SWITCH' statement failed. The table 'golden.dbo.Fact' is partitioned while index 'elsewhere' is not partitioned.
-- Tables of different databases; NULL lies in the first partition.
CREATE TABLE dbo.Nullable (id int NULL) ON ps (id);
CREATE TABLE dbo.NullSource (id int NULL CHECK (id >= 300));
CREATE TABLE tempdb.dbo.FarAway (id int NULL);
ALTER TABLE dbo.NullSource SWITCH TO dbo.Nullable PARTITION 4;
GO
--> Msg 4972, Level 16, State 1, Line 5: ALTER TABLE SWITCH statement failed. Check constraints or partition function of source table 'golden.dbo.NullSource' allows values that are not allowed by check constraints or partition function on target table 'golden.dbo.Nullable'.
ALTER TABLE dbo.NullSource SWITCH TO tempdb.dbo.FarAway;
GO
--> Msg 4948, Level 16, State 1, Line 1: ALTER TABLE SWITCH statement failed. The source table 'NullSource' is in database 'golden' while the target table 'FarAway' is in database 'tempdb'.
DROP TABLE tempdb.dbo.FarAway;
ALTER TABLE dbo.NullSource ADD CHECK (id IS NOT NULL);
INSERT dbo.NullSource VALUES (333);
ALTER TABLE dbo.NullSource SWITCH TO dbo.Nullable PARTITION 4;
SELECT id, $PARTITION.pf(id) AS p FROM dbo.Nullable;
GO
--> (1 row)
--> id int, p int!
--> 333 | 4
-- Whole numbers close: > 299 is >= 300.
CREATE TABLE dbo.Above (id int NULL CHECK (id > 299), CHECK (id IS NOT NULL));
ALTER TABLE dbo.Nullable SWITCH PARTITION 4 TO dbo.Above;
SELECT id FROM dbo.Above;
ALTER TABLE dbo.Above SWITCH TO dbo.Nullable PARTITION 4;
GO
--> id int
--> 333
-- A system-versioned table is never switched.
CREATE TABLE dbo.Versioned (id int NOT NULL PRIMARY KEY, since datetime2 GENERATED ALWAYS AS ROW START NOT NULL, till datetime2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (since, till)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.VersionedPast));
ALTER TABLE dbo.Versioned SWITCH TO dbo.Above;
GO
--> Msg 13546, Level 16, State 1, Line 3: ALTER TABLE SWITCH statement failed on table 'golden.dbo.Versioned' because it is not a supported operation on system-versioned tables.
-- From partition to partition of another function.
CREATE PARTITION FUNCTION pf2 (int) AS RANGE LEFT FOR VALUES (99, 399);
CREATE PARTITION SCHEME ps2 AS PARTITION pf2 ALL TO ([PRIMARY]);
CREATE TABLE dbo.Wide (id int NULL) ON ps2 (id);
ALTER TABLE dbo.Nullable SWITCH PARTITION 4 TO dbo.Wide PARTITION 2;
GO
--> info 7712: Partition scheme 'ps2' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps2'.
--> Msg 4973, Level 16, State 1, Line 5: ALTER TABLE SWITCH statement failed. Range defined by partition 4 in table 'golden.dbo.Nullable' is not a subset of range defined by partition 2 in table 'golden.dbo.Wide'.
INSERT dbo.Nullable VALUES (250);
ALTER TABLE dbo.Nullable SWITCH PARTITION 3 TO dbo.Wide PARTITION 2;
SELECT id FROM dbo.Wide;
GO
--> (1 row)
--> id int
--> 250
