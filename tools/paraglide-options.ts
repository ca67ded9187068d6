import type { CompilerOptions } from '@inlang/paraglide-js';

/** How the interface messages are compiled; the same for the build, the development server and the tests. */
export const paraglideOptions: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['globalVariable', 'baseLocale'],
  emitGitIgnore: false,
  emitReadme: false,
  emitPrettierIgnore: false,
};
