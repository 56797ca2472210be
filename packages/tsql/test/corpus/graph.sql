CREATE TABLE friendOf AS EDGE
GO
CREATE TABLE p (id int, INDEX ix UNIQUE NONCLUSTERED ($node_id)) AS NODE ON [PRIMARY]
GO
CREATE TABLE e (since date, CONSTRAINT u UNIQUE ($from_id, $to_id), CONSTRAINT c CONNECTION (p TO p, p TO dbo.q) ON DELETE NO ACTION) AS EDGE
GO
ALTER TABLE e ADD CONNECTION (p TO q)
GO
CREATE INDEX ix ON e ($from_id, $to_id DESC) INCLUDE (since)
GO
INSERT e ($from_id, $to_id, since) VALUES ((SELECT $node_id FROM p WHERE id = 1), (SELECT q.$NODE_ID FROM q), DEFAULT)
GO
SELECT a.$node_id, [$node_id], COUNT($edge_id) FROM p AS a, e GROUP BY $node_id
GO
SELECT a.name FROM p AS a, e, p b WHERE MATCH(a-(e)->b) AND a.id = 1
GO
SELECT 1 FROM p a, e, e [e 2], p b, p c WHERE MATCH ( a - ( e ) -> b <- ([e 2]) - c )
GO
SELECT 1 FROM p a, e, e f, p b, p c WHERE MATCH(a-(e)->b AND (b-(f)->c)) AND MATCH(c<-(g)-a)
GO
SELECT STRING_AGG(b.name, '->') WITHIN GROUP (GRAPH PATH) AS way, COUNT(b.*) WITHIN GROUP (GRAPH PATH) + 1
FROM p AS a, e FOR PATH AS e, p FOR PATH AS b
WHERE MATCH(SHORTEST_PATH(a(-(e)->b)+))
ORDER BY LAST_VALUE(b.id) WITHIN GROUP (GRAPH PATH)
GO
SELECT 1 FROM p a, e FOR PATH e, p FOR PATH b, r, q WHERE MATCH(SHORTEST_PATH(a(<-(e)-b-(f)->c){1,3}) AND LAST_NODE(b)-(r)->q)
GO
SELECT 1 FROM p a, e FOR PATH e, p FOR PATH b WHERE MATCH(SHORTEST_PATH((b-(e)->c<-(f)-)+a))
GO
SELECT 1 FROM p a, p b, p FOR PATH c, p FOR PATH d WHERE MATCH(SHORTEST_PATH(a(-(e)->c)+ AND b(-(f)->d)+) AND LAST_NODE(c) = LAST_NODE(d))
GO
MERGE INTO livesIn USING (SELECT 1 AS x) AS t JOIN p ON t.x = p.id JOIN c ON t.x = c.id ON MATCH(p-(livesIn)->c)
WHEN MATCHED THEN UPDATE SET a = 1
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id) VALUES (p.$node_id, c.$node_id);
