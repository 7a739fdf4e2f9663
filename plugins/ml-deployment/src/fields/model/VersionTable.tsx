import { useId } from 'react';
import {
  MlModelVersion,
  ReadableMlDeployment,
  ReadableMlModel,
  primaryMetric,
} from '@airworthy/plugin-ml-models-common';
import {
  formatDate,
  formatMetricValue,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Radio, RadioGroup, Text } from '@backstage/ui';
import { labelOf } from '../shared/useEntityOptions';
import { mlFieldsTranslationRef } from '../translation';
import styles from './model.module.css';

interface Props {
  model: ReadableMlModel;
  versions: readonly MlModelVersion[];
  deployments: readonly ReadableMlDeployment[];
  selected?: string;
  onSelect: (version: string) => void;
  isDisabled?: boolean;
}

const MOST_METRICS = 3;

/** The metrics that tell the versions apart: the main one first, over all data. */
function metricNames(
  model: ReadableMlModel,
  versions: readonly MlModelVersion[],
): string[] {
  const names = versions.flatMap(version => [
    ...[primaryMetric(model, version)].filter(m => m !== undefined),
    ...(version.metrics ?? []).filter(m => !m.slice),
  ]);
  return [...new Set(names.map(({ name }) => name))].slice(0, MOST_METRICS);
}

/** Versions with their figures and what serves them, one of which is chosen. */
export const VersionTable = (props: Props) => {
  const { model, versions, deployments, selected, onSelect } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const id = useId();
  const metrics = metricNames(model, versions);
  const serving = (version: string) =>
    deployments.flatMap(deployment =>
      (deployment.spec.variants ?? [])
        .filter(variant => variant.version === version)
        .map(({ role }) =>
          t('model.servedBy', {
            deployment: labelOf(deployment),
            role: t(`model.role.${role}`),
          }),
        ),
    );
  const figure = (version: MlModelVersion, name: string) => {
    const found = version.metrics?.find(m => m.name === name && !m.slice);
    return found ? formatMetricValue(found) : '–';
  };

  return (
    <RadioGroup
      label={t('model.versions')}
      value={selected ?? null}
      onChange={onSelect}
      isDisabled={props.isDisabled}
      className={styles.choice}
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('model.version')}</th>
              <th scope="col">{t('model.made')}</th>
              {metrics.map(name => (
                <th scope="col" key={name} className={styles.number}>
                  {name}
                </th>
              ))}
              <th scope="col">{t('model.serves')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, i) => (
              <tr
                key={version.version}
                data-selected={version.version === selected || undefined}
              >
                <th scope="row">
                  <span className={styles.version}>
                    <Radio
                      value={version.version}
                      aria-describedby={`${id}-${i}`}
                    >
                      {version.version}
                    </Radio>
                    {version.aliases?.map(alias => (
                      <Badge key={alias}>{alias}</Badge>
                    ))}
                  </span>
                </th>
                <td>
                  {version.createdAt ? formatDate(version.createdAt) : '–'}
                </td>
                {metrics.map(name => (
                  <td key={name} className={styles.number}>
                    {figure(version, name)}
                  </td>
                ))}
                <td id={`${id}-${i}`}>
                  {serving(version.version).map(text => (
                    <Text key={text} as="div" variant="body-small">
                      {text}
                    </Text>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </RadioGroup>
  );
};
