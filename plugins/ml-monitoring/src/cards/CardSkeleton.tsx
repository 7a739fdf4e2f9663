import { Flex, Skeleton } from '@backstage/ui';

/** The shape of a card that is being read. */
export const CardSkeleton = ({ label }: { label: string }) => (
  <Flex direction="column" gap="2" role="status" aria-label={label}>
    <Skeleton height={24} width="40%" />
    <Skeleton height={20} />
    <Skeleton height={20} />
  </Flex>
);
