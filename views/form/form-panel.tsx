import { Box } from 'ink';
import { Lines } from '../parts/lines.tsx';
import { TextCursor } from '../parts/text-cursor.tsx';
import type { FormLines } from './form-lines.ts';

/** The open form at the bottom of the screen; `top` is its first row. */
export function FormPanel({ form, top }: { form: FormLines; top: number }) {
  return (
    <Box flexDirection="column">
      <Lines lines={form.lines} rows={form.lines.length} />
      {form.cursor && <TextCursor x={form.cursor.x} y={top + form.cursor.y} />}
    </Box>
  );
}
