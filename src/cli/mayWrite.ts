import { open, readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openWorkbook } from '../files/xlsx/openWorkbook.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import { faultOfFile } from './fileFault.ts'

/** Checks whether the output paths may be written; returns a sentence when a path is also an input, is named twice, has an unknown extension, or holds foreign data that would be lost. */
export async function mayWrite(
  outs: readonly string[],
  inputs: readonly (string | undefined)[],
  endings: readonly string[],
  force: boolean,
): Promise<string | undefined> {
  const taken = new Set(inputs.filter(path => path !== undefined).map(path => resolve(path)))
  for (const out of outs) {
    const path = resolve(out)
    if (!endings.some(ending => path.toLowerCase().endsWith(ending)))
      return `不知道怎样写“${out}”：文件名要以 ${endings.join(' 或 ')} 结尾`
    if (taken.has(path)) return `不能写到“${out}”：它是本次的输入，或已写过一次`
    taken.add(path)
    const fault = await wouldLose(path, force)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Checks whether writing would lose data: only our own results, recognized by their first bytes or their sheets, are replaced without `force`. */
async function wouldLose(path: string, force: boolean): Promise<string | undefined> {
  try {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return await withoutFolder(path)
    if (found.isDirectory()) return `写不了“${path}”：这是文件夹，请写明文件名`
    if (force || (await isOurs(path))) return undefined
    return `“${path}”已存在，里面不是计分结果，覆盖会丢失原有内容；请换一个文件名，确要覆盖请加 --force`
  } catch (error) {
    return faultOfFile('读', path, error)
  }
}

/** Checks before the work whether the folder exists. */
async function withoutFolder(path: string): Promise<string | undefined> {
  const folder = dirname(path)
  const isThere = (await stat(folder).catch(() => undefined))?.isDirectory() === true
  return isThere ? undefined : `写不了“${path}”：没有“${folder}”这个文件夹，请先建好，或换一个位置`
}

const MARKS = ['hengping-results/1', 'hengping-comparison/1', '单位编号,单位,原名次,新名次']

/** The sheets that only a results workbook has. */
const RESULT_SHEETS = ['说明', '总表', '解释']

async function isOurs(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.xlsx')) return isResultsWorkbook(await readFile(path))
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
    const start = buffer.toString('utf8', 0, bytesRead)
    return bytesRead === 0 || MARKS.some(mark => start.includes(mark))
  } finally {
    await handle.close()
  }
}

function isResultsWorkbook(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true
  const workbook = openWorkbook(bytes)
  return (
    !isRefusal(workbook) && RESULT_SHEETS.every(name => workbook.sheets.some(sheet => sheet.name === name))
  )
}
