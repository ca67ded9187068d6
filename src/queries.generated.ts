// Made by tools/generate-actions.ts. Do not edit.
import type { Query } from './kernel/query.ts';
import { listEntries } from './modules/calendar/server/api/entries.ts';
import { readParticipants } from './modules/delegations/server/api/participants.ts';
import { listVersions, readCirculatedVersion, listComments, readSilence } from './modules/drafting/server/api/versions.ts';
import { readFloor } from './modules/floor/server/api/floor.ts';
import { listActivities, readActivity } from './modules/followup/server/api/activities.ts';
import { listCommitments, readCommitment } from './modules/followup/server/api/commitments.ts';
import { readTiesOfOutcome, readTiesOfReport } from './modules/followup/server/api/ties.ts';
import { listGenerations, readGoal } from './modules/goals/server/api/goals.ts';
import { listCalls, readCall, listInvitations } from './modules/meetings/server/api/meetings.ts';
import { listCycles, readCycle, readVersion } from './modules/plan/server/api/plans.ts';
import { listMeetings } from './modules/records/server/api/meetings.ts';
import { listOutcomes, readOutcome } from './modules/records/server/api/outcomes.ts';
import { listReports, readReport } from './modules/records/server/api/reports.ts';
import { searchRecords } from './modules/records/server/api/search.ts';
import { listBodies } from './modules/register/server/api/bodies.ts';
import { listParties, readParty } from './modules/register/server/api/parties.ts';
import { readPartyStanding } from './thread/api/party-standing.ts';
import { readStateOfPlay } from './thread/api/state-of-play.ts';
import { readThread } from './thread/api/trace.ts';

/** Everything that can be read over the API, by name. */
export const queries: ReadonlyMap<string, Query> = new Map(
  ([listEntries, readParticipants, listVersions, readCirculatedVersion, listComments, readSilence, readFloor, listActivities, readActivity, listCommitments, readCommitment, readTiesOfOutcome, readTiesOfReport, listGenerations, readGoal, listCalls, readCall, listInvitations, listCycles, readCycle, readVersion, listMeetings, listOutcomes, readOutcome, listReports, readReport, searchRecords, listBodies, listParties, readParty, readPartyStanding, readStateOfPlay, readThread] as unknown as Query[]).map((query) => [query.name, query]),
);
