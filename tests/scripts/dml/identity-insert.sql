SET NOCOUNT ON
GO
CREATE TABLE a (id int IDENTITY, v int)
CREATE TABLE b (id int IDENTITY, v int)
CREATE TABLE c (id int, v int)
GO
-- ON allows explicit values, with a column list, and moves the seed up.
SET IDENTITY_INSERT a ON
INSERT a (id, v) VALUES (50, 1)
INSERT a (id, v) VALUES (20, 2)
SET IDENTITY_INSERT a OFF
INSERT a (v) VALUES (3)
SELECT id, v FROM a ORDER BY id
SELECT SCOPE_IDENTITY() AS s
GO
--> id int!, v int
--> 20 | 2
--> 50 | 1
--> 51 | 3
--> s numeric(38,0)
--> 51
-- Then a value must be given.
SET IDENTITY_INSERT a ON
INSERT a (v) VALUES (4)
GO
--> Msg 545, Level 16, State 1, Line 3: Explicit value must be specified for identity column in table 'a' either when IDENTITY_INSERT is set to ON or when a replication user is inserting into a NOT FOR REPLICATION identity column.
-- And a column list.
INSERT a VALUES (60, 4)
GO
--> Msg 8101, Level 16, State 1, Line 2: An explicit value for the identity column in table 'a' can only be specified when a column list is used and IDENTITY_INSERT is ON.
-- One table a session.
SET IDENTITY_INSERT b ON
GO
--> Msg 8107, Level 16, State 1, Line 2: IDENTITY_INSERT is already ON for table 'golden.dbo.a'. Cannot perform SET operation for table 'b'.
SET IDENTITY_INSERT a OFF
SET IDENTITY_INSERT b ON
INSERT b (id, v) VALUES (1, 1)
SET IDENTITY_INSERT b OFF
GO
-- A table without one.
SET IDENTITY_INSERT c ON
GO
--> Msg 8106, Level 16, State 1, Line 2: Table 'c' does not have the identity property. Cannot perform SET operation.
SET IDENTITY_INSERT missing ON
GO
--> Msg 1088, Level 16, State 11, Line 1: Cannot find the object "missing" because it does not exist or you do not have permissions.
-- DBCC CHECKIDENT moves the seed.
DBCC CHECKIDENT ('b', RESEED, 100) WITH NO_INFOMSGS
INSERT b (v) VALUES (2)
SELECT id FROM b ORDER BY id
GO
--> id int!
--> 1
--> 101
