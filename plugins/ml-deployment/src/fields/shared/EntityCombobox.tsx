import { Entity } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import { ReadProblem } from './ReadProblem';
import { EntityOption, useEntityOptions } from './useEntityOptions';

interface Props {
  label: string;
  placeholder: string;
  /** Title of the notice where the catalog does not answer. */
  failed: string;
  kind: string;
  fields: string[];
  describe: (entity: Entity) => string;
  ownedOnly?: boolean;
  /** What is chosen; it need not be among what was found. */
  value: EntityOption | null;
  onChange: (ref: string | undefined) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
}

/** Finds an entity by its name or title; the catalog searches. */
export const EntityCombobox = (props: Props) => {
  const { kind, fields, describe, ownedOnly, value, onChange } = props;
  const options = useEntityOptions({ kind, fields, describe, ownedOnly });
  return (
    <>
      <Combobox
        label={props.label}
        placeholder={props.placeholder}
        options={options}
        search={{ mode: 'server' }}
        value={value}
        onChange={option => onChange(option?.id)}
        isDisabled={props.isDisabled}
        isInvalid={props.isInvalid}
      />
      {options.error && (
        <ReadProblem
          title={props.failed}
          error={options.error}
          onRetry={options.reload}
        />
      )}
    </>
  );
};
