import type { ReportStage } from '../report.ts';
import type { ShownOutcome } from './shown.ts';

export interface ShownBody {
  key: string;
  name: string;
}

/** A report in a list. */
export interface ListedReport {
  slug: string;
  title: string;
  start_day: string | null;
  end_day: string | null;
  place: string | null;
  stage: ReportStage;
  bodies: ShownBody[];
  confirmed: number;
  /** How many nobody has decided about yet; `null` for those who may not see proposals. */
  proposed: number | null;
  /** Open findings; `null` for those who do not review. */
  findings: number | null;
}

/** An outcome in a list: with the report it stands in. */
export interface ListedOutcome extends ShownOutcome {
  report: { slug: string; title: string; start_day: string | null };
}

/** One choice of a filter, with how many it would leave. */
export interface Choice {
  value: string;
  label: string;
  count?: number;
}
