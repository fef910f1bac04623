import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

/** The machine and the versions, as the report tells them. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memory: string
  readonly system: string
  readonly node: string
  readonly packages: readonly { readonly name: string; readonly version: string }[]
}

const PEERS = ['json-logic-js', '@gorules/zen-engine', 'json-rules-engine', 'hyperformula', 'publicodes']

/** Looks at this machine. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${arch()} ${release()}`,
    node: process.version,
    packages: [
      { name: 'hengping', version: versionIn('..') },
      ...PEERS.map(name => ({ name, version: versionIn(join('node_modules', name)) })),
    ],
  }
}

/** How many processes wanted a core over the last minute. */
export function loadNow(): number {
  return loadavg()[0]!
}

function versionIn(folder: string): string {
  return (
    JSON.parse(readFileSync(join(import.meta.dirname, folder, 'package.json'), 'utf8')) as { version: string }
  ).version
}
