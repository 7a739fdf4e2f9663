import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { messageOf } from '../answer/problems';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import styles from './remedies.module.css';

/** Why answering is not allowed, beside the buttons that it disables. */
export const MayNotAnswer = ({ id }: { id: string }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { capabilities, capabilitiesError } = useMaturity();
  if (capabilities?.attest) return null;
  if (!capabilities && !capabilitiesError) return null;
  return (
    <Text
      as="p"
      id={id}
      variant="body-small"
      color="secondary"
      className={styles.reason}
    >
      <RiLockLine className={styles.icon} aria-hidden />
      {capabilities
        ? t('remedy.mayNotAnswer')
        : t('remedy.unknownRights', { message: messageOf(capabilitiesError) })}
    </Text>
  );
};
