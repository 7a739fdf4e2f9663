/** What the form hands to every field. */
interface Props {
  schema?: { title?: string; description?: string };
  uiSchema?: { [key: string]: unknown };
  idSchema?: { $id?: string };
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  rawErrors?: string[];
}

/** What a template says of a field, with the field's own words where it says nothing. */
export function fieldTexts(
  props: Props,
  own: { title: string; description: string },
) {
  const { schema, uiSchema, idSchema, required, disabled, readonly } = props;
  return {
    title: schema?.title ?? own.title,
    description:
      (uiSchema?.['ui:description'] as string | undefined) ??
      schema?.description ??
      own.description,
    formId: idSchema?.$id,
    isRequired: required,
    isDisabled: Boolean(disabled || readonly || uiSchema?.['ui:disabled']),
    isInvalid: (props.rawErrors ?? []).length > 0,
  };
}
