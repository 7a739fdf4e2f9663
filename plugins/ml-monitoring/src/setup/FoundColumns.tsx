import { FoundColumn } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlSetupTranslationRef } from './translation';
import styles from './setup.module.css';

const SHARE = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  maximumFractionDigits: 1,
});

interface Props {
  columns: readonly FoundColumn[];
  location: string;
}

/** The columns of a log, and what each is taken for. */
export const FoundColumns = ({ columns, location }: Props) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const withExamples = columns.some(({ examples }) => examples?.length);
  const withMissing = columns.some(
    ({ missingShare }) => missingShare !== undefined,
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t('found.columns', { location })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('found.column')}</th>
            <th scope="col">{t('found.role')}</th>
            <th scope="col">{t('found.type')}</th>
            {withMissing && <th scope="col">{t('found.missing')}</th>}
            {withExamples && <th scope="col">{t('found.examples')}</th>}
          </tr>
        </thead>
        <tbody>
          {columns.map(column => (
            <tr key={column.name}>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td>{column.role ?? t('found.unused')}</td>
              <td>{column.type}</td>
              {withMissing && (
                <td className={styles.number}>
                  {column.missingShare === undefined
                    ? '–'
                    : SHARE.format(column.missingShare)}
                </td>
              )}
              {withExamples && (
                <td className={styles.examples}>
                  {column.examples?.join(', ')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
