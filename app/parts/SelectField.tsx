import { Select } from "@mantine/core";
import { Field, type FieldProps, fieldId, hintIds } from "./Field.tsx";

/** Options of a long list that are shown at once. */
const LISTED_COUNT = 60;

/** One of a few named things: a rack, a model, a vehicle. */
export function SelectField({
  options,
  value,
  onChange,
  isSearchable = false,
  ...field
}: FieldProps & {
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
  /** For long lists: typing narrows them. */
  isSearchable?: boolean;
}) {
  return (
    <Field {...field}>
      <Select
        id={fieldId(field.path)}
        data={options}
        value={value}
        onChange={(next) => next !== null && next !== value && onChange(next)}
        allowDeselect={false}
        searchable={isSearchable}
        limit={isSearchable ? LISTED_COUNT : options.length}
        nothingFoundMessage="Nothing of that name"
        readOnly={field.lock?.isLocked === true}
        checkIconPosition="right"
        aria-describedby={hintIds(field.path)}
        comboboxProps={{ offset: 4 }}
        data-mission-field
      />
    </Field>
  );
}
