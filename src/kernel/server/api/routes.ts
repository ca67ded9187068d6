import type { Query } from '../../query.ts';

/**
 * The query whose path an address is, with what stands in its braces. Where two fit, the one with the earlier fixed part wins:
 * `/reports/search` before `/reports/{report}`.
 * @param path below `/api/v1`, still encoded.
 */
export function findQuery(
  queries: ReadonlyMap<string, Query>,
  path: string,
): { query: Query; fields: Record<string, string> } | null {
  const parts = partsOf(path);
  if (parts === null) return null;
  const fitting = [...queries.values()].flatMap((query) => {
    const fields = fieldsOf(query.path.split('/').slice(1), parts);
    return fields ? [{ query, fields }] : [];
  });
  return fitting.toSorted((a, b) => (pattern(a.query) < pattern(b.query) ? -1 : 1))[0] ?? null;
}

// `{` sorts after every letter, so a fixed part comes first.
const pattern = (query: Query): string => query.path;

function partsOf(path: string): string[] | null {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function fieldsOf(template: string[], parts: string[]): Record<string, string> | null {
  if (template.length !== parts.length) return null;
  const fields: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const value = parts[index]!;
    if (part.startsWith('{') && value !== '') fields[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return fields;
}
