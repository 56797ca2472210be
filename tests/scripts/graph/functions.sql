-- Identifiers and their parts.
CREATE TABLE Person (id int) AS NODE;
CREATE TABLE Likes AS EDGE;
INSERT Person VALUES (1), (2), (3);
INSERT Likes SELECT a.$node_id, b.$node_id FROM Person a, Person b WHERE b.id = a.id + 1;
SELECT GRAPH_ID_FROM_NODE_ID($node_id) AS g, OBJECT_ID_FROM_NODE_ID($node_id) - OBJECT_ID('Person') AS o FROM Person WHERE id = 3;
SELECT GRAPH_ID_FROM_EDGE_ID($edge_id) AS g, OBJECT_ID_FROM_EDGE_ID($edge_id) - OBJECT_ID('Likes') AS o, GRAPH_ID_FROM_NODE_ID($edge_id) AS no,
  OBJECT_ID_FROM_EDGE_ID($to_id) AS nor FROM Likes;
SELECT NODE_ID_FROM_PARTS(OBJECT_ID('Person'), 5) AS n, EDGE_ID_FROM_PARTS(OBJECT_ID('Likes'), CAST(9 AS tinyint)) AS e;
SELECT NODE_ID_FROM_PARTS(CAST(OBJECT_ID('Person') AS bigint), -1) AS n;
SELECT NODE_ID_FROM_PARTS(OBJECT_ID('Likes'), 5) AS a, EDGE_ID_FROM_PARTS(OBJECT_ID('Person'), 5) AS b, NODE_ID_FROM_PARTS(12345, 5) AS c,
  NODE_ID_FROM_PARTS(NULL, 5) AS d, GRAPH_ID_FROM_NODE_ID(NULL) AS e;
SELECT id FROM Person WHERE $node_id = NODE_ID_FROM_PARTS(OBJECT_ID('Person'), 1);
SELECT SQL_VARIANT_PROPERTY(NODE_ID_FROM_PARTS(OBJECT_ID('Person'), 5), 'MaxLength') AS m;
GO
--> (3 rows)
--> (2 rows)
--> g bigint, o int
--> 2 | 0
--> g bigint, o int, no bigint, nor int
--> 0 | 0 | NULL | NULL
--> 1 | 0 | NULL | NULL
--> n nvarchar(1000), e nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":5}' | '{"type":"edge","schema":"dbo","table":"Likes","id":9}'
--> n nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":-1}'
--> a nvarchar(1000), b nvarchar(1000), c nvarchar(1000), d nvarchar(1000), e bigint
--> NULL | NULL | NULL | NULL | NULL
--> id int
--> 2
--> m sql_variant
--> 2000::int
-- They read only what the server writes.
SELECT t, GRAPH_ID_FROM_NODE_ID(t) AS id FROM (VALUES
  (N'{"type":"node","schema":"dbo","table":"Person","id":3}'),
  (N'{"TYPE":"NODE","schema":"DBO","table":"person","id":3}'),
  (N'{"type":"node","schema":"dbo","table":"\u0050erson","id":3}'),
  (N'{"type":"node","schema":"dbo","table":"Person ","id":3}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":-0}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":9223372036854775807}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":9223372036854775808}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":03}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":3.0}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":1e2}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":"3"}'),
  (N'{ "type":"node","schema":"dbo","table":"Person","id":3}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":3} '),
  (N'{"schema":"dbo","table":"Person","id":3,"type":"node"}'),
  (N'{"type":"node","schema":"dbo","table":"Person","id":3,"id":4}'),
  (N'{"type":"node","schema":"sys","table":"Person","id":3}'),
  (N'{"type":"node","schema":"dbo","table":"[Person]","id":3}'),
  (N'{"type":"edge","schema":"dbo","table":"Likes","id":3}')) AS v (t);
GO
--> t nvarchar(72)!, id bigint
--> '{"type":"node","schema":"dbo","table":"Person","id":3}' | 3
--> '{"TYPE":"NODE","schema":"DBO","table":"person","id":3}' | 3
--> '{"type":"node","schema":"dbo","table":"\u0050erson","id":3}' | 3
--> '{"type":"node","schema":"dbo","table":"Person ","id":3}' | 3
--> '{"type":"node","schema":"dbo","table":"Person","id":-0}' | 0
--> '{"type":"node","schema":"dbo","table":"Person","id":9223372036854775807}' | 9223372036854775807
--> '{"type":"node","schema":"dbo","table":"Person","id":9223372036854775808}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":03}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":3.0}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":1e2}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":"3"}' | NULL
--> '{ "type":"node","schema":"dbo","table":"Person","id":3}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":3} ' | NULL
--> '{"schema":"dbo","table":"Person","id":3,"type":"node"}' | NULL
--> '{"type":"node","schema":"dbo","table":"Person","id":3,"id":4}' | NULL
--> '{"type":"node","schema":"sys","table":"Person","id":3}' | NULL
--> '{"type":"node","schema":"dbo","table":"[Person]","id":3}' | NULL
--> '{"type":"edge","schema":"dbo","table":"Likes","id":3}' | NULL
SELECT NODE_ID_FROM_PARTS('abc', 5);
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varchar is invalid for argument 1 of node_id_from_parts function.
SELECT NODE_ID_FROM_PARTS(1.5, 5);
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type numeric is invalid for argument 1 of node_id_from_parts function.
SELECT NODE_ID_FROM_PARTS(OBJECT_ID('Person'), 9999999999999);
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type numeric is invalid for argument 2 of node_id_from_parts function.
SELECT NODE_ID_FROM_PARTS(OBJECT_ID('Person'), CAST(1 AS bit));
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type bit is invalid for argument 2 of node_id_from_parts function.
SELECT GRAPH_ID_FROM_NODE_ID(5);
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type int is invalid for argument 1 of graph_id_from_node_id function.
SELECT GRAPH_ID_FROM_NODE_ID(CAST('x' AS varbinary(10)));
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varbinary is invalid for argument 1 of graph_id_from_node_id function.
SELECT NODE_ID_FROM_PARTS(OBJECT_ID('Person'));
GO
--> Msg 174, Level 15, State 1, Line 1: The node_id_from_parts function requires 2 argument(s).
SELECT GRAPH_ID_FROM_NODE_ID('a', 'b');
GO
--> Msg 174, Level 15, State 1, Line 1: The graph_id_from_node_id function requires 1 argument(s).
SELECT EDGE_ID_FROM_PARTS();
GO
--> Msg 174, Level 15, State 1, Line 1: The edge_id_from_parts function requires 2 argument(s).
