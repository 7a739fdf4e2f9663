import { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { labelOf } from '../shared/useEntityOptions';
import { mlFieldsTranslationRef } from '../translation';
import { ModelValue } from './schema';
import { StableVersion } from './stableVersion';

interface Props {
  versions: readonly MlModelVersion[];
  stable?: StableVersion;
  value: ModelValue;
  onChange: (value: ModelValue) => void;
  isDisabled?: boolean;
}

/** The version that users have now: what a deployment says, unless somebody knows better. */
export const StableSelect = (props: Props) => {
  const { versions, stable, value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const listed = versions.map(({ version, aliases }) => ({
    value: version,
    label: aliases?.length ? `${version} (${aliases.join(', ')})` : version,
  }));
  const known = new Set(listed.map(option => option.value));
  // An entity lists its newest versions only, and users may have an older one.
  const unlisted = [...new Set([stable?.version, value.stableVersion])]
    .filter(version => version !== undefined && !known.has(version))
    .map(version => ({
      value: version!,
      label: t('model.stableUnlisted', { version: version! }),
    }));
  return (
    <Select
      label={t('model.stable')}
      description={
        stable
          ? t('model.stableServed', { deployment: labelOf(stable.deployment) })
          : t('model.stableUnknown')
      }
      placeholder={t('model.stableNone')}
      options={[...listed, ...unlisted]}
      value={value.stableVersion ?? null}
      onChange={key => onChange({ ...value, stableVersion: String(key) })}
      isDisabled={isDisabled}
    />
  );
};
