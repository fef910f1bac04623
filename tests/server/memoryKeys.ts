import { randomBytes } from 'node:crypto'
import type { KeyStore } from '../../src/server/platform/keys/keyStore.ts'

/** Keys in memory, for tests that are not about where they lie. */
export function memoryKeys(): KeyStore {
  const kept = new Map<string, Uint8Array>()
  return {
    async make(group, name) {
      const key = kept.get(`${group}/${name}`) ?? randomBytes(32)
      kept.set(`${group}/${name}`, key)
      return key
    },
    read: async (group, name) => kept.get(`${group}/${name}`),
    destroy: async (group, name) => void kept.delete(`${group}/${name}`),
    list: async group =>
      [...kept.keys()].filter(name => name.startsWith(`${group}/`)).map(name => name.slice(group.length + 1)),
  }
}
