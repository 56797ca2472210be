-- A FAST_FORWARD cursor takes its rows as it goes, where nothing has to be sorted first.
CREATE TABLE k (id int PRIMARY KEY, v int);
INSERT k VALUES (1, 10), (2, 20), (3, 30);
GO
--> (3 rows)
DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT id, v FROM k;
OPEN c;
SELECT @@CURSOR_ROWS;
UPDATE k SET v = 21 WHERE id = 2;
FETCH c;
FETCH c;
DELETE k WHERE id = 3;
INSERT k VALUES (4, 40);
FETCH c;
FETCH c;
GO
--> - int!
--> -1
--> (1 row)
--> id int!, v int
--> 1 | 10
--> id int!, v int
--> 2 | 21
--> (1 row)
--> (1 row)
--> id int!, v int
--> 4 | 40
--> id int!, v int
DECLARE c CURSOR LOCAL FORWARD_ONLY READ_ONLY FOR SELECT id, v FROM k ORDER BY v DESC;
OPEN c;
UPDATE k SET v = 0;
FETCH c;
GO
--> (3 rows)
--> id int!, v int
--> 4 | 40
