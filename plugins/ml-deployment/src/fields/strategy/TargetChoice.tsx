import {
  StrategyType,
  TargetId,
  strategyOf,
  supportFor,
  targetOf,
  targetsFor,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import { TargetDetails } from './TargetDetails';
import { TargetsThatCannot } from './TargetsThatCannot';
import styles from './strategy.module.css';

interface Props {
  strategy: StrategyType | undefined;
  target: TargetId | undefined;
  onChange: (target: TargetId) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
}

/** The platforms that can carry a strategy out, and why the others cannot. */
export const TargetChoice = (props: Props) => {
  const { strategy, target, onChange, isDisabled, isInvalid } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  if (!strategy) {
    return (
      <Select
        label={t('strategy.platform')}
        description={t('strategy.platformFirst')}
        placeholder={t('strategy.choosePlatform')}
        options={[]}
        isDisabled
      />
    );
  }
  const pairs = targetsFor(strategy);
  const support = target && supportFor(strategy, target);
  const can = support && support.support !== 'none';
  return (
    <div className={styles.section}>
      <Select
        label={t('strategy.platform')}
        description={t('strategy.platformDescription')}
        placeholder={t('strategy.choosePlatform')}
        options={pairs
          .filter(pair => pair.support !== 'none')
          .map(pair => ({
            id: pair.target,
            label: targetOf(pair.target).title,
            description:
              pair.support === 'beneath' ? t('strategy.beneath') : undefined,
          }))}
        value={can ? target : null}
        onChange={key => key && onChange(key as TargetId)}
        isDisabled={isDisabled}
        validationBehavior="aria"
        isInvalid={isInvalid && !can}
      />
      {support && !can && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('strategy.reset', {
            target: targetOf(target).title,
            strategy: strategyOf(strategy).title,
          })}
          description={support.reason}
        />
      )}
      {can && <TargetDetails support={support} />}
      <TargetsThatCannot
        pairs={pairs.filter(pair => pair.support === 'none')}
      />
    </div>
  );
};
