SET NOCOUNT ON
GO
CREATE TABLE t (id int CONSTRAINT pk PRIMARY KEY, v int)
INSERT t VALUES (1, 1), (2, 2)
GO
-- Indexes that hints name exist; 0 is the table itself.
SELECT COUNT(*) AS n FROM t WITH (INDEX (0)), t x WITH (INDEX (1)), t y WITH (INDEX (pk))
GO
--> n int
--> 8
SELECT * FROM t WITH (INDEX (9))
GO
--> Msg 307, Level 16, State 1, Line 1: Index ID 9 on table 'dbo.t' (specified in the FROM clause) does not exist.
SELECT * FROM t WITH (INDEX (nosuch))
GO
--> Msg 308, Level 16, State 1, Line 1: Index 'nosuch' on table 'dbo.t' (specified in the FROM clause) does not exist.
-- What changes a table takes hints after WITH only, and none for how its rows are found.
UPDATE t WITH (ROWLOCK) SET v = 3 WHERE id = 1
GO
UPDATE t (ROWLOCK) SET v = 4
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '('.
DELETE t (NOLOCK)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '('.
INSERT t (TABLOCK) VALUES (9)
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'TABLOCK'.
UPDATE t WITH (INDEX (pk)) SET v = 4
GO
--> Msg 1069, Level 16, State 1, Line 1: Index hints are only allowed in a FROM or OPTION clause.
DELETE FROM t WITH (FORCESEEK) WHERE id = 1
GO
--> Msg 1069, Level 16, State 1, Line 1: Index hints are only allowed in a FROM or OPTION clause.
SELECT id, v FROM t
GO
--> id int!, v int
--> 1 | 3
--> 2 | 2
-- Names of USE HINT are checked.
SELECT 1 AS one OPTION (USE HINT ('force_legacy_cardinality_estimation', 'DISABLE_PARAMETER_SNIFFING'), MAXDOP 1)
GO
--> one int!
--> 1
SELECT 1 AS one OPTION (USE HINT ('nosuch'))
GO
--> Msg 10715, Level 15, State 1, Line 1: 'nosuch' is not a valid hint.
