import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import styles from './verdict.module.css';

const SHOWN = 4;

/** Why a verdict is what it is, the most decisive first. */
export const Reasons = ({ reasons }: { reasons: readonly string[] }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const [all, setAll] = useState(false);
  const hidden = reasons.length - SHOWN;
  return (
    <>
      <ul className={styles.reasons} aria-label={t('verdict.reasons')}>
        {reasons.slice(0, all ? undefined : SHOWN).map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={all}
            onPress={() => setAll(!all)}
          >
            {all ? t('verdict.fewer') : t('verdict.more', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );
};
