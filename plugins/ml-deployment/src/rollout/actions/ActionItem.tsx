import type { ReviewAction } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Badge,
  ButtonLink,
  Text,
} from '@backstage/ui';
import { RiGitPullRequestLine, RiScalesLine } from '@remixicon/react';
import { mlRolloutTranslationRef } from '../translation';
import { DiffView } from './DiffView';
import styles from './actions.module.css';

interface Props {
  action: ReviewAction;
  /** The form that carries it out; undefined where there is none. */
  href: string | undefined;
}

const Change = ({
  change,
}: {
  change: NonNullable<ReviewAction['change']>;
}) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { diff, commands, notices } = change;
  return (
    <div className={styles.change}>
      {notices.length > 0 && (
        <div>
          <Text as="p" variant="body-small" color="secondary">
            {t('actions.notices')}
          </Text>
          <ul className={styles.notices}>
            {notices.map(notice => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </div>
      )}
      {commands.length > 0 && (
        <div>
          <Text as="p" variant="body-small" color="secondary">
            {t('actions.commands')}
          </Text>
          <pre className={styles.commands}>{commands.join('\n')}</pre>
        </div>
      )}
      {diff ? (
        <DiffView diff={diff} />
      ) : (
        <Text as="p" color="secondary">
          {t('actions.noChange')}
        </Text>
      )}
    </div>
  );
};

/** One thing that can be done with the rollout, with what it would change. */
export const ActionItem = ({ action, href }: Props) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { title, recommended, change, failure } = action;
  return (
    <li className={styles.action} data-recommended={recommended}>
      <div className={styles.head}>
        <div className={styles.name}>
          <Text as="h4" variant="body-large" weight="bold">
            {title}
          </Text>
          {recommended && (
            <Badge icon={<RiScalesLine aria-hidden />}>
              {t('actions.recommended')}
            </Badge>
          )}
        </div>
        {href && (
          <ButtonLink
            size="small"
            variant={recommended ? 'primary' : 'secondary'}
            iconStart={<RiGitPullRequestLine aria-hidden />}
            href={href}
            aria-label={t('actions.openOf', { action: title })}
          >
            {t('actions.open')}
          </ButtonLink>
        )}
      </div>
      {failure && (
        <Alert
          status="warning"
          icon
          title={t('actions.failed')}
          description={failure}
        />
      )}
      {change && (
        <Accordion defaultExpanded={recommended}>
          <AccordionTrigger
            title={t('actions.change')}
            subtitle={
              change.files.length > 0
                ? `${t('actions.files', {
                    count: change.files.length,
                  })}: ${change.files.join(', ')}`
                : t('actions.noChange')
            }
          />
          <AccordionPanel>
            <Change change={change} />
          </AccordionPanel>
        </Accordion>
      )}
    </li>
  );
};
