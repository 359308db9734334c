/** International designators: `1998-067A` as OMM writes them, `98067A` as a TLE does. What is neither stays as it is. */
const FIRST_TWO_DIGIT_YEAR = 57;

export function compactObjectId(objectId: string): string {
  const match = /^(?:19|20)(\d{2})-(\d{3}[A-Z]{1,3})$/.exec(objectId);
  if (match !== null) return `${match[1]}${match[2]}`;
  // Eight plain characters are all that a line has room for.
  return /^[ -~]{1,8}$/.test(objectId) ? objectId : "";
}

export function fullObjectId(objectId: string): string {
  const match = /^(\d{2})(\d{3}[A-Z]{1,3})$/.exec(objectId);
  if (match === null) return objectId;
  return `${Number(match[1]) < FIRST_TWO_DIGIT_YEAR ? "20" : "19"}${match[1]}-${match[2]}`;
}
