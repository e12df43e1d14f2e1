/** One line on stderr that is written over as work goes on, and wiped when it is done. */
export function progressLine(stream: NodeJS.WriteStream): { say(text: string): void; wipe(): void } {
  const back = stream.isTTY ? '\r\x1b[K' : '';
  let isSaid = false;
  return {
    say: (text) => {
      stream.write(stream.isTTY ? `${back}${text}` : `${text}\n`);
      isSaid = true;
    },
    wipe: () => {
      if (isSaid) stream.write(back);
      isSaid = false;
    },
  };
}
