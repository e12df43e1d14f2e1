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
  [/^Invalid ISO date$/, '须写成日期,如 2026-12-01'],
  [/^Invalid (?:string|input|ISO \w+|UUID|date|datetime)\b/, '格式不对'],
  [/^Unrecognized keys?: (.+)$/, '没有 $1 这一项'],
  [/^holds a NUL or half of a surrogate pair/, '含有存不下的字符(NUL 或半个代理对),请去掉'],
  [
    /^the channel (\w+) takes a (\w+) of (\d+) characters at most, this has (\d+)$/,
    '渠道 $1 至多$3个字,现有$4个',
  ],
  [/^there is no such agency; there are (.+)$/, '没有这个部门,有 $1'],
  [
    /^write agency:<id>, street:<code> or community:<code>$/,
    '写作 agency:部门、street:代码 或 community:代码',
  ],
  [/^there is no region(?: of that code| (\S+))$/, '没有这个区划 $1'],
  [/^(\S+) is wider than a street\b.*$/, '$1 大于街道:请写到街道或社区'],
  [/^there is no service item (\S+)$/, '没有服务事项 $1'],
  [/^it lies outside the district (\d+)$/, '不在本区($1)内'],
  [/^there is no request (\S+) within your area$/, '没有 $1,或不在您的管辖范围内'],
  [/^no dataset (.+)$/, '没有数据集 $1'],
  [/^a request cannot be merged into itself$/, '办件不能并入自身'],
  [/^(\S+) was itself merged into (\S+)$/, '$1 已并入 $2'],
  [/^(\S+) keeps no duty here\b.*$/, '$1 不在本区值班:请给值班员或区级管理员的登录名'],
  [/^is less than (\d+) minutes from now\b.*$/, '离现在不到$1分钟,班次至少这么长'],
  [/^is over (\d+) hours ahead, the most\b.*$/, '超过$1小时,太远'],
  [/^is over (\d+) days before the end\b.*$/, '离结束超过$1天,一次最多看这么久'],
  [/^is not before the end$/, '不早于结束时间'],
  [/^(\S+) belongs to another district$/, '$1 属于别的区'],
  [/^lies in the past\b.*$/, '已经过去'],
  [/^reopen needs it here$/, '这件从未派出过:重办须写明给谁'],
  [/^its handling by (\S+) was rated poorly\b.*$/, '原办 $1 得了差评,须交别的单位'],
  [/^licensing is extended once, and has been$/, '许可只能延期一次,已延过'],
  [/^licensing is extended by (\d+) working days at most$/, '许可至多延期$1个工作日'],
  [/^(\S+) has (\d+) attachments already\b.*$/, '$1 已有$2个附件:请先删去一个'],
  [/^it has (\d+) bytes and (\d+) are taken\b.*$/, '有$1字节,至多$2字节:请缩小图片'],
  [
    /^its content is none of (.+), or carries a macro$/,
    '内容不是 $1 中的任何一种,或带有宏;看的是内容,不是文件名',
  ],
  [/^its content is (\S+), whatever its name says: call it (\S+)$/, '内容是 $1,与文件名不符:请改名为 $2'],
  [/^there are (\d+) already; remove one first$/, '已有$1个:请先删去一个'],
  [/^holds a phone or an identity number\b.*$/, '含有电话或证件号码,请去掉'],
  [/^finds more than (\d+) requests\b.*$/, '选出的超过$1件,不遮盖时一次至多这些'],
  [/^give a phone or an identity number\b.*$/, '电话、证件号码须给一个,且只给一个'],
  [/^is in no dictionary$/, '没有这个单位'],
  [/^is none of (.+)$/, '须为 $1 之一'],
  [/^is not a region code$/, '不是区划代码'],
  [/^is needed$/, '必须填写'],
  [/^needed: name the role to give$/, '必须写明给什么岗位'],
  [/^needed: the agency, as agency:<id>$/, '必须写明部门,如 agency:housing'],
  [/^lies in another district\b.*$/, '属于别的区:那里的岗位另设账号'],
  [/^(\S+) is held in a region of (.+) digits, not in (\S+)$/, '岗位 $1 的辖区须是$2位代码,而不是 $3'],
  [/^does not fit (\S+) in (\S+): leave it out$/, '与 $2 的岗位 $1 不合:不要写'],
  [/^has to be from today to (\S+), a year from now at the latest$/, '须在今天到 $1 之间,至多一年'],
  [/^is later than the end of the token\b.*$/, '晚于您登录所用令牌的失效日'],
  [/^(\S+) is more than the token\b.*$/, '$1 超出您登录所用令牌的范围'],
  [/^begins on (\S+), after its end on (\S+)$/, '$1 开始,晚于结束的 $2'],
  [/^from (\S+) to (\S+) is longer than (\d+) days$/, '$1 到 $2 超过$3天:请分段'],
  [/^excludes cursor$/, '不能与 cursor 同用'],
  [/^is not an address\b.*$/, '不是网址'],
  [/^carries a name or password\b.*$/, '不能带用户名或口令:凭签名识别'],
  [/^has a part after #.*$/, '# 之后的部分不会发出,请去掉'],
  [
    /^has to begin with https:\/\/ \(http:\/\/ only to this machine\)$/,
    '须以 https:// 开头(只有到本机可用 http://)',
  ],
  [/^holds no holiday\b.*$/, '没有一天放假:每年都有节假日'],
  [/^(\S+) is not a day of (\d+)$/, '$1 不在 $2 年'],
  [/^(\S+) is named twice$/, '$1 写了两次'],
  [/^(\S+) is worked anyway\b.*$/, '$1 本来上班:只写调休上班的休息日'],
  [
    /^(\S+) is followed by (\S+), which is missing between two days of (.+)$/,
    '$1 之后缺 $2,其前后都是$3假期',
  ],
];

export function fieldMessageZh(message: string): string {
  for (const [english, zh] of FORMS_ZH) {
    const match = english.exec(message);
    if (match) return zh.replaceAll(/\$(\d)/g, (_, at: string) => match[Number(at)] ?? '');
  }
  return message;
}
