SET NOCOUNT ON
GO
CREATE TABLE t (id int, v int)
GO
-- Without ANSI_WARNINGS and ARITHABORT an arithmetic error is NULL with a message, and without one under ARITHIGNORE.
SET ANSI_WARNINGS OFF
SET ARITHABORT OFF
SELECT 1 / 0 AS q, CAST(300 AS tinyint) AS t
INSERT t VALUES (1, 1 / 0)
SET ARITHIGNORE ON
SELECT 1 / 0 AS q
UPDATE t SET v = 2147483647 + id
GO
--> q int, t tinyint
--> NULL | NULL
--> info 3607: Division by zero occurred.
--> info 3606: Arithmetic overflow occurred.
--> info 3607: Division by zero occurred.
--> q int
--> NULL
SET ARITHIGNORE OFF
SELECT id, v FROM t
GO
--> id int, v int
--> 1 | NULL
-- With ARITHABORT alone it ends the batch and rolls back.
SET ARITHABORT ON
GO
BEGIN TRANSACTION
INSERT t VALUES (3, 3)
SELECT 1 / 0 AS q
PRINT 'not reached'
GO
--> q int
--> Msg 8134, Level 16, State 1, Line 3: Divide by zero error encountered.
SELECT @@TRANCOUNT AS transactions, COUNT(*) AS kept FROM t WHERE id = 3
GO
--> transactions int!, kept int
--> 0 | 0
-- Caught, it dooms the transaction.
BEGIN TRANSACTION
BEGIN TRY
  SELECT 1 / 0 AS q
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, XACT_STATE() AS state
  ROLLBACK
END CATCH
GO
--> q int
--> number int, state smallint
--> 8134 | -1
-- With ANSI_WARNINGS it ends its statement.
SET ANSI_WARNINGS ON
SELECT 1 / 0 AS q
PRINT 'reached'
GO
--> q int
--> Msg 8134, Level 16, State 1, Line 3: Divide by zero error encountered.
--> print: reached
