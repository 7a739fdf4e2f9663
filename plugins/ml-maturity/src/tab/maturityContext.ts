import { createContext, useContext } from 'react';
import {
  Capabilities,
  CheckResult,
  Rubric,
  RubricCheck,
  ScorecardResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { ChangeTab } from './useTabState';
import { TabState } from './tabState';

/** What the parts of the tab share. */
export interface Maturity {
  entityRef: string;
  rubric: Rubric;
  card: ScorecardResponse;
  checks: ReadonlyMap<string, RubricCheck>;
  results: ReadonlyMap<string, CheckResult>;
  /** Undefined while it is asked, or where it could not be. */
  capabilities?: Capabilities;
  capabilitiesError?: Error;
  /** Templates of remediations that the catalog has and the reader may see. */
  templates: ReadonlySet<string>;
  state: TabState;
  change: ChangeTab;
  /** Reads the scorecard again after a change; settles when it is there. */
  reload: () => Promise<void>;
  /** Opens the answer of a check. */
  onAnswer: (checkId: string) => void;
  /** Opens the waiver of a check. */
  onWaive: (checkId: string) => void;
}

export const MaturityContext = createContext<Maturity | undefined>(undefined);

/** What the parts of the tab share. */
export function useMaturity(): Maturity {
  const maturity = useContext(MaturityContext);
  if (!maturity) throw new Error('Not inside the maturity of an entity');
  return maturity;
}
