import { Strategy, targetsFor } from '@airworthy/plugin-ml-deployment-common';
import { ExternalLink } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, ButtonLink, Text } from '@backstage/ui';
import { RiRocket2Line } from '@remixicon/react';
import { CodeText } from '../../shared/CodeText';
import { Panel } from '../../shared/panel/Panel';
import { mlSharedTranslationRef } from '../../shared/translation';
import {
  DEPLOY_TEMPLATES,
  DEPLOY_TEMPLATE_NAMES,
} from '../../templates/deployTemplates';
import { useTemplates } from '../../templates/useTemplates';
import { SupportList } from '../support/SupportList';
import { mlStrategiesTranslationRef } from '../translation';
import { PhaseFrames } from './PhaseFrames';
import { useWayBack } from './useWayBack';
import styles from './strategies.module.css';

const Points = ({ points }: { points: readonly string[] }) => (
  <ul className={styles.points}>
    {points.map(text => (
      <li key={text}>
        <CodeText text={text} />
      </li>
    ))}
  </ul>
);

const Plan = ({ strategy }: { strategy: Strategy }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const { hrefOf, loading } = useTemplates(DEPLOY_TEMPLATE_NAMES);
  const name = DEPLOY_TEMPLATES[strategy.type];
  if (!name) {
    return (
      <Text as="p" color="secondary">
        {t('strategies.byPlatform')}
      </Text>
    );
  }
  const href = hrefOf(name);
  if (!href) {
    return loading ? null : (
      <Text as="p" color="secondary">
        {shared('noTemplate', { name })}
      </Text>
    );
  }
  return (
    <ButtonLink
      href={href}
      iconStart={<RiRocket2Line aria-hidden />}
      className={styles.plan}
    >
      {t('strategies.use')}
    </ButtonLink>
  );
};

/** All that is known of a strategy. */
export const StrategyDetail = ({ strategy }: { strategy: Strategy }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const wayBack = useWayBack();
  const { title, summary, usersSee, fits, fitsNot, needs, cost, evidence } =
    strategy;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <Text as="h2" variant="title-medium" weight="bold">
            {title}
          </Text>
          <Text as="p" variant="body-large">
            {summary}
          </Text>
          <Text as="p" color="secondary">
            {t('strategies.usersSee')}: {usersSee}
          </Text>
        </div>
        <Plan strategy={strategy} />
      </header>
      <div className={styles.columns}>
        <Panel title={t('strategies.fits')}>
          <Points points={fits} />
        </Panel>
        <Panel title={t('strategies.fitsNot')}>
          <Points points={fitsNot} />
        </Panel>
      </div>
      <Panel title={t('strategies.phases')}>
        <PhaseFrames strategy={strategy} />
      </Panel>
      <div className={styles.columns}>
        <Panel title={t('strategies.needs')}>
          <ul className={styles.needs}>
            {needs.map(({ what, required }) => (
              <li key={what}>
                <Badge size="small">
                  {t(required ? 'strategies.required' : 'strategies.better')}
                </Badge>
                <span>{what}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('strategies.back')}>
          <Text as="p">{wayBack(strategy)}</Text>
          <dl className={styles.terms}>
            <dt>{t('strategies.cost')}</dt>
            <dd>{cost}</dd>
            <dt>{t('strategies.evidence')}</dt>
            <dd>{evidence}</dd>
          </dl>
        </Panel>
      </div>
      <Panel title={t('strategies.targets')}>
        <SupportList pairs={targetsFor(strategy.type)} />
      </Panel>
      <Panel title={t('strategies.sources')}>
        <ul className={styles.points}>
          {strategy.sources.map(({ title: name, url }) => (
            <li key={url}>
              <ExternalLink href={url}>{name}</ExternalLink>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
};
