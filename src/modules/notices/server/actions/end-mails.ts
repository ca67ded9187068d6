import { defineAction } from '../../../../kernel/action.ts';
import { ending } from '../../forms.ts';
import { chooseDelivery } from '../choose.ts';
import { myChoices } from '../queries/choices.ts';

export const endMails = defineAction({
  name: 'notices.mails.end',
  does: 'Ends the mails of one kind, or all that come in digests, for the person who asks.',
  input: ending,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, actor, input, at, log }) {
    const { choices } = await myChoices(tx);
    const ended = choices.filter(({ kind, delivery }) =>
      input.kind === 'digest' ? delivery === 'daily' || delivery === 'weekly' : kind === input.kind,
    );
    for (const { kind } of ended) await chooseDelivery(tx, actor.personId!, kind, 'none', at);
    log(`Ended mails: ${input.kind}.`, `/people/${actor.personId}`);
    return { ended: ended.map(({ kind }) => kind) };
  },
});
