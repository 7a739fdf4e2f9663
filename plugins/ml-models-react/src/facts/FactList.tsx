import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './FactList.module.css';

/** One fact: what it is and what it says. @public */
export interface Fact {
  label: string;
  /** What is known; nothing at all reads as `unknown`. */
  value: ReactNode;
  /** Takes the room of two, for a long value. */
  wide?: boolean;
}

/** Properties of {@link FactList}. @public */
export interface FactListProps {
  facts: Fact[];
}

const isNothing = (value: ReactNode) =>
  value === undefined || value === null || value === '' || value === false;

/** Facts as a list of terms. @public */
export const FactList = ({ facts }: FactListProps) => (
  <dl className={styles.list}>
    {facts.map(({ label, value, wide }) => (
      <div key={label} className={styles.fact} data-wide={wide}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value} dir="auto">
          {isNothing(value) ? <Text color="secondary">unknown</Text> : value}
        </dd>
      </div>
    ))}
  </dl>
);
