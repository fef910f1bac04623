import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Where soffice is on this machine, if anywhere. */
export function findLibreOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map(folder => join(folder, 'soffice')).find(isExecutable)
}

/** A test that is left out, and reported so, where LibreOffice is absent. */
export const testInLibreOffice = test.skipIf(findLibreOffice() === undefined)

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Takes the last values out of every formula cell, so that whoever shows a value has computed it. */
export function withoutLastValues(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly taken: number } {
  const parts = unzipSync(bytes)
  let taken = 0
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue
    const xml = strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, (_all, end: string) => {
      taken++
      return end
    })
    parts[name] = strToU8(xml)
  }
  return { bytes: zipSync(parts, { level: 1 }), taken }
}

/** Opens workbooks in LibreOffice (with a profile of its own) and gives them back as it saved them. */
export function recomputeInLibreOffice(
  soffice: string,
  books: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  return convertInLibreOffice(soffice, 'xlsx', 'xlsx', books)
}

/** Opens files of one kind in LibreOffice (with a profile of its own) and gives them back as it saved them as another. */
export async function convertInLibreOffice(
  soffice: string,
  from: string,
  to: string,
  files: readonly (Uint8Array | string)[],
): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengping-lo-'))
  try {
    const names = files.map((_, at) => `file${at}`)
    await Promise.all(files.map((bytes, at) => writeFile(join(folder, `${names[at]!}.${from}`), bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = ['--headless', '--norestore', '--convert-to', to, '--outdir', join(folder, 'out')]
    const sources = names.map(name => `${name}.${from}`)
    await promisify(execFile)(soffice, [profile, ...args, ...sources], { cwd: folder })
    return await Promise.all(names.map(name => readFile(join(folder, 'out', `${name}.${to}`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
