import { FactReading } from '@airworthy/plugin-ml-maturity-common';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { JsonValue } from '@backstage/types';
import { formatDistance } from '../format/time';
import { mlMaturityTranslationRef } from '../translation';
import styles from './checks.module.css';

function show(value: JsonValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value);
  if (Array.isArray(value)) return value.map(show).join(', ') || 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a rule read, and how old it is. */
export const FactTable = ({ facts }: { facts: readonly FactReading[] }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  if (facts.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('check.noFacts')}
      </Text>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.facts}>
        <thead>
          <tr>
            <th scope="col">{t('fact.name')}</th>
            <th scope="col">{t('fact.value')}</th>
            <th scope="col">{t('fact.age')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(fact => (
            <tr key={fact.path}>
              <th scope="row">
                {fact.title ? (
                  <span title={fact.path}>{fact.title}</span>
                ) : (
                  <code>{fact.path}</code>
                )}
              </th>
              <td>
                <bdi>{show(fact.value)}</bdi>
              </td>
              <td>{formatDistance(fact.collectedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
