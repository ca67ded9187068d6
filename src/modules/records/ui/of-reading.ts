import type { Named, Reading } from '../../../reader/reading.ts';
import type { ShownFinding, ShownOutcome, ShownParagraph, ShownParty } from './shown.ts';

/** What the reader made of a file, shaped for the same views as a report that is live. Everything in it is a proposal. */
export function shownOfReading(
  reading: Reading,
  nameOf: (named: Named) => string,
): { paragraphs: ShownParagraph[]; outcomes: ShownOutcome[]; findings: ShownFinding[] } {
  const party = (named: Named): ShownParty => ({ party: named.party, name: nameOf(named), asWritten: named.asWritten });
  return {
    paragraphs: reading.paragraphs.map(({ id, label, labelSupplied, level, span, text }) => ({
      id,
      label,
      labelSupplied: labelSupplied ?? false,
      level,
      start: span[0],
      text,
    })),
    outcomes: reading.outcomes.map((outcome, index) => ({
      id: `new-${index}`,
      revision: 0,
      kind: outcome.kind,
      state: 'proposed',
      start: outcome.span[0],
      end: outcome.span[1],
      text: outcome.text,
      paragraph: outcome.paragraph,
      by: outcome.by.map(party),
      to: outcome.to.map(party),
      goals: outcome.goals,
      when: outcome.when,
      rule: outcome.rule,
      confidence: outcome.confidence,
    })),
    findings: reading.findings.map(({ code, severity, message, span }, index) => ({
      id: `finding-${index}`,
      code,
      severity,
      message,
      start: span[0],
      end: span[1],
    })),
  };
}
