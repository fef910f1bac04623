import { rmSync } from 'node:fs'
import { useTimeZone } from '../files/officeTimeZone.ts'
import type { Io } from './io.ts'
import { runProgram } from './runProgram.ts'

// The one place that reads the arguments, the environment, the terminal and the clock.
const office = useTimeZone(process.env)
if ('wrong' in office) {
  process.stderr.write(`${office.wrong}\n`)
  process.exit(2)
}
const unfinished = new Set<string>()
const columns = process.stderr.columns ?? 80

const io: Io = {
  out: text => void process.stdout.write(`${text}\n`),
  err: text => void process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY
    ? { rewrite: text => void process.stderr.write(`\r\u001b[K${text.slice(0, Math.floor(columns / 2))}`) }
    : {}),
  quiet: false,
  clock: () => performance.now(),
  today: todayHere(),
  unfinished,
}

// A reader such as `head` that has seen enough closes the pipe; that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    leave(0)
  })
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => leave(code))
}

process.exitCode = await runProgram(process.argv.slice(2), io)

/** Removes half-written files, then exits. */
function leave(code: number): never {
  for (const file of unfinished) rmSync(file, { force: true })
  process.exit(code)
}

function todayHere(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
