import { defineMessages } from '../translate.ts';

export const changedMessages = defineMessages(
  {
    meanwhile: '{by} {at} 已{action}。{what}还没有送出,文字还在:核对后按 Enter。',
    different: '{facts}。',
    apart: ';',
    state: '状态',
    lead: '承办',
    deadline: '期限',
    nobody: '未派',
  },
  {
    meanwhile:
      '{by} did “{action}” at {at}.{what} Yours is not sent and your text is kept: look again, then Enter.',
    different: ' Different: {facts}.',
    apart: '; ',
    state: 'state',
    lead: 'lead',
    deadline: 'due',
    nobody: 'nobody',
  },
);
