import { MlThreshold } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { FieldFrame } from '../shared/FieldFrame';
import { fieldTexts } from '../shared/fieldTexts';
import { mlFieldsTranslationRef } from '../translation';
import { Proposals } from './Proposals';
import { ThresholdTable } from './ThresholdTable';
import { taskOf } from './proposals';
import { thresholdsSchema } from './schema';
import { MOST_THRESHOLDS } from './thresholdProblems';
import styles from './thresholds.module.css';

/** Limits of a deployment, with the usual ones of its task to start from. */
export const MlThresholds = (props: typeof thresholdsSchema.TProps) => {
  const { onChange, uiSchema, formContext } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const {
    isDisabled,
    isInvalid: _,
    ...frame
  } = fieldTexts(props, {
    title: t('thresholds.title'),
    description: t('thresholds.description'),
  });
  const thresholds: MlThreshold[] = props.formData ?? [];
  const task = taskOf(
    formContext?.formData,
    uiSchema?.['ui:options']?.taskFrom,
  );
  const isFull = thresholds.length >= MOST_THRESHOLDS;

  return (
    <FieldFrame {...frame}>
      {thresholds.length === 0 ? (
        <Text as="p" color="secondary">
          {t('thresholds.none')}
        </Text>
      ) : (
        <ThresholdTable
          thresholds={thresholds}
          onChange={onChange}
          isDisabled={isDisabled}
        />
      )}
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={isDisabled || isFull}
          onPress={() => onChange([...thresholds, { metric: '' }])}
        >
          {t('thresholds.add')}
        </Button>
        {isFull && (
          <Text variant="body-small" color="secondary">
            {t('thresholds.most', { count: MOST_THRESHOLDS })}
          </Text>
        )}
      </div>
      <Proposals
        task={task}
        listed={thresholds}
        onAdd={added => onChange([...thresholds, ...added])}
        isDisabled={isDisabled}
      />
    </FieldFrame>
  );
};
