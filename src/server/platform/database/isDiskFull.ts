/** Whether the disk is full: PostgreSQL's 53100, or the file system's ENOSPC under the embedded database. */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { readonly code?: unknown }
    if (code === '53100' || code === 'ENOSPC' || /no space left on device/i.test(at.message)) return true
  }
  return false
}
