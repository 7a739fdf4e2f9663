import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import {
  createFromTemplateRouteRef,
  registerRouteRef,
  searchRouteRef,
} from '../../routes';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import {
  ExplorerState,
  clearNarrowing,
  isNarrowed,
} from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import { EXAMPLES } from './examples';
import styles from './EmptyState.module.css';

interface Props {
  definition: ListDefinition;
  state: ExplorerState;
  change: ChangeState;
  totalItems: number;
}

const PastEnd = ({ state, change }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  return (
    <Flex direction="column" align="start" gap="3">
      <Text as="h2" variant="title-x-small">
        {t('empty.pastEnd', { page: String(state.page + 1) })}
      </Text>
      <Button variant="secondary" onPress={() => change({ page: 0 })}>
        {t('empty.firstPage')}
      </Button>
    </Flex>
  );
};

const NoMatch = ({ definition, state, change }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const searchLink = useRouteRef(searchRouteRef);
  const term = state.search.trim();
  return (
    <Flex direction="column" align="start" gap="3">
      <Text as="h2" variant="title-x-small">
        {t(`empty.noMatch.${definition.id}`)}
      </Text>
      {term && <Text color="secondary">{t('empty.noMatch.detail')}</Text>}
      <Flex gap="2" className={styles.actions}>
        <Button variant="primary" onPress={() => change(clearNarrowing(state))}>
          {t('empty.noMatch.clear')}
        </Button>
        {term && searchLink && (
          <ButtonLink
            variant="secondary"
            href={`${searchLink()}?${new URLSearchParams({ query: term })}`}
          >
            {t('empty.noMatch.searchPortal', { term })}
          </ButtonLink>
        )}
      </Flex>
    </Flex>
  );
};

const NothingYet = ({ definition }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const registerLink = useRouteRef(registerRouteRef);
  const createLink = useRouteRef(createFromTemplateRouteRef);
  return (
    <Flex direction="column" align="start" gap="3">
      <Text as="h2" variant="title-x-small">
        {t(`empty.none.${definition.id}`)}
      </Text>
      <Text color="secondary" className={styles.text}>
        {t(`empty.none.${definition.id}Detail`)}
      </Text>
      <pre className={styles.example} aria-label={t('empty.none.example')}>
        {EXAMPLES[definition.id]}
      </pre>
      <Flex gap="2" className={styles.actions}>
        {registerLink && (
          <ButtonLink variant="primary" href={registerLink()}>
            {t('empty.none.register')}
          </ButtonLink>
        )}
        {createLink && (
          <ButtonLink variant="secondary" href={createLink()}>
            {t('empty.none.create')}
          </ButtonLink>
        )}
      </Flex>
    </Flex>
  );
};

/** Why nothing is listed, and what to do about it. */
export const EmptyState = (props: Props) => {
  if (props.totalItems > 0) return <PastEnd {...props} />;
  return isNarrowed(props.state) ? (
    <NoMatch {...props} />
  ) : (
    <NothingYet {...props} />
  );
};
