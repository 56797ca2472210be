-- Table variables: one per activation, untouched by ROLLBACK.
DECLARE @t TABLE (id int IDENTITY PRIMARY KEY, s varchar(10) NOT NULL DEFAULT 'dflt', n AS id * 2);
INSERT @t (s) VALUES ('a'), (DEFAULT);
BEGIN TRAN;
INSERT @t (s) VALUES ('in tran');
UPDATE @t SET s = 'changed' WHERE id = 1;
ROLLBACK;
SELECT id, s, n FROM @t ORDER BY id;
DELETE @t WHERE id = 2;
SELECT @@ROWCOUNT AS one;
INSERT @t (s) VALUES (NULL);
SELECT COUNT(*) AS two FROM @t;
GO
--> (2 rows)
--> (1 row)
--> (1 row)
--> id int!, s varchar(10)!, n int
--> 1 | 'changed' | 2
--> 2 | 'dflt' | 4
--> 3 | 'in tran' | 6
--> (1 row)
--> one int!
--> 1
--> Msg 515, Level 16, State 2, Line 11: Cannot insert the value NULL into column 's', table '@t'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
--> two int
--> 2

-- Constraints and unique keys.
DECLARE @u TABLE (a int PRIMARY KEY, b int, c int, UNIQUE (b), CHECK (c > 0));
INSERT @u VALUES (1, 1, 1);
BEGIN TRY INSERT @u VALUES (1, 2, 1) END TRY BEGIN CATCH PRINT ERROR_NUMBER() END CATCH
BEGIN TRY INSERT @u VALUES (2, 1, 1) END TRY BEGIN CATCH PRINT ERROR_NUMBER() END CATCH
BEGIN TRY INSERT @u VALUES (2, 2, 0) END TRY BEGIN CATCH PRINT ERROR_NUMBER() END CATCH
SELECT COUNT(*) AS one FROM @u;
GO
--> (1 row)
--> print: 2627
--> print: 2627
--> print: 547
--> one int
--> 1

-- Each activation of a recursive procedure has its own.
CREATE PROCEDURE dbo.rec @n int AS
DECLARE @t TABLE (n int);
INSERT @t VALUES (@n);
IF @n > 0
BEGIN
  SET @n -= 1;
  EXEC dbo.rec @n;
END
SELECT COUNT(*) AS one, MAX(n) AS n FROM @t;
GO
EXEC dbo.rec 2;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> one int, n int
--> 1 | 0
--> one int, n int
--> 1 | 1
--> one int, n int
--> 1 | 2

-- Table types and table-valued parameters.
CREATE TYPE dbo.Pairs AS TABLE (k int PRIMARY KEY, v varchar(10));
GO
CREATE PROCEDURE dbo.takes @p dbo.Pairs READONLY, @factor int = 2 AS
SELECT k * @factor AS k, v FROM @p ORDER BY k;
GO
DECLARE @p dbo.Pairs;
INSERT @p VALUES (2, 'two'), (1, 'one');
EXEC dbo.takes @p;
EXEC dbo.takes @factor = 10, @p = @p;
EXEC dbo.takes;
GO
--> (2 rows)
--> k int, v varchar(10)
--> 2 | 'one'
--> 4 | 'two'
--> k int, v varchar(10)
--> 10 | 'one'
--> 20 | 'two'
--> k int, v varchar(10)
