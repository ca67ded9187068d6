/** The floor is followed live. */
export const csr = true;
