import * as z from 'zod';
import {
  AcknowledgeItem,
  DutyLog,
  DutyLogQuery,
  DutyStatus,
  HandedOver,
  HandOver,
  HandoverItem,
  StartDuty,
  StartedDuty,
} from '../schemas/duty.ts';
import { body, DryRunQuery, json, needs, problems, signedIn, tag, WriteHeaders, writing } from './parts.ts';

export const DUTY_ROUTES = {
  getDuty: {
    method: 'get',
    path: '/v1/duty',
    operationId: 'getDuty',
    tags: tag('duty'),
    summary: 'Who is on duty, and what was handed over and not yet acknowledged',
    security: needs('requests:read'),
    responses: { 200: json(DutyStatus, 'Duty in one’s area'), ...problems(...signedIn) },
  },
  startDuty: {
    method: 'post',
    path: '/v1/duty/shifts',
    operationId: 'startDuty',
    tags: tag('duty'),
    summary: 'Begin one’s shift; several people may be on duty at a time, each once',
    security: needs('requests:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(StartDuty) },
    responses: {
      201: json(StartedDuty, 'On duty'),
      ...problems('forbidden', 'already_on_duty', ...writing, ...signedIn),
    },
  },
  handOver: {
    method: 'post',
    path: '/v1/duty/handover',
    operationId: 'handOver',
    tags: tag('duty'),
    summary: 'End one’s shift and leave what is open to the next; one’s claims end with it',
    security: needs('requests:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(HandOver) },
    responses: {
      200: json(HandedOver, 'Handed over'),
      ...problems('forbidden', 'not_found', 'not_on_duty', ...writing, ...signedIn),
    },
  },
  acknowledgeItem: {
    method: 'put',
    path: '/v1/duty/items/{handoverItem}/acknowledgement',
    operationId: 'acknowledgeItem',
    tags: tag('duty'),
    summary: 'Strike one thing handed over off the list; whoever was first stays on it',
    security: needs('requests:write'),
    request: {
      params: z.object({ handoverItem: z.uuid() }),
      query: DryRunQuery,
      headers: WriteHeaders,
      body: body(AcknowledgeItem),
    },
    responses: {
      200: json(HandoverItem, 'Acknowledged'),
      ...problems(
        'forbidden',
        'not_found',
        'not_on_duty',
        'already_claimed',
        'transition_closed',
        ...writing,
        ...signedIn,
      ),
    },
  },
  getDutyLog: {
    method: 'get',
    path: '/v1/duty/log',
    operationId: 'getDutyLog',
    tags: tag('duty'),
    summary: 'What those on duty did on a shift, or on all shifts of a time',
    security: needs('requests:read'),
    request: { query: DutyLogQuery },
    responses: {
      200: json(DutyLog, 'A page'),
      ...problems('forbidden', 'not_found', 'cursor_invalid', 'invalid', ...signedIn),
    },
  },
} as const;
