import { defineMessages } from '../translate.ts';

export const paletteMessages = defineMessages(
  {
    running: '正在办…  Esc 停下',
    hints: 'Enter 运行  Tab 补全  上下 以前的命令  Esc 收起(文字保留)',
    unclosed: '引号 {quote} 没有结束。',
    noStandardInput: '这里没有标准输入:请在 shell 里用 --stdin 或 -。',
    noWatch: '控制台自己会更新:--watch 请在 shell 里用。',
    shellOnly: '这个命令请在 shell 里用:{line}',
    discloses: '这里会留住显示过的内容:请打开办件按 v,或在 shell 里运行。',
    leftOut: '一行至多 {max} 字:后面 {n} 字没有放进来。',
    done: '办好了。',
    viewSummary: '打开一个视图',
    viewsTitle: '视图  Enter 打开  Esc 关闭',
    viewWrong: '视图 {name}:{sentence}',
  },
  {
    running: 'Running...  Esc stops it',
    hints: 'Enter run  Tab complete  up/down earlier lines  Esc put away (text is kept)',
    unclosed: 'The quote {quote} is not closed.',
    noStandardInput: 'There is no standard input here: use --stdin or - in the shell.',
    noWatch: 'The console keeps itself current: use --watch in the shell.',
    shellOnly: 'This one belongs into a shell: {line}',
    discloses: 'What is printed here stays: press v in the open request, or run it in the shell.',
    leftOut: 'A line takes {max} characters: the last {n} were left out.',
    done: 'Done.',
    viewSummary: 'open a view',
    viewsTitle: 'Views  Enter open  Esc close',
    viewWrong: 'View {name}: {sentence}',
  },
);
