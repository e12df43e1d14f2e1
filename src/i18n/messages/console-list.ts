import { defineMessages } from '../translate.ts';

/** What all lists say. */
export const listMessages = defineMessages(
  {
    ofAll: '第{at}/{n}行',
    fromFirst: '第{at}行 后面还有',
    fromLast: '倒数第{at}行 前面还有',
    about: '约{text}',
    due: '按期限',
    newest: '最新在前',
    oldest: '最早在前',
    elsewhere: '已选的{n}件不在这里',
    rangeBegun: '成段选:移动光标,v 结束,Esc 取消',
    rangeDone: '成段选好,共选{n}件',
    selecting: '正在按筛选选…',
    stillSelecting: '还在选:选好再办,Esc 不选了。',
    selected: '选上{n}件:就是这些,之后新来的不在内',
    selectedSome: '只选上前{n}件,还有更多:一次至多{max}件,可缩小筛选',
    marksFull: '一次至多选{max}件:其余没有选上',
  },
  {
    ofAll: '{at}/{n}',
    fromFirst: 'row {at}, more below',
    fromLast: 'row {at} from the end, more above',
    about: 'about {text}',
    due: 'by deadline',
    newest: 'newest first',
    oldest: 'oldest first',
    elsewhere: '{n} marked elsewhere',
    rangeBegun: 'Marking a range: move the cursor, v ends it, Esc drops it',
    rangeDone: 'Range marked, {n} in all',
    selecting: 'Marking what matches...',
    stillSelecting: 'Still marking: act when it is done, Esc drops it.',
    selected: '{n} marked: these and none that come later',
    selectedSome: 'Only the first {n} marked, there are more: {max} at once at most, narrow the filter',
    marksFull: '{max} marks at once at most: the rest was not marked',
  },
);
