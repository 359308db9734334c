import { TextInput } from "@mantine/core";
import { Field, type FieldProps, fieldId, hintIds } from "./Field.tsx";

/** A text of the mission, such as its epoch. A refused text stays in the field with its issue beneath. */
export function TextField({
  value,
  onChange,
  onEnd,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void; onEnd: () => void }) {
  return (
    <Field {...field}>
      <TextInput
        id={fieldId(field.path)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onEnd}
        spellCheck={false}
        autoComplete="off"
        error={field.issues.length > 0}
        withErrorStyles={false}
        aria-describedby={hintIds(field.path)}
        className="mono-input"
        data-mission-field
      />
    </Field>
  );
}
