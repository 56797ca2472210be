-- sp_help of a table. The date of its creation is left out.
CREATE TABLE dbo.Owner (id int NOT NULL PRIMARY KEY NONCLUSTERED)
CREATE TABLE dbo.Car (
  id int IDENTITY(10, 5) NOT NULL CONSTRAINT PK_Car PRIMARY KEY, plate varchar(10) NOT NULL CONSTRAINT UQ_plate UNIQUE,
  built date NULL, price decimal(9, 2) NULL CONSTRAINT CK_price CHECK (price > 0) CONSTRAINT DF_price DEFAULT 100,
  owner int NULL CONSTRAINT FK_owner REFERENCES dbo.Owner (id) ON DELETE SET NULL, guid uniqueidentifier ROWGUIDCOL NULL,
  twice AS price * 2, CONSTRAINT CK_both CHECK (price < 1000 OR built IS NULL)
)
GO
EXEC sp_helpindex 'Car'
EXEC sp_helpconstraint 'Car'
EXEC sp_helpconstraint 'Owner', 'nomsg'
GO
--> index_name nvarchar(128), index_description varchar(210), index_keys nvarchar(2126)
--> 'PK_Car' | 'clustered, unique, primary key located on PRIMARY' | 'id'
--> 'UQ_plate' | 'nonclustered, unique, unique key located on PRIMARY' | 'plate'
--> Object Name nvarchar(776)
--> 'Car'
--> print:  
--> constraint_type nvarchar(256), constraint_name nvarchar(128), delete_action varchar(11), update_action varchar(11), status_enabled varchar(8), status_for_replication varchar(19), constraint_keys nvarchar(2126)
--> 'CHECK Table Level ' | 'CK_both' | '(n/a)' | '(n/a)' | 'Enabled' | 'Is_For_Replication' | '([price]<(1000) OR [built] IS NULL)'
--> 'CHECK on column price' | 'CK_price' | '(n/a)' | '(n/a)' | 'Enabled' | 'Is_For_Replication' | '([price]>(0))'
--> 'DEFAULT on column price' | 'DF_price' | '(n/a)' | '(n/a)' | '(n/a)' | '(n/a)' | '((100))'
--> 'FOREIGN KEY' | 'FK_owner' | 'Set Null' | 'No Action' | 'Enabled' | 'Is_For_Replication' | 'owner'
--> ' ' | ' ' | ' ' | ' ' | ' ' | ' ' | 'REFERENCES golden.dbo.Owner (id)'
--> 'PRIMARY KEY (clustered)' | 'PK_Car' | '(n/a)' | '(n/a)' | '(n/a)' | '(n/a)' | 'id'
--> 'UNIQUE (non-clustered)' | 'UQ_plate' | '(n/a)' | '(n/a)' | '(n/a)' | '(n/a)' | 'plate'
--> print:  
--> info 15470: No foreign keys reference table 'Car', or you do not have permissions on referencing tables.
--> constraint_type nvarchar(256), constraint_name nvarchar(128), delete_action varchar(11), update_action varchar(11), status_enabled varchar(8), status_for_replication varchar(19), constraint_keys nvarchar(2126)
--> 'PRIMARY KEY (non-clustered)' | 'PK__Owner__37386AE0239E4DCF' | '(n/a)' | '(n/a)' | '(n/a)' | '(n/a)' | 'id'
--> print:  
--> Table is referenced by foreign key nvarchar(516)
--> 'golden.dbo.Car: FK_owner'
CREATE VIEW dbo.Cheap AS SELECT id, plate FROM dbo.Car WHERE price < 50
GO
CREATE TRIGGER dbo.OnCar ON dbo.Car AFTER INSERT, UPDATE AS RETURN
GO
EXEC sp_helptrigger 'Car'
EXEC sp_helptrigger 'Car', 'DELETE'
EXEC sp_helptrigger 'Car', 'MERGE'
GO
--> trigger_name nvarchar(128), trigger_owner nvarchar(128), isupdate int, isdelete int, isinsert int, isafter int, isinsteadof int, trigger_schema nvarchar(128)
--> 'OnCar' | 'dbo' | 1 | 0 | 1 | 1 | 0 | 'dbo'
--> trigger_name nvarchar(128), trigger_owner nvarchar(128), isupdate int, isdelete int, isinsert int, isafter int, isinsteadof int, trigger_schema nvarchar(128)
--> Msg 15305, Level 16, State 1, Procedure sp_helptrigger, Line 24: The @TriggerType parameter value must be 'insert', 'update', or 'delete'.

-- Types, procedures of the system, names that are not there.
EXEC sp_help 'nvarchar'
EXEC sp_help 'nothing'
EXEC sp_help 'other.dbo.Car'
GO
--> Type_name nvarchar(128), Storage_type nvarchar(128), Length smallint, Prec int, Scale int, Nullable varchar(35), Default_name nvarchar(128), Rule_name nvarchar(128), Collation nvarchar(128)
--> 'nvarchar' | 'nvarchar' | 8000 | 4000 | NULL | 'yes' | 'none' | 'none' | 'SQL_Latin1_General_CP1_CI_AS'
--> Msg 15009, Level 16, State 1, Procedure sp_help, Line 55: The object 'nothing' does not exist in database 'golden' or is invalid for this operation.
--> Msg 15250, Level 16, State 1, Procedure sp_help, Line 47: The database name component of the object qualifier must be the name of the current database.

EXEC sp_depends 'Cheap'
EXEC sp_depends 'Car'
EXEC sp_depends 'Owner'
GO
--> info 15459: In the current database, the specified object references the following:
--> name nvarchar(257), type nvarchar(31), updated varchar(7), selected varchar(8), column nvarchar(128)
--> 'dbo.Car' | 'user table' | 'no' | 'no' | NULL
--> info 15460: In the current database, the specified object is referenced by the following:
--> name nvarchar(257), type nvarchar(31)
--> 'dbo.Cheap' | 'view'
--> info 15461: Object does not reference any object, and no objects reference it.

CREATE STATISTICS S_built ON dbo.Car (built, price)
EXEC sp_helpstats 'Car'
EXEC sp_helpstats 'Car', 'ALL'
EXEC sp_helpstats 'Owner'
GO
--> statistics_name nvarchar(128), statistics_keys nvarchar(2078)
--> 'S_built' | 'built, price'
--> statistics_name nvarchar(128), statistics_keys nvarchar(2078)
--> 'PK_Car' | 'id'
--> 'S_built' | 'built, price'
--> 'UQ_plate' | 'plate'
--> info 15574: This object does not have any statistics.

INSERT dbo.Car (plate) VALUES ('A'), ('B')
CREATE TABLE #space (name nvarchar(128), rows char(20), reserved varchar(18), data varchar(18), index_size varchar(18), unused varchar(18))
INSERT #space EXEC sp_spaceused 'Car'
SELECT name, rows FROM #space
EXEC sp_spaceused 'PK_Car'
EXEC sp_spaceused 'Car', 'maybe'
GO
--> (2 rows)
--> (1 row)
--> name nvarchar(128), rows char(20)
--> 'Car' | '2                   '
--> Msg 15234, Level 16, State 1, Procedure sp_spaceused, Line 58: Objects of this type have no space allocated.
--> Msg 15143, Level 16, State 1, Procedure sp_spaceused, Line 7: 'maybe' is not a valid option for the @updateusage parameter. Enter either 'true' or 'false'.
