/** Whether storage is persistent: `kept` means that the browser will not clear it by itself, `perhaps` that it may when the phone runs out of space. */
export type Persistence = 'kept' | 'perhaps' | 'unknown'

/** Asks the browser for persistent storage, once there is something to keep; returns its answer. */
export async function persistStorage(): Promise<Persistence> {
  const { storage } = navigator
  if (storage?.persist === undefined) return 'unknown'
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'perhaps'
  } catch {
    return 'unknown'
  }
}
