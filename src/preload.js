// Loaded before every program (node --import), in plain JavaScript: an older Node cannot read
// TypeScript and would answer with a stack trace instead of what to do. For the same reason nothing
// is imported by a name that an older Node has not.
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Duidu needs Node 24; this is ${process.versions.node}. Run "npm install" in this folder: it brings Node 24 along, and every npm script uses it.\n`,
  );
  process.exit(1);
}
// Code without its types, and compiled, is kept: each start after the first takes a sixth less. A
// folder that cannot be written only means that nothing is kept.
modules.enableCompileCache(fileURLToPath(new URL('../.cache/code', import.meta.url)));
