-- A row that is stored through a view WITH CHECK OPTION must stay in the view, also in the views below it.
CREATE TABLE staff (id int PRIMARY KEY, pay money, city varchar(10));
INSERT staff VALUES (1, 100, 'Oslo'), (2, 50, 'Rome');
GO
--> (2 rows)
CREATE VIEW well_paid AS SELECT id, pay AS salary, city FROM staff WHERE pay >= 80;
GO
CREATE VIEW oslo AS SELECT id, salary, city FROM well_paid WHERE city = 'Oslo' WITH CHECK OPTION;
GO
UPDATE oslo SET salary = 90 WHERE id = 1;
UPDATE oslo SET salary = 10 WHERE id = 1;
UPDATE oslo SET city = 'Rome' WHERE id = 1;
INSERT oslo VALUES (3, 85, 'OSLO');
INSERT oslo VALUES (4, 85, NULL);
INSERT well_paid VALUES (5, 1, 'Oslo');
SELECT id, pay, city FROM staff ORDER BY id;
GO
--> (1 row)
--> Msg 550, Level 16, State 1, Line 2: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> Msg 550, Level 16, State 1, Line 3: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
--> Msg 550, Level 16, State 1, Line 5: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
--> id int!, pay money, city varchar(10)
--> 1 | 90.0000 | 'Oslo'
--> 2 | 50.0000 | 'Rome'
--> 3 | 85.0000 | 'OSLO'
--> 5 | 1.0000 | 'Oslo'
