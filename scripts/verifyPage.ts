import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

const FOLDER = join(import.meta.dirname, '../verify')

/** Builds the page that checks a case file (案卷核验) and lays it beside the other pages, where the server takes it for every case file. */
export function verifyPage(): Plugin {
  return {
    name: 'hengping:verify-page',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: await buildVerifyPage() })
    },
  }
}

/** Returns the page as one HTML text with its script in it, so that it opens from any folder without a network. */
export async function buildVerifyPage(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: FOLDER,
    publicDir: false,
    build: {
      write: false,
      target: 'chrome111',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(FOLDER, 'page.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  const html = await readFile(join(FOLDER, 'page.html'), 'utf8')
  const script = built.output[0].code.replaceAll('</script', '<\\/script')
  return html.replace(/<script[^>]*><\/script>/, () => `<script>\n${script}</script>`)
}
