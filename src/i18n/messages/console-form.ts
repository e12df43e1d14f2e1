import { defineMessages } from '../translate.ts';

export const formMessages = defineMessages(
  {
    several: '{n} 件',
    skipped: ' (另有 {n} 件不可办,略过)',
    optional: '(可不填)',
    unset: '(不填)',
    choose: '左右键选',
    pick: '打字筛选,上下选,Enter 选定',
    noUnit: '没有这个单位',
    loadingUnits: '载入单位…',
    editorFailed: '编辑器 {editor} 没有正常结束({code}):文字照旧。',
    full: '已满:至多 {max} 字。',
    leftOut: '至多 {max} 字:后面 {n} 字放不下,没有放进来。Ctrl-/ 撤销这次粘贴。',
  },
  {
    several: '{n} requests',
    skipped: ' ({n} more are closed to it and left out)',
    optional: '(optional)',
    unset: '(left out)',
    choose: 'left/right',
    pick: 'type to narrow, up/down, Enter takes it',
    noUnit: 'no such unit',
    loadingUnits: 'loading units...',
    editorFailed: 'The editor {editor} did not end well ({code}): the text is as it was.',
    full: 'Full: {max} characters at most.',
    leftOut: 'At most {max} characters: the last {n} were left out. Ctrl-/ undoes the paste.',
  },
);
