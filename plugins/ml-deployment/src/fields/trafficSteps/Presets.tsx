import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import { PRESETS } from './changeSteps';
import styles from './trafficSteps.module.css';

interface Props {
  steps: readonly number[];
  most: number;
  onChoose: (steps: number[]) => void;
  isDisabled?: boolean;
}

/** Steps to start from; the one that is in force is pressed. */
export const Presets = ({ steps, most, onChoose, isDisabled }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const presets = PRESETS.filter(preset => preset.steps.length <= most);
  const current = presets.find(
    preset => preset.steps.join() === steps.join(),
  )?.id;
  return (
    <ToggleButtonGroup
      aria-label={t('steps.preset')}
      selectionMode="single"
      selectedKeys={current ? [current] : []}
      isDisabled={isDisabled}
      onSelectionChange={keys => {
        const chosen = presets.find(({ id }) => keys.has(id));
        if (chosen) onChoose([...chosen.steps]);
      }}
      className={styles.presets}
    >
      {presets.map(preset => (
        <ToggleButton key={preset.id} id={preset.id}>
          {t('steps.presetLabel', {
            name: t(`steps.${preset.id}`),
            steps: preset.steps.join(', '),
          })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
