// Evidence is looked for without leaving the page. Without a script the form goes to the server and comes back.
export const csr = true;
