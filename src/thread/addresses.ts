/** Where the state of play of a body stands, as a page or a file. */
export function stateOfPlayAddress(
  body: string,
  query: Record<string, string | null> = {},
  format: 'page' | 'pdf' | 'docx' | 'json' = 'page',
): string {
  const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
  const path = `/bodies/${body}/state-of-play${format === 'page' ? '' : `.${format}`}`;
  return search.size === 0 ? path : `${path}?${search}`;
}
