CREATE TABLE dbo.t (a char(3) COLLATE SQL_Latin1_General_Pref_CP1_CI_AS, w AS TERTIARY_WEIGHTS(a), b varchar(10) COLLATE Latin1_General_CI_AS)
INSERT dbo.t VALUES ('abc', 'abc'), ('ABC', 'ABC'), (NULL, NULL)
SELECT a, w, DATALENGTH(w) AS length, TERTIARY_WEIGHTS(b) AS other, TERTIARY_WEIGHTS('a') AS of_default FROM dbo.t ORDER BY a, w
GO
--> (3 rows)
--> a char(3), w varbinary(3), length int, other varbinary(10), of_default varbinary(1)
--> NULL | NULL | NULL | NULL | NULL
--> 'ABC' | 0x414243 | 3 | NULL | NULL
--> 'abc' | 0x616263 | 3 | NULL | NULL
SELECT TERTIARY_WEIGHTS(N'a') AS w
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type nvarchar is invalid for argument 1 of tertiary_weights function.
