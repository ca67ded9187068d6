/**
 * Who speaks in each sentence, and what a stand-in ("the agency", "it", "the representative") stands for there.
 * A speaker holds the floor until another name takes the subject, and at most to the end of the paragraph.
 */
import type { Named, Statement } from '../reading.ts';
import { mayMatch } from '../sieve/sieve.ts';
import type { Para } from '../structure/document.ts';
import type { Mention } from '../mentions/mentions.ts';
import type { Offices } from '../mentions/offices.ts';
import { leadSubject } from '../mentions/subject.ts';
import type { View } from '../mentions/view.ts';

export interface Floor {
  /** Parties that speak in this sentence; empty when the meeting or nobody in particular does. */
  speakers: Named[];
  /** What came before, for stand-ins: the last state, the last organisation, the last party of any kind. */
  lastState: Named | null;
  lastOrganisation: Named | null;
  /** The meeting as a whole, or some of it, was the last subject: "it" and "they" are the meeting. */
  collective: boolean;
  /** The party named last, for "the latter". */
  lastNamed: Named | null;
  /** Whose words the paragraph gives, when it begins with the name and a colon: "Malta: We offer …". */
  quoted: Named[];
  /** Everybody who spoke in the paragraph before, for "the opening speakers". */
  before: Named[];
}

const SAID =
  /\b(?:open(?:ed|s)|stress|underlin|emphasi[sz]|highlight|not(?:es|ed)|appreciat|point(?:s|ed)|said|sa(?:ys|id)|state[sd]|recall|welcom|thank|reiterat|express|deliver|address|remark|remind|report|inform|present|argu|acknowledg|underscor|spoke|urg|call|gave)/i;

/** The floor of every view, in order, one at a time: nobody looks back at an earlier one. */
export function* followSpeakers(views: readonly View[], offices: Offices): Generator<Floor> {
  let para: Para | null = null;
  let floor: Floor = emptyFloor([]);
  let heard: Named[] = [];
  for (const view of views) {
    if (view.para !== para) {
      const keep =
        para !== null &&
        ((view.para.label === null && view.para.parent === para.parent && view.para.parent !== null) ||
          /^(?:They|It|He|She|Both)\b/.test(view.sentence.text));
      floor = keep ? { ...floor, before: heard } : emptyFloor(heard);
      if (keep && floor.speakers.length === 1 && THEY.test(view.sentence.text))
        floor = { ...emptyFloor(heard), collective: true };
      if (!keep) heard = [];
      para = view.para;
    }
    floor = advance(view, floor, offices);
    const said = floor.speakers.length > 0 && SAID.test(view.sentence.text) ? floor.speakers : [];
    for (const named of [...said, ...introduced(view, offices)])
      if (!heard.some((h) => same(h, named))) heard.push(named);
    yield floor;
  }
}

/** After a paragraph that ended with one speaker, "They" are those who met. */
const THEY = /^They\b/;

const emptyFloor = (before: Named[]): Floor => ({
  speakers: [],
  collective: false,
  lastNamed: null,
  lastState: null,
  lastOrganisation: null,
  quoted: [],
  before,
});
const same = (a: Named, b: Named): boolean => (a.party ?? a.asWritten) === (b.party ?? b.asWritten);

const INTRODUCED =
  /\b(?:remarks|statements?|speech(?:es)?|addresse?s?|presentations?|opened|delivered|given|made)\b[^.;]{0,80}\bby\s(.{0,600})$/i;
/** Tells most sentences sooner. */
const BY = /\bby\s/i;
const mayIntroduce = mayMatch(INTRODUCED);

/** "Opening remarks were given by Turkey, Hungary and the Commission": those named after "by" have spoken, too. */
function introduced(view: View, offices: Offices): Named[] {
  const m = BY.test(view.masked) && mayIntroduce(view.masked) ? INTRODUCED.exec(view.masked) : null;
  if (!m) return [];
  return [...(m[1] ?? '').matchAll(/⟦S(\d{1,3})⟧/g)].flatMap((x) =>
    namedOf(view.mentions[Number(x[1])] as Mention, offices),
  );
}

function advance(view: View, floor: Floor, offices: Offices): Floor {
  const lead = leadSubject(view);
  const turns = lead === null && TURNS.test(view.sentence.text);
  if (view.mentions.length === 0 && !turns) return floor;
  const next: Floor = { ...floor };
  if (lead && SPEAKER_COLON.test(view.masked)) next.quoted = namedOf(lead.mention, offices);
  if (lead?.mention.kind === 'meeting') next.collective = true;
  if (lead) {
    const { mention } = lead;
    if (mention.kind !== 'stand-in') next.collective = mention.kind === 'meeting' || mention.kind === 'some';
    if (mention.kind === 'meeting' || mention.kind === 'some') next.speakers = [];
    else if (mention.kind === 'stand-in') next.speakers = standsFor(mention, floor);
    else if (lead.also.length === 0) next.speakers = namedOf(mention, offices);
    else next.speakers = [...lead.also, mention].flatMap((m) => namedOf(m, offices));
  } else if (turns) next.speakers = [];
  const last = view.mentions.findLast((m) => m.kind === 'state' || m.kind === 'organisation');
  if (last) next.lastNamed = namedOf(last, offices)[0] ?? null;
  const organisation = view.mentions.findLast((m) => m.kind === 'organisation');
  if (organisation) next.lastOrganisation = namedOf(organisation, offices)[0] ?? null;
  for (const named of next.speakers) {
    if (named.party !== null && !named.party.includes(':')) next.lastState = named;
    else next.lastOrganisation = named;
  }
  return next;
}

/** From here on nobody in particular speaks. */
const TURNS = /^(?:It was|It is|There (?:was|were|is|are)|The meeting|Participants|Overall,|In conclusion)/;
const SPEAKER_COLON = /^⟦S\d{1,3}⟧(?:\s\([^)]{0,40}\))?:\s/;

/** What a stand-in stands for on this floor. */
export function standsFor(mention: Mention, floor: Floor): Named[] {
  const role = mention.role ?? '';
  if (role === 'we') return floor.quoted;
  if (role === 'both') return floor.speakers.length === 2 ? floor.speakers : [];
  if (role === 'latter') return floor.lastNamed ? [floor.lastNamed] : floor.speakers;
  if (/^(?:agency|organi[sz]ation|commission|union|institution|office|company|bank|fund|programme)$/.test(role))
    return floor.lastOrganisation ? [floor.lastOrganisation] : floor.speakers;
  if (/^(?:country|state|government)$/.test(role)) return floor.lastState ? [floor.lastState] : floor.speakers;
  return floor.speakers;
}

/** A mention as a named party; an office gives its holder where the report names one. */
export function namedOf(mention: Mention, offices: Offices): Named[] {
  if (mention.kind === 'office') {
    const written = mention.text.replace(/^(?:the|a)\s+/i, '');
    if (mention.party !== null) return [{ party: mention.party, asWritten: written }];
    const plural = /s$/i.test(written) && mention.role === 'co-chair';
    const holders = offices.get(mention.role ?? '') ?? [];
    if (holders.length === 0) return [{ party: null, asWritten: written }];
    return (plural ? holders : holders.slice(0, 1)).map((h) => ({
      party: h.party,
      asWritten: plural ? h.asWritten : written,
    }));
  }
  return [{ party: mention.party, asWritten: withoutThe(mention.text) }];
}

const withoutThe = (text: string): string =>
  text.startsWith('t') || text.startsWith('T') ? text.replace(/^the\s+/i, '') : text;

/** Runs of sentences by one speaker inside one paragraph, told from the floors as they come. */
export class Statements {
  readonly found: Statement[] = [];
  #open: { by: Named; para: Para; statement: Statement } | null = null;

  /** The floors, each heard on its way. */
  *hearing(views: readonly View[], floors: Iterable<Floor>): Generator<Floor> {
    let i = 0;
    for (const floor of floors) {
      this.#hear(views[i++]!, floor);
      yield floor;
    }
  }

  #hear({ para, sentence }: View, floor: Floor): void {
    const by = para.zone === 'main' ? floor.speakers[0] : undefined;
    const open = this.#open;
    if (!by) this.#open = null;
    else if (open && open.para === para && same(open.by, by))
      open.statement.span = [open.statement.span[0], sentence.end];
    else {
      const statement: Statement = { by, paragraph: para.path, span: [sentence.start, sentence.end] };
      this.#open = { by, para, statement };
      this.found.push(statement);
    }
  }
}
