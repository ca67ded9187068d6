// `npm test`: installs what is missing, then runs every suite on the pinned Node. The last line counts: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, pinnedNode, root } from './lib/prepare.mjs';

process.chdir(root);
ensureInstalled();
const { status } = spawnSync(pinnedNode(), ['tools/test/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
