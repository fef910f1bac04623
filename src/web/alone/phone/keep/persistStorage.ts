/** 能否长期保存: `kept` the browser will not clear it by itself; `perhaps` it may when the phone runs out of room. */
export type Persistence = 'kept' | 'perhaps' | 'unknown'

/** 请浏览器长期保存: asked once there is something to keep; answers what it said. */
export async function persistStorage(): Promise<Persistence> {
  const { storage } = navigator
  if (storage?.persist === undefined) return 'unknown'
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'perhaps'
  } catch {
    return 'unknown'
  }
}
