import { useConsole } from '../src/console/context.ts';
import { Approvals } from './approvals/approvals.tsx';
import { Audit } from './audit/audit.tsx';
import { Detail } from './detail/detail.tsx';
import { Entry } from './entry/entry.tsx';
import { Notices } from './notices/notices.tsx';
import { Operators } from './operators/operators.tsx';
import { ColumnsMenu } from './overlay/columns-menu.tsx';
import { HandedOver } from './overlay/handed-over.tsx';
import { Help } from './overlay/help.tsx';
import { Menu } from './overlay/menu.tsx';
import { Output } from './overlay/output.tsx';
import { Results } from './overlay/results.tsx';
import { Resume } from './overlay/resume.tsx';
import { ViewMenu } from './overlay/view-menu.tsx';
import { Requests } from './requests/requests.tsx';
import { SignInPanel } from './sign-in/sign-in-panel.tsx';
import { Stats } from './stats/stats.tsx';
import { Triage } from './triage/triage.tsx';
import { Workbench } from './workbench/workbench.tsx';

/** What stands between the rules: the overlay, else the open request, else the screen. `top` is its first row. */
export function Body({ columns, rows, top }: { columns: number; rows: number; top: number }) {
  const overlay = useConsole((state) => state.overlay);
  const signIn = useConsole((state) => state.signIn);
  const isOpen = useConsole((state) => state.detail !== null);
  const screen = useConsole((state) => state.screen);
  if (signIn !== null && !signIn.hidden) return <SignInPanel signIn={signIn} columns={columns} rows={rows} />;
  if (overlay?.kind === 'help') return <Help columns={columns} rows={rows} scroll={overlay.scroll} />;
  if (overlay?.kind === 'menu')
    return <Menu items={overlay.items} cursor={overlay.cursor} columns={columns} rows={rows} />;
  if (overlay?.kind === 'views')
    return <ViewMenu items={overlay.items} cursor={overlay.cursor} columns={columns} rows={rows} />;
  if (overlay?.kind === 'columns') return <ColumnsMenu {...overlay} columns={columns} rows={rows} />;
  if (overlay?.kind === 'output') {
    const { title, lines, scroll } = overlay;
    return <Output title={title} lines={lines} scroll={scroll} columns={columns} rows={rows} />;
  }
  if (overlay?.kind === 'duty') return <HandedOver cursor={overlay.cursor} columns={columns} rows={rows} />;
  if (overlay?.kind === 'resume') return <Resume work={overlay.work} columns={columns} rows={rows} />;
  if (overlay) return <Results result={overlay.result} columns={columns} rows={rows} />;
  if (isOpen) return <Detail columns={columns} rows={rows} />;
  if (screen === 'requests') return <Requests columns={columns} rows={rows} top={top} />;
  if (screen === 'notices') return <Notices columns={columns} rows={rows} />;
  if (screen === 'entry') return <Entry columns={columns} rows={rows} />;
  if (screen === 'stats') return <Stats columns={columns} rows={rows} />;
  if (screen === 'triage') return <Triage columns={columns} rows={rows} />;
  if (screen === 'operators') return <Operators columns={columns} rows={rows} />;
  if (screen === 'audit') return <Audit columns={columns} rows={rows} />;
  if (screen === 'approvals') return <Approvals columns={columns} rows={rows} />;
  return <Workbench columns={columns} rows={rows} />;
}
