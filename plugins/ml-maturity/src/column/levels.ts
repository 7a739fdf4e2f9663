import { createContext } from 'react';
import { ScorecardListItem } from '@airworthy/plugin-ml-maturity-common';

/** What the cells of the column show. */
export interface ListedLevels {
  byRef: ReadonlyMap<string, ScorecardListItem>;
  loading: boolean;
  error?: Error;
  /** The highest level of the rubric. */
  highest: number;
}

export const LevelsContext = createContext<ListedLevels>({
  byRef: new Map(),
  loading: true,
  highest: 2,
});
