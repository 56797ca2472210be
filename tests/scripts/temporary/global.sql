-- Global temporary tables are seen by every session and end with the one that made them.
CREATE TABLE ##shared (id int IDENTITY PRIMARY KEY, s varchar(10));
INSERT ##shared (s) VALUES ('one');
SELECT id, s FROM tempdb..##shared;
GO
--> (1 row)
--> id int!, s varchar(10)
--> 1 | 'one'

--! as c2
INSERT ##shared (s) VALUES ('two');
SELECT id, s FROM ##shared ORDER BY id;
CREATE TABLE ##shared (x int);
GO
--> (1 row)
--> id int!, s varchar(10)
--> 1 | 'one'
--> 2 | 'two'
--> Msg 2714, Level 16, State 6, Line 5: There is already an object named '##shared' in the database.
SELECT COUNT(*) AS two FROM ##shared;
BEGIN TRAN;
DROP TABLE ##shared;
ROLLBACK;
SELECT CASE WHEN OBJECT_ID('tempdb..##shared') IS NULL THEN 'gone' ELSE 'there' END AS it;
DROP TABLE ##shared;
GO
--> two int
--> 2
--> it varchar(5)!
--> 'there'

--! as c2
SELECT * FROM ##shared;
GO
--> Msg 208, Level 16, State 1, Line 3: Invalid object name '##shared'.
SELECT 1 AS a INTO ##made;
GO
--> (1 row)

--! as c2
SELECT a FROM ##made;
GO
--> a int!
--> 1
