import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import type { Precache } from '../src/web/alone/phone/worker/precache.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const PHONE = join(import.meta.dirname, '../src/web/alone/phone')
const PAGE = 'inspect.html'
const WORKER = 'inspect-worker.js'

/** 手机核查的离线部分: lays manifest and icons beside the built pages, and a worker that knows every file of the phone's page by its hash. */
export function phoneWorker(): Plugin {
  return {
    name: 'hengping:phone-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (bundle[PAGE] === undefined) return
        const emit = (fileName: string, source: string | Uint8Array) =>
          this.emitFile({ type: 'asset', fileName, source })
        const own = readdirSync(join(PHONE, 'icons')).map(name => ({
          name,
          source: readFileSync(join(PHONE, 'icons', name)),
        }))
        for (const { name, source } of own) emit(name, source)
        const files = [
          { path: '/inspect', hash: hashOf(contentOf(bundle, PAGE)) },
          ...filesOfPage(bundle).map(name => ({ path: `/${name}`, hash: hashOf(contentOf(bundle, name)) })),
          ...own
            .filter(({ name }) => name.endsWith('.webmanifest'))
            .map(({ name, source }) => ({ path: `/${name}`, hash: hashOf(source) })),
        ]
        const code = await bundleWorker()
        const version = hashOf(JSON.stringify(files) + code)
        emit(
          WORKER,
          code.replaceAll('__PRECACHE__', () => JSON.stringify({ version, files } satisfies Precache)),
        )
      },
    },
  }
}

/** Chunks, styles and pictures that the page asks for, at once or later. */
function filesOfPage(bundle: Bundle): readonly string[] {
  const entry = Object.values(bundle).find(
    (file): file is Chunk =>
      file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith(PAGE) === true,
  )
  if (entry === undefined) throw new Error(`no chunk of ${PAGE}`)
  const seen = new Set<string>()
  const walk = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const file = bundle[name]
    if (file?.type !== 'chunk') return
    for (const next of [...file.imports, ...file.dynamicImports]) walk(next)
    for (const next of [
      ...(file.viteMetadata?.importedCss ?? []),
      ...(file.viteMetadata?.importedAssets ?? []),
    ])
      walk(next)
  }
  walk(entry.fileName)
  for (const found of String(contentOf(bundle, PAGE)).matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g))
    walk(found[1]!)
  return [...seen].filter(name => bundle[name] !== undefined).toSorted()
}

/** One plain script: workers that are modules are not to be had in every browser. */
async function bundleWorker(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'safari16.4',
      modulePreload: false,
      lib: {
        entry: join(PHONE, 'worker/worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => WORKER,
      },
    },
  })) as Rolldown.RolldownOutput[] | Rolldown.RolldownOutput
  const { output } = Array.isArray(built) ? built[0]! : built
  return output[0].code
}

function contentOf(bundle: Bundle, name: string): string | Uint8Array {
  const file = bundle[name]!
  return file.type === 'chunk' ? file.code : file.source
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
