import { useEffect, useRef, useState } from 'react';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { messageOf } from '../answer/problems';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { mlMaturityTranslationRef } from '../translation';

const POLL_MS = 1_000;

const wait = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, POLL_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Asks for a new evaluation of an entity and waits for it. */
export function useEvaluation(
  entityRef: string,
  onDone: () => void,
): { isRunning: boolean; start: () => void } {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const [isRunning, setRunning] = useState(false);
  const controller = useRef(new AbortController());

  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    return () => own.abort();
  }, [entityRef]);

  const start = async () => {
    const { signal } = controller.current;
    setRunning(true);
    try {
      let task = await api.evaluate({ entityRefs: [entityRef] }, { signal });
      while (task.state === 'queued' || task.state === 'running') {
        await wait(signal);
        if (signal.aborted) return;
        task = await api.getEvaluation(task.id, { signal });
      }
      if (task.state === 'failed') throw new Error(task.problem);
      onDone();
    } catch (error) {
      if (signal.aborted) return;
      toasts.post({
        title: t('evaluation.failed'),
        description: messageOf(error),
        status: 'danger',
      });
    } finally {
      if (!signal.aborted) setRunning(false);
    }
  };

  return { isRunning, start };
}
