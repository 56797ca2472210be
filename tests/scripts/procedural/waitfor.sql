-- WAITFOR DELAY waits.
DECLARE @t datetime2 = SYSDATETIME()
WAITFOR DELAY '00:00:00.050'
SELECT CASE WHEN DATEDIFF(millisecond, @t, SYSDATETIME()) >= 45 THEN 'waited' END AS w
GO
--> w varchar(6)
--> 'waited'
-- A variable, and nothing to wait for.
DECLARE @d varchar(12) = '00:00:00'
WAITFOR DELAY @d
PRINT 'on'
GO
--> print: on
-- A time that is none.
WAITFOR DELAY 'soon'
GO
--> Msg 148, Level 15, State 1, Line 2: Incorrect time syntax in time string 'soon' used with WAITFOR.
