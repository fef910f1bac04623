import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A sink for lines. */
export interface LineSink {
  write(lines: readonly string[]): Promise<void>
  /** the SHA-256 of all lines so far, each with its line end. */
  digest(): string
}

/** Compresses what `work` writes into `target` with gzip and backpressure; resolves when everything is written. */
export async function gzipLines<T>(target: Writable, work: (sink: LineSink) => Promise<T>): Promise<T> {
  const hash = createHash('sha256')
  const gzip = createGzip({ level: 5 })
  const arrived = pipeline(gzip, target)
  const sink: LineSink = {
    write: async lines => {
      const text = `${lines.join('\n')}\n`
      hash.update(text)
      if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), arrived])
    },
    digest: () => hash.copy().digest('hex'),
  }
  try {
    const done = await work(sink)
    gzip.end()
    await arrived
    return done
  } catch (error) {
    gzip.destroy()
    // The fault of the target, where there is one, is the cause.
    await arrived.catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== undefined && fault.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault
    })
    throw error
  }
}
