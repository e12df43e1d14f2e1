/** Why the sandbox's platform did not start, and what to do, in Chinese: by the word with which the platform says it. */
const SENTENCES_ZH: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  data_in_use: ['沙箱的数据正被另一个平台进程使用。', '请先停下那个进程:district sandbox down。'],
  data_newer: ['沙箱的数据是更新的版本写下的。', '请升级本程序,或重做数据:district sandbox reset。'],
  data_not_writable: ['沙箱的数据目录不能写入。', '请检查目录权限,或用 DISTRICT_DATA_HOME 换一个目录。'],
  disk_full: ['磁盘已满。', '请腾出空间后再试。'],
  no_binaries: ['没有找到随附的 PostgreSQL。', '请在程序目录里重新运行 npm install。'],
  root_without_user: ['root 不能直接运行 PostgreSQL,也没有可代为运行的用户。', '请换普通用户运行。'],
  start_failed: ['数据库或平台没有启动成功。'],
  sandbox_differs: ['已有的沙箱与所要的不同。', '请重做数据:district sandbox reset。'],
  port_taken: ['端口已被占用。', '请稍后再试。'],
  database_unreachable: ['连不上数据库。', '请检查 DATABASE_URL。'],
};

/** The Chinese of a failed start; one of a later version says what it says in English. */
export function startSentenceZh(
  kind: string,
  message: string,
  log: string,
): { message: string; hint: string } {
  const known = Object.hasOwn(SENTENCES_ZH, kind) ? SENTENCES_ZH[kind] : undefined;
  const [sentence, hint = `详见 ${log}。`] = known ?? [message];
  return { message: `沙箱没有启动:${sentence}`, hint };
}
