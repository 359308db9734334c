/**
 * Values laid over others that stay where they are: models read both by name. A hundred assumptions copied for each of
 * thirty models would take longer than the models.
 */
export const layOver =
  <Base extends object>(base: Base) =>
  <Values extends readonly object[]>(...values: Values): Base & Merged<Values> =>
    Object.assign(Object.create(base), ...values);

/** All the properties of a list of objects. */
type Merged<Values extends readonly object[]> = Values extends readonly [infer First, ...infer Rest extends object[]]
  ? First & Merged<Rest>
  : unknown;
