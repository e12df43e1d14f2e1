import manifest from '../package.json' with { type: 'json' };

/** One run of `district`; the number is the exit code. What a person asks for most often and needs least comes first. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const { runShell } = await import('./command/shell.ts');
  return runShell(argv, process.env);
}
