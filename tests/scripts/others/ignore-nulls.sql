-- IGNORE NULLS passes over the NULLs of the frame; LAG and LEAD look at the rows beside.
CREATE TABLE readings (id int PRIMARY KEY, sensor char(1), value int);
INSERT readings VALUES (1, 'a', NULL), (2, 'a', 10), (3, 'a', NULL), (4, 'b', 5), (5, 'b', NULL);
SELECT id,
       LAST_VALUE(value) IGNORE NULLS OVER (ORDER BY id) AS last,
       FIRST_VALUE(value) IGNORE NULLS OVER (PARTITION BY sensor ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next,
       LAG(value) IGNORE NULLS OVER (ORDER BY id) AS lagged,
       LEAD(value, 1, -1) IGNORE NULLS OVER (ORDER BY id) AS led,
       LAG(value) RESPECT NULLS OVER (ORDER BY id) AS plain
FROM readings ORDER BY id;
GO
--> (5 rows)
--> id int!, last int, next int, lagged int, led int, plain int
--> 1 | NULL | 10 | NULL | 10 | NULL
--> 2 | 10 | 10 | NULL | 5 | NULL
--> 3 | 10 | NULL | 10 | 5 | 10
--> 4 | 5 | 5 | 10 | -1 | NULL
--> 5 | 5 | NULL | 5 | -1 | 5

-- PERCENTILE_CONT interpolates, PERCENTILE_DISC takes a value of the set; both are window functions over a partition.
SELECT DISTINCT sensor,
       PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY value) OVER (PARTITION BY sensor) AS median,
       PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY value) OVER (PARTITION BY sensor) AS value
FROM readings WHERE value IS NOT NULL ORDER BY sensor;
GO
--> sensor char(1), median float, value int
--> 'a' | 10 | 10
--> 'b' | 5 | 5

-- LAG and LEAD count only the values that are present; the offset may be a variable.
DECLARE @far bigint = 2
SELECT id, value,
       LAG(value, 2) IGNORE NULLS OVER (ORDER BY id) AS lagged,
       LEAD(value, 2, -1) IGNORE NULLS OVER (ORDER BY id) AS led,
       LAG(value, @far) IGNORE NULLS OVER (PARTITION BY id % 2 ORDER BY id DESC) AS apart,
       LEAD(value, 3) IGNORE NULLS OVER (ORDER BY id) AS third
FROM (VALUES (1, 1), (2, NULL), (3, 3), (4, 4), (5, NULL), (6, 6), (7, 7)) v (id, value) ORDER BY id
SET @far = -1
DECLARE @n int
SELECT @n = LAG(value, @far) IGNORE NULLS OVER (ORDER BY value) FROM readings
GO
--> id int!, value int, lagged int, led int, apart int, third int
--> 1 | 1 | NULL | 4 | 7 | 6
--> 2 | NULL | NULL | 4 | 6 | 6
--> 3 | 3 | NULL | 6 | NULL | 7
--> 4 | 4 | 1 | 7 | NULL | NULL
--> 5 | NULL | 3 | 7 | NULL | NULL
--> 6 | 6 | 3 | -1 | NULL | NULL
--> 7 | 7 | 4 | -1 | NULL | NULL
--> Msg 8730, Level 16, State 1, Line 12: Offset parameter for Lag and Lead functions cannot be a negative value.
