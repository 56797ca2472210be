-- Configurations of a database are kept and shown.
ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 4;
ALTER DATABASE SCOPED CONFIGURATION SET LEGACY_CARDINALITY_ESTIMATION = ON;
ALTER DATABASE SCOPED CONFIGURATION FOR SECONDARY SET MAXDOP = 2;
ALTER DATABASE SCOPED CONFIGURATION SET IDENTITY_CACHE = OFF;
ALTER DATABASE SCOPED CONFIGURATION SET ELEVATE_ONLINE = WHEN_SUPPORTED;
ALTER DATABASE SCOPED CONFIGURATION CLEAR PROCEDURE_CACHE;
SELECT name, value, value_for_secondary, is_value_default FROM sys.database_scoped_configurations WHERE name IN ('MAXDOP', 'LEGACY_CARDINALITY_ESTIMATION', 'IDENTITY_CACHE', 'ELEVATE_ONLINE', 'PARAMETER_SNIFFING') ORDER BY configuration_id;
ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 0;
ALTER DATABASE SCOPED CONFIGURATION FOR SECONDARY SET MAXDOP = PRIMARY;
SELECT value, value_for_secondary, is_value_default FROM sys.database_scoped_configurations WHERE name = 'MAXDOP';
GO
--> name nvarchar(60), value sql_variant, value_for_secondary sql_variant, is_value_default bit
--> 'MAXDOP' | '4'::nvarchar(1) | '2'::nvarchar(1) | 0
--> 'LEGACY_CARDINALITY_ESTIMATION' | '1'::nvarchar(1) | NULL | 0
--> 'PARAMETER_SNIFFING' | '1'::nvarchar(1) | NULL | 1
--> 'IDENTITY_CACHE' | '0'::nvarchar(1) | NULL | 0
--> 'ELEVATE_ONLINE' | 'WHEN_SUPPORTED'::nvarchar(14) | NULL | 0
--> value sql_variant, value_for_secondary sql_variant, is_value_default bit
--> '0'::nvarchar(1) | NULL | 1
ALTER DATABASE SCOPED CONFIGURATION SET NO_SUCH_THING = ON;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'NO_SUCH_THING'.
ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = ON;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'ON'.
ALTER DATABASE SCOPED CONFIGURATION SET IDENTITY_CACHE = 7;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '7'.
-- Without verbose warnings a truncation does not say where and what.
CREATE TABLE dbo.t (name varchar(3) NULL);
ALTER DATABASE SCOPED CONFIGURATION SET VERBOSE_TRUNCATION_WARNINGS = OFF;
INSERT dbo.t VALUES ('abcd');
GO
--> Msg 8152, Level 16, State 10, Line 4: String or binary data would be truncated.
--> info 3621: The statement has been terminated.
ALTER DATABASE SCOPED CONFIGURATION SET VERBOSE_TRUNCATION_WARNINGS = ON;
INSERT dbo.t VALUES ('abcd');
GO
--> Msg 2628, Level 16, State 1, Line 2: String or binary data would be truncated in table 'golden.dbo.t', column 'name'. Truncated value: 'abc'.
--> info 3621: The statement has been terminated.
