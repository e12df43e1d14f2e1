/**
 * What the platform says of a field, in Chinese. A platform answers in English sentences of a few forms; one that is not known here is
 * shown as it came, which is better than to hide what is wrong.
 */
const FORMS_ZH: readonly (readonly [english: RegExp, zh: string])[] = [
  [/^needed$|^Invalid input: expected \w+, received (?:undefined|null)$/, '必须填写'],
  [/^(\w+) needs it$/, '必须填写'],
  [/^(\w+) does not take it$/, '这个动作不用填这一项'],
  [/^Too small: expected string to have >=1 characters$/, '不能为空'],
  [/^Too small: expected string to have >=(\d+) characters$/, '至少$1个字'],
  [/^Too big: expected string to have <=(\d+) characters$/, '至多$1个字'],
  [/^Too small: expected array to have >=(\d+) items$/, '至少$1项'],
  [/^Too big: expected array to have <=(\d+) items$/, '至多$1项'],
  [/^Too small: expected \w+ to be >=?(-?[\d.]+)$/, '不能小于$1'],
  [/^Too big: expected \w+ to be <=?(-?[\d.]+)$/, '不能大于$1'],
  [/^Invalid option: expected one of (.+)$/, '须为 $1 之一'],
  [/^Invalid input: expected (\w+), received (\w+)$/, '须为 $1 类型,而不是 $2'],
  [/^Invalid (?:string|input|ISO \w+|UUID|date|datetime)\b/, '格式不对'],
  [/^Unrecognized keys?: (.+)$/, '没有 $1 这一项'],
  [/^holds a NUL or half of a surrogate pair/, '含有存不下的字符(NUL 或半个代理对),请去掉'],
  [
    /^the channel (\w+) takes a (\w+) of (\d+) characters at most, this has (\d+)$/,
    '渠道 $1 至多$3个字,现有$4个',
  ],
  [/^there is no such agency; there are (.+)$/, '没有这个部门,有 $1'],
  [/^it lies outside the district (\d+)$/, '不在本区($1)内'],
  [/^no dataset (.+)$/, '没有数据集 $1'],
  [/^a request cannot be merged into itself$/, '办件不能并入自身'],
  [/^(\S+) was itself merged into (\S+)$/, '$1 已并入 $2'],
  [/^(\S+) keeps no duty here\b.*$/, '$1 不在本区值班:请给值班员或区级管理员的登录名'],
  [/^is less than (\d+) minutes from now\b.*$/, '离现在不到$1分钟,班次至少这么长'],
  [/^is over (\d+) hours ahead, the most\b.*$/, '超过$1小时,太远'],
  [/^is over (\d+) days before the end\b.*$/, '离结束超过$1天,一次最多看这么久'],
  [/^is not before the end$/, '不早于结束时间'],
  [/^(\S+) belongs to another district$/, '$1 属于别的区'],
];

export function fieldMessageZh(message: string): string {
  for (const [english, zh] of FORMS_ZH) {
    const match = english.exec(message);
    if (match) return zh.replaceAll(/\$(\d)/g, (_, at: string) => match[Number(at)] ?? '');
  }
  return message;
}
