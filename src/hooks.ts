import type { Reroute } from '@sveltejs/kit/hooks';
import { splitLocale } from './ui/locales.ts';

/** `/ru/reports` is the same page as `/reports`, spoken in Russian. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
