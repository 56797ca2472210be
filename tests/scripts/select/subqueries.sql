SET NOCOUNT ON
GO
CREATE TABLE customer (id int NOT NULL PRIMARY KEY, name varchar(10) NOT NULL)
CREATE TABLE orders (id int NOT NULL PRIMARY KEY, customer_id int NULL, total int NOT NULL)
INSERT customer VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cyd')
INSERT orders VALUES (10, 1, 5), (11, 1, 7), (12, 2, 1), (13, NULL, 9)
GO
-- A scalar subquery in the select list; without a row it is NULL.
SELECT name, (SELECT SUM(total) FROM orders o WHERE o.customer_id = c.id) AS total FROM customer c ORDER BY id
SELECT (SELECT id FROM customer WHERE id = 99) AS nobody
GO
--> name varchar(10)!, total int
--> 'Ada' | 12
--> 'Bob' | 1
--> 'Cyd' | NULL
--> nobody int
--> NULL
-- In WHERE, in an expression, and nested.
SELECT id FROM orders WHERE total > (SELECT AVG(total) FROM orders) ORDER BY id
SELECT name FROM customer c WHERE (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id) = 2
SELECT id FROM orders o WHERE total = (SELECT MAX(total) FROM orders WHERE customer_id = (SELECT id FROM customer WHERE name = 'Ada'))
GO
--> id int!
--> 11
--> 13
--> name varchar(10)!
--> 'Ada'
--> id int!
--> 11
-- ANY, SOME and ALL.
SELECT id FROM orders WHERE total > ANY (SELECT total FROM orders WHERE customer_id = 1) ORDER BY id
SELECT id FROM orders WHERE total >= ALL (SELECT total FROM orders)
SELECT id FROM orders WHERE total = SOME (SELECT 1 UNION SELECT 9) ORDER BY id
GO
--> id int!
--> 11
--> 13
--> id int!
--> 13
--> id int!
--> 12
--> 13
-- ALL over nothing is true, ANY over nothing false.
SELECT CASE WHEN 1 > ALL (SELECT id FROM customer WHERE 1 = 0) THEN 'yes' ELSE 'no' END AS a, CASE WHEN 1 > ANY (SELECT id FROM customer WHERE 1 = 0) THEN 'yes' ELSE 'no' END AS b
GO
--> a varchar(3)!, b varchar(3)!
--> 'yes' | 'no'
-- In ORDER BY.
SELECT name FROM customer c ORDER BY (SELECT SUM(total) FROM orders WHERE customer_id = c.id) DESC, name
GO
--> name varchar(10)!
--> 'Ada'
--> 'Bob'
--> 'Cyd'
-- A name that the inner query lacks is looked for outside: the classical trap.
SELECT name FROM customer WHERE id IN (SELECT name FROM orders WHERE 1 = 0)
SELECT COUNT(*) AS n FROM customer WHERE name IN (SELECT name FROM orders)
GO
--> name varchar(10)!
--> n int
--> 3
-- More than one row.
SELECT (SELECT id FROM customer) AS id
GO
--> id int
--> Msg 512, Level 16, State 1, Line 2: Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >, >= or when the subquery is used as an expression.
-- More than one column.
SELECT id FROM customer WHERE id = (SELECT id, name FROM customer WHERE id = 1)
GO
--> Msg 116, Level 16, State 1, Line 2: Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.
-- ORDER BY inside needs TOP.
SELECT id FROM customer WHERE id IN (SELECT customer_id FROM orders ORDER BY id)
GO
--> Msg 1033, Level 15, State 1, Line 2: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
-- A TOP in a branch of a UNION will do.
SELECT COUNT(*) AS n FROM (SELECT TOP (1) id FROM customer UNION ALL SELECT customer_id FROM orders ORDER BY id) AS u
GO
--> n int
--> 5
SELECT COUNT(*) AS n FROM (SELECT id FROM customer UNION ALL SELECT customer_id FROM orders ORDER BY id) AS u
GO
--> Msg 1033, Level 15, State 1, Line 1: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
-- No aggregate over a subquery.
SELECT SUM((SELECT 1)) FROM customer
GO
--> Msg 130, Level 15, State 1, Line 2: Cannot perform an aggregate function on an expression containing an aggregate or a subquery.
-- A subquery in an IF and in a variable.
IF (SELECT COUNT(*) FROM orders) = 4 PRINT 'four'
DECLARE @m int = (SELECT MAX(total) FROM orders)
SELECT @m AS m
GO
--> print: four
--> m int
--> 9
