import { readFile, stat } from 'node:fs/promises'
import { faultOfFile } from './fileFault.ts'

const MOST_BYTES = 1024 * 1024 * 1024

/** Returns the contents of an input file, or a sentence saying why it cannot be read. */
export async function inputBytes(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES)
      return `读不了“${path}”：文件有 ${Math.round(size / 1024 / 1024)} MiB，超过上限 1024 MiB`
    return await readFile(path)
  } catch (error) {
    return faultOfFile('读', path, error)
  }
}
