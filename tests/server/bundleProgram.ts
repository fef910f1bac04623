import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type RolldownOptions, rolldown } from 'rolldown'

/** Where bundled programs lie: inside the repository, so that the packages left outside are found. */
export const PROGRAMS = join(import.meta.dirname, '../../node_modules/.cache/hengping-tests')

/** For a program that asks its database a few hundred questions: the database is not compiled a second time. */
export const SHORT_LIVED = '--liftoff-only'

/** Left outside: they look for files beside their own. */
const OUTSIDE = [/^node:/, /^pg$/, /^@electric-sql\//, /^sharp$/, /^pdfjs-dist/, /^@fastify\/swagger/]

/** Each source finds its neighbours where it stood. */
const stayInPlace = {
  name: 'stay-in-place',
  transform: {
    filter: { code: /import\.meta\.(url|dirname)/ },
    handler: (code: string, id: string) =>
      id.includes('node_modules')
        ? undefined
        : code
            .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
            .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
  },
} satisfies RolldownOptions['plugins']

/** Bundles a program into one file, which starts in a fraction of the time. */
export async function bundleProgram(input: string, file: string): Promise<void> {
  const bundle = await rolldown({
    input,
    platform: 'node',
    external: OUTSIDE,
    plugins: [stayInPlace],
    onwarn: () => {},
  })
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
}
