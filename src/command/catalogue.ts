import type { AnyOperation, Bilingual } from './operation.ts';

/** What help and completion need of an operation; the rest is loaded when it runs. */
export interface CatalogueEntry {
  id: string;
  summary: Bilingual;
  load: () => Promise<AnyOperation>;
}

/** What each noun is about, in the order help shows them. */
export const NOUNS: Readonly<Record<string, Bilingual>> = {
  login: { zh: '登录', en: 'sign in' },
  logout: { zh: '退出登录', en: 'sign out' },
  whoami: { zh: '我是谁', en: 'who is signed in' },
  requests: { zh: '办件', en: 'requests of residents' },
  triage: { zh: '分诊', en: 'what is overdue, in the order of its rule' },
  duty: { zh: '值班与交接班', en: 'shifts and hand-overs' },
  approvals: { zh: '审批', en: 'what waits to be granted or refused' },
  notices: { zh: '通知', en: 'notices to residents' },
  batches: { zh: '批次:一次办理多件', en: 'work on several items at once, and going on with it' },
  overview: { zh: '工作台的数字', en: 'the workbench’s figures' },
  progress: { zh: '录入进度', en: 'how far data entry is' },
  operators: { zh: '账号与岗位', en: 'accounts and posts' },
  sessions: { zh: '登录会话', en: 'who is signed in from where' },
  token: { zh: '脚本的令牌', en: 'scripts’ tokens' },
  audit: { zh: '审计', en: 'who did what, and whether that record is whole' },
  regions: { zh: '辖区', en: 'regions' },
  agencies: { zh: '承办部门', en: 'departments' },
  items: { zh: '服务事项', en: 'service items' },
  datasets: { zh: '数据集', en: 'base datasets' },
  paging: { zh: '逾期无人办时叫谁', en: 'who is paged when nobody acts' },
  templates: { zh: '答复模板', en: 'replies kept to be used again' },
  rectification: { zh: '差评整改的时限', en: 'how soon a poor rating is put right' },
  calendar: { zh: '工作日历与期限推算', en: 'working calendars and limits' },
  views: { zh: '办件的视图:存好的筛选', en: 'saved filters of requests' },
  config: { zh: '设置', en: 'settings' },
  sandbox: { zh: '本机的练习平台', en: 'a platform on this machine to practise with' },
  context: { zh: '平台与身份', en: 'platforms and identities' },
  completion: { zh: '让 shell 补全命令', en: 'let the shell complete commands' },
  api: { zh: '直接调用平台接口', en: 'call the platform’s interface directly' },
};

/** Nouns that say something by themselves: the verb that is meant when none is given. */
export const DEFAULT_VERBS: Readonly<Record<string, string>> = {
  overview: 'show',
  progress: 'show',
  paging: 'show',
  rectification: 'show',
  templates: 'list',
  triage: 'list',
  duty: 'status',
  audit: 'list',
};
