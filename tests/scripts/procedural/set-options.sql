-- The options that drivers set are on.
SELECT SESSIONPROPERTY('ANSI_NULLS') AS a, SESSIONPROPERTY('QUOTED_IDENTIFIER') AS q, SESSIONPROPERTY('ANSI_WARNINGS') AS w, SESSIONPROPERTY('CONCAT_NULL_YIELDS_NULL') AS c
GO
--> a sql_variant, q sql_variant, w sql_variant, c sql_variant
--> 1::int | 1::int | 1::int | 1::int
-- CONCAT_NULL_YIELDS_NULL OFF.
SET CONCAT_NULL_YIELDS_NULL OFF
SELECT 'a' + NULL + 'b' AS s
SET CONCAT_NULL_YIELDS_NULL ON
GO
--> s varchar(3)
--> 'ab'
-- ARITHABORT and ANSI_WARNINGS OFF: an error in arithmetic gives NULL.
SET ARITHABORT OFF
SET ANSI_WARNINGS OFF
SELECT 1 / 0 AS n
SET ARITHABORT ON
SET ANSI_WARNINGS ON
GO
--> n int
--> NULL
--> info 3607: Division by zero occurred.
-- Several options at once.
SET ANSI_NULLS, ANSI_PADDING ON
SET NOCOUNT ON
SELECT @@OPTIONS & 512 AS nocount
GO
--> nocount int!
--> 512
-- LANGUAGE changes names, DATEFIRST and DATEFORMAT.
SET LANGUAGE British
SELECT DATENAME(month, '20240301') AS m, @@DATEFIRST AS f, @@LANGUAGE AS l, CAST('02/01/2024' AS date) AS d
SET LANGUAGE us_english
GO
--> info 5703: Changed language setting to British.
--> m nvarchar(30), f tinyint!, l nvarchar(128), d date
--> 'March' | 1 | 'British' | 2024-01-02
--> info 5703: Changed language setting to us_english.
-- An unknown option.
SET NOSUCHTHING ON
GO
--> Msg 195, Level 15, State 5, Line 2: 'NOSUCHTHING' is not a recognized SET option.
-- DATEFIRST has a range.
SET DATEFIRST 9
GO
--> Msg 2742, Level 16, State 1, Line 2: SET DATEFIRST 9 is out of range.
-- NOEXEC compiles only.
SET NOEXEC ON
GO
SELECT 1 AS never
GO
SET NOEXEC OFF
GO
SELECT 1 AS again
GO
--> again int!
--> 1
