import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { phoneWorker } from './scripts/phoneWorker.ts'
import { silentIcons } from './scripts/silentIcons.ts'
import { verifyPage } from './scripts/verifyPage.ts'
import { votePage } from './scripts/votePage.ts'

/** The server that `vite` alone (while developing) passes `/api` on to. */
const SERVER = process.env['HENGPING_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  publicDir: false,
  plugins: [silentIcons(), react(), phoneWorker(), votePage(), verifyPage()],
  server: { proxy: { '/api': SERVER } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index', 'inspect', 'sit', 'hall'].map(page =>
        join(import.meta.dirname, `src/web/${page}.html`),
      ),
    },
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
})
