// Plain JavaScript, so that it still runs where Node is too old to run the rest.
const [major] = process.versions.node.split('.');
if (Number(major) < 22) {
  console.error(
    `The project needs Node 22 or newer and runs on ${process.version}. The project brings its own: run "npm ci" ` +
      'with install scripts allowed, then try again.',
  );
  process.exit(1);
}
