import { Select } from "@mantine/core";
import type { PlaceQuestion } from "../worker/messages.ts";

/** Choices that are listed at once: typing narrows them. */
const LISTED_COUNT = 40;

/** An end of routes: the mission's places first, then cities. */
export function PlaceField({
  label,
  place,
  missionPlaces,
  choices,
  onChoose,
  placeholder = "Choose a place",
}: {
  label: string;
  /** What holds while nothing is chosen. */
  placeholder?: string;
  place: PlaceQuestion | undefined;
  missionPlaces: readonly PlaceQuestion[];
  choices: readonly PlaceQuestion[];
  onChoose: (place: PlaceQuestion | undefined) => void;
}) {
  const own = new Set(missionPlaces.map(({ name }) => name));
  const toItem = ({ name }: PlaceQuestion) => ({ value: name, label: name });
  const groups = [
    { group: "Places of the mission", items: choices.filter(({ name }) => own.has(name)).map(toItem) },
    { group: "Cities", items: choices.filter(({ name }) => !own.has(name)).map(toItem) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      className="place"
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      limit={LISTED_COUNT}
      data={groups}
      value={place?.name ?? null}
      onChange={(name) => onChoose(choices.find((each) => each.name === name))}
      nothingFoundMessage="No such place in the list"
      maxDropdownHeight={260}
      size="sm"
      comboboxProps={{ withinPortal: true }}
      clearButtonProps={{ "aria-label": `Clear ${label}` }}
    />
  );
}
