import type { MlBaseline } from '@airworthy/plugin-ml-models-common';
import {
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import type { OpenedBaseline, OpenedLog } from '../log/types';
import type { QuestionTools } from './types';

/** What an answer is computed from. */
export interface OpenedQuestion {
  log: OpenedLog;
  /** Where a baseline was asked for. */
  baseline?: OpenedBaseline;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/**
 * Opens the log (and baseline), and computes an answer that is kept and shared.
 * Where files were replaced while they were read, it is computed once more from
 * the new ones.
 */
export async function answerFromLog<T extends object>(
  tools: QuestionTools,
  question: {
    deployment: MonitoredDeployment;
    window: TimeWindow;
    baseline?: MlBaseline;
    signal: AbortSignal;
    /** What the answer depends on besides: plain JSON, with the name of the question. */
    key: unknown;
  },
  compute: (opened: OpenedQuestion) => Promise<T>,
): Promise<T> {
  const { deployment, window, signal } = question;
  const open = async () => {
    const log = await tools.logs.open(deployment, { signal });
    const baseline =
      question.baseline &&
      (await tools.logs.openBaseline(deployment, question.baseline, window, {
        signal,
      }));
    return { log, baseline };
  };
  const versionOf = (opened: Awaited<ReturnType<typeof open>>) =>
    `${opened.log.version} ${opened.baseline?.log.version}`;
  const answer = (opened: Awaited<ReturnType<typeof open>>) =>
    tools.cache.answer(
      {
        log: opened.log.version,
        baseline: opened.baseline?.log.version,
        question: [question.key, window, question.baseline ?? null],
      },
      inner => compute({ ...opened, signal: inner }),
      signal,
    );
  const opened = await open();
  try {
    return await answer(opened);
  } catch (error) {
    const broken =
      error instanceof MonitoringSourceError && error.kind === 'invalid-data';
    if (!broken) throw error;
    const again = await open();
    if (versionOf(again) === versionOf(opened)) throw error;
    return answer(again);
  }
}
