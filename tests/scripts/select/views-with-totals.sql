SET NOCOUNT ON
GO
CREATE TABLE orders (id int NOT NULL PRIMARY KEY, customer int NULL)
CREATE TABLE lines (order_id int NULL, amount int NOT NULL)
INSERT orders VALUES (1, 10), (2, 10), (3, NULL)
INSERT lines VALUES (1, 5), (1, 6), (2, 7), (4, 8), (NULL, 9)
GO
CREATE VIEW totals AS
SELECT o.id, o.customer, ISNULL(l.total, 0) AS total, l.order_id AS found
FROM orders o LEFT JOIN (SELECT order_id, SUM(amount) AS total FROM lines GROUP BY order_id) AS l ON l.order_id = o.id
GO
-- A view with totals, asked for one key.
DECLARE @id int = 1
SELECT id, total FROM totals WHERE id = @id
SELECT id, total FROM totals WHERE id = @id + 2
SELECT id, total FROM totals WHERE 2 = id AND customer = 10
SELECT COUNT(*) AS n FROM totals WHERE id = 4
GO
--> id int!, total int!
--> 1 | 11
--> id int!, total int!
--> 3 | 0
--> id int!, total int!
--> 2 | 7
--> n int
--> 0
-- A condition on the side that may be missing.
SELECT id, total FROM totals WHERE found = 2
SELECT o.id, l.order_id, l.total
FROM orders o FULL JOIN (SELECT order_id, SUM(amount) AS total FROM lines GROUP BY order_id) AS l ON l.order_id = o.id
WHERE l.order_id = 4
SELECT o.id, l.order_id, l.total
FROM orders o FULL JOIN (SELECT order_id, SUM(amount) AS total FROM lines GROUP BY order_id) AS l ON l.order_id = o.id
WHERE o.id = 3
GO
--> id int!, total int!
--> 2 | 7
--> id int, order_id int, total int
--> NULL | 4 | 8
--> id int, order_id int, total int
--> 3 | NULL | NULL
-- What is no key of the groups, a rank and a TOP see all rows.
SELECT order_id, total FROM (SELECT order_id, SUM(amount) AS total FROM lines GROUP BY order_id) AS l WHERE total = 7
SELECT order_id, place FROM (SELECT order_id, ROW_NUMBER() OVER (ORDER BY amount DESC) AS place FROM lines) AS l WHERE order_id = 2
SELECT order_id FROM (SELECT TOP (2) order_id FROM lines ORDER BY amount) AS l WHERE order_id = 2
SELECT n FROM (SELECT COUNT(*) AS n FROM lines) AS l WHERE n = 5
GO
--> order_id int, total int
--> 2 | 7
--> order_id int, place bigint
--> 2 | 3
--> order_id int
--> n int
--> 5
