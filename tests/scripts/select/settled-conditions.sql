SET NOCOUNT ON
GO
-- What is settled before a row is seen is not evaluated, and cannot fail.
CREATE TABLE t (id int, v int)
INSERT t VALUES (1, 10), (2, 20)
GO
-- A comparison with the constant NULL is unknown.
SELECT id FROM t WHERE NULL > v / 0
SELECT id FROM t WHERE 1 / 0 = NULL
SELECT id FROM t WHERE v / 0 = CAST(NULL AS int)
SELECT id FROM t WHERE NOT (NULL = v / 0)
SELECT id FROM t WHERE v / 0 BETWEEN NULL AND NULL
GO
--> id int
--> id int
--> id int
--> id int
--> id int
-- FALSE settles AND, TRUE settles OR, wherever it stands.
SELECT id FROM t WHERE v / 0 = 1 AND 1 = 0
SELECT id FROM t WHERE v / 0 = 1 OR 1 = 1 ORDER BY id
SELECT id FROM t WHERE 84 BETWEEN v / 0 AND 61
SELECT id FROM t WHERE NULL > v AND v / 0 = 1
SELECT MAX(v) AS m FROM t GROUP BY id HAVING MAX(v) / 0 = 1 AND 1 = 0
SELECT a.id FROM t a JOIN t b ON a.id = b.id / 0 AND 1 = 0
UPDATE t SET v = 1 WHERE v / 0 = 1 AND 2 < 1
SELECT @@ROWCOUNT AS changed
GO
--> id int
--> id int
--> 1
--> 2
--> id int
--> id int
--> m int
--> id int
--> changed int!
--> 0
-- What a row decides, is evaluated.
SELECT id FROM t WHERE v / 0 = 1
GO
--> id int
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
SELECT id FROM t WHERE 1 / 0 = 1
GO
--> id int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
-- The branches of CASE and of what is short for it.
SELECT CASE CAST(NULL AS int) WHEN 1 / 0 THEN 1 ELSE 2 END AS a, CASE 1 WHEN 1 THEN 5 ELSE 1 / 0 END AS b, IIF(1 = 0, 1 / 0, 3) AS c,
  NULLIF(CAST(NULL AS int), 1 / 0) AS d, CASE WHEN 1 = 0 THEN 1.5 ELSE 2 END AS e
GO
--> a int!, b int!, c int!, d int, e numeric(2,1)!
--> 2 | 5 | 3 | NULL | 2.0
-- A condition is settled after its names are bound.
SELECT id FROM t WHERE NULL > nosuch
GO
--> Msg 207, Level 16, State 1, Line 2: Invalid column name 'nosuch'.
SELECT id FROM t WHERE 1 = 0 AND nosuch = 1
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nosuch'.
ALTER TABLE t ADD CONSTRAINT never CHECK (1 = 0 AND v / 0 = 1)
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "never". The conflict occurred in database "golden", table "dbo.t", column 'v'.
DELETE t
ALTER TABLE t ADD CONSTRAINT never CHECK (1 = 0 AND v / 0 = 1)
INSERT t VALUES (1, 1)
GO
--> Msg 547, Level 16, State 0, Line 3: The INSERT statement conflicted with the CHECK constraint "never". The conflict occurred in database "golden", table "dbo.t", column 'v'.
--> info 3621: The statement has been terminated.
-- Under ANSI_NULLS OFF NULL is a value.
ALTER TABLE t DROP CONSTRAINT never
INSERT t VALUES (1, NULL)
GO
SET ANSI_NULLS OFF
SELECT id FROM t WHERE v = NULL
GO
--> id int
--> 1
SET ANSI_NULLS ON
GO
