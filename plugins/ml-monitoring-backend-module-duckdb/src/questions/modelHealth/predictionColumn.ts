import type { MonitoringTask } from '@airworthy/plugin-ml-monitoring-common';
import type { LogColumn, OpenedBaseline, OpenedLog } from '../../log/types';
import type { Reference } from '../columns/types';

const NUMBER =
  /^(U?(TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER|FLOAT|REAL|DOUBLE|DECIMAL)/i;
const WHOLE = /^(U?(TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER)/i;

/** What drift of predictions is told of: the score where there is one, since it says more than the class. */
export function predictionColumn(
  log: OpenedLog,
  task: MonitoringTask,
): LogColumn | undefined {
  const name =
    task === 'classification' && log.has('score') ? 'score' : 'prediction';
  const duckType = log.typeOf(name);
  if (!duckType) return undefined;
  const number =
    NUMBER.test(duckType) && !(task === 'classification' && name !== 'score');
  return {
    name,
    sql: name,
    type: number ? 'numeric' : 'categorical',
    integer: WHOLE.test(duckType),
    duckType,
  };
}

/** The predictions of the baseline. */
export function predictionReference(
  baseline: OpenedBaseline | undefined,
  column: LogColumn,
  variant: string | undefined,
): Reference | undefined {
  const name = column.name as 'score' | 'prediction';
  const duckType = baseline?.log.typeOf(name);
  if (!baseline || !duckType) return undefined;
  const type =
    column.type === 'numeric' && !NUMBER.test(duckType)
      ? 'categorical'
      : column.type;
  return {
    baseline,
    variant: baseline.kind === 'table' ? undefined : variant,
    columns: new Map([[name, { ...column, type, duckType }]]),
  };
}
