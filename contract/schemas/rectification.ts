import * as z from 'zod';
import { SettableLimit } from './fields.ts';

const limit = SettableLimit.meta({ description: 'Reckoned from the rating.' });

export const SetRectification = z.strictObject({ limit }).meta({ id: 'SetRectification' });
export const RectificationSetting = z
  .object({
    district: z.string(),
    limit,
    version: z.number().int().nonnegative().meta({ description: '0 while it is the preset.' }),
  })
  .meta({ id: 'RectificationSetting' });
