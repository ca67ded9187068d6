import { defineAction } from '../../../../kernel/action.ts';
import { profile } from '../../forms.ts';

export const changeProfile = defineAction({
  name: 'people.profile.change',
  does: 'Changes how one is called and which language one is spoken to in.',
  input: profile,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, log }) {
    await tx
      .updateTable('person')
      .set({ name: input.name, language: input.language })
      .where('id', '=', actor.personId!)
      .execute();
    log(
      actor.name === input.name ? `Changed their profile.` : `Is now called ${input.name}, was ${actor.name}.`,
      `/people/${actor.personId}`,
    );
    return {};
  },
});
