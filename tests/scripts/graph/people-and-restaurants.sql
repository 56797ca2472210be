-- A graph of people, restaurants and cities: who likes what, who knows whom, and where they are.
SET NOCOUNT ON;
CREATE TABLE Person (ID int PRIMARY KEY, name varchar(100)) AS NODE;
CREATE TABLE Restaurant (ID int NOT NULL, name varchar(100), city varchar(100)) AS NODE;
CREATE TABLE City (ID int PRIMARY KEY, name varchar(100), stateName varchar(100)) AS NODE;
CREATE TABLE likes (rating int) AS EDGE;
CREATE TABLE friendOf AS EDGE;
CREATE TABLE livesIn AS EDGE;
CREATE TABLE locatedIn AS EDGE;
CREATE INDEX ix_friends ON friendOf ($from_id, $to_id);
CREATE UNIQUE INDEX ix_likes ON likes ($from_id, $to_id) INCLUDE (rating);
INSERT INTO Person (ID, name) VALUES (1, 'John'), (2, 'Mary'), (3, 'Alice'), (4, 'Jacob'), (5, 'Julie');
INSERT INTO Restaurant (ID, name, city) VALUES (1, 'Taco Dell', 'Bellevue'), (2, 'Ginger and Spice', 'Seattle'), (3, 'Noodle Land', 'Redmond');
INSERT INTO City (ID, name, stateName) VALUES (1, 'Bellevue', 'WA'), (2, 'Seattle', 'WA'), (3, 'Redmond', 'WA');
INSERT INTO likes VALUES ((SELECT $node_id FROM Person WHERE ID = 1), (SELECT $node_id FROM Restaurant WHERE ID = 1), 9),
  ((SELECT $node_id FROM Person WHERE ID = 2), (SELECT $node_id FROM Restaurant WHERE ID = 2), 9),
  ((SELECT $node_id FROM Person WHERE ID = 3), (SELECT $node_id FROM Restaurant WHERE ID = 3), 9),
  ((SELECT $node_id FROM Person WHERE ID = 4), (SELECT $node_id FROM Restaurant WHERE ID = 3), 9),
  ((SELECT $node_id FROM Person WHERE ID = 5), (SELECT $node_id FROM Restaurant WHERE ID = 3), 9);
INSERT INTO livesIn SELECT p.$node_id, c.$node_id FROM Person p JOIN City c ON c.ID = CASE WHEN p.ID <= 3 THEN (p.ID + 1) / 2 ELSE 3 END;
INSERT INTO locatedIn SELECT r.$node_id, c.$node_id FROM Restaurant r JOIN City c ON c.name = r.city;
INSERT INTO friendOf ($from_id, $to_id)
SELECT a.$node_id, b.$node_id FROM (VALUES (1, 2), (2, 3), (3, 1), (4, 2), (5, 4)) AS pairs (a, b) JOIN Person a ON a.ID = pairs.a JOIN Person b ON b.ID = pairs.b;
GO
-- What John likes, what his friends like, and who likes a restaurant in the city where he lives.
SELECT Restaurant.name FROM Person, likes, Restaurant WHERE MATCH(Person-(likes)->Restaurant) AND Person.name = 'John';
SELECT Restaurant.name FROM Person person1, Person person2, likes, friendOf, Restaurant
WHERE MATCH(person1-(friendOf)->person2-(likes)->Restaurant) AND person1.name = 'John';
SELECT Person.name FROM Person, likes, Restaurant, livesIn, City, locatedIn
WHERE MATCH(Person-(likes)->Restaurant-(locatedIn)->City AND Person-(livesIn)->City) ORDER BY Person.name;
SELECT CONCAT(p1.name, '->', p2.name, '->', p3.name, '->', p4.name) AS friends
FROM Person p1, friendOf, Person AS p2, friendOf AS friendOf2, Person AS p3, friendOf AS friendOf3, Person AS p4
WHERE MATCH(p1-(friendOf)->p2-(friendOf2)->p3-(friendOf3)->p4) ORDER BY friends;
SELECT p1.name, p2.name FROM Person p1, friendOf f1, Person p2, friendOf f2, Person p0 WHERE MATCH(p1-(f1)->p0<-(f2)-p2) AND p1.ID < p2.ID;
GO
--> name varchar(100)
--> 'Taco Dell'
--> name varchar(100)
--> 'Ginger and Spice'
--> name varchar(100)
--> 'Jacob'
--> 'John'
--> 'Julie'
--> friends varchar(406)!
--> 'Alice->John->Mary->Alice'
--> 'Jacob->Mary->Alice->John'
--> 'John->Mary->Alice->John'
--> 'Julie->Jacob->Mary->Alice'
--> 'Mary->Alice->John->Mary'
--> name varchar(100), name varchar(100)
--> 'John' | 'Jacob'
-- How Jacob comes to Alice, to everybody, to those within three hops, and to those two hops away.
SELECT PersonName, Friends, levels FROM (
  SELECT Person1.name AS PersonName, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS Friends,
    LAST_VALUE(Person2.name) WITHIN GROUP (GRAPH PATH) AS LastNode, COUNT(Person2.name) WITHIN GROUP (GRAPH PATH) AS levels
  FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2
  WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2)+)) AND Person1.name = 'Jacob') AS Q
WHERE Q.LastNode = 'Alice';
SELECT Person1.name AS PersonName, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS Friends
FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2
WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2)+)) AND Person1.name = 'Jacob' ORDER BY Friends;
SELECT Person1.name AS PersonName, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS Friends
FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2
WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2){1,2})) AND Person1.name = 'Julie' ORDER BY Friends;
SELECT PersonName, Friends FROM (
  SELECT Person1.name AS PersonName, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS Friends, COUNT(Person2.name) WITHIN GROUP (GRAPH PATH) AS levels
  FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2
  WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2){1,3})) AND Person1.name = 'Jacob') AS Q
WHERE Q.levels = 2;
-- The people who come to somebody who likes a restaurant, and the way there.
SELECT Person1.name AS PersonName, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS Friends, Restaurant.name
FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2, likes, Restaurant
WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2){1,3}) AND LAST_NODE(Person2)-(likes)->Restaurant)
  AND Person1.name = 'Jacob' AND Restaurant.name = 'Ginger and Spice';
-- Where two paths meet.
SELECT Person1.name, Person3.name, STRING_AGG(Person2.name, '->') WITHIN GROUP (GRAPH PATH) AS a, STRING_AGG(Person4.name, '->') WITHIN GROUP (GRAPH PATH) AS b
FROM Person AS Person1, friendOf FOR PATH AS fo, Person FOR PATH AS Person2, Person AS Person3, friendOf FOR PATH AS fo2, Person FOR PATH AS Person4
WHERE MATCH(SHORTEST_PATH(Person1(-(fo)->Person2){1,2}) AND SHORTEST_PATH(Person3(-(fo2)->Person4){1,2}) AND LAST_NODE(Person2) = LAST_NODE(Person4))
  AND Person1.name = 'Jacob' AND Person3.name = 'John' ORDER BY a, b;
GO
--> PersonName varchar(100), Friends varchar(8000), levels int
--> 'Jacob' | 'Mary->Alice' | 2
--> PersonName varchar(100), Friends varchar(8000)
--> 'Jacob' | 'Mary'
--> 'Jacob' | 'Mary->Alice'
--> 'Jacob' | 'Mary->Alice->John'
--> PersonName varchar(100), Friends varchar(8000)
--> 'Julie' | 'Jacob'
--> 'Julie' | 'Jacob->Mary'
--> PersonName varchar(100), Friends varchar(8000)
--> 'Jacob' | 'Mary->Alice'
--> PersonName varchar(100), Friends varchar(8000), name varchar(100)
--> 'Jacob' | 'Mary' | 'Ginger and Spice'
--> name varchar(100), name varchar(100), a varchar(8000), b varchar(8000)
--> 'Jacob' | 'John' | 'Mary' | 'Mary'
--> 'Jacob' | 'John' | 'Mary->Alice' | 'Mary->Alice'
-- A procedure that draws an edge or changes it.
CREATE PROCEDURE rate @person int, @restaurant int, @rating int AS
MERGE likes USING ((SELECT @person, @restaurant, @rating) AS T (person, restaurant, rating)
  JOIN Person ON T.person = Person.ID JOIN Restaurant ON T.restaurant = Restaurant.ID)
ON MATCH(Person-(likes)->Restaurant)
WHEN MATCHED THEN UPDATE SET rating = T.rating
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id, rating) VALUES (Person.$node_id, Restaurant.$node_id, T.rating);
GO
EXEC rate 1, 1, 7;
EXEC rate 1, 2, 5;
SELECT Restaurant.name, rating FROM Person, likes, Restaurant WHERE MATCH(Person-(likes)->Restaurant) AND Person.ID = 1 ORDER BY Restaurant.ID;
GO
--> name varchar(100), rating int
--> 'Taco Dell' | 7
--> 'Ginger and Spice' | 5
