-- EXECUTE runs a scalar function like a procedure: arguments by name, defaults without a word, the result in the variable.
CREATE FUNCTION dbo.twice (@n int, @m int = 5) RETURNS int AS BEGIN RETURN @n * 2 + @m END
GO
CREATE FUNCTION dbo.word (@n int) RETURNS varchar(20) AS BEGIN RETURN 'word' + CAST(@n AS varchar(10)) END
GO
DECLARE @r int, @t varchar(3)
EXEC @r = dbo.twice 4, 1
SELECT @r AS r
EXEC @r = dbo.twice @m = 1, @n = 5
SELECT @r AS r
EXEC @r = dbo.twice 4
SELECT @r AS r
EXEC @r = dbo.twice @n = 4, @m = DEFAULT
SELECT @r AS r
EXEC @t = dbo.word 7
SELECT @t AS cut
EXEC dbo.word 7
GO
--> r int
--> 9
--> r int
--> 11
--> r int
--> 13
--> r int
--> 13
--> cut varchar(3)
--> 'wor'
