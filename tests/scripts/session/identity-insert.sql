-- IDENTITY_INSERT: one table a session; the value given moves the counter.
CREATE TABLE dbo.a (id int IDENTITY(1, 1) CONSTRAINT pk_a PRIMARY KEY, x int);
CREATE TABLE dbo.b (id int IDENTITY(1, 1), x int);
CREATE TABLE dbo.plain (x int);
GO
INSERT dbo.a (id, x) VALUES (10, 1);
GO
--> Msg 544, Level 16, State 1, Line 1: Cannot insert explicit value for identity column in table 'a' when IDENTITY_INSERT is set to OFF.
SET IDENTITY_INSERT dbo.a ON;
INSERT dbo.a (id, x) VALUES (10, 1);
INSERT dbo.a (x) VALUES (2);
GO
--> (1 row)
--> Msg 545, Level 16, State 1, Line 3: Explicit value must be specified for identity column in table 'a' either when IDENTITY_INSERT is set to ON or when a replication user is inserting into a NOT FOR REPLICATION identity column.
BEGIN TRY
  EXEC ('SET IDENTITY_INSERT dbo.plain ON');
END TRY
BEGIN CATCH
  PRINT ERROR_NUMBER();
END CATCH
BEGIN TRY
  EXEC ('SET IDENTITY_INSERT dbo.nowhere ON');
END TRY
BEGIN CATCH
  PRINT ERROR_NUMBER();
END CATCH
BEGIN TRY
  EXEC ('SET IDENTITY_INSERT dbo.b ON');
END TRY
BEGIN CATCH
  PRINT ERROR_NUMBER();
END CATCH
GO
--> print: 8106
--> print: 1088
--> print: 8107
SET IDENTITY_INSERT dbo.a OFF;
INSERT dbo.a (x) VALUES (3);
SELECT id, x FROM dbo.a ORDER BY id;
SET IDENTITY_INSERT dbo.b ON;
INSERT dbo.b (id, x) VALUES (-5, 1);
SET IDENTITY_INSERT dbo.b OFF;
INSERT dbo.b (x) VALUES (2);
SELECT id, x FROM dbo.b ORDER BY id;
GO
--> (1 row)
--> id int!, x int
--> 10 | 1
--> 11 | 3
--> (1 row)
--> (1 row)
--> id int!, x int
--> -5 | 1
--> 1 | 2
