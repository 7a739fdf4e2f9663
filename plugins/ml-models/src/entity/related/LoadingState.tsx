import { ReactNode } from 'react';
import { Alert, Button, Flex, Skeleton } from '@backstage/ui';
import { EntitiesByRef } from './useEntitiesByRef';

interface LoadingStateProps {
  entities: EntitiesByRef;
  /** What could not be read, should that be so. */
  what: string;
  children: ReactNode;
}

/** Shows what waits for related entities: loading, failed with a way on, or there. */
export const LoadingState = ({
  entities,
  what,
  children,
}: LoadingStateProps) => {
  if (entities.error) {
    return (
      <Alert
        status="danger"
        icon
        title={`Could not read ${what}`}
        description={entities.error.message}
        customActions={
          <Button size="small" variant="secondary" onPress={entities.retry}>
            Try again
          </Button>
        }
      />
    );
  }
  if (entities.loading) {
    return (
      <Flex direction="column" gap="2" role="status" aria-label="Loading">
        <Skeleton height={16} width="60%" />
        <Skeleton height={16} width="80%" />
        <Skeleton height={16} width="40%" />
      </Flex>
    );
  }
  return <>{children}</>;
};
