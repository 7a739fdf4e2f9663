import type { ChangeMarker } from '@airworthy/plugin-ml-monitoring-common';
import type {
  MonitoredDeployment,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import { answerFromLog } from './answerFromLog';
import type { QuestionTools } from './types';

const DAY = 86_400_000;

interface Beginning {
  variant: string | null;
  version: string;
  begins: string;
}

/**
 * When each version first answered as a variant. A version that answered in the
 * time before (as long as the window, at least a day) is not new; what the
 * log begins with is no change.
 */
export async function answerChanges(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: SourceQuestion,
): Promise<ChangeMarker[]> {
  const { window, variant, signal } = question;
  return answerFromLog(
    tools,
    { deployment, window, signal, key: ['changes', variant ?? null] },
    async ({ log, signal: inner }) => {
      if (!log.has('ts') || !log.has('model_version')) return [];
      const from = Date.parse(window.from);
      const before = Math.max(Date.parse(window.to) - from, DAY);
      const rows = log.rows({
        window: { from: new Date(from - before).toISOString(), to: window.to },
        variant,
        labels: false,
      });
      const found = await tools.engine.query<Beginning>(
        `SELECT ${log.has('variant') ? 'variant' : 'NULL'} AS variant,
           model_version AS version, min(ts) AS begins
         FROM ${rows.sql} AS log WHERE model_version IS NOT NULL
         GROUP BY ALL ORDER BY begins, variant, version`,
        rows.params,
        { signal: inner },
      );
      return found
        .slice(1)
        .filter(({ begins }) => Date.parse(begins) >= from)
        .map(({ variant: name, version, begins }) => ({
          at: begins,
          kind: 'version' as const,
          title: name ? `${name}: version ${version}` : `version ${version}`,
          variant: name ?? undefined,
          modelVersion: version,
        }));
    },
  );
}
