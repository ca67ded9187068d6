import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglideOptions } from './tools/paraglide-options.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `Redthread is built with Node 24 or newer; this is ${process.version}. Use "npm run build" or node_modules/.bin/node.`,
  );
}

// Nothing is ever loaded from another host, and no script or style runs that the build did not write.
const contentSecurityPolicy = {
  mode: 'auto' as const,
  directives: {
    'default-src': ['none' as const],
    'script-src': ['self' as const],
    'style-src': ['self' as const],
    // The one style attribute of the framework: it hides the line that tells a screen reader about a new page.
    'style-src-attr': ['unsafe-hashes' as const, 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=' as const],
    'img-src': ['self' as const, 'data:' as const],
    'font-src': ['self' as const],
    'connect-src': ['self' as const],
    'manifest-src': ['self' as const],
    'form-action': ['self' as const],
    'base-uri': ['none' as const],
    'frame-ancestors': ['none' as const],
  },
};

export default defineConfig(({ command }) => ({
  plugins: [
    // The build compiles the messages itself (tools/build.mjs), after checking them.
    ...(command === 'serve' ? [paraglideVitePlugin(paraglideOptions)] : []),
    sveltekit({ adapter: adapter({ precompress: true }), csp: contentSecurityPolicy }),
  ],
}));
