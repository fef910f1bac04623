/** 月日的说法: `12-10` is 12月10日; a text that is none stays as it is. */
export function describeMonthDay(text: string): string {
  const found = /^(\d{2})-(\d{2})$/.exec(text)
  return found === null ? text : `${Number(found[1])}月${Number(found[2])}日`
}

/** 日期的说法: `2018-12-21` is 2018年12月21日; a text that is none stays as it is. */
export function describeDay(text: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found === null ? text : `${found[1]}年${Number(found[2])}月${Number(found[3])}日`
}
