/** The time zone of an office that names none. */
const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

/** The environment variable that names the office's time zone. */
const TIME_ZONE_VARIABLE = 'HENGPING_TIME_ZONE'

/**
 * Makes this process reckon days and times in the office's zone, whatever the zone of its host: the host
 * of a container is on UTC, where it is yesterday until 08:00 in Beijing. Returns the zone, or a sentence
 * about a name that is none.
 */
export function useTimeZone(
  env: Record<string, string | undefined>,
  named?: string,
): { readonly zone: string } | { readonly wrong: string } {
  const zone = named ?? (env[TIME_ZONE_VARIABLE] || DEFAULT_TIME_ZONE)
  if (!isTimeZone(zone))
    return { wrong: `办公时区应写成 ${DEFAULT_TIME_ZONE} 的样子（${TIME_ZONE_VARIABLE}），现在是“${zone}”` }
  env['TZ'] = zone
  return { zone }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('zh-CN', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
