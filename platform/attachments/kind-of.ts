import { ATTACHMENT_TYPES, type AttachmentType } from '@district/contract/vocabulary.ts';

/** How files of a kind begin; an office document is a ZIP that says inside what it is. */
const BEGINNINGS: readonly (readonly [AttachmentType, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
];
const ZIP = /^PK\x03\x04/;
const OFFICE: readonly (readonly [AttachmentType, string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/'],
];
/** Inside an office document, what runs when it is opened. */
const MACROS = 'vbaProject.bin';
const BEGINNING_BYTES = 16;

/** What the content is, whatever its name says; undefined for what is not taken. */
export function kindOf(content: Buffer): AttachmentType | undefined {
  const beginning = content.subarray(0, BEGINNING_BYTES).toString('latin1');
  const [found] = BEGINNINGS.find(([, pattern]) => pattern.test(beginning)) ?? [];
  if (found !== undefined) return found;
  if (ZIP.test(beginning)) {
    if (!content.includes('[Content_Types].xml') || content.includes(MACROS)) return undefined;
    return OFFICE.find(([, folder]) => content.includes(folder))?.[0];
  }
  return isText(content) ? 'text/plain' : undefined;
}

/** Whether a name ends as files of this kind do. */
export function isNamedLike(name: string, kind: AttachmentType): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (ATTACHMENT_TYPES[kind] as readonly string[]).includes(ending);
}

/** UTF-8 or GB18030, and none of the controls that only programs write. */
function isText(content: Buffer): boolean {
  if (content.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f)) return false;
  return ['utf-8', 'gb18030'].some((charset) => {
    try {
      new TextDecoder(charset, { fatal: true }).decode(content);
      return true;
    } catch {
      return false;
    }
  });
}
