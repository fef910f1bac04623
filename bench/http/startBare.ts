import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Starts the yardstick in a process of its own. */
export async function startBare(): Promise<{ readonly address: string; stop(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bareFastify.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (told: Buffer) => resolve(told.toString()))
    child.once('exit', code => reject(new Error(`the yardstick ended with ${code}`)))
  })
  return { address, stop: () => void child.kill('SIGTERM') }
}
