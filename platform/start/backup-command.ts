import { join } from 'node:path';
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

export function backupCommand(file: string, flags: Flags): Promise<void> {
  return reporting(async () => {
    const written = await backup({ dataHome: embeddedHome(flags), file });
    process.stdout.write(`${written}\n`);
  });
}

export function restoreCommand(file: string, flags: Flags): Promise<void> {
  return reporting(() => restore({ dataHome: embeddedHome(flags), file, force: flags.force ?? false }));
}
