import type { Bilingual, Failure } from '../command/operation.ts';

const EXIT_NETWORK = 8;

const UNKNOWN_AUTHORITY: Bilingual = {
  en: 'it is signed by an authority this machine does not know',
  zh: '签发它的机构本机不认识',
};

/** What Node's codes say, in words. Source: node:tls, X.509 certificate error codes. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: { en: 'it is signed by itself', zh: '它是自己签发的' },
  CERT_HAS_EXPIRED: { en: 'it has expired', zh: '它已过期' },
  CERT_NOT_YET_VALID: { en: 'it is not valid yet', zh: '它尚未生效' },
  CERT_REVOKED: { en: 'it was revoked', zh: '它已被吊销' },
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  CERT_SIGNATURE_FAILURE: { en: 'its signature does not hold', zh: '它的签名不对' },
  ERR_TLS_CERT_ALTNAME_INVALID: { en: 'it is for another name', zh: '它是发给别的名称的' },
};

const HINTS = {
  authority: {
    en: 'If the platform has an authority of its own, get its certificate from whoever runs it and give it: district context set NAME --ca FILE (DISTRICT_CA, or district login URL --ca FILE).',
    zh: '平台若用自己的签发机构,请向管理员要它的证书:district context set 名称 --ca 文件(或 DISTRICT_CA,或 district login 地址 --ca 文件)。',
  },
  clock: {
    en: 'Check this machine’s clock; if it is right, tell whoever runs the platform.',
    zh: '请核对本机时间;时间没错,请告知平台管理员。',
  },
  address: {
    en: 'Check the address; somebody may stand in between.',
    zh: '请核对地址;也可能有人从中冒充。',
  },
} satisfies Record<string, Bilingual>;

export function isCertificateCode(code: string): boolean {
  return Object.hasOwn(REASONS, code);
}

/** The other side could not prove who it is: nothing was sent to it. */
export function certificateRefused(origin: string, code: string): Failure {
  const reason = REASONS[code] ?? { en: code, zh: code };
  return {
    kind: 'certificate_refused',
    message: {
      en: `The certificate of ${origin} is not accepted: ${reason.en} (${code}); nothing was sent.`,
      zh: `不接受 ${origin} 的证书:${reason.zh}(${code}),什么也没有发出。`,
    },
    hint: HINTS[hintOf(code, reason)],
    exit: EXIT_NETWORK,
  };
}

function hintOf(code: string, reason: Bilingual): keyof typeof HINTS {
  if (reason === UNKNOWN_AUTHORITY || code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'authority';
  return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID' ? 'clock' : 'address';
}
