import { open } from 'node:fs/promises';
import { ExpectedFailure } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

/** A file's text; every failure is a usage failure that names the file and says what to do. */
export async function readTextFile(path: string): Promise<string> {
  return decode(await readFileOrExplain(path), path);
}

/** A file's bytes. One that is larger than may be sent is not read. */
export async function readFileOrExplain(
  path: string,
  sizeBytesMax = Number.POSITIVE_INFINITY,
): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > sizeBytesMax) throw tooLarge(path, size, sizeBytesMax);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw usageFailure({ en: `There is no file ${path}.`, zh: `没有文件 ${path}。` });
    if (code === 'EISDIR')
      throw usageFailure({ en: `${path} is a folder, not a file.`, zh: `${path} 是文件夹,不是文件。` });
    throw usageFailure({ en: `${path} cannot be read (${code}).`, zh: `${path} 读不了(${code})。` });
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageFailure(
      { en: `${path} is not UTF-8.`, zh: `${path} 不是 UTF-8 编码。` },
      {
        en: `Save it as UTF-8, for example: iconv -f GB18030 -t UTF-8 ${path}`,
        zh: `请另存为 UTF-8,例如:iconv -f GB18030 -t UTF-8 ${path}`,
      },
    );
  }
}

function tooLarge(path: string, sizeBytes: number, most: number): ExpectedFailure {
  const [is, may] = [sizeBytes, most].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
  return usageFailure(
    { en: `${path} has ${is} MB, and ${may} MB are taken.`, zh: `${path} 有 ${is} MB,最大 ${may} MB。` },
    { en: 'Make the picture smaller, or scan at a lower resolution.', zh: '请缩小图片,或降低扫描分辨率。' },
  );
}
