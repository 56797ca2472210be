-- Wildcards: any text, one character, a set, a range, none of a set.
SELECT v, CASE WHEN v LIKE 'a%' THEN 1 ELSE 0 END AS a, CASE WHEN v LIKE '_b' THEN 1 ELSE 0 END AS b, CASE WHEN v LIKE '[a-c]_' THEN 1 ELSE 0 END AS c, CASE WHEN v LIKE '[^a]%' THEN 1 ELSE 0 END AS d FROM (VALUES ('ab'), ('xb'), ('A'), ('')) t (v)
GO
--> v varchar(2)!, a int!, b int!, c int!, d int!
--> 'ab' | 1 | 1 | 1 | 0
--> 'xb' | 0 | 1 | 0 | 1
--> 'A' | 1 | 0 | 0 | 0
--> '' | 0 | 0 | 0 | 0
-- A wildcard itself: in brackets or after an ESCAPE character.
SELECT v FROM (VALUES ('50%'), ('50x'), ('a_b'), ('[x]')) t (v) WHERE v LIKE '50[%]'
SELECT v FROM (VALUES ('50%'), ('50x'), ('a_b'), ('[x]')) t (v) WHERE v LIKE 'a!_b' ESCAPE '!'
SELECT v FROM (VALUES ('50%'), ('50x'), ('a_b'), ('[x]')) t (v) WHERE v LIKE '[[]x]'
GO
--> v varchar(3)!
--> '50%'
--> v varchar(3)!
--> 'a_b'
--> v varchar(3)!
--> '[x]'
-- Case follows the collation.
SELECT CASE WHEN 'ABC' LIKE 'abc' THEN 1 ELSE 0 END AS ci, CASE WHEN 'ABC' LIKE 'abc' COLLATE Latin1_General_CS_AS THEN 1 ELSE 0 END AS cs
GO
--> ci int!, cs int!
--> 1 | 0
-- Trailing blanks of the pattern count; those of a char column are padding.
DECLARE @c char(5) = 'ab'
SELECT CASE WHEN 'ab' LIKE 'ab ' THEN 1 ELSE 0 END AS p, CASE WHEN 'ab ' LIKE 'ab' THEN 1 ELSE 0 END AS v, CASE WHEN @c LIKE 'ab' THEN 1 ELSE 0 END AS c, CASE WHEN N'ab ' LIKE N'ab' THEN 1 ELSE 0 END AS n
GO
--> p int!, v int!, c int!, n int!
--> 0 | 1 | 1 | 0
-- NULL and numbers.
SELECT CASE WHEN NULL LIKE '%' THEN 1 ELSE 0 END AS a, CASE WHEN 'x' LIKE NULL THEN 1 ELSE 0 END AS b, CASE WHEN 123 LIKE '1%' THEN 1 ELSE 0 END AS c
GO
--> a int!, b int!, c int!
--> 0 | 0 | 1
-- NOT LIKE.
SELECT v FROM (VALUES ('a'), ('b'), (NULL)) t (v) WHERE v NOT LIKE 'a'
GO
--> v varchar(1)
--> 'b'
