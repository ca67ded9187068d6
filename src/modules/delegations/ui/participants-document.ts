import * as m from '#messages';
import type { Language } from '../../../kernel/language-map.ts';
import type { Block, PrintedDocument } from '../../../kernel/server/documents/index.ts';
import type { ParticipantList } from '../server/index.ts';
import { roleName } from './words.ts';

/** The list of participants as a document: by party in the order of the meeting, states before organisations. */
export function participantsDocument(list: ParticipantList, language: Language): PrintedDocument {
  const groups = [
    { title: m.delegations_states(), parties: list.parties.filter(({ kind }) => kind === 'state') },
    { title: m.delegations_organisations(), parties: list.parties.filter(({ kind }) => kind !== 'state') },
  ].filter(({ parties }) => parties.length > 0);
  const blocks = groups.flatMap(({ title, parties }): Block[] => [
    { kind: 'heading', level: 1, text: title },
    ...parties.flatMap(({ name, people }): Block[] => [
      { kind: 'heading', level: 2, text: name },
      ...people.map((person): Block => ({
        kind: 'paragraph',
        runs: [
          { text: person.name, strong: true },
          { text: person.function === null ? '' : `, ${person.function}` },
          { text: person.role === 'member' ? '' : ` (${roleName(person.role)})` },
        ],
      })),
    ]),
  ]);
  return {
    title: m.delegations_participants(),
    subtitle: list.meeting.title,
    language,
    ...(list.meeting.days[0] === undefined ? {} : { date: list.meeting.days[0] }),
    blocks,
  };
}
