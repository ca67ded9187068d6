import { json } from '@sveltejs/kit';
import { Refusal } from '../../../kernel/refusal.ts';
import { readInput } from '../../../kernel/server/api/body.ts';
import { signInWithPasskey } from '../../../kernel/server/auth/passkeys.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { passkeySignIn } from '../../../modules/people/forms.ts';
import { answering, fromOf, landing } from '../steps.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answering(async () => {
    const parsed = passkeySignIn.safeParse(await readInput(event.request, 1));
    if (!parsed.success) throw new Refusal('input.invalid', 'This is not the answer of a passkey.');
    const { response, next } = parsed.data;
    const { person, cookies } = await signInWithPasskey(
      runtime(),
      response as never,
      fromOf(event),
      event.request.headers,
    );
    if (person === null) throw new Refusal('access.passkey', 'The passkey was not accepted.');
    event.locals.cookies.push(...cookies);
    return json({ to: landing(next, event.locals.locale) });
  });
