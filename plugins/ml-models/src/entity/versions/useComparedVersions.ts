import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';

/** The two versions that are compared, and how to choose others. */
export interface ComparedVersions {
  before?: MlModelVersion;
  after?: MlModelVersion;
  /** Versions that the address names and the model does not list. */
  unknown: string[];
  choose: (which: 'before' | 'after', version: string) => void;
  swap: () => void;
}

/**
 * The two versions that are compared. They live in the address, so that a
 * comparison can be sent to others; without any it is the newest with the one
 * before it.
 *
 * @param versions - newest first
 */
export function useComparedVersions(
  versions: readonly MlModelVersion[],
): ComparedVersions {
  const [params, setParams] = useAppSearchParams();
  const names = {
    before: params.get('before') ?? versions[1]?.version,
    after: params.get('after') ?? versions[0]?.version,
  };
  const find = (name: string | undefined) =>
    versions.find(v => v.version === name);
  const write = (next: Record<string, string | undefined>) =>
    setParams(
      previous => {
        const merged = new URLSearchParams(previous);
        for (const [key, value] of Object.entries(next)) {
          if (value !== undefined) merged.set(key, value);
        }
        return merged;
      },
      { replace: true },
    );
  return {
    before: find(names.before),
    after: find(names.after),
    unknown: [names.before, names.after].filter(
      (name): name is string => name !== undefined && !find(name),
    ),
    choose: (which, version) => write({ ...names, [which]: version }),
    swap: () => write({ before: names.after, after: names.before }),
  };
}
