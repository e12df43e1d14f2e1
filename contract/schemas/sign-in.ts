/** Device authorization, RFC 8628: the names of the fields are the RFC's own. */
import * as z from 'zod';
import { Instant } from './fields.ts';

const ClientId = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'The program that asks, such as district-console.' });

export const AskForCode = z
  .object({ client_id: ClientId, scope: z.string().max(200).optional() })
  .meta({ id: 'AskForCode' });

export const DeviceCode = z
  .object({
    device_code: z.string().meta({ description: 'Secret: the program asks with it whether it was let in.' }),
    user_code: z.string().meta({ description: 'Short, for a person to type: BCDF-GHJK.' }),
    verification_uri: z.string().meta({ description: 'Where the person types it.' }),
    verification_uri_complete: z
      .string()
      .meta({ description: 'The same with the code in it, for a QR code.' }),
    expires_in: z.number().int().meta({ description: 'Seconds.' }),
    interval: z.number().int().meta({ description: 'Seconds to wait between two asks.' }),
  })
  .meta({ id: 'DeviceCode' });

export const AskForToken = z
  .object({
    grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code'),
    device_code: z.string().min(1).max(200),
    client_id: ClientId,
  })
  .meta({ id: 'AskForToken' });

export const AccessToken = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.number().int().meta({ description: 'Seconds after which it ends when it is not used.' }),
  })
  .meta({ id: 'AccessToken' });

export const EndedSession = z.object({ endedAt: Instant }).meta({ id: 'EndedSession' });
