/** A sentence as a heading: its beginning, to the end of a word, with an ellipsis when it goes on. */
export function shortened(text: string, most = 110): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most).replace(/[\s,;:]*\S*$/u, '')}…`;
}
