import { Box } from 'ink';
import { useMemo } from 'react';
import { useConsole, useDesk, useLanguage } from '../../src/console/context.ts';
import type { SignInState } from '../../src/console/sign-in/state.ts';
import { qrLines } from '../../src/output/qr.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { signInLines } from './sign-in-lines.ts';

/** Columns of text that a QR code leaves beside it; with fewer the code would have to be read in pieces. */
const TEXT_COLUMNS_MIN = 36;
const GAP_COLUMNS = 2;

interface Props {
  signIn: SignInState;
  columns: number;
  rows: number;
}

/** The session is over: sign in again right here. The QR code stands beside the words where both fit. */
export function SignInPanel({ signIn, columns, rows }: Props) {
  const { fineMarks, isReadAloud } = useDesk();
  const language = useLanguage();
  const hasForm = useConsole((state) => state.form !== null);
  const wholeUri = signIn.code?.wholeUri;
  const qr = useMemo(
    () =>
      wholeUri === undefined || isReadAloud
        ? null
        : qrLines(wholeUri, fineMarks ? 'half-blocks' : 'two-cells', {
            columns: columns - TEXT_COLUMNS_MIN - GAP_COLUMNS,
            rows,
          }),
    [wholeUri, isReadAloud, fineMarks, columns, rows],
  );
  const qrColumns = qr?.[0] === undefined ? 0 : qr[0].length + GAP_COLUMNS;
  const lines = signInLines(signIn, { columns: columns - qrColumns, language, hasForm });
  return (
    <Box height={rows}>
      <Box width={columns - qrColumns} flexShrink={0}>
        <Lines lines={lines} rows={rows} />
      </Box>
      {qr && <Lines lines={qr.map((line) => plainLine(line))} rows={rows} />}
    </Box>
  );
}
