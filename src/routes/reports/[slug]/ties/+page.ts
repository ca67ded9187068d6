/** The desk of ties has a script, as the review has: the keyboard leads here. Without one its forms and links still work. */
export const csr = true;
