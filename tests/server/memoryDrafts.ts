import type { DraftStore } from '../../src/server/platform/drafts/draftStore.ts'

/** Drafts in memory, for tests that are not about where they lie. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, Uint8Array>()
  return {
    read: async (group, name) => kept.get(`${group}/${name}`),
    write: async (group, name, bytes) => void kept.set(`${group}/${name}`, bytes),
    async drop(group, name) {
      for (const one of kept.keys())
        if (name === undefined ? one.startsWith(`${group}/`) : one === `${group}/${name}`) kept.delete(one)
    },
  }
}
