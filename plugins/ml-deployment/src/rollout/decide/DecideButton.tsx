import { useId, useState } from 'react';
import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiEdit2Line, RiLockLine } from '@remixicon/react';
import { mlRolloutTranslationRef } from '../translation';
import { DecideDialog } from './DecideDialog';
import styles from './decide.module.css';

interface Props {
  review: RolloutReview;
  onReload: () => Promise<void>;
  onDone: () => void;
}

/** Opens the dialog that records a decision, or says why there is none. */
export const DecideButton = (props: Props) => {
  const { review } = props;
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const [open, setOpen] = useState(false);
  const reasonId = useId();
  const mayNot = !review.may.decide;
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiEdit2Line aria-hidden />}
        isDisabled={mayNot}
        aria-describedby={mayNot ? reasonId : undefined}
        onPress={() => setOpen(true)}
      >
        {t(review.verdict ? 'decide.button' : 'decide.buttonRehearsal')}
      </Button>
      {mayNot && (
        <Text
          as="p"
          id={reasonId}
          variant="body-small"
          color="secondary"
          className={styles.reason}
        >
          <RiLockLine className={styles.icon} aria-hidden />
          {t('decide.mayNot')}
        </Text>
      )}
      {open && <DecideDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
