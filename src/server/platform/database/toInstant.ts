/** Converts the driver's text of a timestamp to an ISO instant. */
export function toInstant(text: string): string {
  return new Date(text).toISOString()
}
