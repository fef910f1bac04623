import { readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { PROGRAMS } from '../bundleProgram.ts'

/** A place of the sources at which a broken build is broken: file, the right text, the broken one. */
export type Break = readonly [string, string, string]

/** Builds a player of games with the server anew, broken at some places, where `plant` is an object of hooks. A place that is no longer there fails the build. */
export async function buildBroken<M>(
  entry: string,
  breaks: readonly Break[],
  hooks: object,
  sources = resolve(import.meta.dirname, '../../../src'),
): Promise<M> {
  const left = new Set(breaks)
  const name = `${basename(dirname(entry))}-${basename(entry, '.ts')}`
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    external: [/^[^./]/],
    plugins: [
      {
        name: 'break',
        load(id) {
          const changes = breaks.filter(([path]) => id === join(sources, path))
          if (changes.length === 0) return null
          let code = readFileSync(id, 'utf8')
          for (const change of changes) {
            if (!code.includes(change[1])) throw new Error(`${change[0]} has no longer: ${change[1]}`)
            code = code.replace(change[1], () => change[2])
            left.delete(change)
          }
          return { code: `const plant = (globalThis as never)['plantOf:${name}']\n${code}`, moduleType: 'ts' }
        },
      },
    ],
  })
  const file = join(PROGRAMS, `${name}-${process.pid}.mjs`)
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  if (left.size > 0) throw new Error(`not built: ${[...left].map(([path]) => path).join()}`)
  ;(globalThis as Record<string, unknown>)[`plantOf:${name}`] = hooks
  try {
    return (await import(file)) as M
  } finally {
    rmSync(file, { force: true })
  }
}
