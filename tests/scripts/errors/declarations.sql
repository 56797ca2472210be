-- What a declaration says twice, or does not fit.
CREATE TABLE t (a int)
GO
CREATE TRIGGER tr ON t AFTER INSERT, INSERT AS SELECT 1
GO
--> Msg 1034, Level 15, State 1, Procedure tr, Line 1: Syntax error: Duplicate specification of the action "INSERT" in the trigger declaration.
CREATE PROCEDURE p @c CURSOR VARYING AS SELECT 1
GO
--> Msg 1051, Level 15, State 1, Procedure p, Line 1: Cursor parameters in a stored procedure must be declared with OUTPUT and VARYING options, and they must be specified in the order CURSOR VARYING OUTPUT.
CREATE PROCEDURE p @c CURSOR OUTPUT AS SELECT 1
GO
--> Msg 1051, Level 15, State 1, Procedure p, Line 1: Cursor parameters in a stored procedure must be declared with OUTPUT and VARYING options, and they must be specified in the order CURSOR VARYING OUTPUT.
CREATE SEQUENCE s AS tinyint INCREMENT BY 300
GO
--> Msg 11701, Level 16, State 1, Line 1: The absolute value of the increment for sequence object 's' must be less than or equal to the difference between the minimum and maximum value of the sequence object.
CREATE SEQUENCE s AS tinyint START WITH 300
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'START WITH' for the given data type.
CREATE SEQUENCE s AS tinyint MINVALUE -1
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'MINVALUE' for the given data type.
CREATE SEQUENCE s AS smallint MINVALUE 1 MAXVALUE 10 START WITH 11
GO
--> Msg 11703, Level 16, State 1, Line 1: The start value for sequence object 's' must be between the minimum and maximum value of the sequence object.
CREATE TABLE u (a int, CONSTRAINT c NULL)
GO
--> Msg 142, Level 15, State 2, Line 1: Incorrect syntax for definition of the 'TABLE' constraint.
-- TOP takes an integer, with PERCENT any number.
SELECT TOP (1.5) * FROM t
GO
--> Msg 1060, Level 15, State 1, Line 2: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
DECLARE @d decimal(5, 2) = 1
SELECT TOP (@d) * FROM t
GO
--> Msg 1060, Level 15, State 1, Line 2: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
SELECT TOP ('5') * FROM t
GO
--> Msg 1060, Level 15, State 1, Line 1: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
SELECT TOP (1.5) PERCENT * FROM t
GO
--> a int
-- Operands without a minus or a complement.
SELECT ~5.5
GO
--> Msg 8117, Level 16, State 1, Line 2: Operand data type numeric is invalid for '~' operator.
SELECT -'5'
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type varchar is invalid for minus operator.
EXEC sp_executesql N'SELECT @p', N'@p int', @q = 1
GO
--> Msg 8178, Level 16, State 1, Line 0: The parameterized query '(@p int)SELECT @p' expects the parameter '@p', which was not supplied.
