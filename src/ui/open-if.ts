/**
 * Attributes of a `<details>` that is shown open under a condition. Spread them: `open={false}` would close, when the page comes alive, what a person
 * has opened in the meantime.
 */
export const openIf = (condition: boolean): { open?: true } => (condition ? { open: true } : {});
