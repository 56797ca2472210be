SET NOCOUNT ON
GO
CREATE TABLE stock (id int NOT NULL PRIMARY KEY, qty int NOT NULL)
CREATE TABLE delivery (stock_id int NOT NULL, qty int NOT NULL)
INSERT stock VALUES (1, 10), (2, 20), (3, 30)
INSERT delivery VALUES (1, 5), (2, 7)
GO
-- FROM joins the target with others.
UPDATE stock SET qty = stock.qty + d.qty FROM delivery d WHERE d.stock_id = stock.id
SELECT @@ROWCOUNT AS n
SELECT * FROM stock ORDER BY id
GO
--> n int!
--> 2
--> id int!, qty int!
--> 1 | 15
--> 2 | 27
--> 3 | 30
-- The target may be an alias of FROM.
UPDATE s SET s.qty = 0 FROM stock s LEFT JOIN delivery d ON d.stock_id = s.id WHERE d.stock_id IS NULL
SELECT qty FROM stock WHERE id = 3
GO
--> qty int!
--> 0
-- A row that matches twice is updated once.
INSERT delivery VALUES (1, 5)
UPDATE s SET qty = s.qty + 1 FROM stock s JOIN delivery d ON d.stock_id = s.id
SELECT @@ROWCOUNT AS n
SELECT id, qty FROM stock ORDER BY id
GO
--> n int!
--> 2
--> id int!, qty int!
--> 1 | 16
--> 2 | 28
--> 3 | 0
-- A derived table, and a self join.
UPDATE s SET qty = x.total FROM stock s JOIN (SELECT stock_id, SUM(qty) AS total FROM delivery GROUP BY stock_id) x ON x.stock_id = s.id
SELECT id, qty FROM stock ORDER BY id
UPDATE a SET qty = b.qty FROM stock a JOIN stock b ON b.id = a.id + 1
SELECT id, qty FROM stock ORDER BY id
GO
--> id int!, qty int!
--> 1 | 10
--> 2 | 7
--> 3 | 0
--> id int!, qty int!
--> 1 | 7
--> 2 | 0
--> 3 | 0
-- The target need not be in FROM: then it is joined with every row of it.
UPDATE stock SET qty = x.n FROM (SELECT 42 AS n) x
SELECT DISTINCT qty FROM stock
GO
--> qty int!
--> 42
-- APPLY.
UPDATE s SET qty = a.top_qty FROM stock s CROSS APPLY (SELECT MAX(qty) AS top_qty FROM delivery d WHERE d.stock_id = s.id) a WHERE a.top_qty IS NOT NULL
SELECT id, qty FROM stock ORDER BY id
GO
--> id int!, qty int!
--> 1 | 5
--> 2 | 7
--> 3 | 42
-- An alias that FROM lacks.
UPDATE q SET qty = 1 FROM stock s
GO
--> Msg 208, Level 16, State 1, Line 2: Invalid object name 'q'.
-- Only the target's columns can be set.
UPDATE s SET d.qty = 1 FROM stock s JOIN delivery d ON d.stock_id = s.id
GO
--> Msg 4104, Level 16, State 1, Line 2: The multi-part identifier "d.qty" could not be bound.
