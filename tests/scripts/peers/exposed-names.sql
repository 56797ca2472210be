-- Tables of one name need correlation names, whatever their schemas.
CREATE TABLE h (a int)
CREATE TABLE k (a int)
GO
CREATE SCHEMA sc
GO
CREATE TABLE sc.h (a int)
GO
SELECT * FROM h, sc.h
GO
--> Msg 1013, Level 16, State 1, Line 1: The objects "sc.h" and "h" in the FROM clause have the same exposed names. Use correlation names to distinguish them.
SELECT * FROM dbo.h JOIN sc.h ON 1 = 1
GO
--> Msg 1013, Level 16, State 1, Line 1: The objects "sc.h" and "dbo.h" in the FROM clause have the same exposed names. Use correlation names to distinguish them.
SELECT * FROM dbo.h, sc.h x
GO
--> a int, a int
-- A correlation name must not be the name of a table beside it.
SELECT * FROM dbo.h, k h
GO
--> Msg 1012, Level 16, State 1, Line 2: The correlation name 'h' has the same exposed name as table 'dbo.h'.
SELECT * FROM k h, sc.h
GO
--> Msg 1012, Level 16, State 1, Line 1: The correlation name 'h' has the same exposed name as table 'sc.h'.
SELECT * FROM k h, k h
GO
--> Msg 1011, Level 16, State 1, Line 1: The correlation name 'h' is specified multiple times in a FROM clause.
-- The target of a change stands beside FROM unless FROM has it, and its name counts there too.
INSERT h VALUES (1)
INSERT sc.h VALUES (1)
GO
--> (1 row)
--> (1 row)
UPDATE dbo.h SET a = 2 FROM sc.h
GO
--> Msg 1013, Level 16, State 1, Line 1: The objects "sc.h" and "dbo.h" in the FROM clause have the same exposed names. Use correlation names to distinguish them.
DELETE dbo.k FROM sc.h k
GO
--> Msg 1012, Level 16, State 1, Line 1: The correlation name 'k' has the same exposed name as table 'dbo.k'.
UPDATE dbo.h SET a = 3 FROM sc.h AS other WHERE other.a = 1
SELECT a FROM h
GO
--> (1 row)
--> a int
--> 3
UPDATE x SET a = 4 FROM sc.h AS x, h AS y
SELECT a FROM sc.h
GO
--> (1 row)
--> a int
--> 4
