const PREFIX = 'hengping.scheme.'

/** 暂存所填: in this tab, until it is saved or dropped; nothing to keep takes it away. A browser that keeps nothing loses a reload only. */
export function keepTyped(key: string, typed: unknown): void {
  try {
    if (typed === undefined) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(typed))
  } catch {
    // Full, or forbidden: what is typed is still in the page.
  }
}

/** 取回所填; none when there is none, or what is kept cannot be read. */
export function readTyped<T>(key: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}
