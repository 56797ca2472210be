-- How sensitive the data of a column is: kept in the catalog until it is dropped, with the column at the latest.
CREATE TABLE dbo.person (id int NOT NULL, name nvarchar(50), salary money)
GO
ADD SENSITIVITY CLASSIFICATION TO dbo.person.salary, dbo.person.name WITH (LABEL = 'Highly Confidential', INFORMATION_TYPE = 'Financial', RANK = CRITICAL)
SELECT class, class_desc, OBJECT_NAME(major_id) AS of_table, COL_NAME(major_id, minor_id) AS of_column, label, label_id, information_type, information_type_id, rank, rank_desc FROM sys.sensitivity_classifications ORDER BY minor_id
GO
--> class int, class_desc varchar(16), of_table nvarchar(128), of_column nvarchar(128), label nvarchar(128), label_id nvarchar(128), information_type nvarchar(128), information_type_id nvarchar(128), rank int, rank_desc nvarchar(128)
--> 1 | 'OBJECT_OR_COLUMN' | 'person' | 'name' | 'Highly Confidential' | NULL | 'Financial' | NULL | 40 | 'CRITICAL'
--> 1 | 'OBJECT_OR_COLUMN' | 'person' | 'salary' | 'Highly Confidential' | NULL | 'Financial' | NULL | 40 | 'CRITICAL'
ADD SENSITIVITY CLASSIFICATION TO person.name WITH (LABEL = 'Public', LABEL_ID = '643f7acd-776a-438d-890c-79c3f2a520d6', INFORMATION_TYPE_ID = 'c64aba7b', RANK = LOW);
SELECT COL_NAME(major_id, minor_id) AS of_column, label, label_id, information_type, information_type_id, rank FROM sys.sensitivity_classifications ORDER BY minor_id
DROP SENSITIVITY CLASSIFICATION FROM dbo.person.name
SELECT COL_NAME(major_id, minor_id) AS of_column FROM sys.sensitivity_classifications
GO
--> of_column nvarchar(128), label nvarchar(128), label_id nvarchar(128), information_type nvarchar(128), information_type_id nvarchar(128), rank int
--> 'name' | 'Public' | '643f7acd-776a-438d-890c-79c3f2a520d6' | NULL | 'c64aba7b' | 10
--> 'salary' | 'Highly Confidential' | NULL | 'Financial' | NULL | 40
--> of_column nvarchar(128)
--> 'salary'
ALTER TABLE dbo.person DROP COLUMN salary
SELECT COUNT(*) AS n FROM sys.sensitivity_classifications
GO
--> n int
--> 0
ADD SENSITIVITY CLASSIFICATION TO dbo.absent.name WITH (LABEL = 'Public')
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "dbo.absent" because it does not exist or you do not have permissions.
ADD SENSITIVITY CLASSIFICATION TO dbo.person.absent WITH (LABEL = 'Public')
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'absent' does not exist in the target table or view.
ADD SENSITIVITY CLASSIFICATION TO dbo.person.name WITH (COLOUR = 'Red')
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'COLOUR'.
ADD SENSITIVITY CLASSIFICATION TO dbo.person.name WITH (RANK = HUGE)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'HUGE'.
CREATE USER reader WITHOUT LOGIN
EXECUTE AS USER = 'reader'
GO
ADD SENSITIVITY CLASSIFICATION TO dbo.person.name WITH (LABEL = 'Public')
GO
--> Msg 262, Level 14, State 1, Line 1: ADD SENSITIVITY CLASSIFICATION permission denied in database 'golden'.
REVERT
GO
