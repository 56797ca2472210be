-- An organization kept as paths: grown by a procedure, one person and then a whole branch moved, and the same made from a table of parents.
CREATE TABLE org (node hierarchyid PRIMARY KEY CLUSTERED, depth AS node.GetLevel(), person int UNIQUE NOT NULL, name varchar(20) NOT NULL)
CREATE UNIQUE INDEX by_depth ON org (depth, node)
INSERT org (node, person, name) VALUES (hierarchyid::GetRoot(), 6, 'Dora')
GO
--> (1 row)
CREATE PROCEDURE hire (@boss int, @person int, @name varchar(20)) AS
BEGIN
  DECLARE @above hierarchyid, @last hierarchyid
  SELECT @above = node FROM org WHERE person = @boss
  SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
  BEGIN TRANSACTION
    SELECT @last = MAX(node) FROM org WHERE node.GetAncestor(1) = @above
    INSERT org (node, person, name) VALUES (@above.GetDescendant(@last, NULL), @person, @name)
  COMMIT
END
GO
SET NOCOUNT ON
EXEC hire 6, 46, 'Sam'
EXEC hire 6, 271, 'John'
EXEC hire 6, 119, 'Jill'
EXEC hire 46, 269, 'Wanda'
EXEC hire 271, 272, 'Mary'
SELECT node.ToString() AS path, node, depth, name FROM org ORDER BY node
GO
--> path nvarchar(4000), node hierarchyid!, depth smallint, name varchar(20)!
--> '/' | 0x | 0 | 'Dora'
--> '/1/' | 0x58 | 1 | 'Sam'
--> '/1/1/' | 0x5AC0 | 2 | 'Wanda'
--> '/2/' | 0x68 | 1 | 'John'
--> '/2/1/' | 0x6AC0 | 2 | 'Mary'
--> '/3/' | 0x78 | 1 | 'Jill'
DECLARE @who hierarchyid, @from hierarchyid, @to hierarchyid
SELECT @who = node FROM org WHERE person = 272
SELECT @from = node FROM org WHERE person = 271
SELECT @to = node FROM org WHERE person = 119
UPDATE org SET node = @who.GetReparentedValue(@from, @to) WHERE node = @who
SELECT node.ToString() AS path, name FROM org WHERE node.IsDescendantOf(@to) = 1 ORDER BY node
GO
--> path nvarchar(4000), name varchar(20)!
--> '/3/' | 'Jill'
--> '/3/1/' | 'Mary'
DECLARE @old hierarchyid, @new hierarchyid
SELECT @old = node FROM org WHERE name = 'Sam'
SELECT @new = node FROM org WHERE name = 'Jill'
SELECT @new = @new.GetDescendant(MAX(node), NULL) FROM org WHERE node.GetAncestor(1) = @new
UPDATE org SET node = node.GetReparentedValue(@old, @new) WHERE node.IsDescendantOf(@old) = 1
SELECT node.ToString() AS path, name FROM org ORDER BY node
GO
--> path nvarchar(4000), name varchar(20)!
--> '/' | 'Dora'
--> '/2/' | 'John'
--> '/3/' | 'Jill'
--> '/3/1/' | 'Mary'
--> '/3/2/' | 'Sam'
--> '/3/2/1/' | 'Wanda'
CREATE TABLE parents (id int PRIMARY KEY, boss int REFERENCES parents (id), name varchar(5))
INSERT parents VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 1, 'c'), (4, 2, 'd'), (5, 2, 'e'), (6, 4, 'f')
SELECT id, boss, ROW_NUMBER() OVER (PARTITION BY boss ORDER BY boss, id) AS num INTO #children FROM parents;
WITH paths (path, id) AS (
  SELECT hierarchyid::GetRoot() AS node, id FROM #children WHERE boss IS NULL
  UNION ALL
  SELECT CAST(p.path.ToString() + CAST(c.num AS varchar(30)) + '/' AS hierarchyid), c.id FROM #children AS c JOIN paths AS p ON c.boss = p.id)
SELECT p.path.ToString() AS path, o.name FROM parents AS o JOIN paths AS p ON o.id = p.id ORDER BY p.path
GO
--> path nvarchar(4000), name varchar(5)
--> '/' | 'a'
--> '/1/' | 'b'
--> '/1/1/' | 'd'
--> '/1/1/1/' | 'f'
--> '/1/2/' | 'e'
--> '/2/' | 'c'
CREATE TABLE kept (node hierarchyid PRIMARY KEY, above AS node.GetAncestor(1) PERSISTED CONSTRAINT fk_above REFERENCES kept (node))
INSERT kept (node) VALUES ('/')
INSERT kept (node) VALUES ('/1/')
INSERT kept (node) VALUES ('/5/1/')
GO
--> Msg 547, Level 16, State 0, Line 4: The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint "fk_above". The conflict occurred in database "golden", table "dbo.kept", column 'node'.
--> info 3621: The statement has been terminated.
