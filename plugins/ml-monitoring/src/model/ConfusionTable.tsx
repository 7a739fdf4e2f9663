import type { ConfusionMatrix } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { download, toCsv } from '@airworthy/plugin-ml-models-react';
import { formatKnown } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './model.module.css';

interface Props {
  confusion: ConfusionMatrix;
  /** What the rows of the matrix are, and its columns. */
  down: string;
  across: string;
  fileName: string;
}

/** More classes than these are those with most rows. */
const MOST_CLASSES = 20;

/** Rows by two things, each cell with its share of the line; the fuller, the darker. */
export const ConfusionTable = ({
  confusion,
  down,
  across,
  fileName,
}: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { classes, counts } = confusion;
  const sums = counts.map(row => row.reduce((sum, count) => sum + count, 0));
  const shown = classes
    .map((_, i) => i)
    .sort((a, b) => sums[b] - sums[a])
    .slice(0, MOST_CLASSES)
    .sort((a, b) => a - b);
  const text = () =>
    toCsv(
      [
        { head: down, value: ([i]: number[]) => classes[i] },
        { head: across, value: ([, j]: number[]) => classes[j] },
        { head: 'rows', value: ([i, j]: number[]) => counts[i][j] },
      ],
      classes.flatMap((_, i) => classes.map((__, j) => [i, j])),
    );
  return (
    <div className={styles.matrixFrame}>
      <table className={styles.matrix}>
        <caption className={styles.matrixCaption}>
          {t('model.matrixCaption', { down, across })}
        </caption>
        <thead>
          <tr>
            <td />
            {shown.map(j => (
              <th key={j} scope="col">
                <bdi title={classes[j]}>{classes[j]}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(i => (
            <tr key={i}>
              <th scope="row">
                <bdi title={classes[i]}>{classes[i]}</bdi>
              </th>
              {shown.map(j => {
                const share = sums[i] > 0 ? counts[i][j] / sums[i] : 0;
                return (
                  <td
                    key={j}
                    data-same={i === j || undefined}
                    style={{ '--share': share } as React.CSSProperties}
                  >
                    {counts[i][j].toLocaleString('en-GB')}
                    <span>{formatKnown(share, 'ratio')}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {classes.length > shown.length && (
        <Text as="p" variant="body-small" color="secondary">
          {t('model.matrixCut', {
            shown: String(shown.length),
            all: String(classes.length),
          })}
        </Text>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine aria-hidden />}
        onPress={() => download(text(), `${fileName}.csv`)}
      >
        {t('csv')}
      </Button>
    </div>
  );
};
