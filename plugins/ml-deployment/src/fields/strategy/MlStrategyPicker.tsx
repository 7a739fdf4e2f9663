import { useEffect } from 'react';
import {
  AdviceAnswers,
  StrategyType,
  TargetId,
  abilitiesOf,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { AdviceQuestions, AdviceRanking } from '../../advisor';
import { FieldFrame } from '../shared/FieldFrame';
import { fieldTexts } from '../shared/fieldTexts';
import { mlFieldsTranslationRef } from '../translation';
import { FixedStrategy } from './FixedStrategy';
import { TargetChoice } from './TargetChoice';
import { StrategyValue, strategySchema } from './schema';
import styles from './strategy.module.css';

/** A platform that is chosen says what it can do, unless that was answered. */
function withTarget(value: StrategyValue, target: TargetId): StrategyValue {
  const answers: AdviceAnswers = value.answers ?? {};
  return {
    ...value,
    target,
    answers:
      answers.platform === undefined
        ? { ...answers, platform: abilitiesOf(target) }
        : answers,
  };
}

/** A strategy and its platform, with live advice. */
export const MlStrategyPicker = (props: typeof strategySchema.TProps) => {
  const { onChange, uiSchema } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { isDisabled, isInvalid, ...frame } = fieldTexts(props, {
    title: t('strategy.title'),
    description: t('strategy.description'),
  });
  const value: StrategyValue = props.formData ?? {};
  const fixed = uiSchema?.['ui:options']?.strategy;
  const strategy: StrategyType | undefined = fixed ?? value.strategy;
  const answers: AdviceAnswers = value.answers ?? {};

  const isIncomplete =
    value.answers === undefined || value.strategy !== strategy;
  useEffect(() => {
    if (isIncomplete) onChange({ ...value, strategy, answers });
    // The value is that of the render in which it became incomplete.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isIncomplete]);

  return (
    <FieldFrame {...frame}>
      <div className={styles.sections}>
        <section className={styles.section}>
          <Text as="h3" variant="body-large" weight="bold">
            {t('strategy.situation')}
          </Text>
          <AdviceQuestions
            value={answers}
            onChange={changed => onChange({ ...value, answers: changed })}
            isDisabled={isDisabled}
          />
        </section>
        <section className={styles.section}>
          <Text as="h3" variant="body-large" weight="bold">
            {t('strategy.advice')}
          </Text>
          {fixed ? (
            <FixedStrategy strategy={fixed} answers={answers} />
          ) : (
            <AdviceRanking
              answers={answers}
              selected={strategy}
              onSelect={chosen => onChange({ ...value, strategy: chosen })}
              isDisabled={isDisabled}
            />
          )}
        </section>
        <TargetChoice
          strategy={strategy}
          target={value.target}
          onChange={target => onChange(withTarget(value, target))}
          isDisabled={isDisabled}
          isInvalid={isInvalid}
        />
      </div>
    </FieldFrame>
  );
};
