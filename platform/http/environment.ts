import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { Bearer } from '../access/bearers.ts';
import type { Operator } from '../access/operator.ts';
import type { AuditTrail } from '../audit/trail.ts';
import type { LiveCalendar } from '../calendar/live-calendar.ts';
import type { Clock } from '../clock/clock.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { EventHub } from '../events/hub.ts';
import type { Keys } from '../sealing/keys.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Database } from '../store/database.ts';
import type { Network, Seen } from './network.ts';

export interface SandboxState {
  anchor: string;
  storm: boolean;
  live: boolean;
  progress(): { done: number; total: number };
}

/** What every route stands on; made once when the platform starts. */
export interface Services {
  db: Database;
  clock: Clock;
  dictionaries: Dictionaries;
  calendar: LiveCalendar;
  events: EventHub;
  /** What personal data are sealed and opened with. */
  keys: Keys;
  audit: AuditTrail;
  log: Logger;
  signIn: SignIn;
  network: Network;
  sandbox: SandboxState | null;
}

/** Hono's environment: the services, and per request who asks and under which id it is logged. */
export interface Environment {
  Variables: {
    services: Services;
    operator: Operator;
    bearer: Bearer;
    requestId: string;
    /** The client's address, as `seen` has it. */
    address: string | null;
    seen: Seen;
    /** Who has been refused because the bearer is over. */
    ended?: { operator: Operator; bearer: string };
  };
}

/** The application that routes are added to. */
export type App = OpenAPIHono<Environment>;
