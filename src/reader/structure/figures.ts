const FIGURE = /[٠-٩۰-۹]/g;

/** Arabic-Indic and Persian figures as 0–9; every character keeps its place. */
export const plainFigures = (text: string): string =>
  text.replace(FIGURE, (figure) => String(figure.charCodeAt(0) & 0xf));

/** Whether a printed marker begins with a number in any of the three sets of figures: `5.`, `(٥)`. */
export const isNumbered = (marker: string | null): boolean => marker !== null && /^\(?[\d٠-٩۰-۹]/.test(marker);
