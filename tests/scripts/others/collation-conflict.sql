-- Two columns of different collations cannot be compared; COLLATE on either side decides.
CREATE TABLE exact (name varchar(10) COLLATE Latin1_General_CS_AS);
CREATE TABLE loose (name varchar(10));
INSERT exact VALUES ('abc'), ('ABC');
INSERT loose VALUES ('Abc'), ('ABC');
GO
--> (2 rows)
--> (2 rows)
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name = loose.name;
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "SQL_Latin1_General_CP1_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT COUNT(*) AS n FROM loose, exact WHERE loose.name < exact.name;
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CS_AS" and "SQL_Latin1_General_CP1_CI_AS" in the less than operation.
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name = loose.name COLLATE DATABASE_DEFAULT;
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name COLLATE DATABASE_DEFAULT = loose.name;
SELECT COUNT(*) AS n FROM loose JOIN exact ON loose.name = exact.name COLLATE Latin1_General_CI_AS;
SELECT COUNT(*) AS n FROM loose JOIN exact ON loose.name COLLATE Latin1_General_CS_AS = exact.name;
SELECT COUNT(*) AS n FROM loose a JOIN loose b ON a.name = b.name COLLATE DATABASE_DEFAULT;
GO
--> n int
--> 4
--> n int
--> 4
--> n int
--> 4
--> n int
--> 1
--> n int
--> 4

-- Literals adapt to the column.
SELECT COUNT(*) AS n FROM exact WHERE name = 'abc';
SELECT COUNT(*) AS n FROM loose WHERE name = 'abc';
SELECT COUNT(*) AS n FROM loose WHERE name = 'ABC' COLLATE Latin1_General_CS_AS;
GO
--> n int
--> 1
--> n int
--> 2
--> n int
--> 1

-- What is computed from a column has its collation; COLLATE decides also where it names the collation that a column has anyway.
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name = UPPER(loose.name);
GO
--> Msg 468, Level 16, State 9, Line 3: Cannot resolve the collation conflict between "SQL_Latin1_General_CP1_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name + 'x' = loose.name + 'x';
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "SQL_Latin1_General_CP1_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT COUNT(*) AS n FROM exact WHERE name = (SELECT TOP (1) name FROM loose);
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "SQL_Latin1_General_CP1_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT COUNT(*) AS n FROM exact WHERE name COLLATE Latin1_General_CS_AS = 'abc' COLLATE Latin1_General_CI_AS;
GO
--> Msg 468, Level 16, State 9, Line 1: Cannot resolve the collation conflict between "Latin1_General_CI_AS" and "Latin1_General_CS_AS" in the equal to operation.
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name COLLATE Latin1_General_CS_AS = loose.name;
SELECT COUNT(*) AS n FROM exact JOIN loose ON exact.name = loose.name COLLATE SQL_Latin1_General_CP1_CI_AS;
SELECT COUNT(*) AS n FROM exact JOIN loose ON UPPER(exact.name) = loose.name COLLATE DATABASE_DEFAULT;
SELECT COUNT(*) AS n FROM exact WHERE UPPER(name) = 'abc';
GO
--> n int
--> 1
--> n int
--> 4
--> n int
--> 4
--> n int
--> 0
