-- Filtered tables in rarer places: cursors, OUTPUT, identities, temporal tables, TOP, TRUNCATE, computed columns, synonyms, other databases.
CREATE TABLE notes (id int IDENTITY PRIMARY KEY, owner sysname, body varchar(20), size AS LEN(body))
CREATE TABLE log (id int, old varchar(20), new varchar(20))
CREATE USER ann WITHOUT LOGIN
GRANT SELECT, INSERT, UPDATE, DELETE, ALTER ON notes TO ann
GRANT SELECT, INSERT ON log TO ann
INSERT notes (owner, body) VALUES ('ann', 'one'), ('bob', 'two'), ('ann', 'three'), ('bob', 'four')
GO
--> (4 rows)
CREATE FUNCTION own (@owner sysname) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS yes WHERE @owner = USER_NAME() OR USER_NAME() = 'dbo' AND SESSION_CONTEXT(N'all') = 1
GO
CREATE SECURITY POLICY pol ADD FILTER PREDICATE dbo.own(owner) ON dbo.notes
GO
CREATE SYNONYM syn FOR notes
GO
GRANT SELECT ON syn TO ann
GO
EXECUTE AS USER = 'ann'
GO
UPDATE notes SET body = body + '!' OUTPUT inserted.id, deleted.body, inserted.body INTO log
SELECT * FROM log ORDER BY id
DELETE TOP (1) FROM notes OUTPUT deleted.id
INSERT notes (owner, body) OUTPUT inserted.id VALUES ('bob', 'five'), ('ann', 'six')
SELECT SCOPE_IDENTITY() AS id, @@ROWCOUNT AS n
SELECT id, body, size FROM syn ORDER BY id
SELECT n.id FROM notes AS n WHERE EXISTS (SELECT 1 FROM notes AS m WHERE m.id < n.id) ORDER BY n.id
SELECT COUNT(*) AS n FROM golden.dbo.notes
SELECT id, $IDENTITY AS ident FROM notes ORDER BY id
SELECT id, body FROM notes ORDER BY id FOR JSON AUTO
GO
--> (2 rows)
--> id int, old varchar(20), new varchar(20)
--> 1 | 'one' | 'one!'
--> 3 | 'three' | 'three!'
--> id int!
--> 1
--> id int!
--> 5
--> 6
--> id numeric(38,0), n int!
--> 6 | 2
--> id int!, body varchar(20), size int
--> 3 | 'three!' | 6
--> 6 | 'six' | 3
--> id int!
--> 6
--> n int
--> 2
--> id int!, ident int!
--> 3 | 3
--> 6 | 6
--> JSON_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '[{"id":3,"body":"three!"},{"id":6,"body":"six"}]'
DECLARE c CURSOR FOR SELECT id, body FROM notes ORDER BY id
DECLARE @id int, @body varchar(20)
OPEN c
FETCH NEXT FROM c INTO @id, @body
SELECT @id AS id, @body AS body
UPDATE notes SET body = 'current' WHERE CURRENT OF c
CLOSE c
DEALLOCATE c
SELECT id, body FROM notes ORDER BY id
GO
--> id int, body varchar(20)
--> 3 | 'three!'
--> (1 row)
--> id int!, body varchar(20)
--> 3 | 'current'
--> 6 | 'six'
DECLARE @t TABLE (id int)
INSERT @t SELECT id FROM notes
UPDATE n SET body = 'joined' FROM notes AS n JOIN @t AS t ON t.id = n.id WHERE n.id > 5
DELETE notes FROM notes JOIN @t AS t ON t.id = notes.id WHERE notes.id > 5
SELECT id, body FROM notes ORDER BY id
SELECT id, owner, body INTO #mine FROM notes
SELECT owner, COUNT(*) AS n FROM #mine GROUP BY owner
GO
--> (2 rows)
--> (1 row)
--> (1 row)
--> id int!, body varchar(20)
--> 3 | 'current'
--> (1 row)
--> owner nvarchar(128)!, n int
--> 'ann' | 1
REVERT
GO
EXEC sp_set_session_context N'all', 1
SELECT id, owner, body FROM notes ORDER BY id
GO
--> id int!, owner nvarchar(128)!, body varchar(20)
--> 2 | 'bob' | 'two'
--> 3 | 'ann' | 'current'
--> 4 | 'bob' | 'four'
--> 5 | 'bob' | 'five'
-- TRUNCATE does not ask predicates.
EXECUTE AS USER = 'ann'
TRUNCATE TABLE notes
REVERT
SELECT COUNT(*) AS n FROM notes
GO
--> n int
--> 0
-- The past of a filtered table is filtered too.
CREATE TABLE versioned (id int PRIMARY KEY, owner sysname, a datetime2 GENERATED ALWAYS AS ROW START, b datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.past))
GO
CREATE SECURITY POLICY over_time ADD FILTER PREDICATE dbo.own(owner) ON dbo.versioned
GO
INSERT versioned (id, owner) VALUES (1, 'ann'), (2, 'bob')
UPDATE versioned SET owner = owner
GRANT SELECT ON versioned TO ann
EXECUTE AS USER = 'ann'
SELECT id FROM versioned
SELECT id FROM versioned FOR SYSTEM_TIME ALL
REVERT
GO
--> (2 rows)
--> (2 rows)
--> id int!
--> 1
--> id int!
--> 1
--> 1
SELECT id FROM versioned FOR SYSTEM_TIME ALL
GO
--> id int!
--> 1
--> 2
--> 1
--> 2
DROP SECURITY POLICY over_time
DROP SECURITY POLICY pol
ALTER TABLE versioned SET (SYSTEM_VERSIONING = OFF)
GO
