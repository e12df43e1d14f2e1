/** Start-up of one-shot commands beside their peers: node bench/startup.ts [RUNS], after npm run build. */
import { fileURLToPath } from 'node:url';
import { type Command, pairUp, row } from './pairs.ts';
import { startSandbox } from './sandbox.ts';

const RUNS = Number(process.argv[2] ?? 21);
const DISTRICT = fileURLToPath(new URL('../dist/district.js', import.meta.url));
const FETCH = fileURLToPath(new URL('./peers/fetch-list.mjs', import.meta.url));

const sandbox = await startSandbox();
const env = { HOME: sandbox.home, DISTRICT_URL: sandbox.url, DISTRICT_TOKEN: sandbox.token };
const district = (...args: string[]): Command => ({
  name: `district ${args.join(' ')}`,
  argv: [process.execPath, DISTRICT, ...args],
  env,
});
const bareNode: Command = { name: 'node -e 0', argv: [process.execPath, '-e', '0'] };
const bareFetch: Command = {
  name: 'a script that fetches and parses the page',
  argv: [process.execPath, FETCH, `${sandbox.url}/v1/requests?limit=50`],
  env,
};

process.stdout.write(
  row('command', 'ms', 'peer', 'peer ms', 'ratio', 'at most') + row('---', '---', '---', '---', '---', '---'),
);
report(district('--version'), bareNode, 1.3);
report(district('--help'), bareNode, 1.6);
report(district('requests', 'list', '--json'), bareFetch, 1.3);
await sandbox.stop();

function report(command: Command, peer: Command, atMost: number): void {
  const { medianMs, peerMs, ratio } = pairUp(command, peer, RUNS);
  process.stdout.write(row(`\`${command.name}\``, medianMs, peer.name, peerMs, ratio, atMost));
}
