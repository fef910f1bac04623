import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Syncs everything below this folder to disk, including names; `depth` 0 syncs the folder's own names only. */
export function syncTree(folder: string, depth = Infinity): void {
  if (depth > 0) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) syncTree(path, depth - 1)
      else sync(path, 'r+')
    }
  }
  // Windows cannot open a folder, and keeps names by itself.
  if (process.platform !== 'win32') sync(folder, 'r')
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
