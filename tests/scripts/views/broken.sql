-- A view whose text does not bind any more.
CREATE TABLE t (id int NOT NULL, v int);
GO
CREATE VIEW direct AS
SELECT id, v
FROM t;
GO
CREATE VIEW nested AS SELECT id FROM direct WHERE v > 0;
GO
CREATE FUNCTION rows_of(@id int) RETURNS TABLE AS RETURN SELECT id, v FROM t WHERE id = @id;
GO
CREATE PROCEDURE shown AS SELECT id FROM direct;
GO
ALTER TABLE t DROP COLUMN v;
GO
SELECT id FROM direct;
GO
--> Msg 207, Level 16, State 1, Procedure direct, Line 2: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'direct' because of binding errors.
PRINT 'not printed';
SELECT id
FROM nested;
GO
--> Msg 207, Level 16, State 1, Procedure direct, Line 2: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Procedure nested, Line 1: Could not use view or function 'direct' because of binding errors.
--> Msg 4413, Level 16, State 1, Line 2: Could not use view or function 'nested' because of binding errors.
SELECT * FROM rows_of(1);
GO
--> Msg 207, Level 16, State 1, Procedure rows_of, Line 1: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'rows_of' because of binding errors.
EXEC shown;
PRINT 'goes on';
GO
--> Msg 207, Level 16, State 1, Procedure direct, Line 2: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Procedure shown, Line 1: Could not use view or function 'direct' because of binding errors.
--> print: goes on
BEGIN TRY
  EXEC shown;
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_PROCEDURE() AS module;
END CATCH;
GO
--> number int, module nvarchar(128)
--> 207 | 'direct'
INSERT direct (id) VALUES (1);
GO
--> Msg 207, Level 16, State 1, Procedure direct, Line 2: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'direct' because of binding errors.
EXEC ('SELECT id FROM direct');
GO
--> Msg 207, Level 16, State 1, Procedure direct, Line 2: Invalid column name 'v'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'direct' because of binding errors.
-- A table that is gone is missed when the statement runs.
DROP TABLE t;
GO
PRINT 'printed';
SELECT id FROM direct;
PRINT 'not printed';
GO
--> print: printed
--> Msg 208, Level 16, State 1, Procedure direct, Line 2: Invalid object name 't'.
--> Msg 4413, Level 16, State 1, Line 2: Could not use view or function 'direct' because of binding errors.
-- It mends when the table is back.
CREATE TABLE t (id int NOT NULL, v int);
INSERT t VALUES (1, 2);
SELECT id FROM nested;
GO
--> (1 row)
--> id int!
--> 1
CREATE VIEW over_it AS SELECT missing FROM direct;
GO
--> Msg 207, Level 16, State 1, Procedure over_it, Line 1: Invalid column name 'missing'.
