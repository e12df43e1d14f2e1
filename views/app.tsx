import { Box, Text, useWindowSize } from 'ink';
import { useEffect, useMemo } from 'react';
import { useConsole, useDesk, useLanguage, useText } from '../src/console/context.ts';
import { COLUMNS_MIN, ROWS_MIN } from '../src/console/frame.ts';
import { useChoices } from '../src/console/use-data.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { Body } from './body.tsx';
import { formLines } from './form/form-lines.ts';
import { FormPanel } from './form/form-panel.tsx';
import { Header } from './header.tsx';
import { Hints } from './hints.tsx';
import { PalettePanel, paletteRows } from './palette/palette-panel.tsx';
import { Rule } from './parts/rule.tsx';
import { Status } from './status.tsx';
import { Tabs } from './tabs.tsx';

/** Header, tabs and a rule above the body. */
const TOP_ROWS = 3;
/** Rows of body that an open form leaves in view. */
const BODY_ROWS_MIN = 2;

/** The whole window. */
export function App() {
  const desk = useDesk();
  const { columns, rows } = useWindowSize();
  const text = useText(consoleMessages);
  const language = useLanguage();
  const form = useConsole((state) => state.form);
  const palette = useConsole((state) => state.palette);
  const units = useChoices(form);
  useEffect(() => desk.store.setState({ window: { columns, rows } }), [desk, columns, rows]);
  const panel = useMemo(
    () => form && formLines(form, { columns, rows: rows - TOP_ROWS - 1 - BODY_ROWS_MIN, language, units }),
    [form, columns, rows, language, units],
  );
  if (columns < COLUMNS_MIN || rows < ROWS_MIN) {
    const size = { columns, rows, needColumns: COLUMNS_MIN, needRows: ROWS_MIN };
    return <Text wrap="wrap">{text('tooSmall', size)}</Text>;
  }
  const panelRows = panel ? panel.lines.length : palette ? paletteRows(palette) : 2;
  const bodyRows = Math.max(1, rows - TOP_ROWS - 1 - panelRows);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Header columns={columns} />
      <Tabs columns={columns} />
      <Rule columns={columns} />
      <Box height={bodyRows} flexDirection="column" overflow="hidden">
        <Body columns={columns} rows={bodyRows} top={TOP_ROWS} />
      </Box>
      <Rule columns={columns} />
      {panel ? (
        <FormPanel form={panel} top={TOP_ROWS + bodyRows + 1} />
      ) : palette ? (
        <PalettePanel columns={columns} top={TOP_ROWS + bodyRows + 1} />
      ) : (
        <>
          <Status columns={columns} />
          <Hints columns={columns} />
        </>
      )}
    </Box>
  );
}
