import type { Reader } from '../store/database.ts';
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts';

export async function loadCalendar(db: Reader): Promise<WorkingCalendar> {
  const days = await db.selectFrom('calendar_days').selectAll().execute();
  const years = await db.selectFrom('calendar_years').select(['year', 'paper']).execute();
  return workingCalendar(days, years);
}
