-- The check option of a view also holds for changes through views and common tables above it; what those select themselves is not checked.
CREATE TABLE staff (id int PRIMARY KEY, pay money, city varchar(10))
INSERT staff VALUES (1, 100, 'Oslo'), (2, 50, 'Rome')
CREATE TABLE cities (city varchar(10) PRIMARY KEY, country char(1))
INSERT cities VALUES ('Oslo', 'N'), ('Rome', 'I'), ('Bern', 'S')
GO
--> (2 rows)
--> (3 rows)
CREATE VIEW well_paid AS SELECT id, pay AS salary, city FROM staff WHERE pay >= 80 WITH CHECK OPTION
GO
CREATE VIEW oslo AS SELECT id, salary, city FROM well_paid WHERE city = 'Oslo'
GO
CREATE VIEW joined AS SELECT w.id, w.salary, c.country FROM well_paid w JOIN cities c ON c.city = w.city
GO
CREATE VIEW southern AS SELECT id, pay, city FROM staff WHERE city IN (SELECT city FROM cities WHERE country = 'I') WITH CHECK OPTION
GO
CREATE VIEW above AS SELECT id, pay, city FROM southern
GO
UPDATE oslo SET salary = 10 WHERE id = 1
INSERT oslo VALUES (3, 10, 'Oslo')
INSERT oslo VALUES (4, 90, 'Bern')
UPDATE o SET salary = 3 FROM oslo o;
WITH c AS (SELECT * FROM well_paid) UPDATE c SET salary = 1
UPDATE joined SET salary = 1 WHERE id = 1
UPDATE joined SET salary = 101 WHERE id = 1
UPDATE joined SET country = 'M' WHERE id = 1
-- Where the view looks at other tables.
UPDATE above SET pay = 5 WHERE id = 2
UPDATE above SET city = 'Bern' WHERE id = 2
INSERT above VALUES (9, 1, 'Oslo')
UPDATE oslo SET city = 'Rome' WHERE id = 1
SELECT id, pay, city FROM staff ORDER BY id
GO
--> Msg 550, Level 16, State 1, Line 1: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> Msg 550, Level 16, State 1, Line 2: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
--> Msg 550, Level 16, State 1, Line 4: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> Msg 550, Level 16, State 1, Line 5: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> Msg 550, Level 16, State 1, Line 6: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
--> (1 row)
--> (1 row)
--> Msg 550, Level 16, State 1, Line 11: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> Msg 550, Level 16, State 1, Line 12: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
--> id int!, pay money, city varchar(10)
--> 1 | 101.0000 | 'Rome'
--> 2 | 5.0000 | 'Rome'
--> 4 | 90.0000 | 'Bern'
