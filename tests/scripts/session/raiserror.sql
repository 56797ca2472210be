-- RAISERROR formats like printf; severities decide what it is.
RAISERROR ('%s is %d years and %x', 10, 1, 'Ann', 42, 255);
RAISERROR ('[%5d] [%-5d] [%05d] [%.3s] [%%]', 10, 1, 42, 42, 42, 'abcdef');
RAISERROR (N'wide %s', 16, 5, N'ünï');
SELECT @@ERROR AS error;
RAISERROR ('info', 1, 1);
SELECT @@ERROR AS error;
RAISERROR ('info with error', 1, 1) WITH SETERROR;
SELECT @@ERROR AS error;
RAISERROR ('too severe', 19, 1);
RAISERROR ('%d', 16, 1, 'not a number');
RAISERROR (60000, 16, 1);
RAISERROR (50, 16, 1);
RAISERROR ('state', 16, 300);
RAISERROR ('state', 16, -1);
GO
--> info 50000: Ann is 42 years and ff
--> info 50000: [   42] [42   ] [00042] [abc] [%]
--> Msg 50000, Level 16, State 5, Line 4: wide ünï
--> error int!
--> 50000
--> info 50000: info
--> error int!
--> 0
--> info 50000: info with error
--> error int!
--> 50000
--> Msg 2754, Level 16, State 1, Line 10: Error severity levels greater than 18 can only be specified by members of the sysadmin role, using the WITH LOG option.
--> Msg 2786, Level 16, State 1, Line 11: The data type of substitution parameter 1 does not match the expected type of the format specification.
--> Msg 18054, Level 16, State 1, Line 12: Error 60000, severity 16, state 1 was raised, but no message with that error number was found in sys.messages. If error is larger than 50000, make sure the user-defined message is added using sp_addmessage.
--> Msg 2732, Level 16, State 1, Line 13: Error number 50 is invalid. The number must be from 13000 through 2147483647 and it cannot be 50000.
--> Msg 50000, Level 16, State 255, Line 14: state
--> Msg 50000, Level 16, State 1, Line 15: state
DECLARE @m varchar(50) = 'from a variable %i', @s int = 11, @n bigint = 5;
RAISERROR (@m, @s, 2, 7);
RAISERROR ('%I64d', 10, 1, @n);
RAISERROR ('missing %s and %d', 10, 1, 'one');
RAISERROR ('null %s', 10, 1, NULL);
GO
--> Msg 50000, Level 11, State 2, Line 2: from a variable 7
--> info 50000: 5
--> info 50000: missing one and (null)
--> info 50000: null (null)
PRINT 'text';
PRINT 12 + 30;
PRINT N'';
PRINT CAST('2024-01-31' AS date);
PRINT 1.50;
PRINT NULL;
GO
--> print: text
--> print: 42
--> print:  
--> print: 2024-01-31
--> print: 1.50
--> print:  
