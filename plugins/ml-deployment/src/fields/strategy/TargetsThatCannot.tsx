import {
  StrategySupport,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import styles from './strategy.module.css';

interface Props {
  pairs: StrategySupport[];
}

/** Platforms that cannot carry a strategy out, each with its reason. */
export const TargetsThatCannot = ({ pairs }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  if (pairs.length === 0) return null;
  return (
    <Accordion>
      <AccordionTrigger title={t('strategy.whyNot', { count: pairs.length })} />
      <AccordionPanel>
        <ul className={styles.list}>
          {pairs.map(
            pair =>
              pair.support === 'none' && (
                <li key={pair.target}>
                  <Text variant="body-small" weight="bold">
                    {targetOf(pair.target).title}
                  </Text>{' '}
                  <MarkdownContent
                    className={styles.markdown}
                    content={pair.reason}
                  />
                  {pair.instead.length > 0 && (
                    <Text as="div" variant="body-small" color="secondary">
                      {t('strategy.instead', {
                        targets: pair.instead
                          .map(id => targetOf(id).title)
                          .join(', '),
                      })}
                    </Text>
                  )}
                </li>
              ),
          )}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
};
