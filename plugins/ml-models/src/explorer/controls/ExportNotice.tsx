import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';
import { ExportStatus } from '../csv/useCsvExport';

interface Props {
  status: ExportStatus;
  onCancel: () => void;
  onRetry: () => void;
}

const format = (count: number) => new Intl.NumberFormat().format(count);

/** How an export stands, with a way to stop it. */
export const ExportNotice = ({ status, onCancel, onRetry }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  switch (status.state) {
    case 'running':
      return (
        <Alert
          role="status"
          status="info"
          isPending
          title={
            status.total
              ? t('export.running', {
                  done: format(status.done),
                  total: format(status.total),
                })
              : t('export.starting')
          }
          customActions={
            <Button variant="secondary" size="small" onPress={onCancel}>
              {t('export.cancel')}
            </Button>
          }
        />
      );
    case 'cut':
      return (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('export.cut', {
            done: format(status.done),
            total: format(status.total),
          })}
          description={t('export.cutDetail')}
          customActions={
            <Button variant="secondary" size="small" onPress={onCancel}>
              {t('export.dismiss')}
            </Button>
          }
        />
      );
    case 'failed':
      return (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('export.failed')}
          description={status.error.message}
          customActions={
            <>
              <Button variant="tertiary" size="small" onPress={onCancel}>
                {t('export.dismiss')}
              </Button>
              <Button variant="secondary" size="small" onPress={onRetry}>
                {t('explorer.retry')}
              </Button>
            </>
          }
        />
      );
    default:
      return null;
  }
};
