import type { DriftTest } from '@airworthy/plugin-ml-monitoring-common';
import { DRIFT_TEST_TITLES } from '@airworthy/plugin-ml-monitoring-common';
import type { ComparedColumn } from './compareColumns';
import { EXACT_QUANTILE_ROWS } from './percentiles';
import { DISTINCT_ERROR, MOST_VALUES } from './types';

const NAMED = 5;

function named(columns: readonly ComparedColumn[]): string {
  const names = columns.slice(0, NAMED).map(({ column }) => column.name);
  const others = columns.length - names.length;
  return `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

/** What is not exact, and by how much. */
export function columnNotices(
  compared: readonly ComparedColumn[],
  asked: { test?: DriftTest; referenceRows: number },
): string[] {
  const notices: string[] = [];
  const binned = compared.filter(
    ({ current, column }) => current.cells && column.type === 'numeric',
  );
  if (binned.length > 0) {
    notices.push(
      `Distinct counts of columns with very many values are estimates, off by about ${DISTINCT_ERROR}: ${named(
        binned,
      )}.`,
    );
    if (asked.referenceRows > EXACT_QUANTILE_ROWS) {
      notices.push(
        `The baseline has more than ${EXACT_QUANTILE_ROWS} rows: its quantiles, which bins are told from, are estimates, off by less than half a percent of the rows. Figures are exact for these bins.`,
      );
    }
  }
  const capped = compared.filter(
    ({ current, reference }) =>
      current.rest > 0 || (reference?.counts?.rest ?? 0) > 0,
  );
  if (capped.length > 0) {
    notices.push(
      `Columns with more than ${MOST_VALUES} distinct values are not compared: ${named(
        capped,
      )}.`,
    );
  }
  const other = compared.filter(
    ({ tests }) => asked.test && tests[0] && tests[0].plan.test !== asked.test,
  );
  if (asked.test && other.length > 0) {
    notices.push(
      `${
        DRIFT_TEST_TITLES[asked.test]
      } does not fit every column; the rule set's own test is shown for ${named(
        other,
      )}.`,
    );
  }
  return notices;
}
