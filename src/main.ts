import manifest from '../package.json' with { type: 'json' };

/** One run of `district`; the number is the exit code. What a person asks for most often and needs least comes first. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) {
    const { quickHelp } = await import('./command/quick-help.ts');
    const help = quickHelp(process.env, process.stdout.columns ?? Number.POSITIVE_INFINITY);
    if (help !== undefined) {
      process.stdout.write(`${help}\n`);
      return 0;
    }
  }
  const { runShell } = await import('./command/shell.ts');
  return runShell(argv, process.env);
}
