import { chmodSync, mkdirSync, statSync } from 'node:fs'

const OF_OTHERS = 0o077

/** Creates a data folder for its owner only, or closes one that other users of the machine can enter; returns whether it was open to them. */
export function keepPrivate(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { mode } = statSync(folder)
  if (process.platform === 'win32' || (mode & OF_OTHERS) === 0) return false
  chmodSync(folder, mode & 0o7700)
  return true
}
