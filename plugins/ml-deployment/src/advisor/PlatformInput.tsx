import {
  PLATFORM_ABILITIES,
  PlatformAbility,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { questionText } from './questions';
import { mlAdvisorTranslationRef } from './translation';
import styles from './AdviceQuestions.module.css';

interface Props {
  value: PlatformAbility[] | undefined;
  onChange: (answer: PlatformAbility[] | undefined) => void;
  isDisabled?: boolean;
}

const NOTHING = 'nothing';

function ticked(value: PlatformAbility[] | undefined): string[] {
  if (!value) return [];
  return value.length ? value : [NOTHING];
}

/** What the platform can do: ticking nothing and ticking none of these are two answers. */
export const PlatformInput = ({ value, onChange, isDisabled }: Props) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const before = ticked(value);
  const change = (now: string[]) => {
    if (now.includes(NOTHING) && !before.includes(NOTHING)) {
      onChange([]);
      return;
    }
    const abilities = PLATFORM_ABILITIES.filter(a => now.includes(a));
    onChange(abilities.length ? abilities : undefined);
  };
  return (
    <CheckboxGroup
      className={styles.wide}
      label={questionText('platform')}
      description={t('platformHint')}
      value={before}
      onChange={change}
      isDisabled={isDisabled}
    >
      <div className={styles.abilities}>
        {PLATFORM_ABILITIES.map(ability => (
          <Checkbox key={ability} value={ability}>
            {t(`answer.platform.${ability}`)}
          </Checkbox>
        ))}
        <Checkbox value={NOTHING}>{t('nothing')}</Checkbox>
      </div>
    </CheckboxGroup>
  );
};
