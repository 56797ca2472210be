-- UNPIVOT turns each row into rows of its columns, in the order of the rows; NULLs are left out.
CREATE TABLE pvt (vendor int PRIMARY KEY, emp1 int, emp2 int, emp3 int, wide bigint);
INSERT pvt VALUES (1, 4, 3, NULL, 0), (2, 4, NULL, 5, 0), (3, NULL, NULL, NULL, 0);
SELECT vendor, employee, orders FROM (SELECT vendor, emp1, emp2, emp3 FROM pvt) p UNPIVOT (orders FOR employee IN (emp1, emp2, emp3)) AS unpvt;
SELECT * FROM pvt UNPIVOT (orders FOR employee IN (emp3, emp1)) AS u WHERE u.employee = 'EMP3';
SELECT vendor, employee, orders FROM pvt UNPIVOT (orders FOR employee IN (emp1, wide)) AS u;
GO
--> (3 rows)
--> vendor int!, employee nvarchar(128)!, orders int!
--> 1 | 'emp1' | 4
--> 1 | 'emp2' | 3
--> 2 | 'emp1' | 4
--> 2 | 'emp3' | 5
--> vendor int!, emp2 int, wide bigint, orders int!, employee nvarchar(128)!
--> 2 | NULL | 0 | 5 | 'emp3'
--> Msg 8167, Level 16, State 1, Line 6: The type of column "wide" conflicts with the type of other columns specified in the UNPIVOT list.
