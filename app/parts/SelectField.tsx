import { Select } from "@mantine/core";
import { Field, type FieldProps, fieldId, hintIds } from "./Field.tsx";

/** One of a few named things: a rack, a model, a vehicle. */
export function SelectField({
  options,
  value,
  onChange,
  ...field
}: FieldProps & {
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field {...field}>
      <Select
        id={fieldId(field.path)}
        data={options}
        value={value}
        onChange={(next) => next !== null && next !== value && onChange(next)}
        allowDeselect={false}
        readOnly={field.lock?.isLocked === true}
        checkIconPosition="right"
        aria-describedby={hintIds(field.path)}
        comboboxProps={{ offset: 4 }}
        data-mission-field
      />
    </Field>
  );
}
