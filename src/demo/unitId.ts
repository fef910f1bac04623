/** Returns the id of a demo unit by index: SF001, SF002 …, the same for any size of the year. */
export function unitId(index: number): string {
  const number = index + 1
  return number < 10 ? `SF00${number}` : number < 100 ? `SF0${number}` : `SF${number}`
}
