-- Spokes & Co, a wholesaler of bicycle parts: tables, constraints, indexes and views.
-- Run it with any client that knows GO; then load the rows that generate.ts prints, then the procedures.
SET QUOTED_IDENTIFIER ON;
GO
IF DB_ID(N'spokes') IS NULL
    CREATE DATABASE spokes;
GO
USE spokes;
GO
CREATE SCHEMA parts;
GO
CREATE SCHEMA sales;
GO
CREATE SCHEMA stock;
GO

-- What is sold ------------------------------------------------------------------------------------------------------

CREATE TABLE parts.Category (
    CategoryId  int           NOT NULL IDENTITY(1, 1),
    ParentId    int           NULL,
    Name        nvarchar(60)  NOT NULL,
    Slug        varchar(60)   NOT NULL,
    CONSTRAINT PK_Category PRIMARY KEY (CategoryId),
    CONSTRAINT UQ_Category_Slug UNIQUE (Slug),
    CONSTRAINT FK_Category_Parent FOREIGN KEY (ParentId) REFERENCES parts.Category (CategoryId)
);

CREATE TABLE parts.Brand (
    BrandId      smallint      NOT NULL IDENTITY(1, 1),
    Name         nvarchar(60)  NOT NULL,
    CountryCode  char(2)       NOT NULL,
    Founded      smallint      NULL,
    CONSTRAINT PK_Brand PRIMARY KEY (BrandId),
    CONSTRAINT UQ_Brand_Name UNIQUE (Name),
    CONSTRAINT CK_Brand_Founded CHECK (Founded BETWEEN 1800 AND 2100)
);

CREATE TABLE parts.Product (
    ProductId       int            NOT NULL IDENTITY(1, 1),
    Sku             varchar(20)    NOT NULL,
    Name            nvarchar(120)  NOT NULL,
    CategoryId      int            NOT NULL,
    BrandId         smallint       NOT NULL,
    ListPrice       money          NOT NULL,
    StandardCost    money          NOT NULL,
    WeightGrams     int            NULL,
    PackSize        smallint       NOT NULL CONSTRAINT DF_Product_PackSize DEFAULT (1),
    Attributes      nvarchar(max)  NULL,
    IntroducedOn    date           NOT NULL,
    DiscontinuedOn  date           NULL,
    Margin          AS (ListPrice - StandardCost),
    IsCurrent       AS (CONVERT(bit, CASE WHEN DiscontinuedOn IS NULL THEN 1 ELSE 0 END)),
    Version         rowversion     NOT NULL,
    CONSTRAINT PK_Product PRIMARY KEY (ProductId),
    CONSTRAINT UQ_Product_Sku UNIQUE (Sku),
    CONSTRAINT FK_Product_Category FOREIGN KEY (CategoryId) REFERENCES parts.Category (CategoryId),
    CONSTRAINT FK_Product_Brand FOREIGN KEY (BrandId) REFERENCES parts.Brand (BrandId),
    CONSTRAINT CK_Product_Prices CHECK (ListPrice >= 0 AND StandardCost >= 0),
    CONSTRAINT CK_Product_PackSize CHECK (PackSize > 0),
    CONSTRAINT CK_Product_Dates CHECK (DiscontinuedOn >= IntroducedOn),
    CONSTRAINT CK_Product_Attributes CHECK (ISJSON(Attributes) = 1)
);
CREATE INDEX IX_Product_Category ON parts.Product (CategoryId, ListPrice);
CREATE INDEX IX_Product_Name ON parts.Product (Name);

-- A built-up wheel or a kit is a product made of other products.
CREATE TABLE parts.Component (
    AssemblyId  int            NOT NULL,
    PartId      int            NOT NULL,
    Quantity    decimal(9, 2)  NOT NULL,
    CONSTRAINT PK_Component PRIMARY KEY (AssemblyId, PartId),
    CONSTRAINT FK_Component_Assembly FOREIGN KEY (AssemblyId) REFERENCES parts.Product (ProductId) ON DELETE CASCADE,
    CONSTRAINT FK_Component_Part FOREIGN KEY (PartId) REFERENCES parts.Product (ProductId),
    CONSTRAINT CK_Component_Quantity CHECK (Quantity > 0),
    CONSTRAINT CK_Component_NotItself CHECK (AssemblyId <> PartId)
);

CREATE TABLE parts.PriceHistory (
    PriceHistoryId  int            NOT NULL IDENTITY(1, 1),
    ProductId       int            NOT NULL,
    OldPrice        money          NOT NULL,
    NewPrice        money          NOT NULL,
    ChangedAt       datetime2(3)   NOT NULL CONSTRAINT DF_PriceHistory_ChangedAt DEFAULT (SYSUTCDATETIME()),
    ChangedBy       nvarchar(128)  NOT NULL CONSTRAINT DF_PriceHistory_ChangedBy DEFAULT (SUSER_SNAME()),
    CONSTRAINT PK_PriceHistory PRIMARY KEY (PriceHistoryId),
    CONSTRAINT FK_PriceHistory_Product FOREIGN KEY (ProductId) REFERENCES parts.Product (ProductId) ON DELETE CASCADE
);
CREATE INDEX IX_PriceHistory_Product ON parts.PriceHistory (ProductId, ChangedAt DESC);
GO

-- Where it lies -----------------------------------------------------------------------------------------------------

CREATE TABLE stock.Warehouse (
    WarehouseId  tinyint           NOT NULL,
    Code         char(3)           NOT NULL,
    Name         nvarchar(60)      NOT NULL,
    City         nvarchar(60)      NOT NULL,
    CountryCode  char(2)           NOT NULL,
    Latitude     float             NULL,
    Longitude    float             NULL,
    OpensAt      time(0)           NOT NULL CONSTRAINT DF_Warehouse_OpensAt DEFAULT ('07:00'),
    ClosesAt     time(0)           NOT NULL CONSTRAINT DF_Warehouse_ClosesAt DEFAULT ('18:00'),
    DeviceKey    uniqueidentifier  NOT NULL CONSTRAINT DF_Warehouse_DeviceKey DEFAULT (NEWID()),
    CONSTRAINT PK_Warehouse PRIMARY KEY (WarehouseId),
    CONSTRAINT UQ_Warehouse_Code UNIQUE (Code),
    CONSTRAINT CK_Warehouse_Hours CHECK (OpensAt < ClosesAt)
);
GO

-- Who buys it -------------------------------------------------------------------------------------------------------

CREATE TABLE sales.Territory (
    TerritoryId  smallint      NOT NULL,
    Code         char(4)       NOT NULL,
    Name         nvarchar(60)  NOT NULL,
    WarehouseId  tinyint       NOT NULL,
    CONSTRAINT PK_Territory PRIMARY KEY (TerritoryId),
    CONSTRAINT UQ_Territory_Code UNIQUE (Code),
    CONSTRAINT FK_Territory_Warehouse FOREIGN KEY (WarehouseId) REFERENCES stock.Warehouse (WarehouseId)
);

CREATE TABLE sales.Representative (
    RepresentativeId  int            NOT NULL IDENTITY(1, 1),
    ManagerId         int            NULL,
    TerritoryId       smallint       NULL,
    FirstName         nvarchar(40)   NOT NULL,
    LastName          nvarchar(40)   NOT NULL,
    FullName          AS (FirstName + N' ' + LastName),
    Email             varchar(120)   NOT NULL,
    HiredOn           date           NOT NULL,
    CommissionRate    decimal(5, 4)  NOT NULL CONSTRAINT DF_Representative_CommissionRate DEFAULT (0.02),
    CONSTRAINT PK_Representative PRIMARY KEY (RepresentativeId),
    CONSTRAINT UQ_Representative_Email UNIQUE (Email),
    CONSTRAINT FK_Representative_Manager FOREIGN KEY (ManagerId) REFERENCES sales.Representative (RepresentativeId),
    CONSTRAINT FK_Representative_Territory FOREIGN KEY (TerritoryId) REFERENCES sales.Territory (TerritoryId),
    CONSTRAINT CK_Representative_CommissionRate CHECK (CommissionRate BETWEEN 0 AND 0.25)
);

CREATE TABLE sales.Customer (
    CustomerId        int            NOT NULL IDENTITY(1000, 1),
    AccountNumber     AS ('SC-' + RIGHT('000000' + CONVERT(varchar(10), CustomerId), 6)) PERSISTED NOT NULL,
    CompanyName       nvarchar(100)  NOT NULL,
    Email             varchar(120)   NOT NULL,
    Phone             varchar(24)    NULL,
    Street            nvarchar(80)   NOT NULL,
    PostalCode        nvarchar(12)   NOT NULL,
    City              nvarchar(60)   NOT NULL,
    CountryCode       char(2)        NOT NULL,
    TerritoryId       smallint       NOT NULL CONSTRAINT DF_Customer_Territory DEFAULT (1),
    RepresentativeId  int            NULL,
    CreditLimit       money          NOT NULL CONSTRAINT DF_Customer_CreditLimit DEFAULT (1000),
    DiscountRate      decimal(5, 4)  NOT NULL CONSTRAINT DF_Customer_DiscountRate DEFAULT (0),
    IsActive          bit            NOT NULL CONSTRAINT DF_Customer_IsActive DEFAULT (1),
    CreatedAt         datetime2(0)   NOT NULL CONSTRAINT DF_Customer_CreatedAt DEFAULT (SYSUTCDATETIME()),
    CONSTRAINT PK_Customer PRIMARY KEY (CustomerId),
    CONSTRAINT UQ_Customer_AccountNumber UNIQUE (AccountNumber),
    CONSTRAINT UQ_Customer_Email UNIQUE (Email),
    CONSTRAINT FK_Customer_Territory FOREIGN KEY (TerritoryId) REFERENCES sales.Territory (TerritoryId) ON DELETE SET DEFAULT,
    CONSTRAINT FK_Customer_Representative FOREIGN KEY (RepresentativeId)
        REFERENCES sales.Representative (RepresentativeId) ON DELETE SET NULL,
    CONSTRAINT CK_Customer_CreditLimit CHECK (CreditLimit >= 0),
    CONSTRAINT CK_Customer_DiscountRate CHECK (DiscountRate >= 0 AND DiscountRate < 1)
);
CREATE INDEX IX_Customer_CompanyName ON sales.Customer (CompanyName);
CREATE INDEX IX_Customer_City ON sales.Customer (CountryCode, City);

CREATE TABLE sales.Contact (
    ContactId   int           NOT NULL IDENTITY(1, 1),
    CustomerId  int           NOT NULL,
    FirstName   nvarchar(40)  NOT NULL,
    LastName    nvarchar(40)  NOT NULL,
    Role        varchar(20)   NOT NULL,
    Email       varchar(120)  NULL,
    Phone       varchar(24)   NULL,
    CONSTRAINT PK_Contact PRIMARY KEY (ContactId),
    CONSTRAINT FK_Contact_Customer FOREIGN KEY (CustomerId) REFERENCES sales.Customer (CustomerId) ON DELETE CASCADE,
    CONSTRAINT CK_Contact_Role CHECK (Role IN ('owner', 'buyer', 'workshop', 'accounts'))
);
CREATE INDEX IX_Contact_Customer ON sales.Contact (CustomerId);

CREATE TABLE sales.Promotion (
    PromotionId   int            NOT NULL IDENTITY(1, 1),
    Code          varchar(16)    NOT NULL,
    Description   nvarchar(120)  NOT NULL,
    DiscountRate  decimal(5, 4)  NOT NULL,
    StartsOn      date           NOT NULL,
    EndsOn        date           NOT NULL,
    CONSTRAINT PK_Promotion PRIMARY KEY (PromotionId),
    CONSTRAINT UQ_Promotion_Code UNIQUE (Code),
    CONSTRAINT CK_Promotion_Dates CHECK (EndsOn >= StartsOn),
    CONSTRAINT CK_Promotion_DiscountRate CHECK (DiscountRate > 0 AND DiscountRate < 1)
);

CREATE TABLE sales.SalesOrder (
    OrderId           int            NOT NULL IDENTITY(100001, 1),
    CustomerId        int            NOT NULL,
    RepresentativeId  int            NULL,
    WarehouseId       tinyint        NOT NULL,
    PromotionId       int            NULL,
    OrderedAt         datetime2(0)   NOT NULL CONSTRAINT DF_SalesOrder_OrderedAt DEFAULT (SYSUTCDATETIME()),
    RequiredBy        date           NOT NULL,
    ShippedOn         date           NULL,
    Status            varchar(10)    NOT NULL CONSTRAINT DF_SalesOrder_Status DEFAULT ('new'),
    Freight           money          NOT NULL CONSTRAINT DF_SalesOrder_Freight DEFAULT (0),
    CustomerOrderNo   varchar(30)    NULL,
    Remark            nvarchar(400)  NULL,
    CONSTRAINT PK_SalesOrder PRIMARY KEY (OrderId),
    CONSTRAINT FK_SalesOrder_Customer FOREIGN KEY (CustomerId) REFERENCES sales.Customer (CustomerId),
    CONSTRAINT FK_SalesOrder_Representative FOREIGN KEY (RepresentativeId) REFERENCES sales.Representative (RepresentativeId),
    CONSTRAINT FK_SalesOrder_Warehouse FOREIGN KEY (WarehouseId) REFERENCES stock.Warehouse (WarehouseId),
    CONSTRAINT FK_SalesOrder_Promotion FOREIGN KEY (PromotionId) REFERENCES sales.Promotion (PromotionId) ON DELETE SET NULL,
    CONSTRAINT CK_SalesOrder_Status CHECK (Status IN ('new', 'confirmed', 'picking', 'shipped', 'cancelled')),
    CONSTRAINT CK_SalesOrder_Freight CHECK (Freight >= 0),
    CONSTRAINT CK_SalesOrder_Shipped CHECK (
        (Status = 'shipped' AND ShippedOn >= CONVERT(date, OrderedAt)) OR (Status <> 'shipped' AND ShippedOn IS NULL)
    )
);
CREATE INDEX IX_SalesOrder_Customer ON sales.SalesOrder (CustomerId, OrderedAt);
CREATE INDEX IX_SalesOrder_OrderedAt ON sales.SalesOrder (OrderedAt);
CREATE INDEX IX_SalesOrder_Open ON sales.SalesOrder (RequiredBy) INCLUDE (CustomerId, Status) WHERE ShippedOn IS NULL;

CREATE TABLE sales.SalesOrderLine (
    OrderId       int            NOT NULL,
    LineNumber    smallint       NOT NULL,
    ProductId     int            NOT NULL,
    Quantity      int            NOT NULL,
    UnitPrice     money          NOT NULL,
    DiscountRate  decimal(5, 4)  NOT NULL CONSTRAINT DF_SalesOrderLine_DiscountRate DEFAULT (0),
    LineTotal     AS (CONVERT(money, ROUND(Quantity * UnitPrice * (1 - DiscountRate), 2))) PERSISTED NOT NULL,
    CONSTRAINT PK_SalesOrderLine PRIMARY KEY (OrderId, LineNumber),
    CONSTRAINT UQ_SalesOrderLine_Product UNIQUE (OrderId, ProductId),
    CONSTRAINT FK_SalesOrderLine_Order FOREIGN KEY (OrderId) REFERENCES sales.SalesOrder (OrderId) ON DELETE CASCADE,
    CONSTRAINT FK_SalesOrderLine_Product FOREIGN KEY (ProductId) REFERENCES parts.Product (ProductId),
    CONSTRAINT CK_SalesOrderLine_Quantity CHECK (Quantity > 0),
    CONSTRAINT CK_SalesOrderLine_UnitPrice CHECK (UnitPrice >= 0),
    CONSTRAINT CK_SalesOrderLine_DiscountRate CHECK (DiscountRate >= 0 AND DiscountRate < 1)
);
CREATE INDEX IX_SalesOrderLine_Product ON sales.SalesOrderLine (ProductId);

CREATE TABLE sales.Payment (
    PaymentId  int          NOT NULL IDENTITY(1, 1),
    OrderId    int          NOT NULL,
    PaidOn     date         NOT NULL CONSTRAINT DF_Payment_PaidOn DEFAULT (CONVERT(date, SYSUTCDATETIME())),
    Amount     money        NOT NULL,
    Method     varchar(10)  NOT NULL CONSTRAINT DF_Payment_Method DEFAULT ('transfer'),
    CONSTRAINT PK_Payment PRIMARY KEY (PaymentId),
    CONSTRAINT FK_Payment_Order FOREIGN KEY (OrderId) REFERENCES sales.SalesOrder (OrderId),
    CONSTRAINT CK_Payment_Amount CHECK (Amount > 0),
    CONSTRAINT CK_Payment_Method CHECK (Method IN ('transfer', 'card', 'debit', 'cash'))
);
CREATE INDEX IX_Payment_Order ON sales.Payment (OrderId);
GO

-- How much there is of it -------------------------------------------------------------------------------------------

CREATE TABLE stock.StockLevel (
    WarehouseId   tinyint       NOT NULL,
    ProductId     int           NOT NULL,
    OnHand        int           NOT NULL CONSTRAINT DF_StockLevel_OnHand DEFAULT (0),
    Reserved      int           NOT NULL CONSTRAINT DF_StockLevel_Reserved DEFAULT (0),
    Available     AS (OnHand - Reserved),
    ReorderPoint  int           NOT NULL CONSTRAINT DF_StockLevel_ReorderPoint DEFAULT (10),
    CountedOn     date          NULL,
    CONSTRAINT PK_StockLevel PRIMARY KEY (WarehouseId, ProductId),
    CONSTRAINT FK_StockLevel_Warehouse FOREIGN KEY (WarehouseId) REFERENCES stock.Warehouse (WarehouseId),
    CONSTRAINT FK_StockLevel_Product FOREIGN KEY (ProductId) REFERENCES parts.Product (ProductId) ON DELETE CASCADE,
    CONSTRAINT CK_StockLevel_OnHand CHECK (OnHand >= 0),
    CONSTRAINT CK_StockLevel_Reserved CHECK (Reserved BETWEEN 0 AND OnHand)
);
CREATE INDEX IX_StockLevel_Product ON stock.StockLevel (ProductId);

-- The ledger: for each warehouse and product its quantities add up to StockLevel.OnHand.
CREATE TABLE stock.StockMovement (
    MovementId   bigint         NOT NULL IDENTITY(1, 1),
    WarehouseId  tinyint        NOT NULL,
    ProductId    int            NOT NULL,
    MovedAt      datetime2(3)   NOT NULL CONSTRAINT DF_StockMovement_MovedAt DEFAULT (SYSUTCDATETIME()),
    Kind         varchar(10)    NOT NULL,
    Quantity     int            NOT NULL,
    OrderId      int            NULL,
    Reference    nvarchar(60)   NULL,
    CONSTRAINT PK_StockMovement PRIMARY KEY (MovementId),
    CONSTRAINT FK_StockMovement_Warehouse FOREIGN KEY (WarehouseId) REFERENCES stock.Warehouse (WarehouseId),
    CONSTRAINT FK_StockMovement_Product FOREIGN KEY (ProductId) REFERENCES parts.Product (ProductId),
    CONSTRAINT FK_StockMovement_Order FOREIGN KEY (OrderId) REFERENCES sales.SalesOrder (OrderId) ON DELETE SET NULL,
    CONSTRAINT CK_StockMovement_Kind CHECK (Kind IN ('opening', 'receipt', 'shipment', 'adjustment', 'transfer')),
    CONSTRAINT CK_StockMovement_Quantity CHECK (Quantity <> 0)
);
CREATE INDEX IX_StockMovement_Product ON stock.StockMovement (ProductId, WarehouseId, MovedAt);
CREATE INDEX IX_StockMovement_Order ON stock.StockMovement (OrderId) WHERE OrderId IS NOT NULL;
GO

-- Views -------------------------------------------------------------------------------------------------------------

-- The price list: what may be ordered today.
CREATE VIEW parts.CurrentProduct
AS
SELECT p.ProductId, p.Sku, p.Name, c.Name AS Category, b.Name AS Brand, p.ListPrice, p.PackSize, p.WeightGrams
FROM parts.Product AS p
INNER JOIN parts.Category AS c ON c.CategoryId = p.CategoryId
INNER JOIN parts.Brand AS b ON b.BrandId = p.BrandId
WHERE p.DiscontinuedOn IS NULL;
GO

-- Stock of a product over all warehouses.
CREATE VIEW stock.Availability
AS
SELECT
    s.ProductId,
    SUM(s.OnHand) AS OnHand,
    SUM(s.Reserved) AS Reserved,
    SUM(s.OnHand - s.Reserved) AS Available,
    SUM(CASE WHEN s.OnHand - s.Reserved <= s.ReorderPoint THEN 1 ELSE 0 END) AS LowWarehouses
FROM stock.StockLevel AS s
GROUP BY s.ProductId;
GO

-- What an order costs, what was paid for it, and what is still owed. A cancelled order owes nothing.
CREATE VIEW sales.OrderTotal
AS
SELECT
    o.OrderId,
    o.CustomerId,
    o.OrderedAt,
    o.Status,
    ISNULL(l.Goods, 0) AS Goods,
    o.Freight,
    ISNULL(l.Goods, 0) + o.Freight AS Total,
    ISNULL(p.Paid, 0) AS Paid,
    CASE WHEN o.Status = 'cancelled' THEN 0 ELSE ISNULL(l.Goods, 0) + o.Freight - ISNULL(p.Paid, 0) END AS Balance
FROM sales.SalesOrder AS o
LEFT JOIN (
    SELECT OrderId, SUM(LineTotal) AS Goods
    FROM sales.SalesOrderLine
    GROUP BY OrderId
) AS l ON l.OrderId = o.OrderId
LEFT JOIN (
    SELECT OrderId, SUM(Amount) AS Paid
    FROM sales.Payment
    GROUP BY OrderId
) AS p ON p.OrderId = o.OrderId;
GO

-- A customer's business in one row.
CREATE VIEW sales.CustomerSummary
AS
SELECT
    c.CustomerId,
    c.AccountNumber,
    c.CompanyName,
    c.CountryCode,
    t.Name AS Territory,
    r.FullName AS Representative,
    COUNT(o.OrderId) AS Orders,
    MAX(o.OrderedAt) AS LastOrderedAt,
    ISNULL(SUM(CASE WHEN o.Status <> 'cancelled' THEN o.Total END), 0) AS Turnover,
    ISNULL(SUM(o.Balance), 0) AS Balance
FROM sales.Customer AS c
INNER JOIN sales.Territory AS t ON t.TerritoryId = c.TerritoryId
LEFT JOIN sales.Representative AS r ON r.RepresentativeId = c.RepresentativeId
LEFT JOIN sales.OrderTotal AS o ON o.CustomerId = c.CustomerId
GROUP BY c.CustomerId, c.AccountNumber, c.CompanyName, c.CountryCode, t.Name, r.FullName;
GO
