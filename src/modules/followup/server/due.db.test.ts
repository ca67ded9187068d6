import { expect, test } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { addMonths, recurrences } from '../due.ts';

const db = useDatabase();

test('the database counts calendar months as the program does', async () => {
  const days = ['2023-01-31', '2023-02-28', '2024-02-29', '2024-01-30', '2023-12-15', '2023-11-30', '2024-08-31'];
  for (const period of recurrences) {
    const { rows } = await db.admin.query<{ later: string }>(
      'select later_by(d::date, $2)::text as later from unnest($1::text[]) with ordinality x(d, n) order by n',
      [days, period],
    );
    const months = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }[period];
    expect(rows.map(({ later }) => later)).toEqual(days.map((day) => addMonths(day, months)));
  }
});
