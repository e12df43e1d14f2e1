// Calls the API with generated good and bad input for as long as you like: npm run fuzz -- --minutes 10 [--seed 42].
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const { status } = spawnSync('vitest', ['run', 'test/platform/fuzz'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    FUZZ_MINUTES: values.minutes,
    ...(values.seed !== undefined && { FUZZ_SEED: values.seed }),
  },
});
process.exitCode = status ?? 1;
