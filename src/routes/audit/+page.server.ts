import { z } from 'zod';
import { verifyAudit } from '../../kernel/server/audit/verify.ts';
import { auditLog } from '../../modules/people/server/index.ts';
import { signedIn } from '../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const perPage = 50;
const text = z.string().max(100).catch('');
const day = z.iso.date().catch('');

/** What the address says; what makes no sense is left out. */
const asked = z.object({
  action: text.default(''),
  result: z.enum(['done', 'refused', 'failed']).or(z.literal('')).catch(''),
  person: text.default(''),
  from: day.default(''),
  until: day.default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export const load: PageServerLoad = async (event) => {
  signedIn(event, 'secretariat', 'administrator');
  const filter = asked.parse(Object.fromEntries(event.url.searchParams));
  const { rows, total } = await event.locals.read((tx) => auditLog(tx, { ...filter, perPage }));
  return { filter, rows, total, page: filter.page, pages: Math.ceil(total / perPage) };
};

export const actions: Actions = {
  verify: async (event) => {
    signedIn(event, 'secretariat', 'administrator');
    return { proof: await event.locals.read(verifyAudit) };
  },
};
