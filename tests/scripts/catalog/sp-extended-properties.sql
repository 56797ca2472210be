-- Extended properties of a database, a schema, a table, a column, an index, a constraint, a parameter and a trigger.
CREATE TABLE dbo.Book (id int NOT NULL CONSTRAINT PK_Book PRIMARY KEY, title nvarchar(50) NULL)
GO
CREATE PROCEDURE dbo.GetBook @id int AS SELECT 1
GO
CREATE TRIGGER dbo.Inserted ON dbo.Book AFTER INSERT AS RETURN
GO
EXEC sp_addextendedproperty 'Caption', N'Library'
EXEC sp_addextendedproperty 'Caption', N'Tables', 'SCHEMA', 'dbo'
EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'All books', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Book'
EXEC sp_addextendedproperty 'MS_Description', N'On the cover', 'user', 'dbo', 'table', 'Book', 'column', 'title'
EXEC sp_addextendedproperty 'MS_Description', N'Unique', 'SCHEMA', 'dbo', 'TABLE', 'Book', 'INDEX', 'PK_Book'
EXEC sp_addextendedproperty 'MS_Description', N'Key', 'SCHEMA', 'dbo', 'TABLE', 'Book', 'CONSTRAINT', 'PK_Book'
EXEC sp_addextendedproperty 'MS_Description', N'Its number', 'SCHEMA', 'dbo', 'PROCEDURE', 'GetBook', 'PARAMETER', '@id'
EXEC sp_addextendedproperty 'Number', 42, 'SCHEMA', 'dbo', 'TABLE', 'Book', 'TRIGGER', 'Inserted'
SELECT class_desc, CASE class WHEN 3 THEN SCHEMA_NAME(major_id) ELSE OBJECT_NAME(major_id) END AS major, minor_id, name, CONVERT(nvarchar(50), value) AS value
FROM sys.extended_properties ORDER BY class, major, minor_id
GO
--> class_desc nvarchar(60), major nvarchar(128), minor_id int!, name nvarchar(128)!, value nvarchar(50)
--> 'DATABASE' | NULL | 0 | 'Caption' | 'Library'
--> 'OBJECT_OR_COLUMN' | 'Book' | 0 | 'MS_Description' | 'All books'
--> 'OBJECT_OR_COLUMN' | 'Book' | 2 | 'MS_Description' | 'On the cover'
--> 'OBJECT_OR_COLUMN' | 'Inserted' | 0 | 'Number' | '42'
--> 'OBJECT_OR_COLUMN' | 'PK_Book' | 0 | 'MS_Description' | 'Key'
--> 'PARAMETER' | 'GetBook' | 1 | 'MS_Description' | 'Its number'
--> 'SCHEMA' | 'dbo' | 0 | 'Caption' | 'Tables'
--> 'INDEX' | 'Book' | 1 | 'MS_Description' | 'Unique'

EXEC sp_updateextendedproperty 'MS_Description', N'Every book', 'SCHEMA', 'dbo', 'TABLE', 'Book'
EXEC sp_dropextendedproperty 'MS_Description', 'SCHEMA', 'dbo', 'TABLE', 'Book', 'COLUMN', 'title'
SELECT minor_id, value FROM sys.extended_properties WHERE class = 1 AND major_id = OBJECT_ID('Book')
GO
--> minor_id int!, value sql_variant
--> 0 | 'Every book'::nvarchar(10)

-- What can go wrong.
EXEC sp_addextendedproperty 'Caption', N'again'
EXEC sp_addextendedproperty 'MS_Description', N'again', 'SCHEMA', 'dbo', 'TABLE', 'Book'
EXEC sp_updateextendedproperty 'Nothing', N'x', 'SCHEMA', 'dbo', 'TABLE', 'Book', 'COLUMN', 'title'
EXEC sp_dropextendedproperty 'Nothing'
EXEC sp_addextendedproperty 'x', N'x', 'SCHEMA', 'dbo', 'TABLE', 'Magazine'
EXEC sp_addextendedproperty 'x', N'x', 'SCHEMA', 'dbo', 'SHELF', 'Book'
GO
--> Msg 15233, Level 16, State 1, Procedure sp_addextendedproperty, Line 1: Property cannot be added. Property 'Caption' already exists for 'object specified'.
--> Msg 15233, Level 16, State 1, Procedure sp_addextendedproperty, Line 1: Property cannot be added. Property 'MS_Description' already exists for 'dbo.Book'.
--> Msg 15217, Level 16, State 2, Procedure sp_updateextendedproperty, Line 1: Property cannot be updated or deleted. Property 'Nothing' does not exist for 'dbo.Book.title'.
--> Msg 15217, Level 16, State 2, Procedure sp_dropextendedproperty, Line 1: Property cannot be updated or deleted. Property 'Nothing' does not exist for 'object specified'.
--> Msg 15135, Level 16, State 8, Procedure sp_addextendedproperty, Line 1: Object is invalid. Extended properties are not permitted on 'dbo.Magazine', or the object does not exist.
--> Msg 15600, Level 15, State 1, Procedure sp_addextendedproperty, Line 1: An invalid parameter or option was specified for procedure 'sp_addextendedproperty'.

-- A table takes its properties along.
DROP TABLE dbo.Book
SELECT class_desc, name FROM sys.extended_properties ORDER BY class
GO
--> class_desc nvarchar(60), name nvarchar(128)!
--> 'DATABASE' | 'Caption'
--> 'PARAMETER' | 'MS_Description'
--> 'SCHEMA' | 'Caption'

-- Schema collections, queues and files have properties too.
CREATE XML SCHEMA COLLECTION dbo.shapes AS '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="a" type="xsd:int"/></xsd:schema>'
EXEC sp_addextendedproperty 'Of', N'collection', 'SCHEMA', [dbo], 'XML SCHEMA COLLECTION', [shapes], NULL, NULL
EXEC sp_addextendedproperty 'Of', N'file', 'FILEGROUP', [PRIMARY], 'Logical File Name', [golden]
SELECT class, class_desc, value FROM sys.extended_properties WHERE name = 'Of' ORDER BY class
EXEC sp_addextendedproperty 'Of', N'file', 'FILEGROUP', [PRIMARY], 'Logical File Name', [silver]
GO
--> class tinyint!, class_desc nvarchar(60), value sql_variant
--> 10 | 'XML_SCHEMA_COLLECTION' | 'collection'::nvarchar(10)
--> 22 | 'DATABASE_FILE' | 'file'::nvarchar(4)
--> Msg 15135, Level 16, State 8, Procedure sp_addextendedproperty, Line 1: Object is invalid. Extended properties are not permitted on 'PRIMARY.silver', or the object does not exist.
