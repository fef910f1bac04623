import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Runs one of the timing processes of this folder under this same Node and reads the JSON it prints. `core` pins it to one processor where that can be done. */
export function run<T>(
  name: string,
  args: readonly (string | number)[],
  core?: number,
  flags: readonly string[] = [],
): Promise<T> {
  const nodeArgs = ['--expose-gc', ...flags, join(import.meta.dirname, name), ...args.map(String)]
  const [file, given] =
    core === undefined
      ? [process.execPath, nodeArgs]
      : ['taskset', ['-c', String(core), process.execPath, ...nodeArgs]]
  return new Promise((resolve, reject) => {
    execFile(file, given, { maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error)
        reject(
          new Error(
            `${name} ${args.join(' ')}: ${stderr.trim().split('\n').slice(-6).join('\n') || error.message}`,
          ),
        )
      else resolve(JSON.parse(stdout) as T)
    })
  })
}

/** The last processor that this process may use, if the machine can pin to it (Linux with taskset); `undefined` elsewhere. */
export async function pinnedCore(): Promise<number | undefined> {
  try {
    const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    const last = Number(allowed?.split(/[,-]/).at(-1))
    return (await new Promise(resolve =>
      execFile('taskset', ['-c', String(last), 'true'], error => resolve(error === null)),
    ))
      ? last
      : undefined
  } catch {
    return undefined
  }
}
