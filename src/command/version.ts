import manifest from '../../package.json' with { type: 'json' };

export function printVersion(): number {
  process.stdout.write(`${manifest.version}\n`);
  return 0;
}
