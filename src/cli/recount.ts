import { recountFile } from '../files/ballots/recountFile.ts'
import { sha256 } from '../files/sha256.ts'
import type { ExitCode } from './exitCode.ts'
import { inputBytes } from './inputFile.ts'
import type { Io } from './io.ts'

/** Options of the `recount` command. */
export interface RecountOptions {
  readonly published?: string
  readonly fingerprint?: string
}

/** Runs `hengping recount`: counts the sheets of a sealed count file again, or checks a published file as far as it reaches. */
export async function runRecount(
  path: string,
  { published, fingerprint }: RecountOptions,
  io: Io,
): Promise<ExitCode> {
  const [text, other] = [
    await readText(path),
    published === undefined ? undefined : await readText(published),
  ]
  for (const read of [text, other])
    if (read !== undefined && 'fault' in read) {
      io.err(read.fault)
      return 2
    }
  const found = recountFile((text as Read).text, {
    published: (other as Read | undefined)?.text,
    fingerprint,
  })
  if (found === undefined) {
    io.err(`“${path}”不是计票文件，也不是公布文件；请从会议的“计票”页面重新导出`)
    return 2
  }
  const { faults, notes, sheets, units } = found
  if (faults.length > 0) io.out([`重新计票不符：`, ...faults.map(fault => `  · ${fault}`)].join('\n'))
  else io.out(`重新计票相符：${sheets}张票，${units}人`)
  io.out(`文件指纹 ${sha256((text as Read).text)}`)
  if (!io.quiet) for (const note of notes) io.out(`注意：${note}`)
  return faults.length > 0 ? 1 : 0
}

interface Read {
  readonly text: string
}

async function readText(path: string): Promise<Read | { readonly fault: string }> {
  const bytes = await inputBytes(path)
  return typeof bytes === 'string' ? { fault: bytes } : { text: new TextDecoder().decode(bytes) }
}
