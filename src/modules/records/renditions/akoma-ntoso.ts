import {
  branches,
  marksIn,
  pieces,
  type Branch,
  type Piece,
  type Rendition,
  type RenditionOutcome,
} from './rendition.ts';
import { element, xmlText, type XmlElement, type XmlNode } from './xml.ts';

/** Namespace of Akoma Ntoso Version 1.0 (OASIS Standard, 2018); drafts used others. */
const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const own = 'https://redthread.example/ns/record';
/**
 * Jurisdiction in identifiers. A dialogue of states is no country and no organisation with a code; ISO 3166-1 keeps XA to XZ for such private use, so that `xd`
 * (dialogue) can never become a country (docs/adr/0009-akoma-ntoso-of-a-dialogue.md).
 */
export const jurisdiction = 'xd';

/** ISO 639-2/T codes of the languages reports are written in, as Akoma Ntoso wants them. */
const languages: Readonly<Record<string, string>> = { en: 'eng', ru: 'rus', tr: 'tur', ar: 'ara' };

/**
 * The report as Akoma Ntoso: a `debateReport` whose paragraphs, lists and points carry their permanent numbers in `eId`, outcomes as `inline` with their kind, and
 * who and what an outcome names in `proprietary` metadata. Every `#…` in it has its `eId` (checked by test; the schema does not).
 */
export function toAkomaNtoso(rendition: Rendition): string {
  const names = eIds(branches(rendition.paragraphs));
  return xmlText(
    element('akomaNtoso', { xmlns: namespace }, [
      element('debateReport', { name: 'meetingReport' }, [
        meta(rendition),
        element('preface', { eId: 'preface' }, [preface(rendition.meeting)]),
        element('mainBody', { eId: 'body' }, body(rendition, names)),
      ]),
    ]),
  );
}

function meta(rendition: Rendition): XmlElement {
  const { meeting, issued, language, version } = rendition;
  const day = meeting.endDay ?? meeting.startDay ?? issued;
  const work = `/akn/${jurisdiction}/debatereport/meetingreport/${day}/${rendition.slug}`;
  const expression = `${work}/${languages[language] ?? 'eng'}@${issued}`;
  const manifestation = `${expression}/${rendition.audience}.xml`;
  const level = (name: string, uri: string, this_: string, date: string, dated: string, more: XmlNode[] = []) =>
    element(name, {}, [
      element('FRBRthis', { value: this_ }),
      element('FRBRuri', { value: uri }),
      element('FRBRdate', { date, name: dated }),
      element('FRBRauthor', { href: '#secretariat', as: '#author' }),
      ...more,
    ]);
  return element('meta', {}, [
    element('identification', { source: '#redthread' }, [
      level('FRBRWork', work, `${work}/!main`, day, 'meeting', [element('FRBRcountry', { value: jurisdiction })]),
      level('FRBRExpression', expression, `${expression}/!main`, issued, 'issue', [
        element('FRBRversionNumber', { value: String(version) }),
        element('FRBRlanguage', { language: languages[language] ?? 'eng' }),
      ]),
      level('FRBRManifestation', manifestation, `${expression}/!main/${rendition.audience}.xml`, issued, 'markup'),
    ]),
    references(rendition),
    element('proprietary', { source: '#redthread', 'xmlns:rt': own }, rendition.outcomes.map(outcomeFacts)),
  ]);
}

/** Keys of the register as part of an `eId`: `org:iom` → `p_org-iom`. */
const partyId = (key: string): string => `p_${key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

function references({ meeting, attendance, outcomes }: Rendition): XmlElement {
  const organisations = new Map<string, string>();
  for (const { key, name } of [...meeting.bodies, ...attendance, ...outcomes.flatMap(({ by, to }) => [...by, ...to])])
    if (key !== null && !organisations.has(partyId(key))) organisations.set(partyId(key), name);
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].toSorted();
  return element('references', { source: '#redthread' }, [
    element('TLCOrganization', {
      eId: 'secretariat',
      href: `/akn/ontology/organization/${jurisdiction}/secretariat`,
      showAs: 'Secretariat',
    }),
    element('TLCObject', { eId: 'redthread', href: '/akn/ontology/object/redthread', showAs: 'Redthread' }),
    ...[...organisations].map(([id, name]) =>
      element('TLCOrganization', {
        eId: id,
        href: `/akn/ontology/organization/${jurisdiction}/${id.slice(2)}`,
        showAs: name,
      }),
    ),
    element('TLCRole', { eId: 'author', href: '/akn/ontology/role/author', showAs: 'Author' }),
    ...kinds.map((kind) =>
      element('TLCConcept', {
        eId: `kind_${kind}`,
        href: `/akn/ontology/concept/redthread/outcome/${kind}`,
        showAs: kind,
      }),
    ),
  ]);
}

function outcomeFacts(outcome: RenditionOutcome): XmlElement {
  const named = (name: string, parties: RenditionOutcome['by']) =>
    parties.map(({ key, name: words }) => element(name, { href: key === null ? null : `#${partyId(key)}` }, [words]));
  return element('rt:outcome', { number: String(outcome.number), kind: outcome.kind, id: outcome.id }, [
    ...named('rt:by', outcome.by),
    ...named('rt:to', outcome.to),
    ...outcome.goals.map((goal) => element('rt:goal', {}, [String(goal)])),
    ...(outcome.when ? [element('rt:when', { from: outcome.when.from, until: outcome.when.until })] : []),
  ]);
}

function preface({ title, startDay, endDay, place }: Rendition['meeting']): XmlElement {
  const parts: XmlNode[] = [element('docTitle', {}, [title])];
  if (place !== null) parts.push(', ', element('span', {}, [place]));
  if (startDay !== null) parts.push(', ', element('docDate', { date: startDay }, [startDay]));
  if (endDay !== null && endDay !== startDay) parts.push(' – ', element('docDate', { date: endDay }, [endDay]));
  return element('p', {}, parts);
}

/** `eId` of every paragraph by its permanent id: `para_5`, and below it `para_5__list_1__point_6` (Akoma Ntoso Naming Convention 1.0, 4.4). */
function eIds(tree: readonly Branch[]): Map<string, string> {
  const names = new Map<string, string>();
  const walk = (branch: Branch, prefix: string, kind: string) => {
    const name = `${prefix}${kind}_${branch.paragraph.number}`;
    names.set(branch.paragraph.id, name);
    for (const child of branch.children) walk(child, `${name}__list_1__`, 'point');
  };
  for (const branch of tree) walk(branch, '', 'para');
  return names;
}

function body(rendition: Rendition, names: ReadonlyMap<string, string>): XmlElement[] {
  const tree = branches(rendition.paragraphs);
  const words = (branch: Branch) =>
    element(
      'p',
      {},
      pieces(branch.paragraph.text, marksIn(rendition, branch.paragraph)).map((piece) => inline(piece, names)),
    );
  const unit = (branch: Branch, kind: 'paragraph' | 'point'): XmlElement => {
    const { paragraph, children } = branch;
    const eId = names.get(paragraph.id)!;
    const label = paragraph.label === null ? [] : [element('num', {}, [paragraph.label])];
    if (children.length === 0)
      return element(kind, { eId }, [...label, element('content', { eId: `${eId}__content` }, [words(branch)])]);
    const list = `${eId}__list_1`;
    return element(kind, { eId }, [
      ...label,
      element('list', { eId: list }, [
        element('intro', { eId: `${list}__intro` }, [words(branch)]),
        ...children.map((child) => unit(child, 'point')),
      ]),
    ]);
  };
  return tree.length === 0
    ? [element('paragraph', { eId: 'para_0' }, [element('content', {}, [element('p')])])]
    : tree.map((branch) => unit(branch, 'paragraph'));
}

type Marked = { outcome: RenditionOutcome } | { target: string };

function inline(piece: Piece<Marked>, names: ReadonlyMap<string, string>): XmlNode {
  if ('text' in piece) return piece.text;
  const inner = piece.inner.map((one) => inline(one, names));
  if ('outcome' in piece.mark) {
    const { number, kind } = piece.mark.outcome;
    return element('inline', { name: 'outcome', eId: `outcome_${number}`, refersTo: `#kind_${kind}` }, inner);
  }
  const target = names.get(piece.mark.target);
  return target === undefined ? element('span', {}, inner) : element('ref', { href: `#${target}` }, inner);
}
