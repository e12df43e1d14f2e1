#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `district-platform needs Node.js 22.12 or newer, and this is ${process.versions.node}: run it as \`npx --no district-platform\` in the clone, which brings its own.\n`,
  );
  process.exitCode = 1;
} else {
  await import('../../dist/district-platform.js');
}
