-- BINARY_CHECKSUM turns by four bits and mixes in the next byte; an integer stands for itself.
SELECT BINARY_CHECKSUM('abc') AS abc, BINARY_CHECKSUM('abcdefghijklmnop') AS turned, BINARY_CHECKSUM(0x616263) AS bytes, BINARY_CHECKSUM(5) AS number, BINARY_CHECKSUM(CAST(255 AS tinyint)) AS tiny, BINARY_CHECKSUM('') AS empty, BINARY_CHECKSUM(NULL) AS nothing
SELECT CASE BINARY_CHECKSUM('McCavity') WHEN BINARY_CHECKSUM('Mccavity') THEN 'same' ELSE 'different' END AS by_bytes, CASE CHECKSUM('McCavity') WHEN CHECKSUM('Mccavity') THEN 'same' ELSE 'different' END AS by_collation
-- Of varchar data under the default collation each ASCII character counts by its place in sort order 52.
SELECT CHECKSUM('abc') AS abc, CHECKSUM('ABC   ') AS blanks, CHECKSUM('a') AS a, CHECKSUM('0') AS zero, CHECKSUM('!') AS sign, CHECKSUM('') AS empty, CHECKSUM(NULL) AS nothing
-- What is equal under its collation has the same checksum.
SELECT CASE CHECKSUM(N'Straße') WHEN CHECKSUM(N'STRASSE') THEN 'same' ELSE 'different' END AS sharp_s, CASE CHECKSUM('a' COLLATE Latin1_General_CS_AS) WHEN CHECKSUM('A' COLLATE Latin1_General_CS_AS) THEN 'same' ELSE 'different' END AS cs, CASE CHECKSUM('é' COLLATE Latin1_General_CI_AI) WHEN CHECKSUM('E' COLLATE Latin1_General_CI_AI) THEN 'same' ELSE 'different' END AS ai
-- Several values, the columns of a row, a set of rows.
SELECT CHECKSUM(1, 2) AS two, CHECKSUM(2, 1) AS turned, CHECKSUM(NULL, 1) AS with_null
SELECT v.a, CHECKSUM(*) AS star, CHECKSUM(v.a, v.b) AS named, BINARY_CHECKSUM(*) AS bytes FROM (VALUES (1, 'a'), (2, NULL)) AS v(a, b) ORDER BY v.a
SELECT CHECKSUM_AGG(v.n) AS mixed, CHECKSUM_AGG(CHECKSUM(*)) AS rows_mixed FROM (VALUES (1), (2), (7)) AS v(n)
GO
--> abc int!, turned int!, bytes int!, number int!, tiny int!, empty int!, nothing int!
--> 26435 | -2004318056 | 26435 | 5 | 255 | 0 | 2147483647
--> by_bytes varchar(9)!, by_collation varchar(9)!
--> 'different' | 'same'
--> abc int!, blanks int!, a int!, zero int!, sign int!, empty int!, nothing int!
--> 34400 | 34400 | 142 | 132 | 33 | 0 | 2147483647
--> sharp_s varchar(9)!, cs varchar(9)!, ai varchar(9)!
--> 'same' | 'different' | 'same'
--> two int!, turned int!, with_null int!
--> 18 | 33 | -10
--> a int!, star int!, named int!, bytes int!
--> 1 | 158 | 158 | 113
--> 2 | 2147483615 | 2147483615 | 2147483615
--> mixed int, rows_mixed int
--> 4 | 4

-- xml and text cannot be compared: CHECKSUM refuses them, BINARY_CHECKSUM leaves them out.
SELECT BINARY_CHECKSUM(CAST('<a/>' AS xml), 5) AS rest
GO
--> rest int!
--> 5
SELECT CHECKSUM(CAST('<a/>' AS xml), 5) AS refused
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type xml is invalid for argument 1 of checksum function.
SELECT BINARY_CHECKSUM(CAST('<a/>' AS xml)) AS nothing_left
GO
--> Msg 8184, Level 16, State 1, Line 1: Error in binarychecksum. There are no comparable columns in the binarychecksum input.
SELECT CHECKSUM(*) AS of_nothing
GO
--> Msg 263, Level 16, State 1, Line 1: Must specify table to select from.
