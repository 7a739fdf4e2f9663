import type { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiArrowGoBackLine,
  RiCalendarLine,
  RiCheckLine,
  RiPauseLine,
  RiPlayLine,
  RiQuestionLine,
} from '@remixicon/react';
import { mlSharedTranslationRef } from '../../shared/translation';

const ICONS: Record<
  NonNullable<RolloutStanding['state']>,
  RemixiconComponentType
> = {
  planned: RiCalendarLine,
  progressing: RiPlayLine,
  paused: RiPauseLine,
  completed: RiCheckLine,
  'rolled-back': RiArrowGoBackLine,
};

/** The state of a rollout as sign and word. */
export const StateLabel = ({ state }: Pick<RolloutStanding, 'state'>) => {
  const { t } = useTranslationRef(mlSharedTranslationRef);
  const Icon = state ? ICONS[state] : RiQuestionLine;
  return (
    <Badge icon={<Icon aria-hidden />}>
      {t(state ? `state.${state}` : 'state.unknown')}
    </Badge>
  );
};
