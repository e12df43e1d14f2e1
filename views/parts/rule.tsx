import { Line } from './line.tsx';

export function Rule({ columns }: { columns: number }) {
  return <Line spans={[{ text: '-'.repeat(columns), tone: 'dim' }]} />;
}
