/** A value that its type cannot hold; the message completes "@name: …". */
export class BadValue extends Error {}
