/** Starts the workbench's API. */
export {};
