const PREFIX = 'hengping.scheme.'

/** Keeps input in this tab until it is saved or dropped; nothing to keep removes it. In a browser without storage, a reload loses it. */
export function keepTyped(key: string, typed: unknown): void {
  try {
    if (typed === undefined) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(typed))
  } catch {
    // Full, or forbidden: what is typed is still in the page.
  }
}

/** Reads the kept input; `undefined` if there is none or it cannot be parsed. */
export function readTyped<T>(key: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}
