import { homedir } from 'node:os';
import { ROLES } from '@district/contract/vocabulary.ts';
import { Command, Option } from 'commander';
import { PLATFORM_VERSION } from './about/routes.ts';
import { ALGORITHMS } from './sealing/algorithms.ts';
import { FIRST_ALGORITHM } from './sealing/open-keys.ts';
import { verifyAuditCommand } from './start/audit-command.ts';
import { backupCommand, restoreCommand } from './start/backup-command.ts';
import {
  dropKeyCommand,
  listKeysCommand,
  makeKeyCommand,
  reencryptCommand,
  rotateKeysCommand,
} from './start/keys-command.ts';
import { operatorCommand, resetOperatorCommand } from './start/operator-command.ts';
import { type ServeFlags, serveCommand } from './start/serve-command.ts';
import { defaultDataHome } from './store/embedded/start.ts';

const dataHome = () =>
  new Option('--data-home <dir>', 'where the embedded database lives').default(
    defaultDataHome(process.env, homedir()),
  );

const program = new Command('district-platform')
  .description('The reference platform: the district contract over HTTP, on PostgreSQL.')
  .version(PLATFORM_VERSION)
  .showSuggestionAfterError();

program
  .command('serve')
  .description(
    'serve the API; DATABASE_URL names a PostgreSQL of your own, without it an embedded one is started',
  )
  .option('--port <n>', 'port, 0 for any free one, auto for the one used last', '7320')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .addOption(dataHome())
  .option('--public-url <url>', 'the address people reach it at (DISTRICT_PUBLIC_URL)')
  .option(
    '--trusted-proxy <range...>',
    'proxies whose X-Forwarded-* headers are believed, such as 10.1.0.0/16 (DISTRICT_TRUSTED_PROXY)',
  )
  .option('--no-rate-limits', 'answer however fast one client asks: for measuring')
  .option('--log <file>', 'write the log to a file instead of standard error')
  .option('--sandbox', 'with seeded data and one identity per role')
  .option('--now <instant>', 'the sandbox lives at this time, such as 2026-10-08T08:30 (Asia/Shanghai)')
  .option('--storm', 'the morning after a holiday: 400 overdue')
  .option('--live', 'requests are filed and worked at a seeded pace')
  .option('--reset', 'seed the sandbox anew')
  .option('--while-used <dir>', 'stop when no live process holds a lease file in this directory')
  .option(
    '--audit-checkpoints <file>',
    'append the audit’s checkpoints to this file as well, on another disk or machine',
  )
  .option('--audit-keep-days <n>', 'days the audit is kept: 184 or more, 396 when not given')
  .action((flags: ServeFlags) => serveCommand(flags));

program
  .command('backup')
  .description('write the embedded database to a file; the platform must not be running')
  .argument('<file>')
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s data')
  .action(backupCommand);

program
  .command('restore')
  .description('put a backup back; what is there is kept unless --force')
  .argument('<file>')
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s data')
  .option('--force', 'replace what is there')
  .action(restoreCommand);

program
  .command('operator')
  .description('add an operator and print, once, its token or, with --login, its initial password')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices([...ROLES]).makeOptionMandatory())
  .requiredOption('--region <code>', 'the subtree the operator sees, such as 320302')
  .option('--login <name>', 'the name to sign in with on the platform’s page')
  .option('--unit <unit>', 'agency:<id>, street:<code> or community:<code>')
  .addOption(dataHome())
  .action(operatorCommand);

program
  .command('operator-reset')
  .description('give an operator a new initial password, without one-time codes and locks, and print it once')
  .argument('<login>')
  .addOption(dataHome())
  .action(resetOperatorCommand);

program
  .command('audit')
  .description('the record of who did what')
  .command('verify')
  .description(
    'verify the audit without a platform: of a stopped one, or of DATABASE_URL; exits 10 when something was found',
  )
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s data')
  .option('--checkpoints <file...>', 'files of checkpoints besides the data home’s own')
  .action(verifyAuditCommand);

const keys = program
  .command('keys')
  .description('the keys that personal data are sealed with; also while the platform runs');
const algorithm = () =>
  new Option('--algorithm <name>', 'what the new key seals with')
    .choices(Object.keys(ALGORITHMS))
    .default(FIRST_ALGORITHM);

keys
  .command('list')
  .description('each key, and how many requests need it')
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s keys')
  .action(listKeysCommand);

keys
  .command('rotate')
  .description('add a key that seals from now on')
  .addOption(algorithm())
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s keys')
  .action(rotateKeysCommand);

keys
  .command('reencrypt')
  .description(
    'seal anew, with the key that seals now, what older keys have sealed; may be stopped and run again',
  )
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s keys')
  .action(reencryptCommand);

keys
  .command('drop')
  .description('take out a key that nothing needs any more')
  .argument('<id>')
  .addOption(dataHome())
  .option('--sandbox', 'the sandbox’s keys')
  .action(dropKeyCommand);

keys
  .command('make')
  .description('print a new key for DISTRICT_KEY')
  .addOption(algorithm())
  .action(makeKeyCommand);

await program.parseAsync();
