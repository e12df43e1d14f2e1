import { nearest } from '@district/contract/filter/nearest.ts';
import { NOTICE_CHANNELS } from '@district/contract/vocabulary.ts';
import type { Bilingual } from '../operation.ts';
import { readTextFile } from '../read-text-file.ts';
import { usageFailure } from '../usage-failure.ts';

/** What a notice's file says of it: front matter between lines of ---, then the body in Markdown. */
export interface NoticeFile {
  title: string;
  regions: readonly string[];
  channels: readonly string[];
  exercise: boolean;
  body: string;
}

const KEYS = ['title', 'regions', 'channels', 'exercise'] as const;
type Key = (typeof KEYS)[number];
const SYNONYMS: Readonly<Record<string, Key>> = { region: 'regions', channel: 'channels' };

/** Reads and checks a file; every failure is a usage failure that names the file and, where there is one, the line. */
export async function readNoticeFile(path: string, given: Given): Promise<NoticeFile> {
  return parseNotice(await readTextFile(path), path, given);
}

/** What the command line says instead of the file. */
export interface Given {
  title?: string | undefined;
  body?: string | undefined;
}

function parseNotice(text: string, path: string, given: Given): NoticeFile {
  const lines = text.split(/\r?\n/);
  const opens = lines[0]?.trim() === '---';
  const end = opens ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : 0;
  if (end < 0)
    throw fileFailure(path, 1, {
      en: 'the front matter is not closed by ---',
      zh: '开头的说明没有以 --- 结束',
    });
  const facts = new Map<Key, string>();
  for (const [at, line] of lines.slice(1, Math.max(end, 1)).entries()) {
    if (!opens || line.trim() === '' || line.trim().startsWith('#')) continue;
    const [, word = '', value = ''] = /^\s*([^:：]*?)\s*[:：]\s*(.*?)\s*$/.exec(line) ?? [];
    facts.set(readKey(word, line, path, at + 2), value);
  }
  const written = lines.slice(opens ? end + 1 : 0).join('\n');
  const body = (given.body ?? written).trim();
  const title = (given.title ?? unquoted(facts.get('title') ?? '')).trim();
  if (title === '')
    throw usageFailure(
      { en: `${path} has no title.`, zh: `${path} 没有标题。` },
      {
        en: 'Begin the file with ---, title: …, --- and the body below, or give --title.',
        zh: '文件开头写 ---、title: 标题、---,正文写在下面;也可用 --title。',
      },
    );
  if (body === '')
    throw usageFailure(
      { en: `${path} has no body.`, zh: `${path} 没有正文。` },
      { en: 'Write the text below the second ---.', zh: '正文写在第二个 --- 之下。' },
    );
  return {
    title,
    body,
    regions: readList(facts.get('regions') ?? ''),
    channels: checkChannels(readList(facts.get('channels') ?? ''), path),
    exercise: readSwitch(facts.get('exercise'), path),
  };
}

function readKey(word: string, line: string, path: string, lineNo: number): Key {
  if (word === '')
    throw fileFailure(path, lineNo, {
      en: `${JSON.stringify(line.trim())} is not "key: value"`,
      zh: `${JSON.stringify(line.trim())} 不是“键: 值”`,
    });
  const known = KEYS.find((key) => key === word) ?? SYNONYMS[word];
  if (known) return known;
  const suggestion = nearest(word, KEYS);
  const list = KEYS.join(', ');
  throw fileFailure(
    path,
    lineNo,
    { en: `there is no key ${JSON.stringify(word)}`, zh: `没有 ${JSON.stringify(word)} 这个键` },
    suggestion === undefined
      ? { en: `One of: ${list}.`, zh: `可用:${list}。` }
      : { en: `Did you mean ${suggestion}? One of: ${list}.`, zh: `是否想用 ${suggestion}?可用:${list}。` },
  );
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** `[a, b]`, `a, b` or `a`. */
function readList(value: string): string[] {
  return value
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[,，]/)
    .map((word) => unquoted(word.trim()))
    .filter((word) => word !== '');
}

function checkChannels(channels: readonly string[], path: string): readonly string[] {
  const known: readonly string[] = NOTICE_CHANNELS;
  const wrong = channels.find((channel) => !known.includes(channel));
  if (wrong === undefined) return channels;
  throw usageFailure(
    {
      en: `${path}: there is no channel ${JSON.stringify(wrong)}.`,
      zh: `${path}:没有 ${JSON.stringify(wrong)} 这个渠道。`,
    },
    { en: `One of: ${known.join(', ')}.`, zh: `可用:${known.join('、')}。` },
  );
}

function readSwitch(value: string | undefined, path: string): boolean {
  if (value === undefined || ['false', 'no', '否'].includes(value)) return false;
  if (['true', 'yes', '是'].includes(value)) return true;
  throw usageFailure({
    en: `${path}: exercise is true or false, not ${JSON.stringify(value)}.`,
    zh: `${path}:exercise 只能是 true 或 false。`,
  });
}

function fileFailure(path: string, line: number, what: Bilingual, hint?: Bilingual) {
  return usageFailure(
    { en: `${path}, line ${line}: ${what.en}.`, zh: `${path} 第 ${line} 行:${what.zh}。` },
    hint,
  );
}
