SET NOCOUNT ON
GO
CREATE TABLE customer (id int NOT NULL PRIMARY KEY, name varchar(20) NOT NULL)
CREATE TABLE orders (id int NOT NULL PRIMARY KEY, customer_id int NULL, total decimal(9,2) NOT NULL)
INSERT customer VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cyd')
INSERT orders VALUES (10, 1, 5.00), (11, 1, 7.50), (12, 2, 1.25), (13, NULL, 9.00), (14, 99, 2.00)
GO
-- An inner join keeps matching pairs only; NULL matches nothing.
SELECT c.name, o.id, o.total FROM customer c INNER JOIN orders o ON o.customer_id = c.id ORDER BY o.id
GO
--> name varchar(20)!, id int!, total decimal(9,2)!
--> 'Ada' | 10 | 5.00
--> 'Ada' | 11 | 7.50
--> 'Bob' | 12 | 1.25
-- A left join fills the right side with NULL.
SELECT c.name, o.id FROM customer c LEFT JOIN orders o ON o.customer_id = c.id ORDER BY c.id, o.id
GO
--> name varchar(20)!, id int
--> 'Ada' | 10
--> 'Ada' | 11
--> 'Bob' | 12
--> 'Cyd' | NULL
-- A right join keeps the right side.
SELECT c.name, o.id FROM customer c RIGHT OUTER JOIN orders o ON o.customer_id = c.id ORDER BY o.id
GO
--> name varchar(20), id int!
--> 'Ada' | 10
--> 'Ada' | 11
--> 'Bob' | 12
--> NULL | 13
--> NULL | 14
-- A full join keeps both.
SELECT c.name, o.id FROM customer c FULL JOIN orders o ON o.customer_id = c.id ORDER BY c.id, o.id
GO
--> name varchar(20), id int
--> NULL | 13
--> NULL | 14
--> 'Ada' | 10
--> 'Ada' | 11
--> 'Bob' | 12
--> 'Cyd' | NULL
-- A cross join and a comma join are the same product.
SELECT (SELECT COUNT(*) FROM customer CROSS JOIN orders) AS crossed, (SELECT COUNT(*) FROM customer, orders) AS comma
GO
--> crossed int, comma int
--> 15 | 15
-- A condition in ON is not the same as in WHERE for an outer join.
SELECT c.name, o.id FROM customer c LEFT JOIN orders o ON o.customer_id = c.id AND o.total > 5 ORDER BY c.id
SELECT c.name, o.id FROM customer c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.total > 5 ORDER BY c.id
GO
--> name varchar(20)!, id int
--> 'Ada' | 11
--> 'Bob' | NULL
--> 'Cyd' | NULL
--> name varchar(20)!, id int
--> 'Ada' | 11
-- Joins nest: the ON of an outer pair may follow the inner pair's.
SELECT a.name, b.name AS other FROM customer a LEFT JOIN customer b INNER JOIN orders o ON o.customer_id = b.id AND o.total < 2 ON b.id = a.id ORDER BY a.id
GO
--> name varchar(20)!, other varchar(20)
--> 'Ada' | NULL
--> 'Bob' | 'Bob'
--> 'Cyd' | NULL
-- Parentheses group joins.
SELECT c.name, o.id FROM customer c LEFT JOIN (orders o INNER JOIN customer d ON d.id = o.customer_id) ON o.customer_id = c.id ORDER BY c.id, o.id
GO
--> name varchar(20)!, id int
--> 'Ada' | 10
--> 'Ada' | 11
--> 'Bob' | 12
--> 'Cyd' | NULL
-- A self join needs correlation names.
SELECT a.id, b.id AS larger FROM orders a JOIN orders b ON b.total > a.total WHERE a.customer_id = 1 ORDER BY a.id, b.id
GO
--> id int!, larger int!
--> 10 | 11
--> 10 | 13
--> 11 | 13
-- The star of one side.
SELECT o.*, c.name FROM orders o JOIN customer c ON c.id = o.customer_id WHERE o.id = 12
GO
--> id int!, customer_id int, total decimal(9,2)!, name varchar(20)!
--> 12 | 2 | 1.25 | 'Bob'
-- Join hints do not change the rows.
SELECT c.name, o.id FROM customer c INNER HASH JOIN orders o ON o.customer_id = c.id WHERE o.id = 10
SELECT c.name, o.id FROM customer c INNER LOOP JOIN orders o WITH (NOLOCK) ON o.customer_id = c.id WHERE o.id = 11 OPTION (MAXDOP 1)
GO
--> name varchar(20)!, id int!
--> 'Ada' | 10
--> name varchar(20)!, id int!
--> 'Ada' | 11
-- The same exposed name twice is refused.
SELECT * FROM customer, customer
GO
--> Msg 1013, Level 16, State 1, Line 2: The objects "customer" and "customer" in the FROM clause have the same exposed names. Use correlation names to distinguish them.
-- So is the same correlation name.
SELECT * FROM customer x JOIN orders x ON 1 = 1
GO
--> Msg 1011, Level 16, State 1, Line 2: The correlation name 'x' is specified multiple times in a FROM clause.
-- A column of both sides must say which.
SELECT id FROM customer c JOIN orders o ON o.customer_id = c.id
GO
--> Msg 209, Level 16, State 1, Line 2: Ambiguous column name 'id'.
-- ON sees the tables joined so far only.
SELECT 1 AS n FROM customer a JOIN customer b ON b.id = c.id JOIN customer c ON c.id = a.id
GO
--> Msg 4104, Level 16, State 1, Line 2: The multi-part identifier "c.id" could not be bound.
