import { join } from 'node:path';
import { parseKeyRing } from '../sealing/key-ring.ts';
import { keySource } from '../sealing/key-source.ts';
import { backup } from '../store/embedded/backup.ts';
import { restore } from '../store/embedded/restore.ts';
import { reporting } from './report.ts';

interface Flags {
  dataHome: string;
  sandbox?: boolean;
  force?: boolean;
}

function embeddedHome(flags: Flags): string {
  return join(flags.dataHome, flags.sandbox ? 'sandbox' : 'platform');
}

/** A backup without its keys is of no use, and one that lies beside them is of no protection. */
function sayKeys(flags: Flags, what: string): void {
  const source = keySource(process.env, flags.dataHome, flags.sandbox ?? false);
  const text = source.read();
  const there =
    text === undefined
      ? 'and there is none'
      : `now ${parseKeyRing(text, source.name)
          .keys.map(({ id }) => id)
          .join(', ')}`;
  process.stderr.write(
    `${what}: they open only with the keys in ${source.name} (${there}).\nThe keys are not in the backup: keep a copy of them in another place.\n`,
  );
}

export function backupCommand(file: string, flags: Flags): Promise<void> {
  return reporting(async () => {
    const written = await backup({ dataHome: embeddedHome(flags), file });
    process.stdout.write(`${written}\n`);
    sayKeys(flags, 'The personal data in it are sealed');
  });
}

export function restoreCommand(file: string, flags: Flags): Promise<void> {
  return reporting(async () => {
    await restore({ dataHome: embeddedHome(flags), file, force: flags.force ?? false });
    sayKeys(flags, 'The personal data put back are sealed');
  });
}
