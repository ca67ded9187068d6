/** Badges are read, and what has no connection waits, on the device. */
export const csr = true;
