/**
 * The entry of the command. It must load on every Node there is, if only to say which one is needed: nothing is imported by name that an
 * old one lacks, and the product itself only after the check.
 */
import * as nodeModule from 'node:module';

/** What Ink, ky and commander need. */
const NODE_NEEDED = [22, 12] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) {
  nodeModule.enableCompileCache?.();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    `district needs Node ${NODE_NEEDED.join('.')} or later, and this is ${process.versions.node}: ` +
      'run it as npx --no district in its folder, or install a newer Node.\n',
  );
  process.exitCode = 1;
}
