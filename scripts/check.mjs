// Everything CI runs, in the order in which it fails soonest: npm run check; with --full, the pages in Chromium as well.
import { execFileSync, spawnSync } from 'node:child_process';

/** Modules the direction check must have read at least: a tool that reads nothing finds nothing wrong. */
const MODULES_MIN = 150;

const STEPS = [
  ['build', 'node', 'scripts/build.mjs'],
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['unused code', 'knip'],
  ['OpenAPI is current', 'node', 'scripts/openapi.ts', '--check'],
  ['OpenAPI is valid', 'redocly', 'lint', 'contract/openapi.json'],
  ['tests', 'npm', 'run', process.argv.includes('--full') ? 'test:full' : 'test'],
];

function run(name, command, ...args) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`\ncheck failed: ${name} (${[command, ...args].join(' ')})\n`);
    process.exit(1);
  }
}

function directions() {
  process.stdout.write('\n== directions of dependency\n');
  const folders = ['src', 'commands', 'views', 'contract', 'platform'];
  run('rules', 'depcruise', '--config', '.dependency-cruiser.cjs', ...folders);
  const read = execFileSync(
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    {
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  const modules = JSON.parse(read.toString()).summary.totalCruised;
  if (modules < MODULES_MIN) {
    process.stderr.write(`the direction check read only ${modules} modules\n`);
    process.exit(1);
  }
}

const [build, lint, types, ...rest] = STEPS;
for (const step of [build, lint, types]) run(...step);
directions();
for (const step of rest) run(...step);
