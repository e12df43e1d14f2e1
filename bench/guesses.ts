/** Somebody who guesses passwords, in a process of their own: forked by bench/sign-in.ts with what to guess at. */

/** How many guesses were answered with which status. */
export type Answers = [status: number | 'cut off', count: number][];

/** The sign-in page as a browser at this address has it; what comes back sends its form. */
export async function openForm(url: string, address: string) {
  const page = await fetch(`${url}/sign-in`, { headers: { 'x-forwarded-for': address } });
  const form = /name="form" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
  const headers = {
    'x-forwarded-for': address,
    cookie: page.headers.getSetCookie().join('; ').split(';')[0] ?? '',
  };
  return async (login: string, password: string) => {
    const body = new URLSearchParams({ form, login, password });
    const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  };
}

/** Wrong passwords for everybody's account, as fast as they are answered. */
async function guessAll(
  url: string,
  [guesses = 0, atOnce = 0, addresses = 0, operators = 0]: readonly number[],
): Promise<Answers> {
  const answers = new Map<number | 'cut off', number>();
  let next = 0;
  const guess = async (worker: number) => {
    for (let i = next++; i < guesses; i = next++) {
      const at = i % addresses;
      const send = openForm(url, `203.0.${at >> 8}.${at & 255}`);
      // A connection that the platform has just closed: a guesser opens another.
      const status = await send
        .then((sending) => sending(`operator${(i * 7 + worker) % operators}`, `guess ${i}`))
        .catch(() => 'cut off' as const);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => guess(worker)));
  return [...answers];
}

if (process.send) {
  const [, , url = '', ...numbers] = process.argv;
  process.send(await guessAll(url, numbers.map(Number)), () => process.exit());
}
