-- Defaults and rules of their own, bound to columns.
CREATE DEFAULT dbo.five AS 5
GO
CREATE RULE dbo.small AS @value >= 0 AND @value < 100
GO
CREATE TABLE dbo.Numbers (id int IDENTITY, n int NULL, m int NULL)
EXEC sp_bindefault 'five', 'Numbers.n'
EXEC sp_bindrule 'dbo.small', 'dbo.Numbers.m'
INSERT Numbers (m) VALUES (7)
INSERT Numbers (m) VALUES (NULL)
INSERT Numbers (m) VALUES (100)
SELECT n, m FROM Numbers
GO
--> info 15511: Default bound to column.
--> info 15514: Rule bound to table column.
--> (1 row)
--> (1 row)
--> Msg 513, Level 16, State 0, Line 6: A column insert or update conflicts with a rule imposed by a previous CREATE RULE statement. The statement was terminated. The conflict occurred in database 'golden', table 'dbo.Numbers', column 'm'.
--> info 3621: The statement has been terminated.
--> n int, m int
--> 5 | 7
--> 5 | NULL

DROP DEFAULT dbo.five
DROP RULE dbo.small
EXEC sp_bindefault 'five', 'Numbers.id'
EXEC sp_bindefault 'six', 'Numbers.m'
EXEC sp_bindefault 'five', 'Numbers.nothing'
EXEC sp_bindrule 'five', 'Numbers.m'
GO
--> Msg 3716, Level 16, State 1, Line 2: The default 'five' cannot be dropped because it is bound to one or more column.
--> Msg 3716, Level 16, State 1, Line 3: The rule 'small' cannot be dropped because it is bound to one or more column.
--> Msg 15102, Level 16, State 1, Procedure sp_bindefault, Line 1: Cannot bind a default to an identity column.
--> Msg 15016, Level 16, State 1, Procedure sp_bindefault, Line 1: The default 'six' does not exist.
--> Msg 15148, Level 16, State 1, Procedure sp_bindefault, Line 1: The data type or table column 'Numbers.nothing' does not exist or you do not have permission.
--> Msg 15016, Level 16, State 1, Procedure sp_bindrule, Line 1: The rule 'five' does not exist.

EXEC sp_unbindefault 'Numbers.n'
EXEC sp_unbindrule 'Numbers.m'
INSERT Numbers (m) VALUES (100)
SELECT n, m FROM Numbers WHERE m = 100
DROP DEFAULT dbo.five
DROP RULE dbo.small
GO
--> info 15519: Default unbound from table column.
--> info 15522: Rule unbound from table column.
--> (1 row)
--> n int, m int
--> NULL | 100

-- Alias types of sp_addtype.
EXEC sp_addtype id, 'varchar(11)', 'NOT NULL'
EXEC sp_addtype 'remark', 'nvarchar(max)', 'NULL'
SELECT name, TYPE_NAME(system_type_id) AS base, max_length, is_nullable FROM sys.types WHERE is_user_defined = 1 ORDER BY name
EXEC sp_addtype id, 'int'
EXEC sp_addtype other, 'varchar(20); DROP TABLE Numbers'
EXEC sp_addtype other, 'int', 'maybe'
EXEC sp_help 'id'
EXEC sp_droptype 'id'
EXEC sp_droptype 'id'
GO
--> name nvarchar(128)!, base nvarchar(128), max_length smallint!, is_nullable bit
--> 'id' | 'varchar' | 11 | 0
--> 'remark' | 'nvarchar' | -1 | 1
--> Msg 219, Level 16, State 1, Procedure sp_addtype, Line 1: The type 'dbo.id' already exists, or you do not have permission to create it.
--> Msg 15036, Level 16, State 1, Procedure sp_addtype, Line 1: The data type 'varchar(20); DROP TABLE Numbers' does not exist or you do not have permission.
--> Msg 15085, Level 16, State 1, Procedure sp_addtype, Line 1: Usage: sp_addtype name, 'data type' [,'NULL' | 'NOT NULL']
--> Type_name nvarchar(128), Storage_type nvarchar(128), Length smallint, Prec int, Scale int, Nullable varchar(35), Default_name nvarchar(128), Rule_name nvarchar(128), Collation nvarchar(128)
--> 'id' | 'varchar' | 11 | 11 | NULL | 'no' | 'none' | 'none' | 'SQL_Latin1_General_CP1_CI_AS'
--> Msg 218, Level 16, State 1, Line 1: Could not find the type 'id'. Either it does not exist or you do not have the necessary permission.
