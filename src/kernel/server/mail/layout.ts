import type { Locale } from '../../language-map.ts';

/**
 * A piece of a mail. `button` is the one thing to do, with its address written out below; `item` is a sentence that is a link;
 * `small` stands at the end and ends in a link.
 */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'button'; text: string; url: string }
  | { kind: 'item'; text: string; url: string }
  | { kind: 'small'; text: string; link: string; url: string };

const gap = 'margin:0 0 16px';

const htmlOf: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  paragraph: ({ text }) => `<p style="${gap}">${escape(text)}</p>`,
  heading: ({ text }) => `<h2 style="margin:24px 0 8px;font-size:17px">${escape(text)}</h2>`,
  button: ({ text, url }) =>
    `<p style="${gap}"><a href="${escape(url)}" style="color:#a3262a;font-weight:600">${escape(text)}</a></p>
<p style="${gap};font-size:13px;word-break:break-all" dir="ltr">${escape(url)}</p>`,
  item: ({ text, url }) => `<p style="${gap}"><a href="${escape(url)}" style="color:#1d2433">${escape(text)}</a></p>`,
  small: ({ text, link, url }) =>
    `<p style="margin:0 0 8px;font-size:13px;color:#565d6b">${escape(text)} <a href="${escape(url)}" style="color:#565d6b">${escape(link)}</a></p>`,
};

const textOf: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  paragraph: ({ text }) => text,
  heading: ({ text }) => `${text}\n${'-'.repeat(Math.min([...text].length, 60))}`,
  button: ({ url }) => url,
  item: ({ text, url }) => `${text}\n${url}`,
  small: ({ text, link, url }) => `${text} ${link}: ${url}`,
};

/** Both bodies of a mail, with the same words; right to left where the language is. */
export function bodiesOf(locale: Locale, subject: string, blocks: readonly Block[]): { text: string; html: string } {
  const html = `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fbf9f5;color:#1d2433;font:16px/1.5 'Source Sans 3',Arial,sans-serif">
<div style="max-width:36em">
${blocks.map((block) => htmlOf[block.kind](block as never)).join('\n')}
</div>
</body>
</html>
`;
  return { text: `${blocks.map((block) => textOf[block.kind](block as never)).join('\n\n')}\n`, html };
}

/** One line: a name cannot bring lines of its own into a mail. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
