/** 数据库时刻的转写: the driver's text of a timestamp as an ISO instant. */
export function toInstant(text: string): string {
  return new Date(text).toISOString()
}
