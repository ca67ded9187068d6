import type { ReadingOutcome } from '../../reading.ts';
import { firstWords, type LintRule } from '../rule.ts';

/** "All Member States to comment", "invited participating states to appoint": everybody is named, as a group. */
const GROUP =
  '(?:all |the |its |their |both |interested )*(?:member |participating |partner |donor |interested )?(?:states|countries|members|governments|parties|participants|delegations|donors|authorities)';
const groupActs = new RegExp(
  `^${GROUP}\\s(?:to|will|shall|should|(?:are|were) (?:to|invited|asked|requested|encouraged|urged|called (?:up)?on))\\b`,
  'i',
);
const groupAsked = new RegExp(
  `\\b(?:invit|ask|request|urg|encourag|call|task|remind)\\w*(?: (?:up)?on)? ${GROUP}\\b`,
  'i',
);

/** A time told from the meeting: "within three weeks", "at its next session", "every year". */
const relative =
  /\bwithin (?:the (?:next|coming) )?[\w-]+ (?:\w+ )?(?:days?|weeks?|months?|years?)\b|\b(?:by|at|before|until|in|during) (?:the|its|their|our) (?:next|following|coming|forthcoming)\b|\bnext (?:week|month|year)\b|\b(?:every|each) (?:week|month|quarter|year|meeting|session)\b|\b(?:annually|quarterly|monthly|weekly|immediately)\b/i;

/** What was settled in the meeting itself is done; what it agreed or decided to do wants a date. */
const toBeDone =
  /\b(?:agreed?|agrees|decide[sd]?|resolve[sd]?|commit\w*|undert\w+)\b[^.;]{0,60}?\b(?:to|that|on)\b|^to\b/i;

export const outcomeNoOwner: LintRule = {
  code: 'outcome.no-owner',
  severity: 'note',
  speaks: 'when an action point or a request names nobody who is to do it',
  *check({ reading: { outcomes } }) {
    for (const outcome of outcomes)
      if (
        (outcome.kind === 'action-point' || outcome.kind === 'request') &&
        outcome.by.length + outcome.to.length === 0 &&
        !groupActs.test(outcome.text) &&
        !groupAsked.test(outcome.text)
      )
        yield {
          message: `Nobody is named who will do this: “${firstWords(outcome.text, 10)}”. Name a party or a body.`,
          span: outcome.span,
        };
  },
};

export const outcomeNoDate: LintRule = {
  code: 'outcome.no-date',
  severity: 'note',
  speaks: 'when an action point, an offer, or a decision to do something says nothing about when',
  *check({ reading: { outcomes } }) {
    for (const outcome of outcomes)
      if (
        outcome.when === null &&
        !relative.test(outcome.text) &&
        (outcome.kind === 'offer' ||
          outcome.kind === 'action-point' ||
          (outcome.kind === 'decision' && toBeDone.test(outcome.text)))
      )
        yield {
          message: `No date: “${firstWords(outcome.text, 10)}”. Say by when, so that it can be followed up.`,
          span: outcome.span,
        };
  },
};

const vague =
  /^(?:to\s+)?(?:consider|explore|examine|reflect(?:\s+(?:up)?on)?|look\s+(?:further\s+)?into|think\s+about|discuss|encourage|foster|promote|strive|seek|aim|try|bear\s+in\s+mind|keep\s+in\s+mind|continue\s+to\s+(?:consider|explore|reflect))\b/i;
const vagueAfterModal =
  /\b(?:should|could|might|may|would|agreed\s+to|decided\s+to)\s+(?:also\s+|further\s+)?(?:consider|explore|examine|reflect|look\s+into|think\s+about|bear\s+in\s+mind|strive|seek)\b/i;

export const vagueVerb: LintRule = {
  code: 'outcome.vague-verb',
  severity: 'note',
  speaks: 'when the verb of an outcome leaves open what would count as done',
  *check({ reading: { outcomes } }) {
    for (const outcome of outcomes) {
      const match = vague.exec(outcome.text) ?? vagueAfterModal.exec(outcome.text);
      if (!match) continue;
      const verb = match[0].replace(/^to\s+/i, '').toLowerCase();
      yield {
        message: `“${verb}” leaves open when this is done. Say what will exist afterwards: a meeting held, a paper shared, a person appointed.`,
        span: outcome.span,
      };
    }
  },
};

const small = new Set(
  'the of to and in on for with by at from a an as or be its their that this these those such including through between also more further other will would should could is are was were it into'.split(
    ' ',
  ),
);
const generic = new Set(
  'organise organize hold host continue support develop meeting meetings workshop thematic expert level good practices practice share exchange cooperation countries country region regional issues topic activities national establish set'.split(
    ' ',
  ),
);

function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of plainWords(text.toLowerCase()))
    if (!small.has(word) && !generic.has(word))
      found.add(word.endsWith('ies') ? word.slice(0, -3) : word.endsWith('s') ? word.slice(0, -1) : word);
  return found;
}

/** Words of three letters and more, without accents. */
const plainWords = (text: string): readonly string[] =>
  (ASCII.test(text)
    ? text.match(/[a-z]{3,}/g)
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .match(/\p{L}{3,}/gu)) ?? [];
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Two outcomes ask for the same when they share most of what is particular in them: at least four particular words, and
 * at least 60 % of the smaller. Pairs are found through an index of rare words, so cost grows with the words, not the square.
 */
export const outcomeRepeated: LintRule = {
  code: 'outcome.repeated',
  severity: 'note',
  speaks: 'when the same wish stands twice in one report in other words',
  *check({ reading: { outcomes } }) {
    const words = outcomes.map((outcome) => contentWords(outcome.text));
    const byWord = new Map<string, number[]>();
    const shared = new Int32Array(outcomes.length);
    const met = new Int32Array(outcomes.length);
    for (const [i, outcome] of outcomes.entries()) {
      const before = likest(words[i]!, words, byWord, shared, met);
      const other = before === null ? null : (outcomes[before] as ReadingOutcome);
      if (other && other.span[0] !== outcome.span[0])
        yield {
          message: `This asks for much the same as ${other.paragraph === null ? 'an earlier passage' : other.paragraph} (“${firstWords(other.text, 8)}”). Merge them, or say how they differ.`,
          span: outcome.span,
        };
      for (const word of words[i]!) remember(byWord, word, i);
    }
  },
};

/** The last 41 outcomes with a word. */
function remember(byWord: Map<string, number[]>, word: string, outcome: number): void {
  const places = byWord.get(word);
  if (places === undefined) byWord.set(word, [outcome]);
  else {
    if (places.length > 40) places.shift();
    places.push(outcome);
  }
}

/** The earlier outcome that shares most with these words. `shared` is room to count in: zeros, and zeros again afterwards; `met` is room for those that were met. */
function likest(
  own: ReadonlySet<string>,
  words: readonly Set<string>[],
  byWord: ReadonlyMap<string, number[]>,
  shared: Int32Array,
  met: Int32Array,
): number | null {
  let many = 0;
  for (const word of own) {
    const places = byWord.get(word);
    if (places === undefined) continue;
    for (let k = 0; k < places.length; k++) {
      const other = places[k]!;
      if (shared[other] === 0) met[many++] = other;
      shared[other]!++;
    }
  }
  let best: number | null = null;
  let bestShare = 0.6;
  for (let k = 0; k < many; k++) {
    const other = met[k]!;
    const count = shared[other]!;
    shared[other] = 0;
    if (count < 4) continue;
    const share = count / Math.min(own.size, words[other]!.size);
    if (share >= bestShare) [best, bestShare] = [other, share];
  }
  return best;
}

export const promisePast: LintRule = {
  code: 'outcome.past-date',
  severity: 'warning',
  speaks: 'when what is promised lies before the meeting itself',
  *check({ reading: { outcomes, meeting } }) {
    if (meeting.startDate === null) return;
    for (const outcome of outcomes)
      if (outcome.when && outcome.when.until < meeting.startDate)
        yield {
          message: `“${outcome.when.asWritten}” was over when the meeting took place (${meeting.startDate}). Check the year.`,
          span: outcome.span,
        };
  },
};
