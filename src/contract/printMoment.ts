/** 时刻的书写: an instant as 2018年12月21日 09:05, by the clock of this machine. */
export function printMoment(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}
