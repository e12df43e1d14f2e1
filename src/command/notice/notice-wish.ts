import { regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import type { CreateNotice } from '@district/contract/types.ts';
import type { NoticeChannel } from '@district/contract/vocabulary.ts';
import { isOn, text, texts } from '../input.ts';
import type { Input } from '../operation.ts';
import { usageFailure } from '../usage-failure.ts';
import { type NoticeFile, readNoticeFile } from './notice-file.ts';
import { tooLong } from './notice-lengths.ts';

/** What `notices push` asks for: the file, with options of the command line before what the file says. */
export async function readWish(input: Input): Promise<CreateNotice> {
  const file = await readText(input);
  const regions = texts(input, 'region').length > 0 ? texts(input, 'region') : file.regions;
  const named = texts(input, 'channel').length > 0 ? texts(input, 'channel') : file.channels;
  const channels = (named.length > 0 ? named : ['inbox']) as NoticeChannel[];
  if (regions.length === 0) {
    throw usageFailure(
      { en: 'Say to whom: no region is named.', zh: '没有写明发给谁:缺少范围。' },
      {
        en: 'Give --region CODE, or regions: in the file; district regions list shows the codes.',
        zh: '请用 --region 代码,或在文件里写 regions:;district regions list 列出代码。',
      },
    );
  }
  const long = tooLong(file, channels);
  if (long)
    throw usageFailure(long, { en: 'Shorten it, or leave the channel out.', zh: '请缩短,或不用这个渠道。' });
  return {
    title: file.title,
    body: file.body,
    audience: { regions: regions.map(readRegion) },
    channels,
    exercise: file.exercise || isOn(input, 'exercise'),
  };
}

async function readText(input: Input): Promise<NoticeFile> {
  const [path, title, body] = [text(input, 'file'), text(input, 'title'), text(input, 'body')];
  if (path !== undefined) return readNoticeFile(path, { title, body });
  if (title !== undefined && body !== undefined && title.trim() !== '' && body.trim() !== '')
    return { title: title.trim(), body: body.trim(), regions: [], channels: [], exercise: false };
  throw usageFailure({
    en: 'There is no text: give --file PATH, or --title and --body.',
    zh: '没有内容:请给 --file 文件,或 --title 与 --body。',
  });
}

function readRegion(code: string): string {
  const prefix = regionPrefix(code);
  if (prefix !== undefined) return wholeRegionCode(prefix);
  throw usageFailure(
    { en: `${JSON.stringify(code)} is not a region code.`, zh: `${JSON.stringify(code)} 不是行政区划代码。` },
    { en: 'district regions list shows the codes.', zh: 'district regions list 列出代码。' },
  );
}
