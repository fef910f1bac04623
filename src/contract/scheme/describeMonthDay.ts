/** Describes a month and day: `12-10` becomes 12月10日; other text is returned unchanged. */
export function describeMonthDay(text: string): string {
  const found = /^(\d{2})-(\d{2})$/.exec(text)
  return found === null ? text : `${Number(found[1])}月${Number(found[2])}日`
}

/** Describes a date: `2018-12-21` becomes 2018年12月21日; other text is returned unchanged. */
export function describeDay(text: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found === null ? text : `${found[1]}年${Number(found[2])}月${Number(found[3])}日`
}
