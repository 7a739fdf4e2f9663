import styles from '../campaigns.module.css';

interface Props {
  /** The field, where several stand side by side. */
  label?: string;
  text: string | undefined;
}

/** What is wrong with the field above. */
export const FieldProblem = ({ label, text }: Props) =>
  text ? (
    <span role="alert" className={styles.problem}>
      {label ? `${label}: ${text}` : text}
    </span>
  ) : null;
