SET NOCOUNT ON
GO
-- SET LANGUAGE names months and days, orders the numbers of a date and sets the first day of the week.
SET LANGUAGE German
SELECT DATENAME(month, '20200315') AS m, DATENAME(weekday, '20200315') AS d, DATEPART(weekday, '20200315') AS wd, CONVERT(varchar(30), CAST('20200315 10:11:12' AS datetime), 0) AS c0,
  CONVERT(varchar(30), CAST('20200315' AS date), 106) AS c106, FORMAT(CAST('20200315' AS date), 'D') AS f, @@LANGUAGE AS l, @@LANGID AS id, @@DATEFIRST AS df
SELECT CAST('15.03.2020' AS date) AS numbers, CAST('15 März 2020' AS date) AS name, MONTH('01/02/2020') AS february
GO
--> info 5703: Changed language setting to Deutsch.
--> m nvarchar(30), d nvarchar(30), wd int, c0 varchar(30), c106 varchar(30), f nvarchar(4000), l nvarchar(128), id smallint!, df tinyint!
--> 'März' | 'Sonntag' | 7 | 'Mär 15 2020 10:11AM' | '15 Mär 2020' | 'Sonntag, 15. März 2020' | 'Deutsch' | 1 | 1
--> numbers date, name date, february int
--> 2020-03-15 | 2020-03-15 | 2
SET LANGUAGE French
SELECT DATENAME(month, '20200815') AS m, DATENAME(dw, '20200815') AS d, CONVERT(nvarchar(30), CAST('20200815' AS datetime), 107) AS c
GO
--> info 5703: Changed language setting to Français.
--> m nvarchar(30), d nvarchar(30), c nvarchar(30)
--> 'août' | 'samedi' | 'août 15, 2020'
-- Under dmy even year-first dates of datetime are read as year, day, month; date and datetime2 read them as ISO does.
SET LANGUAGE British
SELECT CAST('2020-02-01' AS datetime) AS dt, CAST('2020-02-01' AS date) AS d, CAST('2020-02-01T00:00:00' AS datetime) AS iso
GO
--> info 5703: Changed language setting to British.
--> dt datetime, d date, iso datetime
--> 2020-01-02 00:00:00.000 | 2020-02-01 | 2020-02-01 00:00:00.000
SET LANGUAGE British
SELECT CAST('2020-08-15' AS datetime) AS dt
GO
--> info 5703: Changed language setting to British.
--> dt datetime
--> Msg 242, Level 16, State 3, Line 2: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SET LANGUAGE Japanese
SELECT DATENAME(month, '20200815') AS m, DATENAME(dw, '20200815') AS d, @@DATEFIRST AS df
SET LANGUAGE Finnish
SELECT DATENAME(month, '20200815') AS m, DATENAME(dw, '20200815') AS d, CONVERT(nvarchar(30), CAST('20200815' AS datetime), 106) AS c
SET LANGUAGE Polish
SELECT DATENAME(month, '20200815') AS m, CONVERT(nvarchar(30), CAST('20200815' AS datetime), 106) AS c
SET LANGUAGE Brazilian
SELECT DATENAME(month, '20200815') AS m, DATENAME(dw, '20200815') AS d
SET LANGUAGE us_english
SELECT DATENAME(month, '20200815') AS m, DATENAME(dw, '20200815') AS d, @@DATEFIRST AS df
GO
--> info 5703: Changed language setting to 日本語.
--> m nvarchar(30), d nvarchar(30), df tinyint!
--> '08' | '土曜日' | 7
--> info 5703: Changed language setting to Suomi.
--> m nvarchar(30), d nvarchar(30), c nvarchar(30)
--> 'elokuuta' | 'lauantai' | '15 elo 2020'
--> info 5703: Changed language setting to polski.
--> m nvarchar(30), c nvarchar(30)
--> 'sierpień' | '15 VIII 2020'
--> info 5703: Changed language setting to Português (Brasil).
--> m nvarchar(30), d nvarchar(30)
--> 'Agosto' | 'Sábado'
--> info 5703: Changed language setting to us_english.
--> m nvarchar(30), d nvarchar(30), df tinyint!
--> 'August' | 'Saturday' | 7
SET LANGUAGE Klingon
GO
--> Msg 2740, Level 16, State 1, Line 1: SET LANGUAGE failed because 'Klingon' is not an official language name or a language alias on this SQL Server.
-- A procedure's SET LANGUAGE ends with it.
CREATE PROCEDURE speak AS
SET LANGUAGE Italian
SELECT DATENAME(month, '20200815') AS m
GO
EXEC speak
SELECT @@LANGUAGE AS l, DATENAME(month, '20200815') AS m
GO
--> info 5703: Changed language setting to Italiano.
--> m nvarchar(30)
--> 'agosto'
--> l nvarchar(128), m nvarchar(30)
--> 'us_english' | 'August'
SELECT name, alias, months, shortmonths, days FROM sys.syslanguages WHERE alias IN ('Swedish', 'Czech', 'Korean') ORDER BY langid
GO
--> name nvarchar(128)!, alias nvarchar(128)!, months nvarchar(372), shortmonths nvarchar(132), days nvarchar(217)
--> 'Svenska' | 'Swedish' | 'januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december' | 'jan,feb,mar,apr,maj,jun,jul,aug,sep,okt,nov,dec' | 'måndag,tisdag,onsdag,torsdag,fredag,lördag,söndag'
--> 'čeština' | 'Czech' | 'leden,únor,březen,duben,květen,červen,červenec,srpen,září,říjen,listopad,prosinec' | 'I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII' | 'pondělí,úterý,středa,čtvrtek,pátek,sobota,neděle'
--> '한국어' | 'Korean' | '01,02,03,04,05,06,07,08,09,10,11,12' | '01,02,03,04,05,06,07,08,09,10,11,12' | '월요일,화요일,수요일,목요일,금요일,토요일,일요일'
