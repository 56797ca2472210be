-- TEXTPTR names the text of a row; READTEXT reads a part of it, UPDATETEXT changes a part, WRITETEXT all of it.
CREATE TABLE dbo.notes (id int PRIMARY KEY, note text, wide ntext, picture image, plain varchar(max))
INSERT dbo.notes VALUES (1, 'hello world', N'größe', 0x010203, 'x'), (2, NULL, NULL, NULL, 'y'), (3, 'third', N'third', 0x03, 'z')
SELECT id, DATALENGTH(TEXTPTR(note)) AS pointer, TEXTVALID('dbo.notes.note', TEXTPTR(note)) AS valid, TEXTVALID('notes.wide', TEXTPTR(note)) AS other_column, TEXTVALID('dbo.nothing.note', TEXTPTR(note)) AS other_table, TEXTVALID('dbo.notes.note', 0x00) AS no_pointer FROM dbo.notes ORDER BY id
GO
--> (3 rows)
--> id int!, pointer int, valid int!, other_column int!, other_table int!, no_pointer int!
--> 1 | 16 | 1 | 0 | 0 | 0
--> 2 | NULL | 0 | 0 | 0 | 0
--> 3 | 16 | 1 | 0 | 0 | 0
DECLARE @p varbinary(16), @w varbinary(16), @i varbinary(16), @at int = 6
SELECT @p = TEXTPTR(note), @w = TEXTPTR(wide), @i = TEXTPTR(picture) FROM dbo.notes WHERE id = 1
READTEXT dbo.notes.note @p @at 5
-- A size of 0 is all of a short text.
READTEXT notes.note @p 0 0 HOLDLOCK
READTEXT dbo.notes.wide @w 1 3
READTEXT dbo.notes.picture @i 1 2
UPDATETEXT dbo.notes.note @p 0 5 WITH LOG 'HELLO'
-- NULL for an offset is the end, NULL for a length is all that follows.
UPDATETEXT dbo.notes.note @p NULL 0 '!'
UPDATETEXT dbo.notes.wide @w 2 NULL N'oß'
UPDATETEXT dbo.notes.picture @i 1 1
SELECT note, wide, picture FROM dbo.notes WHERE id = 1
DECLARE @q varbinary(16) = (SELECT TEXTPTR(note) FROM dbo.notes WHERE id = 3)
UPDATETEXT dbo.notes.note @p 0 NULL dbo.notes.note @q
WRITETEXT dbo.notes.wide @w N'all new'
SELECT id, note, wide FROM dbo.notes ORDER BY id
GO
--> note text
--> 'world'
--> note text
--> 'hello world'
--> wide ntext
--> 'röß'
--> picture image
--> 0x0203
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> note text, wide ntext, picture image
--> 'HELLO world!' | 'groß' | 0x0103
--> (1 row)
--> (1 row)
--> id int!, note text, wide ntext
--> 1 | 'third' | 'all new'
--> 2 | NULL | NULL
--> 3 | 'third' | 'third'
-- The pointer of a temporary table.
CREATE TABLE #n (note text)
INSERT #n VALUES ('temporary')
DECLARE @p varbinary(16) = (SELECT TEXTPTR(note) FROM #n)
READTEXT #n.note @p 0 4
DELETE #n
SELECT TEXTVALID('#n.note', @p) AS of_a_row_that_is_gone
GO
--> (1 row)
--> note text
--> 'temp'
--> (1 row)
--> of_a_row_that_is_gone int!
--> 0
DECLARE @p varbinary(16) = (SELECT TEXTPTR(note) FROM dbo.notes WHERE id = 3)
READTEXT dbo.notes.note @p 3 5
UPDATETEXT dbo.notes.note @p 6 0 'x'
UPDATETEXT dbo.notes.note @p 2 4 'x'
GO
--> note text
--> Msg 7124, Level 16, State 1, Line 2: The offset and length specified in the READTEXT statement is greater than the actual data length of 5.
--> Msg 7116, Level 16, State 1, Line 3: Offset 6 is not in the range of available LOB data.
--> info 3621: The statement has been terminated.
--> Msg 7135, Level 16, State 1, Line 4: Deletion length 4 is not in the range of available text, ntext, or image data.
--> info 3621: The statement has been terminated.
DECLARE @p varbinary(16) = (SELECT TEXTPTR(note) FROM dbo.notes WHERE id = 2)
READTEXT dbo.notes.note @p 0 1
GO
--> note text
--> Msg 7133, Level 16, State 1, Line 2: NULL textptr (text, ntext, or image pointer) passed to READTEXT function.
DECLARE @p varbinary(16)
WRITETEXT dbo.notes.note @p 'x'
GO
--> Msg 7133, Level 16, State 1, Line 2: NULL textptr (text, ntext, or image pointer) passed to WRITETEXT function.
UPDATETEXT dbo.notes.note 0x01020304050607080910111213141516 0 0 'x'
GO
--> Msg 7123, Level 16, State 1, Line 1: Invalid text, ntext, or image pointer value 0x01020304050607080910111213141516.
SELECT TEXTPTR(id) FROM dbo.notes
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type int is invalid for argument 1 of textptr function.
SELECT TEXTPTR(plain) FROM dbo.notes
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varchar(max) is invalid for argument 1 of textptr function.
SELECT TEXTPTR(v.note) FROM (SELECT note FROM dbo.notes) AS v
GO
--> Msg 280, Level 16, State 1, Line 1: Only base table columns are allowed in the TEXTPTR function.
SELECT TEXTPTR(note, 1) FROM dbo.notes
GO
--> Msg 174, Level 15, State 1, Line 1: The textptr function requires 1 argument(s).
READTEXT dbo.nothing.note 0x00 0 1
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.nothing'.
