/** Words of accounts, sessions and tokens. */
import type { OperatorAction, OperatorClosedReason } from '@district/contract/posts.ts';
import { reader, type Word } from './words.ts';

const ACTION_WORDS: Record<OperatorAction, Word> = {
  give: ['授予岗位', 'give a role'],
  take: ['收回岗位', 'take the role'],
  disable: ['停用', 'disable'],
  enable: ['启用', 'enable'],
};

const REASON_WORDS: Record<OperatorClosedReason, Word> = {
  role: ['不在您的权限内', 'not within your rights'],
  own_post: ['是您自己的账号', 'it is your own account'],
  state: ['现在没有可办的', 'there is nothing to do'],
};

export const operatorActionText = reader(ACTION_WORDS);
export const operatorReasonText = reader(REASON_WORDS);
