import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Text } from '@backstage/ui';
import { useMlModel } from '../model/useMlModel';
import { CardMarkdown } from './CardMarkdown';
import { SECTIONS } from './sections';
import styles from './modelCard.module.css';

/** The model card, section by section; one that is not written is named. */
export const ModelCardContent = () => {
  const card = useMlModel().spec.modelCard ?? {};
  const missing = SECTIONS.filter(({ key }) => !card[key]?.trim());
  return (
    <Flex direction="column" gap="4">
      {missing.length > 0 && (
        <Alert
          status={missing.length === SECTIONS.length ? 'warning' : 'info'}
          icon
          title={
            missing.length === SECTIONS.length
              ? 'This model has no model card yet'
              : `${SECTIONS.length - missing.length} of ${
                  SECTIONS.length
                } sections are written`
          }
          description={`Missing: ${missing
            .map(({ title }) => title.toLocaleLowerCase('en-GB'))
            .join(', ')}. They go in spec.modelCard of the entity.`}
        />
      )}
      <EntityInfoCard title="Model card">
        <div className={styles.sections}>
          {SECTIONS.map(({ key, title }) => (
            <section
              key={key}
              className={styles.section}
              aria-labelledby={`model-card-${key}`}
            >
              <Text
                as="h4"
                variant="body-medium"
                weight="bold"
                id={`model-card-${key}`}
              >
                {title}
              </Text>
              {card[key]?.trim() ? (
                <CardMarkdown content={card[key]} />
              ) : (
                <Text as="p" color="secondary">
                  Not written yet.
                </Text>
              )}
            </section>
          ))}
        </div>
      </EntityInfoCard>
    </Flex>
  );
};
