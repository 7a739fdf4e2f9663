import { RiErrorWarningLine } from '@remixicon/react';
import styles from './dialog.module.css';

interface Props {
  /** The field, where several stand side by side. */
  label?: string;
  text: string | undefined;
}

/** What is wrong with the field above; nothing where nothing is. */
export const Problem = ({ label, text }: Props) =>
  text ? (
    <span className={styles.problem} role="alert">
      <RiErrorWarningLine aria-hidden className={styles.problemIcon} />
      {label ? `${label}: ${text}` : text}
    </span>
  ) : null;
