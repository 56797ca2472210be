-- The right side of APPLY may be a join; each of its tables keeps its name.
CREATE TABLE item (id int PRIMARY KEY, name varchar(10), price decimal(9, 2), gross AS (price * 2));
INSERT item VALUES (1, 'nut', 0.10), (2, 'bolt', 0.25), (3, 'washer', NULL);
SELECT a.id, b.name, c.price, c.gross, x.text
FROM item a
CROSS APPLY (item b JOIN item c ON b.id = c.id AND c.id = a.id)
CROSS APPLY (SELECT CONCAT(b.name, '-', c.id) AS text) x
ORDER BY a.id;
GO
--> (3 rows)
--> id int!, name varchar(10), price decimal(9,2), gross decimal(11,2), text varchar(23)!
--> 1 | 'nut' | 0.10 | 0.20 | 'nut-1'
--> 2 | 'bolt' | 0.25 | 0.50 | 'bolt-2'
--> 3 | 'washer' | NULL | NULL | 'washer-3'

SELECT a.id, b.name, c.price
FROM item a
OUTER APPLY (item b JOIN item c ON b.id = c.id AND c.id = a.id + 1)
ORDER BY a.id;
GO
--> id int!, name varchar(10), price decimal(9,2)
--> 1 | 'bolt' | 0.25
--> 2 | 'washer' | NULL
--> 3 | NULL | NULL
