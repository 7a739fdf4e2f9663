import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';

interface Props {
  title: string;
  error: Error;
  /** Whether the page can go on without it. */
  partial?: boolean;
  onRetry: () => void;
}

/** Something that could not be read, why, and a way to try again. */
export const FailureNotice = ({ title, error, partial, onRetry }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  return (
    <Alert
      role="alert"
      status={partial ? 'warning' : 'danger'}
      icon
      title={title}
      description={error.message}
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          {t('explorer.retry')}
        </Button>
      }
    />
  );
};
