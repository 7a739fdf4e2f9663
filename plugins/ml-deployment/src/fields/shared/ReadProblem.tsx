import { ResponseError, toError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';

interface Props {
  title: string;
  error: unknown;
  onRetry: () => void;
}

/** Something that could not be read, why, and a way to try again. */
export const ReadProblem = ({ title, error, onRetry }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={
        ResponseError.is(error)
          ? error.body.error.message
          : toError(error).message
      }
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  );
};
