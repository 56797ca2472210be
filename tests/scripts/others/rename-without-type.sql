-- sp_rename without a type finds an object first, then a column or an index of a table.
CREATE TABLE dbo.part (id int NOT NULL CONSTRAINT pk_part PRIMARY KEY, code varchar(10));
CREATE INDEX ix_code ON dbo.part (code);
EXEC sp_rename 'dbo.part.code', 'label';
EXEC sp_rename 'part.ix_code', 'ix_label';
EXEC sp_rename 'dbo.part.pk_part', 'pk_piece';
EXEC sp_rename 'dbo.part', 'piece';
SELECT name FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.piece') ORDER BY index_id;
SELECT name FROM sys.key_constraints WHERE parent_object_id = OBJECT_ID('dbo.piece');
SELECT COL_LENGTH('dbo.piece', 'label') AS length;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> name nvarchar(128)
--> 'pk_piece'
--> 'ix_label'
--> name nvarchar(128)!
--> 'pk_piece'
--> length smallint
--> 10
