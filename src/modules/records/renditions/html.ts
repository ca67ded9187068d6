import {
  branches,
  marksIn,
  pieces,
  type Branch,
  type Piece,
  type Rendition,
  type RenditionOutcome,
} from './rendition.ts';

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\0', '');

const style = `body{font:1.05rem/1.55 'Source Serif 4',ui-serif,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1c1a17;background:#fffdf9}
ol,ul{list-style:none;padding-inline-start:0}ol ol,ul ul,ol ul{padding-inline-start:2rem}li{margin-block:.6rem}
.n{display:inline-block;min-width:2.2rem;font-weight:600}mark{background:none;border-bottom:2px solid #b3261e}
@media (prefers-color-scheme:dark){body{color:#eee8de;background:#171512}}@media print{body{margin:0;max-width:none}mark{border:0}}`;

/** The report as one HTML file that needs nothing else: no script, nothing fetched; every paragraph and outcome has its permanent address as `id`. */
export function toHtml(rendition: Rendition, direction: 'ltr' | 'rtl'): string {
  const { meeting, language, origin, slug } = rendition;
  const facts = [
    meeting.place,
    [meeting.startDay, meeting.endDay].filter((day, n, all) => day !== null && all.indexOf(day) === n).join(' – '),
  ]
    .filter((fact): fact is string => fact !== null && fact !== '')
    .map(escaped)
    .join(', ');
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(meeting.title)}</title>
<link rel="canonical" href="${escaped(`${origin}/reports/${slug}`)}">
<style>${style}</style>
</head>
<body>
<h1>${escaped(meeting.title)}</h1>
<p>${facts}</p>
${list(rendition, branches(rendition.paragraphs))}
</body>
</html>
`;
}

function list(rendition: Rendition, tree: readonly Branch[]): string {
  if (tree.length === 0) return '';
  const items = tree.map(({ paragraph, children }) => {
    const label = paragraph.label === null ? '' : `<span class="n">${escaped(paragraph.label)}</span>`;
    const words = pieces(paragraph.text, marksIn(rendition, paragraph)).map(inline).join('');
    return `<li id="p${paragraph.number}">${label}${words}${list(rendition, children)}</li>`;
  });
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

function inline(piece: Piece<{ outcome: RenditionOutcome } | { target: string }>): string {
  if ('text' in piece) return escaped(piece.text);
  const inner = piece.inner.map(inline).join('');
  return 'outcome' in piece.mark
    ? `<mark id="outcome-${piece.mark.outcome.number}" title="${piece.mark.outcome.kind}">${inner}</mark>`
    : inner;
}
