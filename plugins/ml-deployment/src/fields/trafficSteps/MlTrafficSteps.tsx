import { useEffect } from 'react';
import { DEFAULT_STEPS } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { FieldFrame } from '../shared/FieldFrame';
import { fieldTexts } from '../shared/fieldTexts';
import { mlFieldsTranslationRef } from '../translation';
import { Presets } from './Presets';
import { StepChart } from './StepChart';
import { StepTable } from './StepTable';
import { addStep } from './changeSteps';
import { stepsSchema } from './schema';
import { MOST_STEPS } from './stepProblems';
import styles from './trafficSteps.module.css';

/** The shares of a new version, step by step, as picture and table. */
export const MlTrafficSteps = (props: typeof stepsSchema.TProps) => {
  const { onChange, uiSchema } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const {
    isDisabled,
    isInvalid: _,
    ...frame
  } = fieldTexts(props, {
    title: t('steps.title'),
    description: t('steps.description'),
  });
  const most = uiSchema?.['ui:options']?.max ?? MOST_STEPS;
  const steps = props.formData ?? [];
  const isEmpty = steps.length === 0;
  useEffect(() => {
    if (isEmpty) onChange([...DEFAULT_STEPS]);
    // The form hands in another function at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isEmpty]);

  return (
    <FieldFrame {...frame}>
      <Presets
        steps={steps}
        most={most}
        onChoose={onChange}
        isDisabled={isDisabled}
      />
      <StepChart steps={steps} />
      <StepTable steps={steps} onChange={onChange} isDisabled={isDisabled} />
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={isDisabled || steps.length >= most}
          onPress={() => onChange(addStep(steps))}
        >
          {t('steps.add')}
        </Button>
        {steps.length >= most && (
          <Text variant="body-small" color="secondary">
            {t('steps.most', { count: most })}
          </Text>
        )}
      </div>
    </FieldFrame>
  );
};
