/** Prints a date: `2018-12-21` as 2018年12月21日; with a time, as 2018年12月21日 09:05 by this machine's clock. */
export function printDay(iso: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (day !== null) return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`
  const at = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}
