SET NOCOUNT ON;
CREATE TABLE Person (id int PRIMARY KEY, name varchar(20)) AS NODE;
CREATE TABLE City (id int, name varchar(20)) AS NODE;
CREATE TABLE X (id int) AS NODE;
CREATE TABLE Free AS EDGE;
CREATE TABLE L (w int, CONSTRAINT ec CONNECTION (Person TO City, Person TO Person) ON DELETE CASCADE) AS EDGE;
CREATE TABLE L2 (CONSTRAINT ec2 CONNECTION (Person TO City)) AS EDGE;
CREATE TABLE L3 (CONNECTION (City TO Person) ON DELETE NO ACTION) AS EDGE;
INSERT Person VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT City VALUES (10, 'x'), (20, 'y');
INSERT X VALUES (100);
GO
-- The catalog.
SELECT CASE is_system_named WHEN 1 THEN LEFT(name, 8) ELSE name END AS name, type, type_desc, OBJECT_NAME(parent_object_id) AS parent,
  delete_referential_action AS a, delete_referential_action_desc AS d, is_disabled, is_not_trusted, is_system_named
FROM sys.edge_constraints ORDER BY object_id;
SELECT OBJECT_NAME(object_id) AS name, clause_number, OBJECT_NAME(from_object_id) AS f, OBJECT_NAME(to_object_id) AS t
FROM sys.edge_constraint_clauses WHERE OBJECT_NAME(object_id) IN ('ec', 'ec2') ORDER BY object_id, clause_number;
SELECT COUNT(*) AS n FROM sys.objects WHERE type = 'EC';
SELECT OBJECT_NAME(OBJECT_ID('ec')) AS n, OBJECTPROPERTY(OBJECT_ID('ec'), 'CnstIsDisabled') AS d, OBJECTPROPERTY(OBJECT_ID('ec'), 'CnstIsDeleteCascade') AS c;
EXEC sp_helpconstraint 'L', 'nomsg';
GO
--> name nvarchar(128), type char(2), type_desc nvarchar(60), parent nvarchar(128), a tinyint, d nvarchar(60), is_disabled bit!, is_not_trusted bit!, is_system_named bit!
--> 'ec' | 'EC' | 'EDGE_CONSTRAINT' | 'L' | 1 | 'CASCADE' | 0 | 0 | 0
--> 'ec2' | 'EC' | 'EDGE_CONSTRAINT' | 'L2' | 0 | 'NO_ACTION' | 0 | 0 | 0
--> 'EC__L3__' | 'EC' | 'EDGE_CONSTRAINT' | 'L3' | 0 | 'NO_ACTION' | 0 | 0 | 1
--> name nvarchar(128), clause_number int!, f nvarchar(128), t nvarchar(128)
--> 'ec' | 1 | 'Person' | 'City'
--> 'ec' | 2 | 'Person' | 'Person'
--> 'ec2' | 1 | 'Person' | 'City'
--> n int
--> 3
--> n nvarchar(128), d int, c int
--> 'ec' | 0 | 1
--> constraint_type nvarchar(256), constraint_name nvarchar(128), delete_action varchar(11), update_action varchar(11), status_enabled varchar(8), status_for_replication varchar(19), constraint_keys nvarchar(2126)
--> 'EDGE CONSTRAINT' | 'ec' | 'No Action' | '(n/a)' | 'Enabled' | 'Is_For_Replication' | 'CONNECTION (golden.dbo.Person TO golden.dbo.City, golden.dbo.Person TO golden.dbo.Person)'
--> print:  
--> info 15470: No foreign keys reference table 'L', or you do not have permissions on referencing tables.
-- An edge leads between nodes that a clause admits and that exist.
INSERT L SELECT p.$node_id, c.$node_id, 1 FROM Person p, City c WHERE p.id = 1 AND c.id = 10;
SELECT COUNT(*) AS n FROM L;
INSERT L SELECT p.$node_id, x.$node_id, 1 FROM Person p, X x WHERE p.id = 1;
GO
--> n int
--> 1
--> Msg 547, Level 16, State 0, Line 4: The INSERT statement conflicted with the EDGE constraint "ec". The conflict occurred in database "golden", table "dbo.L".
--> info 3621: The statement has been terminated.
INSERT L SELECT c.$node_id, p.$node_id, 1 FROM Person p, City c WHERE p.id = 1 AND c.id = 10;
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the EDGE constraint "ec". The conflict occurred in database "golden", table "dbo.L".
--> info 3621: The statement has been terminated.
INSERT L2 VALUES ('{"type":"node","schema":"dbo","table":"Person","id":55}', (SELECT $node_id FROM City WHERE id = 10));
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the EDGE constraint "ec2". The conflict occurred in database "golden", table "dbo.L2".
--> info 3621: The statement has been terminated.
MERGE L2 USING (SELECT c.$node_id AS f, p.$node_id AS t FROM City c, Person p WHERE c.id = 10 AND p.id = 1) AS s ON 1 = 0
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id) VALUES (f, t);
GO
--> Msg 547, Level 16, State 0, Line 1: The MERGE statement conflicted with the EDGE constraint "ec2". The conflict occurred in database "golden", table "dbo.L2".
--> info 3621: The statement has been terminated.
-- A deleted node keeps its edges from going where the constraint does not cascade.
INSERT L2 SELECT p.$node_id, c.$node_id FROM Person p, City c WHERE p.id = 2 AND c.id = 10;
DELETE Person WHERE id = 2;
GO
--> Msg 547, Level 16, State 0, Line 3: The DELETE statement conflicted with the EDGE REFERENCE constraint "ec2". The conflict occurred in database "golden", table "dbo.L2".
--> info 3621: The statement has been terminated.
DELETE City;
GO
--> Msg 547, Level 16, State 0, Line 1: The DELETE statement conflicted with the EDGE REFERENCE constraint "ec2". The conflict occurred in database "golden", table "dbo.L2".
--> info 3621: The statement has been terminated.
SELECT COUNT(*) AS people FROM Person;
DELETE L2;
GO
--> people int
--> 4
-- ON DELETE CASCADE, of which triggers of the edge table are not told; edges without a constraint stay.
CREATE TRIGGER told ON L AFTER DELETE AS PRINT 'never told';
GO
INSERT L SELECT p.$node_id, q.$node_id, 1 FROM Person p, Person q WHERE q.id = p.id + 1;
INSERT Free SELECT p.$node_id, q.$node_id FROM Person p, Person q WHERE q.id = p.id + 1;
DELETE Person WHERE id = 2;
SELECT COUNT(*) AS l, (SELECT COUNT(*) FROM Free) AS f FROM L;
SELECT $from_id, $to_id FROM L;
BEGIN TRAN;
DELETE Person;
SELECT COUNT(*) AS l FROM L;
ROLLBACK;
SELECT COUNT(*) AS l FROM L;
GO
--> l int, f int
--> 2 | 3
--> $from_id_5712244017B4F2F958B00654E2DA8AB5 nvarchar(1000), $to_id_69476812712776A72C96F9EDDB010F50 nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":0}' | '{"type":"node","schema":"dbo","table":"City","id":0}'
--> '{"type":"node","schema":"dbo","table":"Person","id":2}' | '{"type":"node","schema":"dbo","table":"Person","id":3}'
--> l int
--> 0
--> l int
--> 2
DELETE L;
GO
--> print: never told
-- Disabled, it refuses nothing, and still keeps its node tables.
ALTER TABLE L NOCHECK CONSTRAINT ec;
INSERT L SELECT p.$node_id, x.$node_id, 1 FROM Person p, X x WHERE p.id = 1;
SELECT is_disabled, is_not_trusted FROM sys.edge_constraints WHERE name = 'ec';
TRUNCATE TABLE dbo.City;
GO
--> is_disabled bit!, is_not_trusted bit!
--> 1 | 1
--> Msg 13944, Level 16, State 1, Line 5: Cannot truncate table 'dbo.City' because it is being referenced by an EDGE constraint.
ALTER TABLE L CHECK CONSTRAINT ec;
SELECT is_disabled, is_not_trusted FROM sys.edge_constraints WHERE name = 'ec';
ALTER TABLE L WITH CHECK CHECK CONSTRAINT ALL;
GO
--> is_disabled bit!, is_not_trusted bit!
--> 0 | 1
--> Msg 547, Level 16, State 0, Line 3: The ALTER TABLE statement conflicted with the EDGE constraint "ec". The conflict occurred in database "golden", table "dbo.L".
DELETE L WHERE w = 1;
ALTER TABLE L WITH CHECK CHECK CONSTRAINT ALL;
SELECT is_disabled, is_not_trusted FROM sys.edge_constraints WHERE name = 'ec';
GO
--> print: never told
--> is_disabled bit!, is_not_trusted bit!
--> 0 | 0
-- ALTER TABLE ADD and DROP; every constraint must admit every edge.
ALTER TABLE L ADD CONSTRAINT ec3 CONNECTION (X TO X);
INSERT L SELECT p.$node_id, c.$node_id, 1 FROM Person p, City c WHERE p.id = 1 AND c.id = 10;
GO
--> Msg 547, Level 16, State 0, Line 3: The INSERT statement conflicted with the EDGE constraint "ec3". The conflict occurred in database "golden", table "dbo.L".
--> info 3621: The statement has been terminated.
ALTER TABLE L DROP CONSTRAINT ec3, ec;
INSERT L SELECT p.$node_id, x.$node_id, 1 FROM Person p, X x WHERE p.id = 1;
ALTER TABLE L ADD CONSTRAINT e CONNECTION (Person TO City);
GO
--> Msg 547, Level 16, State 0, Line 3: The ALTER TABLE statement conflicted with the EDGE constraint "e". The conflict occurred in database "golden", table "dbo.L".
ALTER TABLE L WITH NOCHECK ADD CONSTRAINT e CONNECTION (Person TO City);
SELECT name, is_not_trusted FROM sys.edge_constraints WHERE parent_object_id = OBJECT_ID('L');
EXEC sp_rename 'e', 'renamed', 'OBJECT';
ALTER TABLE L DROP CONSTRAINT renamed;
ALTER TABLE L DROP CONSTRAINT IF EXISTS renamed;
GO
--> name nvarchar(128)!, is_not_trusted bit!
--> 'e' | 1
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
DROP TABLE City;
GO
--> Msg 13934, Level 16, State 1, Line 1: Could not drop node table 'City' because it is referenced by an edge constraint.
TRUNCATE TABLE City;
GO
--> Msg 13944, Level 16, State 1, Line 1: Cannot truncate table 'City' because it is being referenced by an EDGE constraint.
CREATE TABLE L4 (CONNECTION (Person TO nowhere)) AS EDGE;
GO
--> Msg 13931, Level 16, State 1, Line 1: Edge constraint 'EC__L4__30F848ED' references invalid table 'nowhere'.  Table could not be found.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE L5 (CONSTRAINT c5 CONNECTION (Person TO L)) AS EDGE;
GO
--> Msg 13933, Level 16, State 1, Line 1: Edge constraint must reference node tables.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE N2 (id int, CONNECTION (Person TO Person)) AS NODE;
GO
--> Msg 13930, Level 16, State 1, Line 1: Edge constraint cannot be created on table 'N2'.  The table is not an edge table.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE T2 (id int, CONNECTION (Person TO Person));
GO
--> Msg 13930, Level 16, State 1, Line 1: Edge constraint cannot be created on table 'T2'.  The table is not an edge table.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE L8 (CONNECTION (Person TO Person) ON DELETE SET NULL) AS EDGE;
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'SET'.
CREATE TABLE L9 (CONNECTION (Person TO Person) ON UPDATE CASCADE) AS EDGE;
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'UPDATE'.
CREATE TABLE L10 (CONSTRAINT ec2 CONNECTION (Person TO Person)) AS EDGE;
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'ec2' in the database.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE Person ADD CONSTRAINT no CONNECTION (Person TO Person);
GO
--> Msg 13930, Level 16, State 1, Line 1: Edge constraint cannot be created on table 'Person'.  The table is not an edge table.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
DECLARE @name sysname = (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('Person') AND graph_type = 2);
EXEC ('ALTER TABLE Person DROP COLUMN [' + @name + ']');
GO
--> Msg 13913, Level 16, State 5, Line 1: Internal graph columns cannot be altered.
DECLARE @name sysname = (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('L') AND graph_type = 3);
EXEC ('ALTER TABLE L ALTER COLUMN ' + @name + ' int');
GO
--> Msg 13913, Level 16, State 2, Line 1: Internal graph columns cannot be altered.
-- Tables that nothing names can go, and columns of one's own.
ALTER TABLE L DROP COLUMN w;
ALTER TABLE L ADD note varchar(10) NOT NULL DEFAULT 'n', CHECK (note <> '');
GO
INSERT L ($from_id, $to_id) SELECT $node_id, $node_id FROM Person WHERE id = 1;
SELECT note FROM L;
DROP TABLE L2, L3, Free;
DROP TABLE City;
TRUNCATE TABLE X;
GO
--> note varchar(10)!
--> 'n'
--> 'n'
