import { stdSerializers } from 'pino';

/** What PostgreSQL adds to an error: whole rows and the values of a statement, so names, phones and addresses. */
const TELLING = ['detail', 'where', 'hint', 'internalQuery', 'query', 'parameters'];
/** SQLSTATE class 22, data exceptions, and 23, violated constraints: their messages end with the value, as in `…: "13800001234"`. */
const MESSAGE_WITH_VALUE = /^(22|23)/;

/** pino's serializer of errors without what is personal: a log is read by more people, and kept longer, than a request. */
export function loggableError(error: unknown): unknown {
  const written: unknown = stdSerializers.err(error as Error);
  if (typeof written !== 'object' || written === null) return typeof error;
  const { code } = error as { code?: unknown };
  const kept = Object.entries(written).filter(([name]) => !TELLING.includes(name));
  if (typeof code !== 'string' || !MESSAGE_WITH_VALUE.test(code)) return Object.fromEntries(kept);
  const hidden = (text: unknown) => String(text).replaceAll(/"[^"]*"/gs, '"…"');
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'message' || name === 'stack' ? hidden(value) : value]),
  );
}
