const numbers = new WeakMap<object, number>();
let count = 0;

/** Another document is another question, whatever was edited. */
export function documentNumber(document: object): number {
  const number = numbers.get(document) ?? ++count;
  numbers.set(document, number);
  return number;
}
