import type { DraftStore } from '../../src/server/platform/drafts/draftStore.ts'

/** Drafts in memory, for tests that are not about where they lie. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, Uint8Array>()
  const put = async (group: string, name: string, bytes: Uint8Array) =>
    void kept.set(`${group}/${name}`, bytes)
  return {
    read: async (group, name) => kept.get(`${group}/${name}`),
    write: put,
    keep: put,
    list: async group =>
      [...kept.keys()].flatMap(path => {
        const at = path.lastIndexOf('/')
        return path.slice(0, at) === group ? path.slice(at + 1) : []
      }),
    async drop(group, name) {
      for (const one of kept.keys())
        if (name === undefined ? one.startsWith(`${group}/`) : one === `${group}/${name}`) kept.delete(one)
    },
  }
}
