import { ExpiringItem } from '@airworthy/plugin-ml-maturity-common';
import { DateTime } from 'luxon';
import { ExpiryStore } from '../database/ExpiryStore';
import { PortfolioView } from './PortfolioService';
import { briefOf } from './briefOf';

/** Answers and waivers of a view's models that expire soon or expired lately. */
export async function expiringOf(
  view: PortfolioView,
  store: ExpiryStore,
  span: { days: number; pastDays: number },
  now: Date = new Date(),
): Promise<ExpiringItem[]> {
  const { rubric, checkIndex } = view.portfolio.compiled;
  const rows = new Map(view.rows.map(row => [row.entityRef, row]));
  const expiries = await store.between(
    rubric.metadata.id,
    DateTime.fromJSDate(now).minus({ days: span.pastDays }).toJSDate(),
    DateTime.fromJSDate(now).plus({ days: span.days }).toJSDate(),
  );
  return expiries.flatMap(expiry => {
    const row = rows.get(expiry.entityRef);
    const index = checkIndex.get(expiry.checkId);
    if (!row || index === undefined) return [];
    return [
      {
        ...expiry,
        ...briefOf(row),
        checkTitle: rubric.checks[index].title,
        expired: Date.parse(expiry.expiresAt) <= now.getTime(),
      },
    ];
  });
}
