// Import rules (ARCHITECTURE.md, "Rules"): `depcruise --config tools/depcruise.cjs src`. Each rule says in its comment why it is there.
// Examples of rules (*.examples.ts) are tests written as data.
const tests = '(\\.(test|examples)\\.ts$|^test/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A circle of files has no beginning to understand it from.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-exists',
      severity: 'error',
      comment: 'An import must lead somewhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\$env|\\$lib|\\./\\$types|#)' },
    },
    {
      name: 'reader-knows-only-itself',
      severity: 'error',
      comment: 'The reader is a library of its own: no database, no clock, nothing else of Redthread.',
      from: { path: '^src/reader/', pathNot: tests },
      to: { path: '^(src|test|tools)/', pathNot: '^src/reader/' },
    },
    {
      name: 'reader-is-pure',
      severity: 'error',
      comment: 'The reader touches no file, no network, no process.',
      from: { path: '^src/reader/', pathNot: tests },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|net|http|https|child_process|dns|tls|cluster|worker_threads)',
      },
    },
    {
      name: 'seal-knows-only-itself',
      severity: 'error',
      comment: 'End-to-end cryptography stands alone: nothing it could leak to.',
      from: { path: '^src/seal/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/seal/' },
    },
    {
      name: 'seal-not-on-server',
      severity: 'error',
      comment: 'The server carries sealed content and cannot open it.',
      from: { path: '^src/(.*/server/|hooks\\.server\\.ts|cli/)' },
      to: { path: '^src/seal/' },
    },
    {
      name: 'kernel-knows-no-module',
      severity: 'error',
      comment: 'The kernel is below the modules.',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { path: '^src/(modules|thread|routes|cli|ui|care|exchange)/' },
    },
    {
      name: 'modules-meet-in-thread',
      severity: 'error',
      comment: 'One module does not know another; what needs two of them is a step of the thread.',
      from: { path: '^src/modules/([^/]+)/', pathNot: tests },
      to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'modules-below-thread',
      severity: 'error',
      comment: 'The thread uses modules, not the other way round; nothing below a route knows a route.',
      from: { path: '^src/(modules|thread)/', pathNot: tests },
      to: { path: '^src/(routes|cli)/' },
    },
    {
      name: 'module-not-into-thread',
      severity: 'error',
      comment: 'The thread uses modules, not the other way round.',
      from: { path: '^src/modules/', pathNot: tests },
      to: { path: '^src/thread/' },
    },
    {
      name: 'two-doors',
      severity: 'error',
      comment:
        'A module is entered through index.ts, server/index.ts or one of its components; the generated list of actions is the one other reader of its files.',
      from: { pathNot: '(^src/modules/|^src/(actions|queries)\\.generated\\.ts$|\\.test\\.ts$|^test/|^bench/)' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/(index\\.ts|server/index\\.ts|ui/.*|forms\\.ts)$' },
    },
    {
      name: 'pure-door-stays-pure',
      severity: 'error',
      comment: 'What a page in the browser may import must not pull in the server.',
      from: { path: '^src/(modules/[^/]+/(?!server/)|ui/(?!server/)|reader/)', pathNot: tests },
      to: { path: '/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-in-the-browser-know-no-server',
      severity: 'error',
      comment: 'A component or a universal load runs in the browser too.',
      from: { path: '^src/(routes/.*\\.svelte$|routes/.*\\+(page|layout)\\.ts$|ui/.*\\.svelte$|modules/.*\\.svelte$)' },
      to: { path: '/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'care-stands-apart',
      severity: 'error',
      comment: 'Nothing but care reaches care.',
      from: { path: '^src/', pathNot: '^src/(care|cli|routes/\\(care\\))/' },
      to: { path: '^src/care/' },
    },
    {
      name: 'care-reaches-only-kernel',
      severity: 'error',
      comment: 'Care knows the kernel and itself.',
      from: { path: '^src/care/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(care|kernel)/' },
    },
    {
      name: 'library-without-server',
      severity: 'error',
      comment: "`import 'redthread'` gives the reader, domain types and seal.",
      from: { path: '^src/lib\\.ts$' },
      to: { path: '/server/|^src/(cli|routes)/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      comment: 'What runs in an office must not need test code or development packages.',
      from: { path: '^src/', pathNot: '\\.(test|examples)\\.ts$' },
      to: { path: '(^(test|bench)/|\\.examples\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\$types|^src/paraglide|^\\.svelte-kit)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['svelte', 'import', 'node', 'default'] },
  },
};
