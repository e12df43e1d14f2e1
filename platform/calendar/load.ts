import type { Database } from '../store/database.ts';
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts';

export async function loadCalendar(db: Database): Promise<WorkingCalendar> {
  const [days, years] = await Promise.all([
    db.selectFrom('calendar_days').selectAll().execute(),
    db.selectFrom('calendar_years').select('year').execute(),
  ]);
  return workingCalendar(
    days,
    years.map((row) => row.year),
  );
}
