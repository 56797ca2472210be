SET NOCOUNT ON;
CREATE TABLE Person (id int PRIMARY KEY, name varchar(20)) AS NODE;
CREATE TABLE City (id int, name varchar(20)) AS NODE;
CREATE TABLE Likes (w int) AS EDGE;
CREATE TABLE LivesIn AS EDGE;
INSERT Person VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT City VALUES (10, 'x'), (20, 'y');
INSERT Likes SELECT p1.$node_id, p2.$node_id, p1.id * 10 + p2.id FROM Person p1, Person p2 WHERE p2.id = p1.id + 1 AND p1.id < 3;
INSERT Likes SELECT p1.$node_id, p2.$node_id, 99 FROM Person p1, Person p2 WHERE p1.id = 3 AND p2.id = 1;
INSERT LivesIn SELECT p.$node_id, c.$node_id FROM Person p, City c WHERE (p.id % 2 = 1 AND c.id = 10) OR (p.id % 2 = 0 AND c.id = 20);
GO
-- An arrow in either direction, chains, patterns joined by AND.
SELECT p1.name, p2.name, l.w FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) ORDER BY 1;
SELECT p1.name, p2.name FROM Person p1, Likes l, Person p2 WHERE MATCH(p2<-(l)-p1) ORDER BY 1;
SELECT CONCAT(p1.name, p2.name, p3.name) AS n FROM Person p1, Likes l1, Person p2, Likes l2, Person p3 WHERE MATCH(p1-(l1)->p2-(l2)->p3) ORDER BY 1;
SELECT CONCAT(p1.name, p2.name, p3.name) AS n FROM Person p1, Likes l1, Person p2, Likes l2, Person p3 WHERE MATCH(p1-(l1)->p2 AND p2-(l2)->p3) ORDER BY 1;
SELECT CONCAT(p1.name, p2.name, c.name) AS n FROM Person p1, Likes l1, Person p2, LivesIn li, City c WHERE MATCH(p1-(l1)->p2-(li)->c) ORDER BY 1;
SELECT CONCAT(p1.name, p2.name, c.name) AS n FROM Person p1, Likes l1, Person p2, LivesIn li, LivesIn li2, City c
WHERE MATCH(p1-(l1)->p2-(li)->c<-(li2)-p1) ORDER BY 1;
SELECT CONCAT(Person.name, City.name) AS n FROM Person, LivesIn, City WHERE MATCH(Person-(LivesIn)->City) AND Person.id > 1 ORDER BY 1;
SELECT COUNT(*) AS n FROM Person p1, Likes l WHERE MATCH(p1-(l)->p1);
GO
--> name varchar(20), name varchar(20), w int
--> 'a' | 'b' | 12
--> 'b' | 'c' | 23
--> 'c' | 'a' | 99
--> name varchar(20), name varchar(20)
--> 'a' | 'b'
--> 'b' | 'c'
--> 'c' | 'a'
--> n varchar(60)!
--> 'abc'
--> 'bca'
--> 'cab'
--> n varchar(60)!
--> 'abc'
--> 'bca'
--> 'cab'
--> n varchar(60)!
--> 'aby'
--> 'bcx'
--> 'cax'
--> n varchar(60)!
--> 'cax'
--> n varchar(40)!
--> 'by'
--> 'cx'
--> 'dy'
--> n int
--> 0
-- Derived tables, common tables and views; CASE; EXISTS, and nodes of the query around it.
SELECT COUNT(*) AS n FROM (SELECT * FROM Person) p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2);
WITH x AS (SELECT * FROM Likes) SELECT p1.name, w FROM Person p1, x, Person p2 WHERE MATCH(p1-(x)->p2) AND p2.id = 3;
SELECT COUNT(*) AS n FROM Person p1, Likes l, Person p2 WHERE CASE WHEN MATCH(p1-(l)->p2) THEN 1 ELSE 0 END = 1;
SELECT Person.name FROM Person WHERE EXISTS (SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) AND p1.id = Person.id) ORDER BY id;
SELECT p.name FROM Person p WHERE NOT EXISTS (SELECT 1 FROM Likes l, Person q WHERE MATCH(p-(l)->q));
SELECT d.a, d.b FROM (SELECT p1.name AS a, p2.name AS b FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2)) AS d WHERE d.a > 'a' ORDER BY d.a;
GO
--> n int
--> 3
--> name varchar(20), w int
--> 'b' | 23
--> n int
--> 3
--> name varchar(20)
--> 'a'
--> 'b'
--> 'c'
--> name varchar(20)
--> 'd'
--> a varchar(20), b varchar(20)
--> 'b' | 'c'
--> 'c' | 'a'
CREATE VIEW likers AS SELECT p1.id, p1.name, p2.name AS liked FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2);
GO
CREATE VIEW anything AS SELECT $node_id, 'person' AS kind FROM Person UNION ALL SELECT $node_id, 'city' FROM City;
GO
CREATE PROCEDURE liked_by @name varchar(20) AS
SELECT p2.name FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) AND p1.name = @name;
GO
SELECT liked FROM likers WHERE id = 2;
EXEC liked_by 'c';
EXEC liked_by @name = 'd';
SELECT kind, COUNT(*) AS n FROM anything AS a, LivesIn li, Person p WHERE MATCH(p-(li)->a) GROUP BY kind;
SELECT kind, p.name FROM anything AS a, Likes l, Person p WHERE MATCH(a-(l)->p) ORDER BY p.name;
GO
--> liked varchar(20)
--> 'c'
--> name varchar(20)
--> 'a'
--> name varchar(20)
--> kind varchar(6)!, n int
--> 'city' | 4
--> kind varchar(6)!, name varchar(20)
--> 'person' | 'a'
--> 'person' | 'b'
--> 'person' | 'c'
-- SELECT * shows what MATCH does not name, then edges, then nodes.
SELECT * FROM City c, LivesIn v, Person p WHERE MATCH(p-(v)->c) AND p.id = 1;
SELECT p1.*, l.w FROM City c, Likes l, Person p1, Person p2 WHERE MATCH(p2<-(l)-p1) AND c.id = 10 AND p1.id = 2;
SELECT * FROM City c, Likes l, Person p1, Person p2 WHERE MATCH(p1-(l)->p2) AND c.id = 10 AND p1.id = 2;
GO
--> $edge_id_CF6486891AD9FD28E2C90DC081489F57 nvarchar(1000)!, $from_id_9EEF4E4F731368727DCF3A56ED8E56AA nvarchar(1000), $to_id_A063DB61ED90C9A9D5A2E38B22D40DCE nvarchar(1000), $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int!, name varchar(20), $node_id_8559E8989E312C0B48B3781D9C42461E nvarchar(1000)!, id int, name varchar(20)
--> '{"type":"edge","schema":"dbo","table":"LivesIn","id":0}' | '{"type":"node","schema":"dbo","table":"Person","id":0}' | '{"type":"node","schema":"dbo","table":"City","id":0}' | '{"type":"node","schema":"dbo","table":"Person","id":0}' | 1 | 'a' | '{"type":"node","schema":"dbo","table":"City","id":0}' | 10 | 'x'
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int!, name varchar(20), w int
--> '{"type":"node","schema":"dbo","table":"Person","id":1}' | 2 | 'b' | 23
--> $node_id_8559E8989E312C0B48B3781D9C42461E nvarchar(1000)!, id int, name varchar(20), $edge_id_C6EA6D135E481A754B6D97ED2D804855 nvarchar(1000)!, $from_id_8EDA35108E542323ABBDEA9997F1A75B nvarchar(1000), $to_id_91349ECE3F394EF4DFC60FEBEA585137 nvarchar(1000), w int, $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int!, name varchar(20), $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int!, name varchar(20)
--> '{"type":"node","schema":"dbo","table":"City","id":0}' | 10 | 'x' | '{"type":"edge","schema":"dbo","table":"Likes","id":1}' | '{"type":"node","schema":"dbo","table":"Person","id":1}' | '{"type":"node","schema":"dbo","table":"Person","id":2}' | 23 | '{"type":"node","schema":"dbo","table":"Person","id":1}' | 2 | 'b' | '{"type":"node","schema":"dbo","table":"Person","id":2}' | 3 | 'c'
-- UPDATE, DELETE and MERGE.
BEGIN TRAN;
UPDATE p1 SET name = 'z' FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) AND p2.id = 1;
SELECT name FROM Person WHERE id = 3;
DELETE l OUTPUT deleted.w FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) AND p1.id = 1;
DELETE Likes FROM Person, Likes, Person AS other WHERE MATCH(other-(Likes)->Person) AND Person.id = 1;
SELECT w FROM Likes;
ROLLBACK;
DECLARE @person int = 4, @other int = 1, @w int = 5;
MERGE Likes USING (SELECT @person AS person, @other AS other, @w AS w) AS t JOIN Person ON t.person = Person.id JOIN Person AS q ON t.other = q.id
ON MATCH(Person-(Likes)->q)
WHEN MATCHED THEN UPDATE SET w = t.w
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id, w) VALUES (Person.$node_id, q.$node_id, t.w)
OUTPUT $action, inserted.w, q.name;
SET @w = 6;
MERGE Likes USING (SELECT @person AS person, @other AS other, @w AS w) AS t JOIN Person ON t.person = Person.id JOIN Person AS q ON t.other = q.id
ON MATCH(Person-(Likes)->q)
WHEN MATCHED THEN UPDATE SET w = t.w
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id, w) VALUES (Person.$node_id, q.$node_id, t.w)
OUTPUT $action, inserted.w, q.name;
GO
--> name varchar(20)
--> 'z'
--> w int
--> 12
--> w int
--> 23
--> $action nvarchar(10)!, w int, name varchar(20)
--> 'INSERT' | 5 | 'a'
--> $action nvarchar(10)!, w int, name varchar(20)
--> 'UPDATE' | 6 | 'a'
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) OR 1 = 1;
GO
--> Msg 13905, Level 16, State 1, Line 1: A MATCH clause may not be directly combined with other expressions using OR or NOT.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE NOT MATCH(p1-(l)->p2);
GO
--> Msg 13905, Level 16, State 1, Line 1: A MATCH clause may not be directly combined with other expressions using OR or NOT.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE 1 = 0 OR (MATCH(p1-(l)->p2) AND 2 = 2);
GO
--> Msg 13905, Level 16, State 1, Line 1: A MATCH clause may not be directly combined with other expressions using OR or NOT.
SELECT 1 FROM Person p1, Likes l, Likes p2 WHERE MATCH(p1-(l)->p2);
GO
--> Msg 13901, Level 16, State 1, Line 1: Identifier 'p2' in a MATCH clause is not a node table or an alias for a node table.
SELECT 1 FROM Person p1, Person l, Person p2 WHERE MATCH(p1-(l)->p2);
GO
--> Msg 13902, Level 16, State 1, Line 1: Identifier 'l' in a MATCH clause is not an edge table or an alias for an edge table.
SELECT 1 FROM Person p1, Likes l WHERE MATCH(p1-(l)->zz);
GO
--> Msg 13900, Level 16, State 1, Line 1: Identifier 'zz' in a MATCH clause could not be bound.
SELECT 1 FROM Person p1, Likes l, Person p2, Person p3 WHERE MATCH(p1-(l)->p2 AND p2-(l)->p3);
GO
--> Msg 13903, Level 16, State 1, Line 1: Edge table 'l' used in more than one MATCH pattern.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2) AND MATCH(p1-(l)->p2);
GO
--> Msg 13903, Level 16, State 1, Line 1: Edge table 'l' used in more than one MATCH pattern.
SELECT 1 FROM Person p1 JOIN Likes l ON 1 = 1, Person p2 WHERE MATCH(p1-(l)->p2);
GO
--> Msg 13920, Level 16, State 1, Line 1: Identifier 'l' in a MATCH clause is used with a JOIN clause or APPLY operator. JOIN and APPLY are not supported with MATCH clauses.
SELECT 1 FROM Person p1 CROSS JOIN Likes l CROSS JOIN Person p2 WHERE MATCH(p1-(l)->p2);
GO
--> Msg 13920, Level 16, State 1, Line 1: Identifier 'l' in a MATCH clause is used with a JOIN clause or APPLY operator. JOIN and APPLY are not supported with MATCH clauses.
SELECT 1 FROM Person p1 JOIN Likes l ON MATCH(p1-(l)->p1);
GO
--> Msg 13920, Level 16, State 1, Line 1: Identifier 'l' in a MATCH clause is used with a JOIN clause or APPLY operator. JOIN and APPLY are not supported with MATCH clauses.
SELECT MATCH(p1-(l)->p2) FROM Person p1, Likes l, Person p2;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '>'.
SELECT COUNT(*) FROM Person p1, Likes l, Person p2 GROUP BY p1.id HAVING MATCH(p1-(l)->p2);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '>'.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1->p2);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '>'.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1<-(l)->p2);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '>'.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)-p2);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'p2'.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(dbo.p1-(l)->p2);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '.'.
SELECT 1 FROM Person p1, Likes l, Person p2 WHERE MATCH(p1-(l)->p2 OR p1-(l)->p2);
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'OR'.
CREATE TABLE plain (a int);
SELECT 1 FROM plain, Likes l, Person p2 WHERE MATCH(plain-(l)->p2);
GO
--> Msg 13901, Level 16, State 1, Line 2: Identifier 'plain' in a MATCH clause is not a node table or an alias for a node table.
-- In a trigger the new edges are matched too; functions and row-level security.
CREATE TRIGGER told ON Likes AFTER INSERT AS
SELECT p.name, q.name FROM Person p, inserted i, Person q WHERE MATCH(p-(i)->q);
GO
INSERT Likes SELECT a.$node_id, b.$node_id, 7 FROM Person a, Person b WHERE a.id = 1 AND b.id = 3;
DROP TRIGGER told;
GO
--> name varchar(20), name varchar(20)
--> 'a' | 'c'
CREATE FUNCTION liked (@id int) RETURNS TABLE AS RETURN (SELECT q.name FROM Person p, Likes l, Person q WHERE MATCH(p-(l)->q) AND p.id = @id);
GO
CREATE FUNCTION dbo.likes_count (@id int) RETURNS int AS BEGIN RETURN (SELECT COUNT(*) FROM Person p, Likes l, Person q WHERE MATCH(p-(l)->q) AND p.id = @id) END;
GO
SELECT p.id, x.name, dbo.likes_count(p.id) AS n FROM Person p CROSS APPLY liked(p.id) AS x ORDER BY p.id, x.name;
GO
--> id int!, name varchar(20), n int
--> 1 | 'b' | 2
--> 1 | 'c' | 2
--> 2 | 'c' | 1
--> 3 | 'a' | 1
--> 4 | 'a' | 1
CREATE FUNCTION dbo.seen (@id int) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS ok WHERE @id < 3;
GO
CREATE SECURITY POLICY policy ADD FILTER PREDICATE dbo.seen(id) ON dbo.Person WITH (STATE = ON);
GO
SELECT p.name, q.name FROM Person p, Likes l, Person q WHERE MATCH(p-(l)->q) ORDER BY p.name;
SELECT n1.name, STRING_AGG(n2.name, '/') WITHIN GROUP (GRAPH PATH) AS way FROM Person n1, Likes FOR PATH e, Person FOR PATH n2
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) ORDER BY n1.name;
GO
--> name varchar(20), name varchar(20)
--> 'a' | 'b'
--> name varchar(20), way varchar(8000)
--> 'a' | 'b'
DROP SECURITY POLICY policy;
CREATE DATABASE other_graph;
GO
CREATE TABLE other_graph.dbo.Person (id int) AS NODE;
INSERT other_graph.dbo.Person VALUES (1);
SELECT $node_id FROM other_graph.dbo.Person;
GO
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":0}'
SELECT 1 FROM Person p, Likes l, other_graph.dbo.Person q WHERE MATCH(p-(l)->q);
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'MATCH over several databases' is not supported in this version of Sprocket.
DROP DATABASE other_graph;
CREATE TABLE TN (id int PRIMARY KEY, s datetime2 GENERATED ALWAYS AS ROW START, e datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) AS NODE
WITH (SYSTEM_VERSIONING = ON);
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'SYSTEM_VERSIONING of node and edge tables' is not supported in this version of Sprocket.
