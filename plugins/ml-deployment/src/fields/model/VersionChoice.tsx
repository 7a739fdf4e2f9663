import { useState } from 'react';
import {
  ReadableMlDeployment,
  ReadableMlModel,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import { StableSelect } from './StableSelect';
import { VersionTable } from './VersionTable';
import { VersionsCompared } from './VersionsCompared';
import { ModelValue } from './schema';
import { StableVersion } from './stableVersion';

interface Props {
  model: ReadableMlModel;
  deployments: readonly ReadableMlDeployment[];
  stable?: StableVersion;
  needsStable?: boolean;
  value: ModelValue;
  onChange: (value: ModelValue) => void;
  isDisabled?: boolean;
}

const SHOWN_AT_FIRST = 5;

/** Which version is released, beside which one. */
export const VersionChoice = (props: Props) => {
  const { model, deployments, stable, needsStable, value, onChange } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const versions = sortedVersions(model);
  const chosen = versions.findIndex(v => v.version === value.version);
  const [showsAll, setShowsAll] = useState(false);
  const count = showsAll
    ? versions.length
    : Math.max(SHOWN_AT_FIRST, chosen + 1);
  const hidden = Math.max(0, versions.length - count);

  if (versions.length === 0) {
    return (
      <Alert role="alert" status="warning" icon title={t('model.noVersions')} />
    );
  }
  const stableVersion = value.stableVersion ?? stable?.version;
  return (
    <>
      <VersionTable
        model={model}
        versions={versions.slice(0, count)}
        deployments={deployments}
        selected={value.version}
        onSelect={version => onChange({ ...value, version })}
        isDisabled={props.isDisabled}
      />
      {hidden > 0 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setShowsAll(true)}
          >
            {t('model.showAll', { count: hidden })}
          </Button>
        </div>
      )}
      {needsStable && (
        <StableSelect
          versions={versions}
          stable={stable}
          value={value}
          onChange={onChange}
          isDisabled={props.isDisabled}
        />
      )}
      <VersionsCompared
        before={versions.find(v => v.version === stableVersion)}
        after={versions[chosen]}
      />
    </>
  );
};
