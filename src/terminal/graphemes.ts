const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const PLAIN = /^[\x20-\x7e]*$/;

/** Splits text into what a person calls characters, so that an emoji or an accented letter is edited as one. */
export function graphemesOf(text: string): string[] {
  return PLAIN.test(text) ? [...text] : Array.from(segmenter.segment(text), (part) => part.segment);
}
