-- The days of a period with the parts of the date that reports need; 3,660 days at most.
--
--     EXEC CalendarDays @From = '2025-12-29', @To = '2026-01-04';

CREATE OR ALTER PROCEDURE CalendarDays
    @From  date,
    @To    date
AS
BEGIN
    SET NOCOUNT ON;

    WITH Days AS (
        SELECT @From AS CalendarDay
        WHERE @From <= @To
        UNION ALL
        SELECT DATEADD(day, 1, CalendarDay) FROM Days WHERE CalendarDay < @To
    )
    SELECT
        CalendarDay,
        DATENAME(weekday, CalendarDay) AS DayName,
        DATEPART(iso_week, CalendarDay) AS IsoWeek,
        DATEPART(quarter, CalendarDay) AS Quarter,
        DATEPART(dayofyear, CalendarDay) AS DayOfYear,
        EOMONTH(CalendarDay) AS MonthEnd,
        -- Independent of DATEFIRST: 1900-01-01 was a Monday.
        CASE WHEN DATEDIFF(day, '19000101', CalendarDay) % 7 IN (5, 6) THEN 1 ELSE 0 END AS IsWeekend
    FROM Days
    ORDER BY CalendarDay
    OPTION (MAXRECURSION 3660);
END;
