import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsRefused } from './readSettings.ts'

/** The least number of characters of the installation secret. */
const LEAST_SECRET = 32

/** Returns the installation secret: as given (HENGPING_SECRET), otherwise from the file `secret` in the data folder, created at the first start and readable by its owner only. Throws `SettingsRefused` if the given one is too short. */
export function readSecret(folder: string, given: string | undefined): string {
  if (given !== undefined && given !== '') {
    if (given.length >= LEAST_SECRET) return given
    throw new SettingsRefused(
      `环境变量 HENGPING_SECRET 至少要 ${LEAST_SECRET} 个字符，现在是 ${given.length} 个；请换成随机的长文字，各进程用同一个`,
    )
  }
  const path = join(folder, 'secret')
  return readIfThere(path) ?? makeSecret(folder, path)
}

/** Writes the secret to a temporary file and links it when complete: of two concurrent starts, one creates it and both read it. */
function makeSecret(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true })
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(fresh, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(fresh, path)
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  return readIfThere(path)!
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
