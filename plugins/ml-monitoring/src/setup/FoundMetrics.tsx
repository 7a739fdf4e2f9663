import { Discovery } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlSetupTranslationRef } from './translation';
import styles from './setup.module.css';

interface Props {
  metrics: NonNullable<Discovery['metrics']>;
  location: string;
}

/** The metrics of a server that look like the deployment's. */
export const FoundMetrics = ({ metrics, location }: Props) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t('found.metrics', { location })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('found.metric')}</th>
            <th scope="col">{t('found.help')}</th>
            <th scope="col">{t('found.series')}</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(metric => (
            <tr key={metric.name}>
              <th scope="row">
                <code>{metric.name}</code>
              </th>
              <td>{metric.help ?? '–'}</td>
              <td className={styles.number}>{metric.series}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
