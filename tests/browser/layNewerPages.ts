import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages as a later version would bring them: another page, and a worker that knows it by its hash. */
export function layNewerPages(built: string, folder: string): void {
  cpSync(built, folder, { recursive: true })
  const page = join(folder, 'inspect.html')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('</head>', '<meta name="newer" content="1" /></head>'),
  )
  const worker = join(folder, 'inspect-worker.js')
  const text = readFileSync(worker, 'utf8')
  const renewed = text
    .replace(/"version":"[0-9a-f]+"/, '"version":"00000000newer"')
    .replace(/("path":"\/inspect","hash":")[0-9a-f]+/, '$1000000000newer')
  if (renewed === text) throw new Error('the worker has no version to change')
  writeFileSync(worker, renewed)
}
