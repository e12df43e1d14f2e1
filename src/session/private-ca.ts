import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Bilingual, ExpectedFailure } from '../command/operation.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The PEM text of a file of certificates. Throws an expected failure when it cannot be read, holds no certificate, or none that is valid
 * at `nowMs`: told here, since what TLS would say of it later names no file.
 */
export function readCa(path: string, nowMs: number): string {
  const text = readText(path);
  const blocks = text.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) {
    throw refusal(
      'ca_invalid',
      { en: `${path} holds no certificate.`, zh: `${path} 中没有证书。` },
      {
        en: 'It must be PEM: a text with BEGIN CERTIFICATE. openssl x509 -inform der turns the other kind into it.',
        zh: '须为 PEM 格式,含 BEGIN CERTIFICATE 字样;其他格式可用 openssl x509 -inform der 转换。',
      },
    );
  }
  const ends = blocks.map((block) => Date.parse(parse(path, block).validTo));
  const last = Math.max(...ends);
  if (last > nowMs) return blocks.join('\n');
  const day = new Date(last).toISOString().slice(0, 10);
  throw refusal(
    'ca_expired',
    { en: `The certificate in ${path} expired on ${day}.`, zh: `${path} 中的证书已于 ${day} 过期。` },
    { en: 'Get the new one from whoever runs the platform.', zh: '请向平台管理员索取新的证书。' },
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refusal(
      'ca_unreadable',
      { en: `${path} cannot be read (${code}).`, zh: `读不了 ${path}(${code})。` },
      {
        en: 'It is the file with the certificate of the platform’s authority.',
        zh: '这里要的是平台签发机构的证书文件。',
      },
    );
  }
}

function parse(path: string, block: string): X509Certificate {
  try {
    return new X509Certificate(block);
  } catch {
    throw refusal(
      'ca_invalid',
      { en: `A certificate in ${path} cannot be read.`, zh: `${path} 中有读不出的证书。` },
      { en: 'Copy the file again, whole.', zh: '请重新完整复制该文件。' },
    );
  }
}

function refusal(kind: string, message: Bilingual, hint: Bilingual): ExpectedFailure {
  return new ExpectedFailure({ kind, message, hint, exit: 2 });
}
