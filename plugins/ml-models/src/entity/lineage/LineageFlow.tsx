import { Entity } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { RelatedName } from '../related/RelatedName';
import { EntitiesByRef } from '../related/useEntitiesByRef';
import styles from './lineage.module.css';

interface LineageGroup {
  title: string;
  refs: string[];
  /** Not shown at all where it is empty. */
  optional?: boolean;
}

interface SideProps {
  title: string;
  groups: LineageGroup[];
  entities: EntitiesByRef;
}

const Side = ({ title, groups, entities }: SideProps) => (
  <section className={styles.side} aria-label={title}>
    {groups
      .filter(group => group.refs.length > 0 || !group.optional)
      .map(group => (
        <div key={group.title} className={styles.group}>
          <Text as="h4" variant="body-small" color="secondary">
            {group.title}
          </Text>
          {group.refs.length === 0 ? (
            <Text color="secondary">none</Text>
          ) : (
            <ul className={styles.list}>
              {group.refs.map(ref => (
                <li key={ref}>
                  <RelatedName entityRef={ref} entity={entities.get(ref)} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
  </section>
);

interface LineageFlowProps {
  entity: Entity;
  entities: EntitiesByRef;
  sources: LineageGroup[];
  uses: LineageGroup[];
}

/** The lineage of a model from left to right: made from, the model, used by. */
export const LineageFlow = (props: LineageFlowProps) => {
  const { entity, entities, sources, uses } = props;
  return (
    <div className={styles.flow}>
      <Side title="Made from" groups={sources} entities={entities} />
      <RiArrowRightLine className={styles.arrow} aria-hidden />
      <div className={styles.model} dir="auto">
        <Text variant="body-small" color="secondary">
          This model
        </Text>
        <Text weight="bold">
          {entity.metadata.title ?? entity.metadata.name}
        </Text>
      </div>
      <RiArrowRightLine className={styles.arrow} aria-hidden />
      <Side title="Used by" groups={uses} entities={entities} />
    </div>
  );
};
