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

-- The form of CONVERT style 114 has a colon before the milliseconds.
DECLARE @delay char(12) = CONVERT(varchar, DATEADD(millisecond, 20, 0), 114), @t datetime2 = SYSDATETIME()
WAITFOR DELAY @delay
SELECT @delay AS delay, CASE WHEN DATEDIFF(millisecond, @t, SYSDATETIME()) BETWEEN 15 AND 900 THEN 1 END AS waited
GO
--> delay char(12), waited int
--> '00:00:00:020' | 1
