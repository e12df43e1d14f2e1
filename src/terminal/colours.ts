/** How many colours the terminal has to offer; NO_COLOR is asked elsewhere. */
export type ColourDepth = 16 | 256;
export type Background = 'dark' | 'light';

export function colourDepth(environment: NodeJS.ProcessEnv): ColourDepth {
  const { COLORTERM = '', TERM = '' } = environment;
  return /truecolor|24bit/.test(COLORTERM) || /256color|direct/.test(TERM) ? 256 : 16;
}

type Light = 'red' | 'yellow' | 'green';

/**
 * The colours of the lights. On light ground the sixteen have no yellow that can be read, so that light has none and is bold
 * there; with 256 it is brown. Those of the 256 keep 4.5:1 against white or black (WCAG 2.2, 1.4.3).
 */
export const LIGHT_COLOURS: Readonly<
  Record<Background, Readonly<Record<ColourDepth, Readonly<Record<Light, string>>>>>
> = {
  dark: {
    16: { red: 'red', yellow: 'yellow', green: 'green' },
    256: { red: 'ansi256(203)', yellow: 'ansi256(221)', green: 'ansi256(114)' },
  },
  light: {
    16: { red: 'red', yellow: '', green: 'green' },
    256: { red: 'ansi256(160)', yellow: 'ansi256(94)', green: 'ansi256(22)' },
  },
};
