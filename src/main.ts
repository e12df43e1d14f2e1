/** One run of `district`; the number is the exit code. Each part is loaded when it is needed, so that a small one starts fast. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    const { printVersion } = await import('./command/version.ts');
    return printVersion();
  }
  const { runShell } = await import('./command/shell.ts');
  return runShell(argv, process.env);
}
