/** Exit codes that do not come from one failure. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  notSignedIn: 3,
  partlyDone: 7,
  checkFound: 10,
  interrupted: 130,
} as const;

/**
 * The exit code of outcomes: 0 when all are done, 7 when some are, the failures' own when they agree and nothing is done; 130 and 3
 * whatever was done before. Never 0 when anything failed.
 */
export function exitCodeOf(doneCount: number, failureExits: readonly number[]): number {
  const [first] = failureExits;
  if (first === undefined) return EXIT.done;
  if (failureExits.includes(EXIT.interrupted)) return EXIT.interrupted;
  // Whatever was done before, nothing more will be until somebody has signed in.
  if (failureExits.includes(EXIT.notSignedIn)) return EXIT.notSignedIn;
  if (doneCount > 0) return EXIT.partlyDone;
  return failureExits.every((exit) => exit === first) ? first : EXIT.failed;
}
