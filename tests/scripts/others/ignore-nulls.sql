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
