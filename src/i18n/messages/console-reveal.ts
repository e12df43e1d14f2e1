import { defineMessages } from '../translate.ts';

export const revealMessages = defineMessages(
  {
    action: '查看被遮盖的内容',
    usualPurpose: '联系诉求人',
    logged: '{no} 已显示,已记录。离开此件或到时即消失。',
    section: '已查看',
  },
  {
    action: 'See what is masked',
    usualPurpose: 'call the applicant back',
    logged: '{no} is shown, and logged. It goes when you leave the request, or when its minutes are over.',
    section: 'Revealed',
  },
);
