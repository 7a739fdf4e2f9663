import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { StateMark } from '../status/StateMark';
import { CheckLink } from '../tab/CheckLink';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { MayNotAnswer } from './MayNotAnswer';
import { RemedyButtons } from './RemedyButtons';
import styles from './remedies.module.css';

const FEW = 5;

/** What to do next, the most worthwhile first. */
export const NextActions = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card } = useMaturity();
  const [all, setAll] = useState(false);
  const reasonId = useId();
  const { actions } = card;
  if (actions.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('action.none')}
      </Text>
    );
  }
  return (
    <div className={styles.root}>
      <MayNotAnswer id={reasonId} />
      <ol className={styles.actions}>
        {actions.slice(0, all ? undefined : FEW).map((action, i) => (
          <li key={action.checkId} className={styles.action}>
            <span className={styles.rank} aria-hidden>
              {i + 1}
            </span>
            <div className={styles.words}>
              <span className={styles.name}>
                <StateMark
                  state={action.status}
                  label={t(`state.${action.status}`)}
                />
                <CheckLink checkId={action.checkId}>{action.title}</CheckLink>
              </span>
              <Text as="p" variant="body-small" color="secondary">
                {t(`effort.${action.effort}`)} · {action.explanation}
              </Text>
              <div className={styles.buttons}>
                <RemedyButtons
                  title={action.title}
                  buttons={action.buttons}
                  reasonId={reasonId}
                />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {actions.length > FEW && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={all}
          onPress={() => setAll(!all)}
        >
          {all ? t('action.fewer') : t('action.all', { count: actions.length })}
        </Button>
      )}
    </div>
  );
};
