// Loaded before the program (node --import), in plain JavaScript: an older Node cannot read
// TypeScript and would answer with a stack trace instead of what to do.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Duidu needs Node 24; this is ${process.versions.node}. Run "npm install" in this folder: it brings Node 24 along, and every npm script uses it.\n`,
  );
  process.exit(1);
}
