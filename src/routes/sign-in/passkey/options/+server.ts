import { json } from '@sveltejs/kit';
import { requestOptions } from '../../../../kernel/server/auth/passkeys.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { answering, fromOf } from '../../steps.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answering(async () => json(await requestOptions(runtime(), fromOf(event))));
