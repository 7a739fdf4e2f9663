import type { VerdictDecision } from '@airworthy/plugin-ml-deployment-common';
import {
  RemixiconComponentType,
  RiArrowGoBackLine,
  RiArrowUpCircleFill,
  RiPauseCircleFill,
} from '@remixicon/react';

/** The sign of a decision; its word always stands beside it. */
export const VERDICT_ICONS: Record<VerdictDecision, RemixiconComponentType> = {
  promote: RiArrowUpCircleFill,
  hold: RiPauseCircleFill,
  'roll-back': RiArrowGoBackLine,
};
