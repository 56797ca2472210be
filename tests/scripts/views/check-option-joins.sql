-- WITH CHECK OPTION where one row does not decide: joins and subqueries.
CREATE TABLE kind (id int PRIMARY KEY, name varchar(10) NOT NULL, active bit NOT NULL);
CREATE TABLE item (id int PRIMARY KEY, kind int NOT NULL, price int NOT NULL);
INSERT kind VALUES (1, 'tool', 1), (2, 'toy', 0), (3, 'food', 1);
INSERT item VALUES (1, 1, 10), (2, 1, 20), (3, 3, 30);
GO
--> (3 rows)
--> (3 rows)
CREATE VIEW active_items AS
SELECT i.id, i.kind, i.price, k.name, k.active FROM item i JOIN kind k ON k.id = i.kind WHERE k.active = 1 AND i.price > 5
WITH CHECK OPTION;
GO
UPDATE active_items SET price = 6 WHERE id = 1;
INSERT active_items (id, kind, price) VALUES (4, 3, 40);
UPDATE active_items SET kind = 3 WHERE id = 2;
SELECT id, kind, price, name FROM active_items ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> id int!, kind int!, price int!, name varchar(10)!
--> 1 | 1 | 6 | 'tool'
--> 2 | 3 | 20 | 'food'
--> 3 | 3 | 30 | 'food'
--> 4 | 3 | 40 | 'food'
UPDATE active_items SET price = 5 WHERE id = 1;
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
UPDATE active_items SET kind = 2 WHERE id = 1;
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
INSERT active_items (id, kind, price) VALUES (5, 2, 50);
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
INSERT active_items (id, kind, price) VALUES (6, 1, 60), (7, 1, 1);
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
UPDATE active_items SET active = 0 WHERE id = 4;
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
SELECT id, kind, price FROM item ORDER BY id;
SELECT id, active FROM kind ORDER BY id;
GO
--> id int!, kind int!, price int!
--> 1 | 1 | 6
--> 2 | 3 | 20
--> 3 | 3 | 30
--> 4 | 3 | 40
--> id int!, active bit!
--> 1 | 1
--> 2 | 0
--> 3 | 1
CREATE VIEW known_kinds AS SELECT id, kind, price FROM item WHERE kind IN (SELECT id FROM kind WHERE active = 1) WITH CHECK OPTION;
GO
INSERT known_kinds VALUES (8, 1, 80);
UPDATE known_kinds SET kind = 9 WHERE id = 8;
GO
--> (1 row)
--> Msg 550, Level 16, State 1, Line 2: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
UPDATE known_kinds SET kind = 3 WHERE id = 8;
SELECT kind FROM item WHERE id = 8;
GO
--> (1 row)
--> kind int!
--> 3
MERGE known_kinds AS k USING (VALUES (8, 2), (9, 1)) AS s (id, kind) ON k.id = s.id
WHEN MATCHED THEN UPDATE SET kind = s.kind WHEN NOT MATCHED THEN INSERT (id, kind, price) VALUES (s.id, s.kind, 1);
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
SELECT COUNT(*) AS n FROM item WHERE id = 9;
GO
--> n int
--> 0
CREATE VIEW cheapest AS SELECT TOP 2 id, price FROM item ORDER BY price WITH CHECK OPTION;
GO
UPDATE cheapest SET price = 1;
GO
--> Msg 4427, Level 16, State 1, Line 1: Cannot update the view "cheapest" because it or a view it references was created with WITH CHECK OPTION and its definition contains a TOP or OFFSET clause.
