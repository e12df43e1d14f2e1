/** A UUID version 7 (RFC 9562): milliseconds first, so that ids sort by time; `random` gives numbers in [0, 1). */
export function uuidV7(at: Date, random: () => number): string {
  const time = at.valueOf().toString(16).padStart(12, '0');
  const bits = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = '89ab'[Math.floor(random() * 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(4)}${bits(8)}`;
}
