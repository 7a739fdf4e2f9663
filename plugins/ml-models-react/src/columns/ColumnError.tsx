import { RiErrorWarningLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlModelsReactTranslationRef } from '../translation';
import styles from './ColumnError.module.css';

interface Props {
  title: string;
  error: Error;
}

/** A contributed column that failed, in its own cell. */
export const ColumnError = ({ title, error }: Props) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const text = t('column.failed', { title, message: error.message });
  return (
    <span className={styles.error} title={text}>
      <RiErrorWarningLine aria-hidden className={styles.icon} />
      <span className={styles.text}>{text}</span>
    </span>
  );
};
