import * as z from 'zod';
import { NoteInput, Snooze, SnoozeInput } from '../schemas/claims.ts';
import { PlanRemindersQuery, RemindedUnit, ReminderPlan, RemindUnit } from '../schemas/reminders.ts';
import { RequestNo, RequestSummary } from '../schemas/requests.ts';
import { ListTriageQuery, SimilarRequests, TriageCard, TriagePage } from '../schemas/triage.ts';
import {
  body,
  DryRunQuery,
  etag,
  json,
  needs,
  problems,
  signedIn,
  tag,
  WriteHeaders,
  writing,
} from './parts.ts';

const OneRequest = z.object({ no: RequestNo });

/** Claims and snoozes are set and ended at one address each, without a body to end them. */
const withoutBody = writing.filter((code) => code !== 'malformed' && code !== 'body_too_large');

export const TRIAGE_ROUTES = {
  claimRequest: {
    method: 'put',
    path: '/v1/requests/{no}/claim',
    operationId: 'claimRequest',
    tags: tag('triage'),
    summary: 'Take a request upon oneself, or keep it longer; one person at most has it',
    security: needs('requests:write'),
    request: { params: OneRequest, query: DryRunQuery, headers: WriteHeaders },
    responses: {
      200: json(RequestSummary, 'Claimed'),
      ...problems(
        'forbidden',
        'not_found',
        'already_claimed',
        'transition_closed',
        ...withoutBody,
        ...signedIn,
      ),
    },
  },
  releaseRequest: {
    method: 'delete',
    path: '/v1/requests/{no}/claim',
    operationId: 'releaseRequest',
    tags: tag('triage'),
    summary: 'Give a claimed request back; an administrator may do it for others',
    security: needs('requests:write'),
    request: { params: OneRequest, query: DryRunQuery, headers: WriteHeaders },
    responses: {
      200: json(RequestSummary, 'Free'),
      ...problems('forbidden', 'not_found', 'already_claimed', ...withoutBody, ...signedIn),
    },
  },
  noteRequest: {
    method: 'post',
    path: '/v1/requests/{no}/notes',
    operationId: 'noteRequest',
    tags: tag('triage'),
    summary: 'Write an internal note; the resident never sees it',
    security: needs('requests:write'),
    request: { params: OneRequest, query: DryRunQuery, headers: WriteHeaders, body: body(NoteInput) },
    responses: {
      200: { ...json(RequestSummary, 'Noted'), ...etag },
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  snoozeRequest: {
    method: 'put',
    path: '/v1/requests/{no}/snooze',
    operationId: 'snoozeRequest',
    tags: tag('triage'),
    summary: 'Put a request off in one’s own queue; it comes back by itself',
    security: needs('requests:write'),
    request: { params: OneRequest, query: DryRunQuery, headers: WriteHeaders, body: body(SnoozeInput) },
    responses: {
      200: json(Snooze, 'Put off'),
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  wakeRequest: {
    method: 'delete',
    path: '/v1/requests/{no}/snooze',
    operationId: 'wakeRequest',
    tags: tag('triage'),
    summary: 'Have a request back in one’s own queue now',
    security: needs('requests:write'),
    request: { params: OneRequest, query: DryRunQuery, headers: WriteHeaders },
    responses: {
      200: json(Snooze, 'Back'),
      ...problems('forbidden', 'not_found', ...withoutBody, ...signedIn),
    },
  },
  similarRequests: {
    method: 'get',
    path: '/v1/requests/{no}/similar',
    operationId: 'similarRequests',
    tags: tag('triage'),
    summary: 'Open requests nearby that may be about the same thing',
    security: needs('requests:read'),
    request: { params: OneRequest },
    responses: {
      200: json(SimilarRequests, 'The nearest first'),
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  listTriage: {
    method: 'get',
    path: '/v1/triage',
    operationId: 'listTriage',
    tags: tag('triage'),
    summary: 'What is overdue or nearly so, by the rule of triage, without what one has put off',
    security: needs('requests:read'),
    request: { query: ListTriageQuery },
    responses: { 200: json(TriagePage, 'A page'), ...problems('cursor_invalid', 'invalid', ...signedIn) },
  },
  getTriageCard: {
    method: 'get',
    path: '/v1/triage/{no}',
    operationId: 'getTriageCard',
    tags: tag('triage'),
    summary: 'What is needed to decide on one request, and what is suggested',
    security: needs('requests:read'),
    request: { params: OneRequest },
    responses: { 200: json(TriageCard, 'The card'), ...problems('not_found', 'invalid', ...signedIn) },
  },
  planReminders: {
    method: 'get',
    path: '/v1/reminders/plan',
    operationId: 'planReminders',
    tags: tag('triage'),
    summary: 'Whom a filter’s requests are with, and who has been reminded today',
    security: needs('requests:read'),
    request: { query: PlanRemindersQuery },
    responses: {
      200: json(ReminderPlan, 'The plan'),
      ...problems('filter_invalid', 'invalid', ...signedIn),
    },
  },
  remindUnit: {
    method: 'post',
    path: '/v1/reminders',
    operationId: 'remindUnit',
    tags: tag('triage'),
    summary: 'Remind one unit of all its requests at once; ordinary ones once a day and in office hours',
    security: needs('requests:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(RemindUnit) },
    responses: {
      200: json(RemindedUnit, 'Sent, or waiting for office hours'),
      ...problems('forbidden', 'not_found', 'already_reminded', 'filter_invalid', ...writing, ...signedIn),
    },
  },
} as const;
