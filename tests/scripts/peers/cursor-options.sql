-- Options of DECLARE CURSOR that exclude each other, and the two syntaxes that do not mix.
DECLARE c CURSOR LOCAL GLOBAL FOR SELECT 1
GO
--> Msg 1048, Level 15, State 1, Line 2: Conflicting cursor options LOCAL and GLOBAL.
DECLARE c CURSOR FAST_FORWARD SCROLL FOR SELECT 1
GO
--> Msg 1048, Level 15, State 1, Line 1: Conflicting cursor options FAST_FORWARD and SCROLL.
DECLARE c CURSOR STATIC DYNAMIC FOR SELECT 1
GO
--> Msg 1048, Level 15, State 1, Line 1: Conflicting cursor options STATIC and DYNAMIC.
DECLARE c CURSOR READ_ONLY OPTIMISTIC FOR SELECT 1
GO
--> Msg 1048, Level 15, State 1, Line 1: Conflicting cursor options READ_ONLY and OPTIMISTIC.
DECLARE c SCROLL CURSOR LOCAL FOR SELECT 1
GO
--> Msg 1049, Level 15, State 1, Line 1: Mixing old and new syntax to specify cursor options is not allowed.
DECLARE c CURSOR LOCAL FAST_FORWARD READ_ONLY FORWARD_ONLY FOR SELECT 1 AS n
OPEN c
FETCH NEXT FROM c
GO
--> n int!
--> 1
-- Names of transactions have 32 characters at most.
BEGIN TRANSACTION a2345678901234567890123456789012
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> n int!
--> 1
BEGIN TRANSACTION a23456789012345678901234567890123
GO
--> Msg 103, Level 15, State 4, Line 1: The identifier that starts with 'a2345678901234567890123456789012' is too long. Maximum length is 32.
