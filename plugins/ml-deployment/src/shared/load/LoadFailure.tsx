import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlSharedTranslationRef } from '../translation';
import { messageOf } from './messageOf';

interface Props {
  title: string;
  error: Error;
  onRetry: () => void;
}

/** Something that could not be read, why, and a way to try again. */
export const LoadFailure = ({ title, error, onRetry }: Props) => {
  const { t } = useTranslationRef(mlSharedTranslationRef);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={messageOf(error)}
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  );
};
