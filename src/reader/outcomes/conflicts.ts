/** One sentence, several kinds: which of them stand together and which stand in for one another. */
import type { OutcomeKind, ReadingOutcome } from '../reading.ts';
import type { View } from '../mentions/view.ts';

/** The weaker kind goes when the stronger one is found in the same sentence. */
const GIVES_WAY: [
  weaker: OutcomeKind,
  stronger: OutcomeKind,
  when: (weak: ReadingOutcome, strong: ReadingOutcome) => boolean,
][] = [
  ['action-point', 'decision', () => true],
  ['recommendation', 'decision', (weak) => weak.rule !== 'recommendation.suggests'],
  ['recommendation', 'request', (weak, strong) => weak.confidence < strong.confidence],
  ['offer', 'recommendation', (weak, strong) => strong.rule === 'recommendation.suggests' && weak.confidence < 0.9],
  ['announcement', 'recommendation', (_weak, strong) => strong.confidence >= 0.8],
  ['announcement', 'offer', (_weak, strong) => strong.rule !== 'offer.will-give'],
  ['request', 'offer', (_weak, strong) => strong.rule === 'offer.invites-to-visit'],
  ['offer', 'announcement', (weak) => weak.rule === 'offer.will-give'],
  [
    'request',
    'recommendation',
    (weak, strong) => weak.confidence <= strong.confidence && weak.rule === 'request.needs-help',
  ],
];

export function resolveConflicts(found: ReadingOutcome[], _view: View): ReadingOutcome[] {
  const gone = new Set<OutcomeKind>();
  for (const [weaker, stronger, when] of GIVES_WAY) {
    const weak = found.find((o) => o.kind === weaker);
    const strong = found.find((o) => o.kind === stronger);
    if (weak && strong && !gone.has(stronger) && when(weak, strong)) gone.add(weaker);
  }
  return found.filter((o) => !gone.has(o.kind));
}
