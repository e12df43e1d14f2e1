import type { Account, AccountDetail } from '@district/contract/types.ts';
import { operatorActionText, operatorReasonText } from '../../i18n/account-words.ts';
import { timeText } from '../../i18n/time.ts';
import type { Language } from '../../i18n/translate.ts';
import { roleText } from '../../i18n/words.ts';

/** `xinren  新人  街道操作员  琵琶街道`, and whether it is disabled. */
export function accountLine(account: Account, language: Language): string {
  const { id, login, name, role, disabledAt } = account;
  const disabled = disabledAt === null ? '' : `  ${language === 'zh' ? '已停用' : 'disabled'}`;
  return `${login ?? id}  ${name}  ${roleText(role, language)}  ${placeText(account)}${disabled}`;
}

/** Where the post is held, and for which unit where that is another. */
export function placeText({ region, unit }: Pick<Account, 'region' | 'unit'>): string {
  return unit?.kind === 'agency' ? `${region.name} ${unit.name}` : region.name;
}

export function accountLines(account: AccountDetail, language: Language): string[] {
  const zh = language === 'zh';
  const open = account.actions.map((action) => operatorActionText(action, language)).join(zh ? '、' : ', ');
  return [
    accountLine(account, language),
    `${zh ? '可办' : 'open'}  ${open || '-'}`,
    ...accountFacts(account, language),
  ];
}

/** All but what it is called and what can be done with it. */
export function accountFacts(account: AccountDetail, language: Language): string[] {
  const zh = language === 'zh';
  const { id, closedActions, sessions, tokens, disabledAt, version } = account;
  return [
    `${zh ? '标识' : 'id'}  ${id}`,
    `${zh ? '在线会话' : 'sessions'}  ${sessions}`,
    `${zh ? '脚本令牌' : 'tokens'}  ${tokens}`,
    ...(disabledAt === null ? [] : [`${zh ? '停用于' : 'disabled at'}  ${timeText(disabledAt)}`]),
    `${zh ? '版本' : 'version'}  ${version}`,
    ...closedActions.map(
      ({ action, reason }) =>
        `${zh ? '不可办' : 'closed'}  ${operatorActionText(action, language)}: ${operatorReasonText(reason, language)}`,
    ),
  ];
}
