SET NOCOUNT ON;
CREATE TABLE N (id int, name varchar(20), d decimal(5, 2)) AS NODE;
CREATE TABLE E (w int, m money) AS EDGE;
INSERT N VALUES (1, 'a', 1.5), (2, 'b', 2.25), (3, 'c', 3), (4, 'd', 4), (5, 'e', 5), (6, 'f', 6);
INSERT E SELECT a.$node_id, b.$node_id, a.id * 10 + b.id, a.id * 1.5 FROM N a, N b
WHERE a.id = 1 AND b.id = 2 OR a.id = 2 AND b.id = 3 OR a.id = 3 AND b.id = 4 OR a.id = 1 AND b.id = 3 OR a.id = 4 AND b.id = 1 OR a.id = 5 AND b.id = 6;
GO
-- One row for each node that is reached, with a path as short as any; the start itself when a cycle leads back to it.
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way FROM N n1, E FOR PATH e, N FOR PATH n2
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id = 1 ORDER BY 1;
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way FROM N n1, E FOR PATH e, N FOR PATH n2
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2){1,2})) AND n1.id = 1 ORDER BY way;
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way FROM N n1, E FOR PATH AS e, N FOR PATH AS n2
WHERE MATCH(SHORTEST_PATH(n1(<-(e)-n2)+)) AND n1.id = 1 ORDER BY 1;
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way FROM N n1, E FOR PATH AS e, N FOR PATH AS n2
WHERE MATCH(SHORTEST_PATH((n2-(e)->)+n1)) AND n1.id = 1 ORDER BY 1;
SELECT n1.name + ':' + STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way FROM N n1, E FOR PATH e, N FOR PATH n2
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id IN (2, 5) ORDER BY 1;
SELECT COUNT(*) AS n FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> way varchar(8000)
--> 'b'
--> 'c'
--> 'c->d'
--> 'c->d->a'
--> way varchar(8000)
--> 'b'
--> 'c'
--> 'c->d'
--> way varchar(8000)
--> 'd'
--> 'd->c'
--> 'd->c->a'
--> 'd->c->b'
--> way varchar(8000)
--> 'd'
--> 'd->c'
--> 'd->c->a'
--> 'd->c->b'
--> way varchar(8000)
--> 'b:c'
--> 'b:c->d'
--> 'b:c->d->a'
--> 'b:c->d->a->b'
--> 'e:f'
--> n int
--> 17
-- The aggregates of a path, over nodes and edges, and their types.
SELECT LAST_VALUE(n2.name) WITHIN GROUP (GRAPH PATH) AS last, COUNT(n2.id) WITHIN GROUP (GRAPH PATH) AS levels, COUNT(e.*) WITHIN GROUP (GRAPH PATH) AS edges,
  SUM(e.w) WITHIN GROUP (GRAPH PATH) AS w, AVG(e.w) WITHIN GROUP (GRAPH PATH) AS aw, AVG(n2.d) WITHIN GROUP (GRAPH PATH) AS ad,
  MAX(e.m) WITHIN GROUP (GRAPH PATH) AS m, MIN(n2.name) WITHIN GROUP (GRAPH PATH) AS least, SUM(e.w * 2 + n2.id) WITHIN GROUP (GRAPH PATH) AS x
FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id = 1 ORDER BY last;
DECLARE @separator varchar(3) = ' > ';
SELECT STRING_AGG(CONCAT(n2.name, @separator, e.w), ', ') WITHIN GROUP (GRAPH PATH) AS way, STRING_AGG(n2.$node_id, ';') WITHIN GROUP (GRAPH PATH) AS ids
FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id = 3 ORDER BY way;
BEGIN TRAN;
UPDATE E SET w = NULL WHERE w = 13;
SELECT STRING_AGG(CAST(e.w AS varchar(10)), ',') WITHIN GROUP (GRAPH PATH) AS ws, SUM(e.w) WITHIN GROUP (GRAPH PATH) AS s
FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id = 1 ORDER BY ws;
ROLLBACK;
SELECT SUM(e.w) WITHIN GROUP (GRAPH PATH) AS s FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2){1,2})) AND n1.id = 1 ORDER BY s;
GO
--> last varchar(20), levels int, edges int, w int, aw int, ad decimal(38,6), m money, least varchar(20), x int
--> 'a' | 3 | 3 | 88 | 29 | 2.833333 | 6.0000 | 'a' | 184
--> 'b' | 1 | 1 | 12 | 12 | 2.250000 | 1.5000 | 'b' | 26
--> 'c' | 1 | 1 | 13 | 13 | 3.000000 | 1.5000 | 'c' | 29
--> 'd' | 2 | 2 | 47 | 23 | 3.500000 | 4.5000 | 'c' | 101
--> way varchar(8000), ids nvarchar(4000)
--> 'd > 34' | '{"type":"node","schema":"dbo","table":"N","id":3}'
--> 'd > 34, a > 41' | '{"type":"node","schema":"dbo","table":"N","id":3};{"type":"node","schema":"dbo","table":"N","id":0}'
--> 'd > 34, a > 41, b > 12' | '{"type":"node","schema":"dbo","table":"N","id":3};{"type":"node","schema":"dbo","table":"N","id":0};{"type":"node","schema":"dbo","table":"N","id":1}'
--> 'd > 34, a > 41, c > 13' | '{"type":"node","schema":"dbo","table":"N","id":3};{"type":"node","schema":"dbo","table":"N","id":0};{"type":"node","schema":"dbo","table":"N","id":2}'
--> ws varchar(8000), s int
--> NULL | NULL
--> '12' | 12
--> '34' | 34
--> '34,41' | 75
--> s int
--> 12
--> 13
--> 47
-- In common tables and derived tables, with grouping, DISTINCT and conditions on what they yield.
WITH q AS (SELECT n1.name AS n, LAST_VALUE(n2.name) WITHIN GROUP (GRAPH PATH) AS dest FROM N n1, E FOR PATH e, N FOR PATH n2
  WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)))
SELECT n FROM q WHERE dest = 'a' ORDER BY n;
SELECT hops, COUNT(*) AS n FROM (SELECT COUNT(n2.id) WITHIN GROUP (GRAPH PATH) AS hops FROM N n1, E FOR PATH e, N FOR PATH n2
  WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+))) AS d GROUP BY hops ORDER BY hops;
SELECT n1.name, COUNT(*) AS n FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) GROUP BY n1.name ORDER BY n1.name;
SELECT DISTINCT COUNT(n2.id) WITHIN GROUP (GRAPH PATH) AS hops FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) ORDER BY hops;
SELECT TOP (2) n1.name, LAST_VALUE(n2.name) WITHIN GROUP (GRAPH PATH) AS last FROM N n1, E FOR PATH e, N FOR PATH n2
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) ORDER BY COUNT(n2.id) WITHIN GROUP (GRAPH PATH) DESC, n1.name;
SELECT * FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n1.id = 5;
GO
--> n varchar(20)
--> 'a'
--> 'b'
--> 'c'
--> 'd'
--> hops int, n int
--> 1 | 6
--> 2 | 5
--> 3 | 5
--> 4 | 1
--> name varchar(20), n int
--> 'a' | 4
--> 'b' | 4
--> 'c' | 4
--> 'd' | 4
--> 'e' | 1
--> hops int
--> 1
--> 2
--> 3
--> 4
--> name varchar(20), last varchar(20)
--> 'b' | 'b'
--> 'a' | 'a'
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int, name varchar(20), d decimal(5,2)
--> '{"type":"node","schema":"dbo","table":"N","id":4}' | 5 | 'e' | 5.00
-- LAST_NODE goes on from where a path ends.
CREATE TABLE G (x int) AS EDGE;
INSERT G SELECT a.$node_id, b.$node_id, 7 FROM N a, N b WHERE a.id = 4 AND b.id = 6;
INSERT G SELECT a.$node_id, b.$node_id, 8 FROM N a, N b WHERE a.id = 6 AND b.id = 5;
GO
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS way, x.name, g.x FROM N n1, E FOR PATH e, N FOR PATH n2, G g, N x
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+) AND LAST_NODE(n2)-(g)->x) AND n1.id = 1;
SELECT n1.name, STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) AS first, STRING_AGG(n3.name, '->') WITHIN GROUP (GRAPH PATH) AS then_by
FROM N n1, E FOR PATH e, N FOR PATH n2, G FOR PATH g, N FOR PATH n3
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+) AND SHORTEST_PATH(LAST_NODE(n2)(-(g)->n3)+)) AND n1.id = 1 ORDER BY then_by;
SELECT n1.name, n4.name, LAST_VALUE(n2.name) WITHIN GROUP (GRAPH PATH) AS meet, COUNT(n3.id) WITHIN GROUP (GRAPH PATH) AS hops
FROM N n1, E FOR PATH e, N FOR PATH n2, N n4, G FOR PATH g, N FOR PATH n3
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+) AND SHORTEST_PATH(n4(-(g)->n3)+) AND LAST_NODE(n2) = LAST_NODE(n3)) AND n1.id = 5;
-- A pattern of two hops is repeated as a whole.
SELECT n1.name, STRING_AGG(n2.name + n3.name, ' ') WITHIN GROUP (GRAPH PATH) AS way, COUNT(n3.id) WITHIN GROUP (GRAPH PATH) AS rounds
FROM N n1, E FOR PATH e, N FOR PATH n2, E FOR PATH f, N FOR PATH n3
WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2-(f)->n3)+)) AND n1.id = 1 ORDER BY rounds, way;
GO
--> way varchar(8000), name varchar(20), x int
--> 'c->d' | 'f' | 7
--> name varchar(20), first varchar(8000), then_by varchar(8000)
--> 'a' | 'c->d' | 'f'
--> 'a' | 'c->d' | 'f->e'
--> name varchar(20), name varchar(20), meet varchar(20), hops int
--> 'e' | 'd' | 'f' | 1
--> name varchar(20), way varchar(8000), rounds int
--> 'a' | 'bc' | 1
--> 'a' | 'cd' | 1
--> 'a' | 'bc da' | 2
--> 'a' | 'cd ab' | 2
SELECT n1.name, n2.name FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13961, Level 16, State 1, Line 1: The alias or identifier 'n2.name' cannot be used in the select list, order by, group by, or having context.
SELECT n1.name FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) AND n2.id = 3;
GO
--> Msg 13961, Level 16, State 1, Line 1: The alias or identifier 'n2.id' cannot be used in the select list, order by, group by, or having context.
SELECT n1.name FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)) ORDER BY n2.name;
GO
--> Msg 13961, Level 16, State 1, Line 1: The alias or identifier 'n2.name' cannot be used in the select list, order by, group by, or having context.
SELECT n2.* FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13961, Level 16, State 1, Line 1: The alias or identifier 'n2' cannot be used in the select list, order by, group by, or having context.
SELECT n2.$node_id FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13961, Level 16, State 1, Line 1: The alias or identifier 'n2.$node_id' cannot be used in the select list, order by, group by, or having context.
SELECT n1.name FROM N n1, E e, N n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13948, Level 16, State 1, Line 1: The table name or alias 'e' must be marked as FOR PATH to be used in the recursive section of a SHORTEST_PATH clause.
SELECT n1.name FROM N n1, E FOR PATH e, N n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13948, Level 16, State 1, Line 1: The table name or alias 'n2' must be marked as FOR PATH to be used in the recursive section of a SHORTEST_PATH clause.
SELECT n1.name FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(n1-(e)->n2);
GO
--> Msg 13949, Level 16, State 2, Line 1: The table name or alias 'e' was marked as FOR PATH but was not used in the recursive section of a SHORTEST_PATH clause.
SELECT n1.name FROM N n1, E FOR PATH, N FOR PATH n2 WHERE MATCH(n1-(E)->n2);
GO
--> Msg 13949, Level 16, State 1, Line 1: The table name or alias 'golden.dbo.E' was marked as FOR PATH but was not used in the recursive section of a SHORTEST_PATH clause.
SELECT STRING_AGG(n1.name, '->') WITHIN GROUP (GRAPH PATH) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13954, Level 16, State 1, Line 1: Identifier 'n1.name' in aggregate 'STRING_AGG' WITHIN GROUP(GRAPH PATH) is not referencing a recursive path and cannot be used.
SELECT STRING_AGG(n2.name, '->') WITHIN GROUP (GRAPH PATH) FROM N n2;
GO
--> Msg 13952, Level 16, State 2, Line 1: No columns in the aggregate 'STRING_AGG' WITHIN GROUP(GRAPH PATH) reference a recursive path.
SELECT COUNT(*) WITHIN GROUP (GRAPH PATH) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '*'.
SELECT COUNT(DISTINCT n2.id) WITHIN GROUP (GRAPH PATH) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'GRAPH'.
SELECT COUNT(n2.*) FROM N n2;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '*'.
SELECT LAST_VALUE(e.w) WITHIN GROUP (GRAPH PATH) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'LAST_VALUE over an edge table WITHIN GROUP (GRAPH PATH)' is not supported in this version of Sprocket.
SELECT STDEV(e.w) WITHIN GROUP (GRAPH PATH) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'STDEV WITHIN GROUP (GRAPH PATH)' is not supported in this version of Sprocket.
SELECT 1 FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2){0,2}));
GO
--> Msg 13942, Level 15, State 2, Line 1: The initial recursive quantifier must be 1: {1, ... }.
SELECT 1 FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2){1,1}));
GO
--> Msg 13943, Level 15, State 1, Line 1: The final recursive quantifier must be greater than the initial recursive quantifier.
SELECT 1 FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)*));
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '*'.
SELECT (SELECT COUNT(*) FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+)));
GO
--> Msg 13957, Level 16, State 2, Line 1: Recursive MATCH queries cannot be used in subqueries.
SELECT 1 FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(zz(-(e)->n2)+));
GO
--> Msg 13900, Level 16, State 1, Line 1: Identifier 'zz' in a MATCH clause could not be bound.
SELECT 1 FROM N n1, E FOR PATH e, E FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 13901, Level 16, State 1, Line 1: Identifier 'n2' in a MATCH clause is not a node table or an alias for a node table.
DELETE n1 FROM N n1, E FOR PATH e, N FOR PATH n2 WHERE MATCH(SHORTEST_PATH(n1(-(e)->n2)+));
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'FOR PATH in UPDATE and DELETE' is not supported in this version of Sprocket.
