import { opened } from '../kernel/server/runtime.ts';
import { takeFlash } from '../ui/server/flash.ts';
import { viewerOf } from '../ui/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, locals }) => ({
  /** The sample says on every page that it is one. */
  sample: opened()?.settings.REDTHREAD_MODE === 'sample',
  viewer: viewerOf(locals.actor),
  flash: takeFlash(cookies),
});
