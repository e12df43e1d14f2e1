import { readFile } from 'node:fs/promises';
import { usageFailure } from './usage-failure.ts';

/** A file's text; every failure is a usage failure that names the file and says what to do. */
export async function readTextFile(path: string): Promise<string> {
  return decode(await read(path), path);
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
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
