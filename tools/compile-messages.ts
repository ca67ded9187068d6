/** Compiles `messages/` into `src/paraglide` (what `#messages` and `#runtime` point at). */
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.ts';

await compile(paraglideOptions);
