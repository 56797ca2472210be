-- Finds customers by a part of name, city, account number or e-mail address; exact matches first. More rows than @Max come back
-- when several share the last place.
--
--     EXEC sales.FindCustomers @Text = N'köln', @Max = 5;

CREATE OR ALTER PROCEDURE sales.FindCustomers
    @Text         nvarchar(60),
    @CountryCode  char(2) = NULL,
    @Max          int     = 20
AS
BEGIN
    SET NOCOUNT ON;

    -- The text is not a pattern: its wildcards stand for themselves.
    DECLARE @Pattern nvarchar(200) =
        N'%' + REPLACE(REPLACE(REPLACE(REPLACE(@Text, N'!', N'!!'), N'%', N'!%'), N'_', N'!_'), N'[', N'![') + N'%';

    SELECT TOP (@Max) WITH TIES
        c.CustomerId, c.AccountNumber, c.CompanyName, c.City, c.CountryCode, k.Contacts,
        CASE
            WHEN c.AccountNumber = @Text OR c.Email = @Text THEN 1
            WHEN LEFT(c.CompanyName, LEN(@Text)) = @Text THEN 2
            WHEN c.City = @Text THEN 3
            ELSE 4
        END AS Grade
    FROM sales.Customer AS c
    OUTER APPLY (
        SELECT STRING_AGG(CONCAT(p.FirstName, N' ', p.LastName, N' (', p.Role, N')'), N'; ') WITHIN GROUP (ORDER BY p.ContactId) AS Contacts
        FROM sales.Contact AS p
        WHERE p.CustomerId = c.CustomerId
    ) AS k
    WHERE (c.CompanyName LIKE @Pattern ESCAPE N'!' OR c.City LIKE @Pattern ESCAPE N'!' OR c.AccountNumber = @Text OR c.Email = @Text)
        AND (@CountryCode IS NULL OR c.CountryCode = @CountryCode)
    ORDER BY Grade, c.CompanyName;
END;
