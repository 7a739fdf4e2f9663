import { Loaded } from '@airworthy/plugin-ml-models-react';
import { ReactNode } from 'react';
import { CheckRecords } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  Flex,
  Skeleton,
} from '@backstage/ui';
import { messageOf } from '../answer/problems';
import { mlMaturityTranslationRef } from '../translation';
import styles from './dialog.module.css';

interface Props {
  title: string;
  /** What is said where the records cannot be read. */
  unreadTitle: string;
  records: Loaded<CheckRecords>;
  width: number;
  /** Room for the content while it is read. */
  height: number;
  children: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
}

/** A dialog about the answers and waivers of one check. */
export const CheckDialog = (props: Props) => {
  const { title, unreadTitle, records, width, height, children } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <Dialog
      isOpen
      // A click beside the dialog must not lose what was written.
      isDismissable={false}
      onOpenChange={open => !open && props.onClose()}
      width={width}
      className={styles.dialog}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {records.error && (
            <Alert
              status="danger"
              icon
              title={unreadTitle}
              description={messageOf(records.error)}
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={records.reload}
                >
                  {t('retry')}
                </Button>
              }
            />
          )}
          {!records.value && records.loading && <Skeleton height={height} />}
          {children}
        </Flex>
      </DialogBody>
      {props.footer}
    </Dialog>
  );
};
