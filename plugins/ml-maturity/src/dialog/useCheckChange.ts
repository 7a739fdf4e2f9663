import { Loaded, useLoad } from '@airworthy/plugin-ml-models-react';
import { useState } from 'react';
import {
  CheckRecords,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { AnswerProblems, problemsOfError } from '../answer/problems';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { useMaturity } from '../tab/maturityContext';

/** Where the answers and waivers of a check are. */
export interface CheckAddress {
  entityRef: string;
  checkId: string;
  rubric: string;
}

/** What a dialog that changes a check works with. */
export interface CheckChange {
  address: CheckAddress;
  records: Loaded<CheckRecords>;
  problems: AnswerProblems;
  setProblems: (problems: AnswerProblems) => void;
  busy: boolean;
  /**
   * Makes a change, tells the reader that it is done and closes; what the
   * server refused becomes problems, unless it is dealt with here.
   */
  change: (
    make: () => Promise<unknown>,
    done: string,
    onRefusal?: (error: unknown) => Promise<boolean> | boolean,
  ) => Promise<void>;
}

/** Reads what is known about a check and changes it. */
export function useCheckChange(
  check: RubricCheck,
  onClose: () => void,
): CheckChange {
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const { entityRef, rubric, reload } = useMaturity();
  const address = { entityRef, checkId: check.id, rubric: rubric.metadata.id };
  const records = useLoad(check.id, signal =>
    api.getCheckRecords(address, { signal }),
  );
  const [problems, setProblems] = useState<AnswerProblems>({});
  const [busy, setBusy] = useState(false);

  const change: CheckChange['change'] = async (make, done, onRefusal) => {
    setBusy(true);
    setProblems({});
    try {
      await make();
      // What is behind the dialog must not be the old state when it closes.
      await reload();
      toasts.post({ title: done, status: 'success', timeout: 5_000 });
      onClose();
    } catch (error) {
      if (!(await onRefusal?.(error))) setProblems(problemsOfError(error));
    } finally {
      setBusy(false);
    }
  };

  return { address, records, problems, setProblems, busy, change };
}
