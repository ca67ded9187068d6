import { unzipSync, zipSync } from 'fflate';

const relations = 'word/_rels/document.xml.rels';
const body = 'word/document.xml';
const properties = 'docProps/core.xml';

/**
 * The file with nothing in it of the moment and the process that made it: docx writes the time into the properties and the archive, draws names of links by lot,
 * and numbers bookmarks on through all documents.
 * @param date ISO day for the properties.
 */
export function steady(file: Uint8Array, date: string): Uint8Array {
  const entries = unzipSync(file);
  const change = (name: string, made: (text: string) => string) => {
    const entry = entries[name];
    if (entry) entries[name] = new TextEncoder().encode(made(new TextDecoder().decode(entry)));
  };
  change(properties, (text) => text.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`));
  const links = new Map<string, string>();
  change(relations, (text) =>
    text.replace(/Id="(rId[\w-]{12,})"/g, (_, drawn: string) => {
      links.set(drawn, `rIdLink${links.size + 1}`);
      return `Id="${links.get(drawn)}"`;
    }),
  );
  change(body, (text) =>
    text
      .replace(/r:id="(rId[\w-]{12,})"/g, (found, drawn: string) =>
        links.has(drawn) ? `r:id="${links.get(drawn)}"` : found,
      )
      // A `<` in a text is written `&lt;`, so that these can only be elements.
      .replace(/<w:bookmarkStart w:name="place_(\d+)" w:id="\d+"\/>/g, '<w:bookmarkStart w:name="place_$1" w:id="$1"/>')
      .replace(/<w:bookmarkEnd w:id="\d+"\/>/g, bookmarkEnds(text)),
  );
  return zipSync(entries, { mtime: new Date(1980, 0, 2) });
}

/** Ends of bookmarks, one after the other: they never overlap, so the order of the beginnings is theirs too. */
function bookmarkEnds(text: string): () => string {
  const places = [...text.matchAll(/<w:bookmarkStart w:name="place_(\d+)"/g)].map(([, place]) => place);
  let next = 0;
  return () => `<w:bookmarkEnd w:id="${places[next++]}"/>`;
}
