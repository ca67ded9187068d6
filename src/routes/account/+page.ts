/** A passkey is made by the browser's script; everything else on the page works without. */
export const csr = true;
