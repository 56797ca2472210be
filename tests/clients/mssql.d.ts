/** What the tests use of node-mssql, which comes without types. */
declare module 'mssql' {
  interface Type {
    readonly declaration?: string;
  }
  type Row = Record<string, unknown>;
  interface Result {
    readonly recordset: Row[];
    readonly recordsets: Row[][];
    readonly rowsAffected: number[];
    readonly output: Row;
    readonly returnValue: number;
  }
  class ConnectionPool {
    constructor(config: object);
    connect(): Promise<ConnectionPool>;
    close(): Promise<void>;
    request(): Request;
  }
  class Request {
    input(name: string, type: Type | (() => Type), value: unknown): this;
    output(name: string, type: Type | (() => Type), value?: unknown): this;
    query(text: string): Promise<Result>;
    execute(procedure: string): Promise<Result>;
    bulk(table: Table): Promise<{ readonly rowsAffected: number }>;
    cancel(): void;
    on(event: 'info', listener: (info: { message: string }) => void): this;
  }
  class Transaction {
    constructor(pool: ConnectionPool);
    begin(isolation?: number): Promise<Transaction>;
    commit(): Promise<void>;
    rollback(): Promise<void>;
    request(): Request;
  }
  class PreparedStatement {
    constructor(pool: ConnectionPool);
    input(name: string, type: Type | (() => Type)): this;
    prepare(text: string): Promise<void>;
    execute(values: Row): Promise<Result>;
    unprepare(): Promise<void>;
  }
  class Table {
    constructor(name: string);
    create: boolean;
    readonly columns: { add(name: string, type: Type | (() => Type), options: { readonly nullable: boolean }): void };
    readonly rows: { add(...values: unknown[]): void };
  }
  const Int: () => Type;
  const NVarChar: (length?: number) => Type;
  const ISOLATION_LEVEL: { readonly READ_COMMITTED: number };
  const mssql: {
    readonly ConnectionPool: typeof ConnectionPool;
    readonly Transaction: typeof Transaction;
    readonly PreparedStatement: typeof PreparedStatement;
    readonly Table: typeof Table;
    readonly Int: typeof Int;
    readonly NVarChar: typeof NVarChar;
    readonly ISOLATION_LEVEL: typeof ISOLATION_LEVEL;
  };
  export default mssql;
}
