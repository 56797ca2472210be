SET NOCOUNT ON
GO
CREATE TABLE shipper (id int NOT NULL, name varchar(5) NOT NULL)
CREATE TABLE customer (twice AS id * 2, id int NOT NULL, name varchar(5) NOT NULL)
CREATE TABLE orders (id int NOT NULL, customer int NOT NULL, shipper int NULL)
CREATE TABLE lines (orders int NOT NULL, amount int NOT NULL)
INSERT shipper VALUES (1, 'fast'), (2, 'slow')
INSERT customer VALUES (1, 'Ada'), (2, 'Bob')
INSERT orders VALUES (10, 1, 1), (11, 2, NULL), (12, 2, 1)
INSERT lines VALUES (10, 5), (10, 6), (12, 7)
GO
-- Joins in parentheses, three deep, as designers of views write them.
SELECT s.name, c.name AS customer, c.twice, l.amount
FROM shipper s INNER JOIN (customer c INNER JOIN (orders o INNER JOIN lines l ON l.orders = o.id) ON c.id = o.customer) ON s.id = o.shipper
ORDER BY l.amount
GO
--> name varchar(5)!, customer varchar(5)!, twice int, amount int!
--> 'fast' | 'Ada' | 2 | 5
--> 'fast' | 'Ada' | 2 | 6
--> 'fast' | 'Bob' | 4 | 7
-- The same without parentheses: ON belongs to the innermost open join.
SELECT s.name, o.id, l.amount
FROM shipper s LEFT JOIN orders o LEFT JOIN lines l ON l.orders = o.id ON o.shipper = s.id
ORDER BY s.id, l.amount
GO
--> name varchar(5)!, id int, amount int
--> 'fast' | 10 | 5
--> 'fast' | 10 | 6
--> 'fast' | 12 | 7
--> 'slow' | NULL | NULL
