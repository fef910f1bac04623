/** Formats an instant for sentences: `2018年12月24日 16:05` in the office's time zone (see `useTimeZone`). */
export function formatInstant(instant: string | Date): string {
  const at = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}
