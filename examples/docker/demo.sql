-- A small demo database for the SQL Server of docker-compose.yml. It may be run any number of times.
IF DB_ID(N'demo') IS NULL CREATE DATABASE demo;
GO
USE demo;
GO
IF OBJECT_ID(N'dbo.Customer', N'U') IS NULL
  CREATE TABLE dbo.Customer (
    CustomerId int IDENTITY CONSTRAINT PK_Customer PRIMARY KEY,
    Name nvarchar(80) NOT NULL CONSTRAINT UQ_Customer_Name UNIQUE,
    Country char(2) NOT NULL
  );
IF OBJECT_ID(N'dbo.Invoice', N'U') IS NULL
  CREATE TABLE dbo.Invoice (
    InvoiceId int IDENTITY CONSTRAINT PK_Invoice PRIMARY KEY,
    CustomerId int NOT NULL CONSTRAINT FK_Invoice_Customer REFERENCES dbo.Customer (CustomerId),
    IssuedOn date NOT NULL,
    Total decimal(19, 4) NOT NULL
  );
GO
IF NOT EXISTS (SELECT 1 FROM dbo.Customer)
BEGIN
  INSERT INTO dbo.Customer (Name, Country) VALUES (N'Redfern & Söhne', 'DE'), (N'Halvorsen AS', 'NO'), (N'Peñablanca', 'ES');
  INSERT INTO dbo.Invoice (CustomerId, IssuedOn, Total)
  SELECT c.CustomerId, DATEADD(DAY, -7 * n.value, '20261101'), c.CustomerId * 100 + n.value * 12.5
  FROM dbo.Customer AS c CROSS JOIN (VALUES (1), (2), (3), (4)) AS n (value);
END;
GO
CREATE OR ALTER PROCEDURE dbo.CustomerTotals @Country char(2) = NULL
AS
BEGIN
  SET NOCOUNT ON;
  SELECT c.CustomerId, c.Name, COUNT(i.InvoiceId) AS Invoices, COALESCE(SUM(i.Total), 0) AS Total
  FROM dbo.Customer AS c LEFT JOIN dbo.Invoice AS i ON i.CustomerId = c.CustomerId
  WHERE @Country IS NULL OR c.Country = @Country
  GROUP BY c.CustomerId, c.Name
  ORDER BY Total DESC;
END;
GO
