import { open, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { ATTACHMENT_SIZE_BYTES_MAX } from '@district/contract/limits.ts';
import type { AddAttachment, AttachmentContent } from '@district/contract/types.ts';
import { readFileOrExplain } from './read-text-file.ts';
import { usageFailure } from './usage-failure.ts';

/** A file as an attachment; what is too large is refused before it is read. */
export async function attachmentOfFile(path: string): Promise<AddAttachment> {
  const bytes = await readFileOrExplain(path, ATTACHMENT_SIZE_BYTES_MAX);
  if (bytes.length === 0) throw usageFailure({ en: `${path} is empty.`, zh: `${path} 是空文件。` });
  return { name: parse(path).base, content: bytes.toString('base64') };
}

/** Copies of a name tried at most: who has saved the same file a hundred times wants to look first. */
const COPIES_MAX = 100;

/** Saves a content in a folder, for its user alone, and beside what is there already. Returns where. */
export async function saveAttachment(folder: string, { name, content }: AttachmentContent): Promise<string> {
  // A name from elsewhere is only ever a name: no folder of it, and nothing that hides.
  const { name: stem, ext } = parse(name.replaceAll(/[/\\\p{C}]/gu, '_').replace(/^\.+/, '_'));
  for (let copy = 1; copy <= COPIES_MAX; copy += 1) {
    const path = join(folder, copy === 1 ? `${stem}${ext}` : `${stem} (${copy})${ext}`);
    const file = await openNew(path, folder);
    if (file === undefined) continue;
    try {
      await writeFile(file, Buffer.from(content, 'base64'));
    } finally {
      await file.close();
    }
    return path;
  }
  throw usageFailure({
    en: `${folder} holds ${COPIES_MAX} files called ${name}.`,
    zh: `${folder} 里已有 ${COPIES_MAX} 个名为 ${name} 的文件。`,
  });
}

/** Undefined where there is such a file already. */
async function openNew(path: string, folder: string) {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return undefined;
    throw usageFailure(
      { en: `Nothing can be saved in ${folder} (${code}).`, zh: `${folder} 里存不了文件(${code})。` },
      { en: 'Name a folder that is there and that you may write to.', zh: '请给出已有且可写的文件夹。' },
    );
  }
}
