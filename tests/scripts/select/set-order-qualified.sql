-- ORDER BY after a set operation may name a column as the first query does.
CREATE TABLE pear (id int, name varchar(10));
CREATE TABLE plum (id int, name varchar(10));
INSERT pear VALUES (2, 'b'), (1, 'c');
INSERT plum VALUES (3, 'a');
SELECT p.id, p.name FROM pear AS p UNION SELECT id, name FROM plum ORDER BY p.name;
WITH q AS (SELECT id AS n FROM pear) SELECT q.n AS number, 1.5 AS x FROM q UNION ALL SELECT id, 2 FROM plum UNION ALL SELECT 9, 3 ORDER BY q.n DESC;
GO
--> (2 rows)
--> (1 row)
--> id int, name varchar(10)
--> 3 | 'a'
--> 2 | 'b'
--> 1 | 'c'
--> number int, x numeric(2,1)!
--> 9 | 3.0
--> 3 | 2.0
--> 2 | 1.5
--> 1 | 1.5
SELECT p.id FROM pear AS p UNION SELECT q.id FROM plum AS q ORDER BY q.id;
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "q.id" could not be bound.
