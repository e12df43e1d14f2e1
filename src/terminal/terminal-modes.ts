/** Pastes come marked as such (2004); the wheel moves the cursor while the mouse is left to the terminal (1007). */
const TAKEN = '\x1b[?2004h\x1b[?1007h';
const GIVEN_BACK = '\x1b[?2004l\x1b[?1007l';
/** Buttons and wheel (1000), in the form that has room for wide windows (1006). */
const MOUSE_TAKEN = '\x1b[?1000h\x1b[?1006h';
const MOUSE_GIVEN_BACK = '\x1b[?1006l\x1b[?1000l';

/** How the terminal is to send what a person does. Each call may come twice. */
export interface TerminalModes {
  take(): void;
  giveBack(): void;
  /** Whether the mouse is ours; otherwise the terminal selects text with it, as everywhere else. */
  setMouse(isOurs: boolean): void;
}

export function createTerminalModes(write: (sequence: string) => void): TerminalModes {
  let isTaken = false;
  let isMouseOurs = false;
  return {
    take() {
      isTaken = true;
      write(TAKEN + (isMouseOurs ? MOUSE_TAKEN : ''));
    },
    giveBack() {
      if (!isTaken) return;
      isTaken = false;
      write((isMouseOurs ? MOUSE_GIVEN_BACK : '') + GIVEN_BACK);
    },
    setMouse(isOurs) {
      if (isOurs === isMouseOurs) return;
      isMouseOurs = isOurs;
      if (isTaken) write(isOurs ? MOUSE_TAKEN : MOUSE_GIVEN_BACK);
    },
  };
}
