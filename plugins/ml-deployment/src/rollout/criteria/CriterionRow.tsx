import type {
  CriterionState,
  CriterionVerdict,
} from '@airworthy/plugin-ml-deployment-common';
import { formatNumber, formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import { CriterionStateLabel } from './CriterionStateLabel';
import { IntervalBar } from './IntervalBar';
import { ruleFigure, ruleText } from './ruleText';
import styles from './criteria.module.css';

const TONES: Record<CriterionState, 'good' | 'bad' | 'neutral'> = {
  met: 'good',
  broken: 'bad',
  open: 'neutral',
  'no-data': 'neutral',
};

const kindOf = ({ kind, rule }: CriterionVerdict) => {
  if (kind === 'check') return 'criteria.check';
  return 'action' in rule && rule.action === 'pause'
    ? 'criteria.pause'
    : 'criteria.stop';
};

const Measured = ({ criterion }: { criterion: CriterionVerdict }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { rule, value, interval, state } = criterion;
  if (value === null) {
    return <Text color="secondary">{t('criteria.noFigure')}</Text>;
  }
  return (
    <>
      <div className={styles.figures}>
        <Text variant="body-medium" weight="bold">
          {ruleFigure(rule, value)}
        </Text>
        <Text variant="body-small" color="secondary">
          {interval &&
            `${t('criteria.interval', {
              lower: ruleFigure(rule, interval.lower),
              upper: ruleFigure(rule, interval.upper),
            })}; `}
          {t('criteria.limit', { limit: ruleFigure(rule, rule.limit) })}
        </Text>
      </div>
      <IntervalBar
        value={value}
        interval={interval}
        limit={rule.limit}
        bad={rule.direction ?? 'above'}
        tone={TONES[state]}
      />
    </>
  );
};

/** A rule with the evidence for it. */
export const CriterionRow = ({
  criterion,
}: {
  criterion: CriterionVerdict;
}) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { rule, state, rows, needed, reason, method, interval, kind } =
    criterion;
  const level =
    interval && formatPercent(Number((interval.level * 100).toPrecision(4)));
  return (
    <tr>
      <th scope="row">
        <Text as="div" variant="body-medium">
          {ruleText(rule, t)}
        </Text>
        {rule.description && (
          <Text as="div" variant="body-small" color="secondary">
            {rule.description}
          </Text>
        )}
        <Text as="div" variant="body-small" color="secondary">
          {t(kindOf(criterion))}
        </Text>
      </th>
      <td>
        <CriterionStateLabel state={state} />
        {state === 'no-data' && (
          <Text as="div" variant="body-small" color="secondary">
            {reason}
          </Text>
        )}
      </td>
      <td>
        <Measured criterion={criterion} />
        {state !== 'no-data' && (
          <details className={styles.details}>
            <summary>{t('criteria.details')}</summary>
            <p>{reason}</p>
            {level && <p>{t('criteria.level', { level })}</p>}
            {method && <p>{method}</p>}
          </details>
        )}
      </td>
      <td>
        {rows ? (
          <>
            <div>
              {t('criteria.stable', { rows: formatNumber(rows.stable) })}
            </div>
            <div>
              {t('criteria.candidate', { rows: formatNumber(rows.candidate) })}
            </div>
          </>
        ) : (
          <Text color="secondary">{t('unknown')}</Text>
        )}
        {kind === 'check' && needed !== undefined && (
          <Text as="div" variant="body-small" color="secondary">
            {t('criteria.needed', { rows: formatNumber(needed) })}
          </Text>
        )}
      </td>
    </tr>
  );
};
