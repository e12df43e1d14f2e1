import type { Light } from '@district/contract/vocabulary.ts';
import type { Tone } from './line.tsx';

export function lightTone(light: Light | null): Tone {
  return light ?? 'dim';
}
