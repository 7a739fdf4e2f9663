import { Fragment } from 'react';
import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import styles from './OverviewLayout.module.css';

const WARNINGS = [
  { applies: isOrphan, Warning: EntityOrphanWarning },
  { applies: hasRelationWarnings, Warning: EntityRelationWarning },
  { applies: hasCatalogProcessingErrors, Warning: EntityProcessingErrorsPanel },
];

type Card = EntityContentLayoutProps['cards'][number];

const Column = (props: { cards: Card[]; className: string }) =>
  props.cards.length > 0 ? (
    <div className={props.className}>
      {props.cards.map(({ element }, i) => (
        <Fragment key={element.key ?? i}>{element}</Fragment>
      ))}
    </div>
  ) : null;

/**
 * The catalog's layout, but where there is one column what matters most comes
 * before the facts at the side, for eyes and keyboard alike.
 */
export const OverviewLayout = ({ cards }: EntityContentLayoutProps) => {
  const info = cards.filter(({ type }) => type === 'info');
  const [first, ...others] = cards.filter(({ type }) => type !== 'info');
  return (
    <>
      {WARNINGS.map(({ applies, Warning }, i) => (
        <EntitySwitch key={i}>
          <EntitySwitch.Case if={applies}>
            <div className={styles.warning}>
              <Warning />
            </div>
          </EntitySwitch.Case>
        </EntitySwitch>
      ))}
      <div className={styles.layout} data-side={info.length > 0 || undefined}>
        <Column cards={first ? [first] : []} className={styles.first} />
        <Column cards={info} className={styles.info} />
        <Column cards={others} className={styles.others} />
      </div>
    </>
  );
};
