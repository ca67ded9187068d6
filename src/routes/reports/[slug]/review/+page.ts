/** A page with a script: the keyboard leads here. Without one its forms and links still work. */
export const csr = true;
