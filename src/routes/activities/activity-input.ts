import { activityRoles } from '../../modules/followup/index.ts';
import { formInput } from '../../ui/server/form-input.ts';

/** The form of an activity as its action reads it; numbers of commitments stand in one field, parted by commas or spaces. */
export async function activityInput(data: FormData): Promise<Record<string, unknown>> {
  const input = await formInput(data, ['goals', ...activityRoles]);
  const codes = String(input['commitments'] ?? '');
  return { ...input, commitments: codes.split(/[\s,;]+/).filter((code) => code !== '') };
}
