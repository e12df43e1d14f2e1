import { consoleMessages } from '../../i18n/messages/console.ts';
import { operatorsMessages } from '../../i18n/messages/console-operators.ts';
import { translate } from '../../i18n/translate.ts';
import { copyCommand } from '../copy-command.ts';
import type { Desk } from '../desk.ts';
import { mayOpen, SCREENS } from '../screens.ts';
import type { Binding } from './binding.ts';
import { openPalette } from './palette.ts';

export const STOP_KEYS: readonly string[] = ['ctrl+z'];

export const GLOBAL_BINDINGS: readonly Binding[] = [
  {
    name: Object.fromEntries(SCREENS.map(({ digit, screen }) => [screen, [digit]])),
    keys: SCREENS.map(({ digit }) => digit),
    label: SCREENS.map(({ digit }) => digit).join(' '),
    summary: {
      zh: '工作台、办件、通知、录入、分诊、审批、账号、审计、统计',
      en: 'workbench, requests, notices, data entry, triage, approvals, accounts, audit, figures',
    },
    run: openScreen,
  },
  {
    name: 'command',
    keys: [':'],
    label: ':',
    summary: { zh: '输入命令,与 shell 里相同', en: 'type a command, as in the shell' },
    run: openPalette,
  },
  {
    name: 'help',
    keys: ['?'],
    label: '?',
    summary: { zh: '帮助', en: 'help' },
    run: ({ store }) => store.setState({ overlay: { kind: 'help', scroll: 0, scrollMax: 0 } }),
  },
  {
    name: 'copy',
    keys: ['y'],
    label: 'y',
    summary: { zh: '复制上一步的命令', en: 'copy the command of the last thing done' },
    run: copyTwin,
  },
  {
    name: 'language',
    keys: ['L'],
    label: 'L',
    summary: { zh: 'English / 中文', en: 'English / 中文' },
    run: ({ store }) =>
      store.setState(({ language }) => ({ language: language === 'zh' ? 'en' : 'zh', notice: null })),
  },
  {
    name: 'mouse',
    keys: ['M'],
    label: 'M',
    summary: { zh: '鼠标归控制台或终端', en: 'the mouse, for the console or the terminal' },
    run: turnMouse,
  },
  {
    name: 'stop',
    keys: STOP_KEYS,
    label: 'Ctrl-Z',
    summary: { zh: '回到 shell,fg 再来', en: 'to the shell; fg comes back' },
    run: (desk) => desk.stopJob(),
  },
  {
    name: 'leave',
    keys: ['q'],
    label: 'q',
    summary: { zh: '退出', en: 'leave' },
    run: (desk) => desk.exit(0),
  },
];

function openScreen(desk: Desk, key: string): void {
  const { language } = desk.store.getState();
  const screen = SCREENS.find(({ digit }) => digit === key)?.screen ?? 'workbench';
  if (mayOpen(desk, screen)) desk.store.setState({ screen, detail: null, notice: null });
  else
    desk.store.setState({
      notice: { text: translate(operatorsMessages, language, 'notYours'), tone: 'bad' },
    });
}

function copyTwin(desk: Desk): void {
  const { twin } = desk.store.getState();
  if (twin !== null) copyCommand(desk, twin);
}

function turnMouse(desk: Desk): void {
  const isMouseOurs = !desk.store.getState().isMouseOurs;
  const { language } = desk.store.getState();
  desk.setMouse(isMouseOurs);
  const text = translate(consoleMessages, language, isMouseOurs ? 'mouseOurs' : 'mouseTheirs');
  desk.store.setState({ isMouseOurs, notice: { text, tone: 'plain' } });
}
