import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import { ReadProblem } from './ReadProblem';
import { EntityOption, useEntityOptions } from './useEntityOptions';

interface Props {
  /** Its name, which stands above it. */
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
  // A text that changes once the entity is read would open the list again.
  const [chosen, setChosen] = useState<EntityOption | null>(null);
  const shown = value && chosen?.id === value.id ? chosen : value;
  return (
    <>
      <Combobox
        aria-label={props.label}
        placeholder={props.placeholder}
        options={options}
        search={{ mode: 'server' }}
        value={shown}
        onChange={option => {
          setChosen(option);
          onChange(option?.id);
        }}
        isDisabled={props.isDisabled}
        validationBehavior="aria"
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
