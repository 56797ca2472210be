-- A value that no column of that type takes silently: the message names types without their sizes, except (max).
CREATE TABLE blob (b varbinary(max), s varbinary(10), d date);
INSERT blob (b) VALUES (N'x');
GO
--> Msg 257, Level 16, State 3, Line 3: Implicit conversion from data type nvarchar to varbinary(max) is not allowed. Use the CONVERT function to run this query.
DECLARE @v varchar(20) = 'x';
UPDATE blob SET s = @v;
INSERT blob (s) VALUES (@v);
GO
--> Msg 257, Level 16, State 3, Line 2: Implicit conversion from data type varchar to varbinary is not allowed. Use the CONVERT function to run this query.
--> Msg 257, Level 16, State 3, Line 3: Implicit conversion from data type varchar to varbinary is not allowed. Use the CONVERT function to run this query.
DECLARE @n decimal(10, 2) = 1;
INSERT blob (d) VALUES (@n);
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: decimal is incompatible with date
