import {
  Rubric,
  WhatIfCause,
  WhatIfChange,
  WhatIfMove,
  WhatIfResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiArrowRightDownLine, RiArrowRightUpLine } from '@remixicon/react';
import { formatShare } from '../../../format/percent';
import { ModelLink } from '../../panel/ModelLink';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import attentionStyles from '../../organisation/attention/attention.module.css';
import styles from '../rubric.module.css';

const MOST_CHECKS = 4;

interface Props {
  result: Extract<WhatIfResponse, { valid: true }>;
  rubric: Rubric;
}

const shown = (value: number | null) => (value === null ? '–' : String(value));

const texts = ({ before, after }: WhatIfChange<number>) => ({
  before: String(before),
  after: String(after),
});

/** By how much a model rises or falls; a level is more than any score. */
function rise(move: WhatIfMove): number {
  const levels = (move.levelAfter ?? -1) - (move.levelBefore ?? -1);
  return levels || (move.scoreAfter ?? 0) - (move.scoreBefore ?? 0);
}

/** The models whose level or score would be another one. */
export const WhatIfMoves = ({ result, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { moves } = result;
  const titleOf = (id: string) =>
    rubric.checks.find(check => check.id === id)?.title ??
    result.checks.find(check => check.checkId === id)?.title ??
    id;
  const textOf = ({ checkId, weight, level }: WhatIfCause) => {
    const changes = [
      weight && t('whatIf.weightChange', texts(weight)),
      level && t('whatIf.levelChange', texts(level)),
    ].filter(Boolean);
    const title = titleOf(checkId);
    return changes.length ? `${title} (${changes.join(', ')})` : title;
  };
  if (moves.length === 0) {
    return <Text as="p">{t('whatIf.noMoves')}</Text>;
  }
  return (
    <div className={panelStyles.scroll}>
      <table className={panelStyles.table}>
        <caption className={styles.caption}>{t('whatIf.moves')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.model')}</th>
            <th scope="col">{t('whatIf.level')}</th>
            <th scope="col">{t('heatmap.score')}</th>
            <th scope="col">{t('whatIf.because')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(move => {
            const by = rise(move);
            const Icon = by < 0 ? RiArrowRightDownLine : RiArrowRightUpLine;
            return (
              <tr key={move.entityRef}>
                <th scope="row">
                  <span className={styles.move}>
                    <Icon
                      className={attentionStyles.icon}
                      data-rises={by >= 0}
                      role="img"
                      aria-label={t(by < 0 ? 'whatIf.falls' : 'whatIf.rises')}
                    />
                    <ModelLink model={move} />
                  </span>
                </th>
                <td className={panelStyles.nowrap}>
                  {shown(move.levelBefore)} → {shown(move.levelAfter)}
                </td>
                <td className={panelStyles.nowrap}>
                  {formatShare(move.scoreBefore)} →{' '}
                  {formatShare(move.scoreAfter)}
                </td>
                <td>
                  {move.causes.slice(0, MOST_CHECKS).map(textOf).join(', ')}
                  {move.causes.length > MOST_CHECKS &&
                    ` +${move.causes.length - MOST_CHECKS}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {moves.length >= 500 && (
        <Text variant="body-small" color="secondary">
          {t('whatIf.cut', { shown: String(moves.length) })}
        </Text>
      )}
    </div>
  );
};
