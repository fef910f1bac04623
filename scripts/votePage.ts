import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

/** The oldest browser that the voters' page has to run in: that of phones of 2019. */
export const OLDEST_BROWSER = 'chrome78'

/** Builds the voters' page (测评票) by itself, for older browsers than the other pages, and lays it beside them. */
export function votePage(): Plugin {
  return {
    name: 'hengping:vote-page',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const file of await buildVotePage())
        if (bundle[file.fileName] === undefined)
          this.emitFile({
            type: 'asset',
            fileName: file.fileName,
            source: file.type === 'chunk' ? file.code : file.source,
          })
    },
  }
}

/** Returns the files of the voters' page. */
export async function buildVotePage(): Promise<Rolldown.RolldownOutput['output']> {
  const root = join(import.meta.dirname, '../src/web')
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    build: {
      write: false,
      target: OLDEST_BROWSER,
      cssTarget: OLDEST_BROWSER,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, 'vote.html'),
        output: { entryFileNames: 'assets/vote-[hash].js', chunkFileNames: 'assets/vote-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output
}
