import type { Action } from '@district/contract/transitions.ts';
import type { AuditEntry, RequestSort, Revealed } from '@district/contract/types.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AuditFilter } from '../command/audit/audit-filter.ts';
import type { Language } from '../i18n/translate.ts';
import type { ChosenColumn, ChosenColumns, ListName } from '../session/list-columns.ts';
import type { View } from '../session/views.ts';
import type { Background, ColourDepth } from '../terminal/colours.ts';
import type { Draft } from './form/draft.ts';
import type { Form } from './form/form.ts';
import type { MarkRange, Marks } from './list/marks.ts';
import { LIST_TOP, type ListPlace } from './list/place.ts';
import type { PaletteState, PrintedLine } from './palette/state.ts';
import { DEFAULT_FILTER, type EntryState, type Screen, type StatsState, type TriageState } from './screen.ts';
import type { SignInState } from './sign-in/state.ts';
import type { TypedLine } from './typed-line.ts';
import type { WorkInHand } from './work/work-in-hand.ts';

export interface RequestsState extends ListPlace {
  filter: string;
  sort: RequestSort;
  /** The filter being typed, or null when it is not. */
  editing: TypedLine | null;
  marks: Marks;
  /** Marks that grow with the cursor, while they do. */
  range: MarkRange | null;
  /** Stands for a selection that the platform is asked for, or null. */
  selecting: object | null;
  /** Whether the request under the cursor stands beside the list, where the window is wide enough. */
  isPreviewed: boolean;
  /** The counts by facet that are open, and the value under their cursor. */
  facets: { cursor: number } | null;
}

export interface DetailState {
  no: string;
  /** The approval to decide on, when it was opened from the approvals. */
  approvalId: string | null;
  scroll: number;
  /** How far it can be scrolled; told by the view, which knows how long the text came out. */
  scrollMax: number;
}

/** A request opened at its top. */
export function detailFromTop(no: string, approvalId: string | null = null): DetailState {
  return { no, approvalId, scroll: 0, scrollMax: 0 };
}

export interface BatchResult {
  action: Form['action'];
  done: number;
  failed: readonly { no: string; sentence: string }[];
}

export type Overlay =
  | { kind: 'help'; scroll: number; scrollMax: number }
  | { kind: 'menu'; cursor: number; items: readonly MenuItem[] }
  | { kind: 'results'; result: BatchResult }
  | { kind: 'output'; title: string; lines: readonly PrintedLine[]; scroll: number; scrollMax: number }
  | { kind: 'resume'; work: WorkInHand }
  | { kind: 'duty'; cursor: number }
  | { kind: 'views'; cursor: number; items: readonly View[] }
  | { kind: 'columns'; list: ListName; cursor: number; items: readonly ColumnItem[] };

/** A column that can be shown. */
export interface ColumnItem extends ChosenColumn {
  isShown: boolean;
}

export interface MenuItem {
  action: Action;
  /** Why it is closed, or null when it is open. */
  closed: string | null;
}

/** A list of which one can be open whole. */
interface OpenableState<T = string> extends ListPlace {
  /** The one shown whole, or null for the list. */
  open: T | null;
  scroll: number;
  scrollMax: number;
}

interface AuditState extends OpenableState<AuditEntry> {
  filter: AuditFilter;
  /** The filter as the shell's line has it; empty for none. */
  line: string;
}

interface Connection {
  state: 'connecting' | 'connected' | 'lost';
  /** The platform's own time of the last good answer, in ms; null before the first. */
  lastGoodAtMs: number | null;
}

interface Notice {
  text: string;
  tone: 'plain' | 'good' | 'bad';
}

/** Screens that are a list, one of whose rows can be shown whole. */
export type OpenableScreen = 'notices' | 'operators' | 'audit';

export interface ConsoleState {
  language: Language;
  /** What the terminal stands on and how many colours it has. */
  look: { background: Background; depth: ColourDepth };
  window: { columns: number; rows: number };
  /** Columns of lists that the person chose. */
  columns: ChosenColumns;
  /** Whether the console reads the mouse. */
  isMouseOurs: boolean;
  screen: Screen;
  workbench: { cursor: number };
  requests: RequestsState;
  notices: OpenableState;
  operators: OpenableState;
  audit: AuditState;
  entry: EntryState;
  stats: StatsState;
  triage: TriageState;
  approvals: ListPlace;
  detail: DetailState | null;
  /** Values in the clear, for their minutes and while their request is open. */
  revealed: Revealed | null;
  overlay: Overlay | null;
  form: Form | null;
  /** What one signs in again by, while the session is over. */
  signIn: SignInState | null;
  palette: PaletteState | null;
  /** What was typed into the palette and not run. */
  paletteDraft: string;
  /** Lines run from the palette, and filters entered; the last one last. */
  paletteLines: readonly string[];
  filterLines: readonly string[];
  /** Text left in forms that were closed without sending, by action and request. */
  drafts: ReadonlyMap<string, Draft>;
  connection: Connection;
  /** How much of the sandbox's data is in, while it is being loaded. */
  seeding: { done: number; total: number } | null;
  /** How far the platform's clock is ahead of this machine's, in ms. */
  aheadMs: number;
  notice: Notice | null;
  /** The one-shot command of the last thing done. */
  twin: string | null;
}

export type ConsoleStore = StoreApi<ConsoleState>;

const CLOSED_LIST: OpenableState<never> = { ...LIST_TOP, open: null, scroll: 0, scrollMax: 0 };

export function createConsoleStore(language: Language, window: ConsoleState['window']): ConsoleStore {
  return createStore<ConsoleState>(() => ({
    language,
    look: { background: 'dark', depth: 16 },
    window,
    columns: {},
    isMouseOurs: false,
    screen: 'workbench',
    workbench: { cursor: 0 },
    requests: {
      ...LIST_TOP,
      filter: DEFAULT_FILTER,
      sort: 'due',
      editing: null,
      marks: new Map(),
      range: null,
      selecting: null,
      isPreviewed: true,
      facets: null,
    },
    notices: CLOSED_LIST,
    operators: CLOSED_LIST,
    audit: { filter: {}, line: '', ...CLOSED_LIST },
    entry: { path: [], cursorCode: null, column: 0, measure: 'coverage' },
    stats: {
      by: 'agency',
      month: null,
      months: 1,
      measure: 'resolution',
      q: '',
      cursorNo: null,
      cursor: 0,
    },
    triage: { cursorNo: null, cursor: 0, handled: new Set(), steps: [] },
    approvals: LIST_TOP,
    detail: null,
    revealed: null,
    overlay: null,
    form: null,
    signIn: null,
    palette: null,
    paletteDraft: '',
    paletteLines: [],
    filterLines: [],
    drafts: new Map(),
    connection: { state: 'connecting', lastGoodAtMs: null },
    aheadMs: 0,
    seeding: null,
    notice: null,
    twin: null,
  }));
}
