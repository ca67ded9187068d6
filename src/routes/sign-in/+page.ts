/** The passkey of the browser is asked by script; everything else on the page works without. */
export const csr = true;
