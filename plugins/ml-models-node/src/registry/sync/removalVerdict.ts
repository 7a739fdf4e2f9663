import { RegistryRemovalConfig } from '../config/types';

/** What a sweep found, in models. */
export interface SweepResult {
  /** Listed by the registry. */
  seen: number;
  /** In the catalog before. */
  known: number;
  /** In the catalog but not listed. */
  missing: number;
  /** Entries of the list that do not even say which model they are. */
  nameless: number;
}

/** Why a sweep must not lead to removals; undefined where it may. */
export function whyNotRemove(
  { seen, known, missing, nameless }: SweepResult,
  config: RegistryRemovalConfig,
): string | undefined {
  if (missing === 0) return undefined;
  if (nameless > 0) {
    return `${nameless} entries of its list could not be read, so that it is not known which models are gone`;
  }
  if (seen === 0 && config.rejectEmptySourceCollections) {
    return `it lists no models while the catalog holds ${known} of it (removal.rejectEmptySourceCollections)`;
  }
  const percentage = (missing / known) * 100;
  const most = config.rejectRemovalsAbovePercentage;
  if (percentage > most) {
    return `it does not list ${missing} of the ${known} models that the catalog holds of it, which is more than ${most} % (removal.rejectRemovalsAbovePercentage)`;
  }
  return undefined;
}
