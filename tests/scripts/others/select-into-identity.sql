-- IDENTITY() numbers the rows of SELECT INTO in their order, and goes on afterwards.
CREATE TABLE fruit (id int IDENTITY(10, 5) PRIMARY KEY, name varchar(10));
INSERT fruit VALUES ('pear'), ('apple'), ('fig');
SELECT IDENTITY(int, 1, 1) AS n, name INTO #numbered FROM fruit ORDER BY name;
INSERT #numbered (name) VALUES ('plum');
SELECT n, name FROM #numbered ORDER BY n;
SELECT IDENTITY(bigint, 100, -1) AS n, id + 0 AS id INTO counted FROM fruit;
SELECT n, id FROM counted ORDER BY id;
GO
--> (3 rows)
--> (3 rows)
--> (1 row)
--> n int!, name varchar(10)
--> 1 | 'apple'
--> 2 | 'fig'
--> 3 | 'pear'
--> 4 | 'plum'
--> (3 rows)
--> n bigint!, id int
--> 100 | 10
--> 99 | 15
--> 98 | 20

-- A column taken as it is from one table stays an identity column, with its counter.
SELECT * INTO kept FROM fruit;
INSERT kept (name) VALUES ('kiwi');
SELECT id, name FROM kept ORDER BY id;
GO
--> (3 rows)
--> (1 row)
--> id int!, name varchar(10)
--> 10 | 'pear'
--> 15 | 'apple'
--> 20 | 'fig'
--> 25 | 'kiwi'

-- An expression, a join or a second mention of the column loses it.
SELECT id + 0 AS id, name INTO lost1 FROM fruit;
SELECT a.id, b.name INTO lost2 FROM fruit a JOIN fruit b ON b.id = a.id;
SELECT id, id AS again INTO lost3 FROM fruit;
SELECT OBJECT_NAME(object_id) AS name, is_identity FROM sys.columns
WHERE object_id IN (OBJECT_ID('kept'), OBJECT_ID('lost1'), OBJECT_ID('lost2'), OBJECT_ID('lost3')) AND name = 'id' ORDER BY 1;
GO
--> (3 rows)
--> (3 rows)
--> (3 rows)
--> name nvarchar(128), is_identity bit!
--> 'kept' | 1
--> 'lost1' | 0
--> 'lost2' | 0
--> 'lost3' | 0

-- Without INTO there is nothing to number.
SELECT IDENTITY(int) AS n FROM fruit;
GO
--> Msg 177, Level 15, State 1, Line 3: The IDENTITY function can only be used when the SELECT statement has an INTO clause.
