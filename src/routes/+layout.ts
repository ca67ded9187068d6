/** Reading needs no JavaScript: pages are plain documents unless one says `csr = true` for itself. */
export const csr = false;
