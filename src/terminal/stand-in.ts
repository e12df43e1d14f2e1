/**
 * A terminal for Ink to write to: all of the real one but its `write`, which takes the text and what to call when it is through,
 * and its width where that is to be less.
 */
export function standIn(
  terminal: NodeJS.WriteStream,
  writeText: (text: string, done: (() => void) | undefined) => boolean,
  columnsMax = Number.POSITIVE_INFINITY,
): NodeJS.WriteStream {
  const write: NodeJS.WriteStream['write'] = (data: unknown, ...rest: unknown[]) => {
    const done = rest.find((value): value is () => void => typeof value === 'function');
    return typeof data === 'string' ? writeText(data, done) : terminal.write(data as Uint8Array, done);
  };
  return new Proxy(terminal, {
    get(target, name) {
      if (name === 'write') return write;
      if (name === 'columns') return Math.min(target.columns, columnsMax);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
