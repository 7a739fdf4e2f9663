import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { mlMonitoringTranslationRef } from '../../translation';
import { formatFigure } from './formatFigure';
import styles from './figures.module.css';

interface Props {
  value: number | null | undefined;
  unit: string;
}

/** What is shown where nothing is known. */
export const Unknown = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return (
    <span className={styles.unknown} title={t('unknown')}>
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('unknown')}</VisuallyHidden>
    </span>
  );
};

/** A figure with its unit, or a dash that says that it is not known. */
export const FigureText = ({ value, unit }: Props) => {
  const text = formatFigure(value, unit);
  return text === undefined ? (
    <Unknown />
  ) : (
    <span className={styles.figure}>{text}</span>
  );
};
