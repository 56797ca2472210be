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
