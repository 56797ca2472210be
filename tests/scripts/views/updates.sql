-- Changes through views reach the table that the columns belong to.
CREATE TABLE customer (id int CONSTRAINT pk_customer PRIMARY KEY, name varchar(20) NOT NULL, city varchar(20) NULL);
CREATE TABLE orders (id int IDENTITY CONSTRAINT pk_orders PRIMARY KEY, customer int NOT NULL REFERENCES customer, amount decimal(9, 2) NOT NULL DEFAULT 1);
INSERT customer VALUES (1, 'Ann', 'Rome'), (2, 'Bob', 'Oslo'), (3, 'Cid', NULL);
INSERT orders (customer, amount) VALUES (1, 10), (1, 20), (2, 30);
GO
--> (3 rows)
--> (3 rows)
CREATE VIEW order_list AS
SELECT o.id, o.amount, o.amount * 2 AS doubled, c.name, c.city, o.customer
FROM orders o JOIN customer c ON c.id = o.customer;
GO
UPDATE order_list SET amount = amount + 1 WHERE city = 'Rome';
UPDATE order_list SET city = 'Paris' WHERE amount > 25;
SELECT id, amount, name, city FROM order_list ORDER BY id;
GO
--> (2 rows)
--> (1 row)
--> id int!, amount decimal(9,2)!, name varchar(20)!, city varchar(20)
--> 1 | 11.00 | 'Ann' | 'Rome'
--> 2 | 21.00 | 'Ann' | 'Rome'
--> 3 | 30.00 | 'Bob' | 'Paris'
-- One customer with two orders is changed once.
UPDATE order_list SET name = name + '!' WHERE customer = 1;
SELECT @@ROWCOUNT AS changed;
SELECT name FROM customer ORDER BY id;
INSERT order_list (amount, customer) VALUES (7, 3);
SELECT id, amount, name FROM order_list WHERE customer = 3;
GO
--> (1 row)
--> changed int!
--> 1
--> name varchar(20)!
--> 'Ann!'
--> 'Bob'
--> 'Cid'
--> (1 row)
--> id int!, amount decimal(9,2)!, name varchar(20)!
--> 4 | 7.00 | 'Cid'
UPDATE order_list SET amount = 1, name = 'x';
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'order_list' is not updatable because the modification affects multiple base tables.
INSERT order_list (amount, customer, name) VALUES (7, 3, 'x');
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'order_list' is not updatable because the modification affects multiple base tables.
INSERT order_list VALUES (9, 7, 14, 'x', 'y', 3);
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'order_list' failed because it contains a derived or constant field.
DELETE order_list WHERE id = 1;
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'order_list' is not updatable because the modification affects multiple base tables.
UPDATE order_list SET doubled = 5;
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'order_list' failed because it contains a derived or constant field.
UPDATE order_list SET nothing = 5;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
-- An alias of FROM, and OUTPUT.
UPDATE l SET amount = 100 OUTPUT deleted.amount AS before, inserted.amount AS after
FROM order_list l JOIN customer c ON c.id = l.customer WHERE c.id = 2;
UPDATE order_list SET amount = 101 FROM order_list JOIN customer c ON c.id = order_list.customer WHERE c.id = 2;
SELECT amount FROM orders WHERE customer = 2;
GO
--> before decimal(9,2)!, after decimal(9,2)!
--> 30.00 | 100.00
--> (1 row)
--> amount decimal(9,2)!
--> 101.00
-- Outer joins: rows without a partner are left alone.
CREATE VIEW all_customers AS SELECT c.id, c.name, o.amount FROM customer c LEFT JOIN orders o ON o.customer = c.id;
GO
UPDATE all_customers SET amount = 50 WHERE id IN (1, 2);
SELECT @@ROWCOUNT AS changed;
UPDATE all_customers SET name = LOWER(name);
SELECT DISTINCT id, name, amount FROM all_customers ORDER BY id;
GO
--> (3 rows)
--> changed int!
--> 3
--> (3 rows)
--> id int!, name varchar(20)!, amount decimal(9,2)
--> 1 | 'ann!' | 50.00
--> 2 | 'bob' | 50.00
--> 3 | 'cid' | 7.00
-- Views over views, TOP, ORDER BY with TOP, common tables.
CREATE VIEW rome AS SELECT id, name, city FROM customer WHERE city = 'Rome';
GO
CREATE VIEW rome_names AS SELECT TOP 5 id AS number, name FROM rome ORDER BY name;
GO
UPDATE rome_names SET name = 'Anna';
DELETE rome_names WHERE number = 99;
WITH c AS (SELECT o.amount, c.name FROM orders o JOIN customer c ON c.id = o.customer) UPDATE c SET amount = 2 WHERE name = 'Anna';
SELECT name, amount FROM order_list ORDER BY id;
GO
--> (1 row)
--> (0 rows)
--> (2 rows)
--> name varchar(20)!, amount decimal(9,2)!
--> 'Anna' | 2.00
--> 'Anna' | 2.00
--> 'bob' | 50.00
--> 'cid' | 7.00
WITH c AS (SELECT o.amount, c.name FROM orders o JOIN customer c ON c.id = o.customer) DELETE c WHERE name = 'Anna';
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'c' is not updatable because the modification affects multiple base tables.
-- Views that cannot be changed.
CREATE VIEW totals AS SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer;
GO
UPDATE totals SET total = 1;
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'totals' failed because it contains a derived or constant field.
DELETE totals;
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'totals' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
CREATE VIEW one_total AS SELECT COUNT(*) AS n FROM orders;
GO
DELETE one_total;
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'one_total' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
CREATE VIEW cities AS SELECT DISTINCT city FROM customer;
GO
UPDATE cities SET city = 'x';
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'cities' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
CREATE VIEW both AS SELECT id FROM customer UNION ALL SELECT id FROM orders;
GO
UPDATE both SET id = 1;
GO
--> Msg 4436, Level 16, State 12, Line 1: UNION ALL view 'golden.dbo.both' is not updatable because a partitioning column was not found.
DELETE both;
GO
--> Msg 4436, Level 16, State 12, Line 1: UNION ALL view 'golden.dbo.both' is not updatable because a partitioning column was not found.
INSERT both VALUES (1);
GO
--> Msg 4436, Level 16, State 12, Line 1: UNION ALL view 'golden.dbo.both' is not updatable because a partitioning column was not found.
CREATE VIEW fixed AS SELECT 1 AS one;
GO
INSERT fixed VALUES (1);
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'fixed' failed because it contains a derived or constant field.
CREATE VIEW either AS SELECT id FROM customer UNION SELECT id FROM orders;
GO
UPDATE either SET id = 1;
GO
--> Msg 4426, Level 16, State 1, Line 1: View 'either' is not updatable because the definition contains a UNION operator.
-- MERGE through a view.
MERGE rome AS r USING (VALUES (1, 'Annie'), (7, 'Gus')) AS s (id, name) ON r.id = s.id
WHEN MATCHED THEN UPDATE SET name = s.name
WHEN NOT MATCHED THEN INSERT (id, name, city) VALUES (s.id, s.name, 'Rome');
SELECT * FROM customer ORDER BY id;
GO
--> (2 rows)
--> id int!, name varchar(20)!, city varchar(20)
--> 1 | 'Annie' | 'Rome'
--> 2 | 'bob' | 'Paris'
--> 3 | 'cid' | NULL
--> 7 | 'Gus' | 'Rome'
