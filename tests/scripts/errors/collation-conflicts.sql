SET NOCOUNT ON
GO
CREATE TABLE a (id int, cs varchar(10) COLLATE Latin1_General_CS_AS, ci varchar(10) COLLATE Latin1_General_CI_AS, plain varchar(10),
  ncs nvarchar(10) COLLATE Latin1_General_CS_AS, nci nvarchar(10) COLLATE Latin1_General_CI_AS)
INSERT a VALUES (1, 'a', 'A', 'p', N'n', N'N')
GO
-- Two columns are not compared under one of their collations.
SELECT id FROM a WHERE cs = ci
GO
--> Msg 468, Level 16, State 9, Line 2: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT id FROM a WHERE cs LIKE ci
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the like operation.
SELECT REPLACE(cs, ci, 'z') FROM a
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the replace operation.
SELECT CHARINDEX(ci, cs) FROM a
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CS_AS" and "Latin1_General_CI_AS" in the charindex operation.
SELECT cs FROM a UNION SELECT ci FROM a
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the UNION operation.
SELECT cs FROM a EXCEPT SELECT ci FROM a
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the EXCEPT operation.
-- A varchar needs its collation where it is made.
SELECT cs + ci FROM a
GO
--> Msg 457, Level 16, State 1, Line 2: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in add operator.
SELECT cs FROM a UNION ALL SELECT ci FROM a
GO
--> Msg 457, Level 16, State 1, Line 1: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in UNION ALL operator.
SELECT CASE WHEN id = 1 THEN cs ELSE ci END FROM a
GO
--> Msg 457, Level 16, State 1, Line 1: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in CASE operator.
SELECT COALESCE(cs, ci) FROM a
GO
--> Msg 457, Level 16, State 1, Line 1: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in CASE operator.
INSERT a (plain) SELECT cs + ci FROM a
GO
--> Msg 457, Level 16, State 1, Line 1: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in add operator.
-- An nvarchar is without one until something asks for it.
SELECT id, ncs + nci FROM a
GO
--> Msg 451, Level 16, State 1, Line 2: Cannot resolve collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in add operator occurring in SELECT statement column 2.
SELECT ncs FROM a UNION ALL SELECT nci FROM a
GO
--> Msg 451, Level 16, State 1, Line 1: Cannot resolve collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in UNION ALL operator occurring in SELECT statement column 1.
SELECT IIF(id = 1, ncs, nci) AS n INTO #x FROM a
GO
--> Msg 451, Level 16, State 1, Line 1: Cannot resolve collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in CASE operator occurring in SELECT statement column 1.
SELECT CONCAT(cs, ci) FROM a
GO
--> Msg 451, Level 16, State 1, Line 1: Cannot resolve collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in concat operator occurring in SELECT statement column 1.
SELECT CONCAT(cs, ci) + 'x' FROM a
GO
--> Msg 456, Level 16, State 1, Line 1: Implicit conversion of varchar value to varchar cannot be performed because the resulting collation is unresolved due to collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in concat operator.
SELECT LEN(ncs + nci) FROM a
GO
--> Msg 4191, Level 16, State 9, Line 1: Cannot resolve collation conflict for len operation.
SELECT id FROM a WHERE ncs + nci = N'nN'
GO
--> Msg 4191, Level 16, State 9, Line 1: Cannot resolve collation conflict for equal to operation.
SELECT id FROM a WHERE ncs + nci LIKE N'n%'
GO
--> Msg 4191, Level 16, State 9, Line 1: Cannot resolve collation conflict for like operation.
INSERT a (id, ncs) SELECT 2, ncs + nci FROM a
DECLARE @n nvarchar(20)
SELECT @n = ncs + nci FROM a WHERE id = 1
SELECT @n AS joined, DATALENGTH(ncs + nci) AS bytes FROM a WHERE id = 1
GO
--> joined nvarchar(20), bytes int
--> 'nN' | 4
-- COLLATE settles it; literals, variables and a column's own collation adapt.
SELECT id FROM a WHERE cs = ci COLLATE Latin1_General_CI_AS
SELECT cs + ci COLLATE Latin1_General_CI_AS AS t, (ncs + nci) COLLATE Latin1_General_CI_AS AS n FROM a WHERE id = 1
SELECT cs FROM a WHERE id = 1 UNION SELECT ci COLLATE Latin1_General_CS_AS FROM a WHERE id = 1 ORDER BY cs
DECLARE @v varchar(10) = 'v'
SELECT cs + 'x' + @v AS t, CASE WHEN id = 1 THEN cs ELSE @v END AS c, CONCAT(cs, 'x', id) AS j FROM a WHERE id = 1 AND cs LIKE 'a%'
GO
--> id int
--> 1
--> t varchar(20), n nvarchar(20)
--> 'aA' | 'nN'
--> cs varchar(10)
--> 'a'
--> 'A'
--> t varchar(21), c varchar(10), j varchar(23)!
--> 'axv' | 'a' | 'ax1'
SELECT id FROM a WHERE cs COLLATE Latin1_General_CI_AS = ci COLLATE Latin1_General_BIN
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_BIN" and "Latin1_General_CI_AS" in the equal to operation.
SELECT cs COLLATE Latin1_General_CI_AS + ci COLLATE Latin1_General_BIN FROM a
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_BIN" and "Latin1_General_CI_AS" in the add operation.
-- It is found when a module is created.
CREATE PROCEDURE p AS SELECT cs + ci FROM a
GO
--> Msg 457, Level 16, State 1, Procedure p, Line 2: Implicit conversion of varchar value to varchar cannot be performed because the collation of the value is unresolved due to a collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in add operator.
